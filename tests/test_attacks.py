"""Hostile documents through the whole way: each is quarantined or harmless, and the rest goes on."""

import gzip
import io
import zipfile
from pathlib import Path

import pyoxigraph
import pytest
import rdflib
from hypothesis import given, settings
from hypothesis import strategies as st
from pyoxigraph import BlankNode, Literal, NamedNode, RdfFormat

from genelore.build import Options, Outcome, Status, build
from genelore.generation import open_current
from genelore.prepare import Clock, prepare
from genelore.prepared import Prepared
from genelore.publish.export import ExportFormat, export
from genelore.recovery import open_store
from ingest.intake import Intake, take_in

GOOD = """---
title: "TP53"
date: 2023-05-10 00:00:00
layout: post
categories: Gene
---

# Gene Information for TP53

## External IDs and Aliases

- HGNC: 11998
- Aliases: P53

**_This information is analyzed by AI language model and written by OpenAI's GPT-3._**
"""
PAGE = """---
aliases:
- alias one
cgnc_id: '1'
external_ids:
  Genomic Map: https://www.ensembl.org/Multi/Search/Results?q=ENSGALG00000003948
gene_id: '451325'
gene_type: protein-coding
name: a name
ncbi_id: '451325'
orthologs: []
sources:
- name: GEISHA
  type: database
  url: https://geisha.arizona.edu/geisha/search.jsp?gene=451325
species: Gallus gallus
symbol: ALAS2
title: ALAS2
---

# ALAS2
"""


def brought_in(folder: Path, *documents: tuple[str, bytes]) -> list[Outcome]:
    """Build a good document, the hostile ones, and another good one."""
    first, last = (Intake(name, GOOD.replace("TP53", name).encode()) for name in ("FIRST", "LAST"))
    store, _ = open_store(folder)
    with store:
        intakes = [first, *(Intake(*document) for document in documents), last]
        outcomes = list(build(intakes, store, Options(date="2026-01-01T00:00:00Z", validate=False)))
    assert (outcomes[0].status, outcomes[-1].status) == (Status.STORED, Status.STORED)
    return outcomes[1:-1]


def front(line: str) -> bytes:
    """A page whose front matter has one hostile line more."""
    return PAGE.replace("aliases:\n", f"{line}\naliases:\n", 1).encode()


BOMB = "a: &a [x,x,x,x,x,x,x,x,x]\n" + "".join(
    f"{name}: &{name} [{','.join(['*' + old] * 9)}]\n"
    for old, name in zip("abcdefgh", "bcdefghi", strict=True)
)


@pytest.mark.parametrize(
    "content",
    [
        front(BOMB),
        front("x: &x {a: 1}\ny:\n  <<: *x"),
        front("x: !!python/object/apply:os.system ['true']"),
        front("x: !!binary aGVsbG8="),
        front("symbol: ALAS1"),
        front("x: " + "[" * 100_000),
        front("x:\n" + "".join(f"{'  ' * n}k:\n" for n in range(1, 400))),
        front("? [a, b]\n: c"),
        front("".join(f"k{number}: v\n" for number in range(100_000))),
        b"---\nsymbol: ALAS2\n",
        GOOD.encode() + b"\x00",
        GOOD.encode() + b"\x1b[2J",
        GOOD.encode() + b"\xff",
        GOOD.encode() + "\uffff".encode(),
        GOOD.encode() + b"x" * 2_000_000,
        GOOD.encode() * 100_000,
        b"",
        b"<!DOCTYPE x [<!ENTITY a SYSTEM 'file:///etc/passwd'>]><x>&a;</x>",
        b'{"@context": "http://127.0.0.1:9/context.jsonld", "@id": "urn:x"}',
        b"@prefix sh: <http://www.w3.org/ns/shacl#> . [] a sh:NodeShape ; sh:js [] .",
    ],
)
def test_a_hostile_document_is_quarantined_with_its_reason_and_the_rest_goes_on(tmp_path, content):
    [outcome] = brought_in(tmp_path, ("hostile.md", content))
    assert outcome.status is Status.QUARANTINED
    assert outcome.refusal is not None
    assert outcome.refusal.stage in {"read", "recognise", "parse"}
    assert outcome.refusal.reason
    kept = [path.read_bytes() for path in tmp_path.glob("quarantine/*/document")]
    assert kept == [content]


@pytest.mark.parametrize(
    ("written", "kept"),
    [
        ("NO", "NO"),
        ("1E5", "1E5"),
        ("010", "010"),
        ("2001-01-01", "2001-01-01"),
        ("12:30", "12:30"),
        ("~x", "~x"),
    ],
)
def test_yaml_scalars_come_out_as_they_were_written(tmp_path, written, kept):
    content = PAGE.replace("symbol: ALAS2", f"symbol: {written}").replace("# ALAS2", f"# {written}").encode()
    brought_in(tmp_path, ("page.md", content))
    query = "SELECT ?s { GRAPH ?g { ?r <https://w3id.org/genelore/ontology#symbol> ?s } }"
    assert kept in {row[0].value for row in open_current(tmp_path).query(query)}


WILD = [
    'x> <urn:evil> "y',
    '" . <urn:evil> <urn:evil> <urn:evil> . "',
    "a\\u0022b\\",
    "'''x'''",
    "<script>alert(1)</script>",
    "![x](javascript:alert(1))",
    "_:b0",
    "x^^<urn:evil>",
    "x@en-<urn:evil>",
    "\u202egnp.exe",
    "{?x} {{7*7}} ${7*7}",
    "=cmd|' /C calc'!A0",
]


@pytest.mark.parametrize("text", WILD)
def test_syntax_inside_a_value_stays_inside_its_literal_in_every_export(tmp_path, text):
    post = GOOD.replace("P53", text, 1).replace("HGNC: 11998", f"HGNC: {text}")
    page = PAGE.replace("alias one", "'" + text.replace("'", "''") + "'")
    brought_in(tmp_path, ("post.md", post.encode()), ("page.md", page.encode()))
    store = open_current(tmp_path)
    wanted = {str(quad) for quad in store}
    evil = NamedNode("urn:evil")
    assert all(evil not in (quad.subject, quad.predicate, quad.object, quad.graph_name) for quad in store)
    for form in (ExportFormat.NQUADS, ExportFormat.TRIG, ExportFormat.JSONLD):
        stream = io.BytesIO()
        export(store, (), form, stream)
        again = pyoxigraph.parse(stream.getvalue(), format=RdfFormat.from_media_type(MEDIA[form]))
        assert {str(quad) for quad in again} == wanted
    stream = io.BytesIO()
    export(store, (), ExportFormat.RDFXML, stream)
    assert len(rdflib.Graph().parse(data=stream.getvalue(), format="xml")) > 0


MEDIA = {
    ExportFormat.NQUADS: "application/n-quads",
    ExportFormat.TRIG: "application/trig",
    ExportFormat.JSONLD: "application/ld+json",
}


def test_a_document_cannot_name_itself_or_speak_in_anothers_graph(tmp_path):
    victim = "https://w3id.org/genelore/document/0000000000000000"
    content = front(f"id: {victim}\n'@id': {victim}\nsource_url: {victim}\nlicense: https://example.org/free")
    brought_in(tmp_path, ("page.md", content))
    names = {graph.value for graph in open_current(tmp_path).named_graphs() if isinstance(graph, NamedNode)}
    assert victim not in names


def test_markup_in_a_post_is_text_only(tmp_path):
    content = GOOD.replace(
        "- Aliases: P53", "- Aliases: <img src=x onerror=alert(1)>, P53\n\n<script>P54</script>"
    )
    brought_in(tmp_path, ("post.md", content.encode()))
    for quad in open_current(tmp_path):
        if "<script>" in str(quad) or "onerror" in str(quad):
            assert isinstance(quad.object, Literal)


def test_an_archive_with_a_bomb_and_a_way_out_still_gives_its_good_documents(tmp_path):
    path = tmp_path / "docs.zip"
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("../../etc/evil.md", GOOD)
        archive.writestr("bomb.md", b"\0" * 50_000_000)
        archive.writestr("good.md", GOOD)
    (tmp_path / "bomb.md.gz").write_bytes(gzip.compress(b"\0" * 50_000_000))
    store, _ = open_store(tmp_path / "store")
    with store:
        outcomes = list(build(take_in([path, tmp_path / "bomb.md.gz"]), store, Options(validate=False)))
    assert [outcome.status for outcome in outcomes] == [Status.QUARANTINED] * 2 + [Status.STORED] + [
        Status.QUARANTINED
    ]
    assert not [name for name in (tmp_path / "store" / "documents").iterdir() if len(name.name) != 64]


@settings(max_examples=60, deadline=None)
@given(st.data())
def test_a_mutated_document_is_prepared_or_refused_and_never_ends_the_batch(data):
    text = data.draw(st.sampled_from([GOOD, PAGE]))
    lines = text.splitlines(keepends=True)
    for _ in range(data.draw(st.integers(1, 4))):
        place = data.draw(st.integers(0, len(lines) - 1))
        lines[place] = data.draw(st.text(max_size=60)) + data.draw(st.sampled_from(["", "\n", lines[place]]))
    content = "".join(lines).encode("utf-8", "surrogatepass")
    result = prepare(Intake("mutant.md", content), Clock("2026-01-01T00:00:00Z"), validate=False)
    if isinstance(result, Prepared):
        quads = list(pyoxigraph.parse(result.nquads, format=RdfFormat.N_QUADS))
        assert not any(isinstance(node, BlankNode) for quad in quads for node in (quad.subject, quad.object))
    else:
        assert result.stage in {"read", "recognise", "parse"}, result.reason
