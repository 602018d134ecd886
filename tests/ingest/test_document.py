import pytest
from hypothesis import given
from hypothesis import strategies as st

from ingest.document import MAX_BYTES, MAX_LINE, Document, Span, UnreadableDocumentError, decode, read


def test_a_document_is_named_by_the_hash_of_its_bytes():
    document = decode("a.txt", b"ALAS2\n")
    assert len(document.sha256) == 64
    assert document.sha256 == decode("b.txt", b"ALAS2\n").sha256
    assert document.sha256 != decode("a.txt", b"ALAS1\n").sha256


def test_lines_are_1_based_and_closed():
    document = decode("a.txt", b"one\ntwo\nthree")
    assert document.lines(Span(0, 3)) == "1-1"
    assert document.lines(Span(4, 9)) == "2-3"
    assert document.lines(Span(0, 4)) == "1-1"


def test_spans_count_code_points_not_bytes():
    document = decode("a.txt", "Δ𝛼 ALAS2".encode())
    assert document.quote(Span(3, 8)) == "ALAS2"


def test_only_a_newline_ends_a_line():
    document = decode("a.txt", "a\u2028b\u0085c\nd".encode())
    assert document.line(document.text.index("c")) == 1
    assert document.line(document.text.index("d")) == 2


@pytest.mark.parametrize(
    ("content", "message"),
    [
        (b"gene\nALAS\xff2", "a.txt:2: not UTF-8: invalid start byte"),
        (b"gene\n\nALAS\x002", "a.txt:3: character U+0000 is not allowed"),
        (b"ALAS\x1b[31m2", "a.txt:1: character U+001B is not allowed"),
        ("a\n\ufffe".encode(), "a.txt:2: character U+FFFE is not allowed"),
        (b"\xed\xa0\x80", "a.txt:1: not UTF-8: invalid continuation byte"),
        (b"a\n" + b"b" * (MAX_LINE + 1), f"a.txt:2: line longer than {MAX_LINE} characters"),
        (b"a\n" * MAX_BYTES, f"a.txt: larger than {MAX_BYTES} bytes"),
    ],
)
def test_bytes_that_are_no_text_are_refused_with_the_line(content: bytes, message: str):
    with pytest.raises(UnreadableDocumentError) as refusal:
        decode("a.txt", content)
    assert str(refusal.value) == message


def test_a_file_that_cannot_be_opened_is_named(tmp_path):
    with pytest.raises(UnreadableDocumentError, match="nowhere.txt: No such file or directory"):
        read(tmp_path / "nowhere.txt")


@given(st.binary(max_size=400))
def test_any_bytes_are_a_document_or_a_refusal(content: bytes):
    try:
        document = decode("a", content)
    except UnreadableDocumentError:
        return
    assert isinstance(document, Document)
    assert document.text.encode() == content
    assert document.line(len(document.text)) == content.count(b"\n") + 1


def test_a_control_character_that_xml_allows_is_kept_and_found():
    document = decode("a.txt", "caf\u0082 and \u0085 and \x7f".encode())
    assert [document.quote(span) for span in document.odd_characters()] == ["\u0082", "\x7f"]
