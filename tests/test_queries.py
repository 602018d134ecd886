"""Every query of genelore/queries answers its question over the audited seeds.

Those of genelore/queries/federated ask other endpoints: tests/genelore/federation/examples runs them.
"""

from pathlib import Path

import pytest
from pyoxigraph import QueryBoolean, QuerySolutions

from genelore.dataset import evaluate
from genelore.description.examples import Example, examples
from genelore.generation import open_current
from genelore.results import shortened
from tests.seeds import ROOT

QUERIES = sorted((ROOT / "genelore" / "queries").glob("*.rq"))


def rows(store: Path, name: str) -> list[dict[str, str]]:
    query = (ROOT / "genelore" / "queries" / f"{name}.rq").read_text("utf-8")
    found = evaluate(open_current(store), query)
    assert isinstance(found, QuerySolutions)
    names = [variable.value for variable in found.variables]
    return [{name: shortened(row[name]) for name in names if row[name]} for row in found]


@pytest.mark.parametrize("path", QUERIES, ids=lambda path: path.stem)
def test_every_query_has_an_answer(path: Path, seed_store: Path):
    found = evaluate(open_current(seed_store), path.read_text("utf-8"))

    assert bool(found) if isinstance(found, QueryBoolean) else [*found]


@pytest.mark.parametrize(
    "example", [each for each in examples() if not each.services], ids=lambda example: example.name
)
def test_every_example_runs_on_a_server_that_knows_no_prefixes(example: Example, seed_store: Path):
    found = open_current(seed_store).query(example.text)

    assert bool(found) if isinstance(found, QueryBoolean) else [*found]


def test_the_reference_refutes_the_ensembl_and_hgnc_number_of_the_generated_post(seed_store: Path):
    found = {row["text"]: row for row in rows(seed_store, "refuted-language-model")}

    assert {"ENSG00000102010", "398"} <= {*found}
    assert found["ENSG00000102010"]["document"] == "seeds/alas2-gpt3-gene-post.md"
    assert "is BMX" in found["ENSG00000102010"]["reason"]


def test_human_alas2_has_two_ensembl_ids_claimed_and_one_is_refuted(seed_store: Path):
    found = rows(seed_store, "two-ensembl-ids")

    assert [(row["document"], row["judgement"]) for row in found] == [
        ("seeds/alas2-gpt3-gene-post.md", "gl:Refuted"),
        ("seeds/alas2-wikipedia.md", "gl:Confirmed"),
    ]


def test_each_source_kind_is_wrong_in_its_own_way(seed_store: Path):
    found = {(row["kind"], row["property"]): row for row in rows(seed_store, "wrong-by-source-kind")}

    assert int(found["gpt3_gene_post", "xref"]["wrong"]) >= 2
    assert found["wikimd", "inheritance"]["wrong"] == "1"


def test_the_consensus_on_alas2_knows_its_sources(seed_store: Path):
    found = rows(seed_store, "consensus")
    label = next(row for row in found if row["property"] == "rdfs:label")

    assert label == {"property": "rdfs:label", "value": "ALAS2", "sources": "4", "share": "1"}


def test_the_gravest_open_conflicts_come_first(seed_store: Path):
    found = [row["severity"] for row in rows(seed_store, "open-conflicts")]

    assert found == sorted(found, key=["gl:HighSeverity", "gl:MediumSeverity", "gl:LowSeverity"].index)
