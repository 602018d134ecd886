import re
from dataclasses import replace
from functools import cache
from html.parser import HTMLParser

import pytest

from genelore.audit.findings import findings
from genelore.audit.model import Judgement, Link, Standing, Vote
from genelore.publish.report import report
from genelore.publish.report.agreement import matrices
from genelore.publish.report.locations import strips
from genelore.publish.report.rates import of_kinds, of_spaces
from genelore.publish.report.signs import SIGNS, tally
from genelore.publish.report.votes import elections
from ontology.terms import BASE
from tests.genelore.audit.hand_made import audit_of_seeds, reading, seeds

VOID = {"meta", "br", "hr", "img", "input", "link"}


@cache
def page() -> str:
    found = findings(seeds(), audit_of_seeds(), BASE)
    return report(seeds(), audit_of_seeds(), found, BASE, "2026-01-01")


class Balance(HTMLParser):
    def __init__(self) -> None:
        super().__init__()
        self.open: list[str] = []
        self.wrong: list[str] = []

    def handle_starttag(self, tag, attrs):
        if tag not in VOID:
            self.open.append(tag)

    def handle_startendtag(self, tag, attrs):
        """Pass over an element that closes itself, as those of SVG may."""

    def handle_endtag(self, tag):
        if not self.open or self.open.pop() != tag:
            self.wrong.append(tag)


def test_the_page_is_well_formed():
    parser = Balance()
    parser.feed(page())

    assert (parser.open, parser.wrong) == ([], [])


def test_the_page_needs_nothing_from_elsewhere():
    without_text = re.sub(r">[^<]*<", "><", page())

    assert re.findall(r"(?:src|href|url)\s*[=(]\s*[\"']?(?!#)[^\s\"')]+", without_text) == []
    assert "<script" not in page()
    assert "@import" not in page()


def test_the_page_tells_the_number_of_each_verdict_and_every_finding():
    counted = sum(verdict.judgement is Judgement.REFUTED for verdict in audit_of_seeds().verdicts)

    assert f"<strong>{counted}</strong> refuted" in page()
    assert page().count('<article class="finding') == len(findings(seeds(), audit_of_seeds(), BASE))


def test_text_of_documents_is_escaped():
    evil = reading("<b>evil.md", "gene symbol <script>alert(1)</script>", 'gene alias "><img src=x>')
    made = report([evil], audit_of_seeds(), (), BASE)

    assert "<script>" not in made
    assert "<img" not in made
    assert "<b>evil" not in made


def test_the_same_audit_gives_the_same_page_and_no_date_of_its_own():
    found = findings(seeds(), audit_of_seeds(), BASE)

    assert report(seeds(), audit_of_seeds(), found, BASE, "2026-01-01") == page()
    assert (
        "202" not in report((), audit_of_seeds(), (), BASE).partition("</header>")[0].partition("<body>")[2]
    )


def test_every_judgement_has_its_own_sign_besides_its_colour():
    assert len(set(SIGNS.values())) == len(Judgement)


def test_the_matrix_of_human_alas2_has_the_four_documents_and_leaves_the_chicken_out():
    first, second, *_ = matrices(seeds(), audit_of_seeds())

    assert (first.title, len(first.documents)) == ("ALAS2", 4)
    assert second.standing == "contested"
    assert second.documents == ("alas2-chickybase.md",)


def test_a_cell_shows_the_value_and_its_verdict():
    first = matrices(seeds(), audit_of_seeds())[0]
    line = next(line for line in first.lines if line.name == "ensemblGene")
    cells = {name: cell for name, cell in zip(first.documents, line.cells, strict=True) if cell.tallies}

    assert cells["alas2-gpt3-gene-post.md"].gravest == "refuted"
    assert cells["alas2-gpt3-gene-post.md"].value == "ENSG00000102010"
    assert cells["alas2-wikipedia.md"].gravest == "confirmed"


def test_a_number_beside_a_value_cannot_be_read_as_a_part_of_it():
    cells = re.findall(r'<td class="refuted"[^>]*>(.*?)</td>', page())
    words = [re.sub(r"<[^>]*>", "", cell).split() for cell in cells if "X-linked recessive" in cell]

    assert words == [["✗", "refuted", "1×", "✓", "confirmed", "1×", "X-linked", "recessive"]]


def test_the_ends_of_alas2_differ_by_87_bases_from_the_reference():
    strip = next(strip for strip in strips(seeds(), audit_of_seeds()) if strip.title == "ALAS2")

    assert (strip.begin_spread, strip.end_spread) == (0, 87)
    assert {bar.source: bar.note for bar in strip.bars} == {
        "reference": "",
        "alas2-medlineplus.txt": "end +87 bp",
        "alas2-wikipedia.md": "same ends",
    }


def test_a_place_that_nothing_can_be_compared_with_has_no_picture():
    assert all(len(strip.bars) > 1 for strip in strips(seeds(), audit_of_seeds()))


def test_the_votes_on_the_chicken_page_are_drawn_to_one_scale():
    (election,) = [e for e in elections(seeds(), audit_of_seeds()) if e.part == "gene"]
    first, second = election.parties[:2]

    assert (first.gene, first.leads) == ("ALAS1 (hgnc:396)", True)
    assert second.gene == "ALAS2 (hgnc:397)"
    widths = [sum(ballot.width for ballot in party.ballots) for party in (first, second)]
    assert widths[0] / widths[1] == pytest.approx(first.weight / second.weight)


def test_a_label_of_a_vote_begins_at_the_left_edge_and_ends_before_the_right_one():
    link = Link(
        record="d#gene",
        document="d",
        standing=Standing.CONTESTED,
        gene="hgnc:396",
        entity="",
        confidence=0.5,
        votes_for=(Vote("claim", "hgnc:396", 9, "a reason that is too long for a picture " * 3),),
        votes_against=(Vote("claim", "hgnc:397", 8, "another"),),
        reason="nothing decides",
    )
    made = report([], replace(audit_of_seeds(), links=(link,)), (), BASE)
    labels = re.findall(
        r'<text x="([\d.]+)"[^>]* class="note"( text-anchor="end")?>(?:a reason|another)', made
    )

    assert labels == [("8", ""), ("8", "")]
    (election,) = elections([], replace(audit_of_seeds(), links=(link,)))
    assert max(len(ballot.reason) for party in election.parties for ballot in party.ballots) == 56


def test_a_vote_of_a_whole_document_is_called_so():
    (election,) = [e for e in elections(seeds(), audit_of_seeds()) if e.part == "gene"]
    reasons = {ballot.reason for party in election.parties for ballot in party.ballots}

    assert "document title" in reasons
    assert not {reason for reason in reasons if reason != reason.strip()}


def test_rates_count_what_the_reference_decides():
    rates = {(rate.kind, rate.space): rate for rate in of_spaces(seeds(), audit_of_seeds())}

    assert rates["gpt3_gene_post", "ensembl"].percent == "100 %"
    assert rates["wikipedia", "ensembl"].percent == "0 %"
    assert {rate.kind for rate in of_kinds(seeds(), audit_of_seeds())} == {
        "chickybase",
        "gpt3_gene_post",
        "medlineplus",
        "wikimd",
        "wikipedia",
    }


def test_a_tally_is_sorted_by_gravity_and_adds_up():
    found = tally([Judgement.CONFIRMED, Judgement.REFUTED, Judgement.CONFIRMED, Judgement.CONFIRMED])

    assert [(one.sign, one.number, one.percent) for one in found] == [("✗", 1, 25.0), ("✓", 3, 75.0)]
