import pytest

from ingest.document import Span
from ingest.markdown import Kind, bare, blocks, folded

PAGE = """\
# Gene *TEST1*  ##

- **Aliases:** A, B
    * nested *item* <br>
2) second
plain line
> quoted line
***
| AA | dbSNP |
|:---|------:|
| **V1I** | rs1 |
a|b
-|-
1|2
<script>alert(1)</script>
"""


def read(text: str) -> list[tuple[str, int, str]]:
    return [
        (block.kind.name, block.depth, text[block.span.start : block.span.end])
        for block in blocks(text, 0, len(text))
    ]


def test_each_line_is_a_block_with_its_own_text():
    assert read(PAGE)[:6] == [
        ("HEADING", 1, "Gene *TEST1*"),
        ("ITEM", 0, "**Aliases:** A, B"),
        ("ITEM", 4, "nested *item*"),
        ("ITEM", 0, "second"),
        ("TEXT", 0, "plain line"),
        ("TEXT", 0, "quoted line"),
    ]


def test_a_table_is_rows_of_cells_and_its_head_is_marked():
    rows = [block for block in blocks(PAGE, 0, len(PAGE)) if block.kind is Kind.ROW]
    cells = [[PAGE[cell.start : cell.end] for cell in row.cells] for row in rows]
    assert cells == [["AA", "dbSNP"], ["V1I", "rs1"], ["a", "b"]]
    assert [row.starts_table for row in rows] == [True, False, True]


def test_a_bar_that_is_escaped_parts_no_cells():
    text = r"| a \| b | c |"
    (row,) = blocks(text, 0, len(text))
    assert [text[cell.start : cell.end] for cell in row.cells] == [r"a \| b", "c"]


def test_rules_and_blank_lines_are_no_blocks():
    assert read("---\n\n* * *\n   \n___\n") == []


def test_raw_html_is_text():
    assert read("<script>alert(1)</script>\n<img onerror=x>")[0] == ("TEXT", 0, "<script>alert(1)</script>")


def test_an_empty_item_is_no_block():
    assert read("- \n-\n1. \n") == []


def test_only_the_stretch_asked_for_is_read():
    text = "one\ntwo\nthree"
    assert [text[block.span.start : block.span.end] for block in blocks(text, 4, 7)] == ["two"]


@pytest.mark.parametrize(
    ("text", "inner"),
    [
        ("**bold** ", "bold"),
        ("_a_", "a"),
        ("p.Arg20*", "p.Arg20*"),
        ("word**", "word"),
        ("`code`", "code"),
        ("**", ""),
        ("", ""),
    ],
)
def test_emphasis_around_a_text_is_no_part_of_it(text: str, inner: str):
    span = bare(text, Span(0, len(text)))
    assert text[span.start : span.end] == inner


def test_emphasis_inside_a_text_is_left_out_of_its_value():
    assert folded("the *TEST1*  gene, `x`, **y** and c.145_146insAT, p.Arg20*") == (
        "the TEST1 gene, x, y and c.145_146insAT, p.Arg20*"
    )
