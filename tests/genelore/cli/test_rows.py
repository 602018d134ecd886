"""The formats that the command line writes an answer in."""

from genelore.cli.rows import Format
from genelore.results import ResultFormat


def test_an_answer_is_a_table_or_in_any_of_the_formats_of_results():
    assert [*Format] == ["table", *ResultFormat]
