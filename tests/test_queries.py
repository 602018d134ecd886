"""Every query of genelore/queries answers its question over the audited seeds.

Those of genelore/queries/federated ask other endpoints: tests/genelore/federation/examples runs them.
"""

import subprocess
import sys
from pathlib import Path

import pytest
from pyoxigraph import QueryBoolean, QuerySolutions

from genelore.dataset import evaluate
from genelore.description.examples import Example, examples
from genelore.generation import open_current
from genelore.results import shortened
from tests.ingest.sources.gene_posts import FRONT, post
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

    assert label["value"] == "ALAS2"
    assert (label["sources"], label["share"]) == ("4", "1")
    assert {row["symbol"] for row in found} == {"ALAS2"}


@pytest.fixture(scope="module")
def other_store(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Build and audit a store without ALAS2: posts on two genes, each with an Ensembl gene of its own."""
    folder = tmp_path_factory.mktemp("other")
    store = folder / "store"
    for symbol, ensembl in (("CFTR", "ENSG00000001626"), ("SHH", "ENSG00000164690")):
        body = f"# Gene Information for {symbol}\n\n## External IDs\n\n- Ensembl: {ensembl}\n"
        text = post(body, FRONT.replace("TEST1", symbol)).text
        (folder / f"{symbol}.md").write_text(text, encoding="utf-8")
    posts = [str(path) for path in sorted(folder.glob("*.md"))]
    for arguments in (["build", *posts], ["audit"]):
        command = [sys.executable, "-m", "genelore", *arguments, "--quiet", "--store", str(store)]
        subprocess.run(command, check=True, cwd=ROOT, stdout=subprocess.DEVNULL)
    return store


@pytest.mark.parametrize("name", ["consensus", "support"])
def test_queries_on_what_holds_have_answers_in_stores_without_alas2(name: str, other_store: Path):
    query = (ROOT / "genelore" / "queries" / f"{name}.rq").read_text("utf-8")

    assert [*evaluate(open_current(other_store), query)]


def test_documents_on_different_genes_disagree_on_nothing(other_store: Path):
    assert rows(other_store, "disagreements") == []


def test_the_gravest_open_conflicts_come_first(seed_store: Path):
    found = [row["severity"] for row in rows(seed_store, "open-conflicts")]

    assert found == sorted(found, key=["gl:HighSeverity", "gl:MediumSeverity", "gl:LowSeverity"].index)
