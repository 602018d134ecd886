import re
from pathlib import Path

import pytest

from ontology import terms
from ontology.prefixes import prefixes
from tests.ontology.uses import PACKAGES

FILES = sorted(path for folder in PACKAGES for path in folder.rglob("*.ttl"))
LINE = re.compile(r"^@prefix ([\w.-]*): <([^>]*)> \.$", re.MULTILINE)  # @prefix gl: <https://...> .


def test_the_prefixes_are_sorted_and_lead_to_namespaces() -> None:
    assert list(prefixes()) == sorted(prefixes())
    assert prefixes()["gl"] == "https://w3id.org/genelore/ontology#"
    assert prefixes()["obo"] == "http://purl.obolibrary.org/obo/"
    assert [space for space in prefixes().values() if not space.endswith(("/", "#"))] == []


def test_the_code_uses_the_namespaces_of_the_prefixes() -> None:
    names = ("GL", "RDF", "RDFS", "XSD", "OA", "PROV", "PAV", "DCTERMS", "FALDO", "SH")

    assert {name: getattr(terms, name) for name in names} == {
        name: prefixes()[name.lower()] for name in names
    }


@pytest.mark.parametrize("file", FILES, ids=lambda file: f"{file.parent.name}/{file.name}")
def test_a_turtle_file_declares_only_our_prefixes_sorted_and_each_is_used(file: Path) -> None:
    text = file.read_text("utf-8")
    declared = LINE.findall(text)
    body = LINE.sub("", text)

    assert declared == sorted(declared)
    assert set(declared) <= set(prefixes().items())
    assert [prefix for prefix, _ in declared if not re.search(rf"(?<![\w:/]){prefix}:\w", body)] == []
