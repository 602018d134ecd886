from genelore.endpoint.pages.marking import Line, Mark, Segment, excerpt, marked, quoted
from ingest.document import decode

TEXT = decode("a.md", b"one two three\nfour\n\nfive six\n")


def mark(start: int, end: int, judgement: str = "confirmed", name: str = "a") -> Mark:
    return Mark(start, end, judgement, name)


def test_a_text_without_claims_is_one_segment_a_line() -> None:
    assert [*marked(TEXT, [])] == [
        Line(1, (Segment("one two three"),)),
        Line(2, (Segment("four"),)),
        Line(3, ()),
        Line(4, (Segment("five six"),)),
    ]


def test_a_claim_is_cut_out_of_its_line() -> None:
    two = mark(4, 7)
    expected = (Segment("one "), Segment("two", two, (two,)), Segment(" three"))
    assert next(marked(TEXT, [two])).segments == expected


def test_the_gravest_of_nested_claims_shows_and_both_begin_where_they_begin() -> None:
    outer, inner = mark(0, 13, "confirmed", "outer"), mark(4, 7, "refuted", "inner")
    assert next(marked(TEXT, [outer, inner])).segments == (
        Segment("one ", outer, (outer,)),
        Segment("two", inner, (inner,)),
        Segment(" three", outer, ()),
    )


def test_claims_that_overlap_are_cut_where_they_cross() -> None:
    first, second = mark(0, 7, "outdated", "first"), mark(4, 13, "refuted", "second")
    assert next(marked(TEXT, [first, second])).segments == (
        Segment("one ", first, (first,)),
        Segment("two", second, (second,)),
        Segment(" three", second, ()),
    )


def test_claims_on_the_same_words_are_all_reached() -> None:
    marks = [mark(4, 7, "confirmed", "b"), mark(4, 7, "refuted", "a"), mark(4, 7, "unverified", "c")]
    segment = next(marked(TEXT, marks)).segments[1]
    assert segment.mark and segment.mark.name == "a"
    assert [other.name for other in segment.others] == ["b", "c"]


def test_a_claim_over_several_lines_begins_once() -> None:
    long = mark(8, 24)
    lines = [*marked(TEXT, [long])]
    assert [(line.number, [bool(one.begins) for one in line.segments if one.mark]) for line in lines] == [
        (1, [True]),
        (2, [False]),
        (3, []),
        (4, [False]),
    ]


def test_marks_put_together_again_are_the_text() -> None:
    spans = [(start, start + length) for start in range(20) for length in (1, 5, 9)]
    marks = [mark(start, end, "", f"{start}-{end}") for start, end in spans]
    lines = ("".join(segment.text for segment in line.segments) for line in marked(TEXT, marks))
    assert "\n".join(lines) + "\n" == TEXT.text


def test_a_claim_that_ends_beyond_the_text_does_no_harm() -> None:
    assert [line.number for line in marked(TEXT, [mark(20, 900)])] == [1, 2, 3, 4]


def test_only_what_is_quoted_is_left() -> None:
    two = mark(4, 7)
    shown = [*quoted(marked(TEXT, [two]))]
    assert shown[0].segments == (Segment(" … "), Segment("two", two, (two,)), Segment(" … "))
    assert shown[1:] == [Line(2, (), 4)]


def test_an_excerpt_has_the_lines_around_and_long_ones_cut() -> None:
    document = decode("b.md", b"x" * 1000 + b" HERE " + b"y" * 1000 + b"\nnext\n")
    [line] = excerpt(document, mark(1001, 1005), 1, 1)
    before, here, after = (segment.text for segment in line.segments)
    assert (before, here, after) == ("…" + "x" * 279 + " ", "HERE", " " + "y" * 279 + "…")


def test_ten_thousand_claims_on_one_line_are_quick_to_cut() -> None:
    document = decode("c.md", b"z" * 20_000)
    nested = [mark(number, 20_000 - number, "", str(number)) for number in range(10_000)]
    [line] = marked(document, nested)
    assert len(line.segments) == 19_999
