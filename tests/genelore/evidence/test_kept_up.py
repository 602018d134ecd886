"""What endpoints answered keeps its part in an audit that is brought up to date."""

from pathlib import Path

from genelore.audit.outside import Answer, Relation, gathered
from genelore.audit.outside_memory import remember
from tests.genelore.audit.kept_up import SEEDS, brought

ANSWERS = gathered(
    Answer(endpoint, question, "a" * 64, "2026-01-01T00:00:00Z", relation, subject, value, taxon)
    for endpoint, question, relation, subject, value, taxon in (
        (
            "https://www.bgee.org/sparql/",
            "bgee-places",
            Relation.PLACE,
            "ensembl:ENSG00000158578",
            "UBERON:0002371",
            "",
        ),
        (
            "https://sparql.uniprot.org/sparql",
            "uniprot-hostdb",
            Relation.GENE,
            "ncbigene:552895",
            "ALAS2",
            "NCBITaxon:9031",
        ),
    )
)
ASKED = "askedEndpoint"


def prepared(folder: Path) -> Path:
    remember(folder, ANSWERS)
    return folder


def test_the_layer_after_a_change_is_that_of_a_rebuild_with_the_same_answers(tmp_path: Path) -> None:
    kept = prepared(tmp_path / "kept")
    _, whole = brought(kept, SEEDS)
    assert sum(ASKED in quad for quad in whole) == len(ANSWERS.answers)

    fewer = {name: text for name, text in SEEDS.items() if "chickybase" not in name}
    done, amended = brought(kept, fewer)

    assert done.removed is not None
    assert sum(ASKED in quad for quad in amended) == 1
    assert amended == brought(prepared(tmp_path / "anew"), fewer)[1]


def test_other_answers_examine_every_document_again_and_the_same_none(tmp_path: Path) -> None:
    folder = tmp_path / "store"
    brought(folder, SEEDS)
    assert brought(prepared(folder), SEEDS)[0].examined == len(SEEDS)
    assert brought(prepared(folder), SEEDS)[0].examined == 0
