import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from ingest.document import Document, UnreadableDocumentError, decode
from ingest.front_matter import FrontMatterError, Mapping, Node, Scalar, read


def document(text: str) -> Document:
    return decode("page.md", text.encode())


def plain(node: Node) -> object:
    match node:
        case Scalar(text=text):
            return text
        case Mapping(entries=entries):
            return {key.text: plain(value) for key, value in entries}
    return [plain(item) for item in node]


def scalars(node: Node) -> list[Scalar]:
    match node:
        case Scalar():
            return [node]
        case Mapping(entries=entries):
            return [scalar for key, value in entries for scalar in (key, *scalars(value))]
    return [scalar for item in node for scalar in scalars(item)]


def test_the_mapping_and_where_the_body_begins_are_read():
    page = document("---\nsymbol: ALAS2\n---\n# ALAS2\n")
    mapping, body = read(page)
    assert plain(mapping) == {"symbol": "ALAS2"}
    assert page.text[body:] == "# ALAS2\n"


def test_returns_before_line_ends_are_no_part_of_values():
    page = document("---\r\nsymbol: ALAS2\r\nname: 𝛿-synthase\r\n--- \r\nbody")
    mapping, body = read(page)
    assert [page.quote(scalar.span) for scalar in scalars(mapping)] == [
        "symbol",
        "ALAS2",
        "name",
        "𝛿-synthase",
    ]
    assert page.text[body:] == "body"


def test_front_matter_may_be_empty():
    assert read(document("---\n---\n")) == (Mapping(), 8)


@pytest.mark.parametrize(
    "value", ["NO", "ON", "yes", "12:30", "010", "0x1F", "1E5", "1.0", "2023-05-10", "=", ".inf"]
)
def test_a_scalar_is_the_text_that_was_written(value: str):
    mapping, _ = read(document(f"---\n{value}: {value}\n---\n"))
    assert plain(mapping) == {value: value}


@pytest.mark.parametrize("value", ["", "~", "null"])
def test_nothing_is_empty_text(value: str):
    mapping, _ = read(document(f"---\nlocation: {value}\n---\n"))
    assert mapping.get("location") is not None
    assert mapping.scalar("location") is None


def test_null_in_quotation_marks_is_text():
    assert plain(read(document("---\na: 'null'\n---\n"))[0]) == {"a": "null"}


@pytest.mark.parametrize("character", ["\x85", "\u2028", "\u2029", "\ufeff", "\x96"])
def test_characters_that_yaml_1_1_takes_for_line_ends_are_text(character: str):
    page = document(f"---\na: b{character}c\n{character}e: f\n---\n")
    mapping, _ = read(page)
    assert plain(mapping) == {"a": f"b{character}c", f"{character}e": "f"}
    assert page.quote(mapping.entries[0][1].span) == f"b{character}c"


def test_characters_of_private_use_are_kept_where_no_line_separator_is():
    assert plain(read(document("---\na: b\ue020c\n---\n"))[0]) == {"a": "b\ue020c"}
    with pytest.raises(FrontMatterError, match=r"private use U\+E020"):
        read(document("---\na: b\ue020c\u2028\n---\n"))


@pytest.mark.parametrize(
    ("written", "text", "quote"),
    [
        ("it is", "it is", "it is"),
        ("'it''s'", "it's", "it''s"),
        ('"\\u03b4 5"', "δ 5", "\\u03b4 5"),
        ("Heart,\n  Lung # seen", "Heart, Lung", "Heart,\n  Lung"),
        ("|\n  one\n  two\n\n", "one\ntwo\n", "one\n  two"),
        (">-\n\n  one\n  two", "\none two", "one\n  two"),
    ],
)
def test_the_span_of_a_scalar_leaves_its_marks_out(written: str, text: str, quote: str):
    page = document(f"---\n𝛿: {written}\nlast: x\n---\n")
    value = read(page)[0].scalar("𝛿")
    assert value is not None
    assert (value.text, page.quote(value.span)) == (text, quote)


@pytest.mark.parametrize(
    ("text", "line", "reason"),
    [
        ("symbol: ALAS2\n", 1, "does not begin"),
        ("", 1, "does not begin"),
        ("---\nsymbol: ALAS2\n", 1, "no closing line"),
        ("---\n- ALAS2\n---\n", 2, "no mapping"),
        ("---\na: 1\nb: &x 2\n---\n", 3, "an anchor"),
        ("---\na: 1\nb: *x\n---\n", 3, "an alias"),
        ("---\na: !!python/object/apply:os.system [ls]\n---\n", 2, "a tag"),
        ("---\na: ! b\n---\n", 2, "a tag"),
        ("---\na: 1\n<<: {b: 2}\n---\n", 3, "a merge key"),
        ("---\na: 1\nb: 2\na: 3\n---\n", 4, "the key 'a' occurs twice"),
        ("---\na: 1\n[b]: 2\n---\n", 3, "a key that is not text"),
        ("---\n? {b: c}\n: 2\n---\n", 2, "a key that is not text"),
        ("---\na: 1\n--- b\n---\n", 3, "a second document"),
        ("---\na: 1\n...\n---\n", 3, "a second document"),
        ("---\n%YAML 1.1\n---\n", 3, "not YAML"),
        ("---\na: [1\nb: 2\n---\n", 3, "not YAML: "),
        ('---\na: "\\0"\n---\n', 2, "an escape of a character"),
        ('---\na: 1\nb: "\\ud800"\n---\n', 3, ""),
    ],
)
def test_what_is_no_front_matter_is_refused_with_the_line(text: str, line: int, reason: str):
    page = document(text)
    with pytest.raises(FrontMatterError) as refusal:
        read(page)
    assert page.line(refusal.value.position) == line
    assert reason in refusal.value.reason


YAML_LIKE = st.text(
    alphabet=st.sampled_from("ab:-?[]{},#&*!|>'\"%@`~ \n\t\r0\\x\u00a0\u2028𝛿\ufeff\x85"), max_size=60
)


@settings(deadline=None)
@given(st.one_of(st.text(max_size=60), YAML_LIKE))
def test_any_text_is_read_or_refused_within_the_document(text: str):
    try:
        page = document(f"---\n{text}\n---\nbody")
    except (UnreadableDocumentError, UnicodeEncodeError):
        return
    try:
        mapping, body = read(page)
    except FrontMatterError as refusal:
        assert 0 <= refusal.position <= len(page.text)
        return
    assert page.text[body - 1] == "\n"
    assert all(4 <= scalar.span.start <= scalar.span.end < body for scalar in scalars(mapping))


WORDS = st.text(alphabet=st.sampled_from("abcXYZ019 𝛿é/.()-_+\u2028"), min_size=1).map(
    lambda text: f"w{text}w"
)


@settings(deadline=None)
@given(st.lists(WORDS, min_size=1, max_size=5), st.sampled_from(["", "'", '"']))
def test_the_span_of_a_scalar_on_one_line_is_its_text(words: list[str], mark: str):
    lines = [f"key{number}: {mark}{word}{mark}" for number, word in enumerate(words)]
    page = document("\n".join(["---", *lines, "---"]))
    values = [value for _, value in read(page)[0].entries]
    assert [page.quote(value.span) for value in values if isinstance(value, Scalar)] == words
    assert [plain(value) for value in values] == words
