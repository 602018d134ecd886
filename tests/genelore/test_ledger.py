import pytest

from genelore.ledger import DamagedLedgerError, Entry, Removal, append, load, rewrite

FIRST = Entry("a.md", "00", "https://example.org/1", 3, "aa")
SECOND = Entry("b.md", "11", "https://example.org/2", 4, "bb")


def test_what_was_appended_is_loaded(tmp_path):
    append(tmp_path / "ledger", [FIRST, SECOND])
    assert load(tmp_path / "ledger") == {"a.md": FIRST, "b.md": SECOND}


def test_a_removal_takes_an_entry_out(tmp_path):
    append(tmp_path / "ledger", [FIRST, SECOND])
    append(tmp_path / "ledger", [Removal("a.md")])
    assert load(tmp_path / "ledger") == {"b.md": SECOND}


def test_a_later_entry_of_the_same_name_holds(tmp_path):
    later = Entry("a.md", "22", "https://example.org/3", 5, "cc")
    append(tmp_path / "ledger", [FIRST, later])
    assert load(tmp_path / "ledger") == {"a.md": later}


@pytest.mark.parametrize("cut", [1, 2, 10, 60])
def test_a_torn_last_line_was_never_acknowledged(tmp_path, cut):
    path = tmp_path / "ledger"
    append(path, [FIRST, SECOND])
    path.write_bytes(path.read_bytes()[:-cut])
    assert load(path).keys() <= {"a.md", "b.md"}
    append(path, [SECOND])
    assert load(path) == {"a.md": FIRST, "b.md": SECOND}


def test_a_flipped_bit_in_an_earlier_line_is_noticed(tmp_path):
    path = tmp_path / "ledger"
    append(path, [FIRST, SECOND])
    content = bytearray(path.read_bytes())
    content[20] ^= 1
    path.write_bytes(content)
    with pytest.raises(DamagedLedgerError, match="ledger:1: "):
        load(path)


def test_a_rewritten_ledger_holds_the_same_with_one_line_each(tmp_path):
    path = tmp_path / "ledger"
    append(path, [SECOND, FIRST, Removal("b.md"), SECOND])
    rewrite(path, load(path).values())
    assert load(path) == {"a.md": FIRST, "b.md": SECOND}
    assert len(path.read_text().splitlines()) == 2


def test_a_name_with_any_characters_survives(tmp_path):
    wild = Entry("a\nb\u2028c\udc80.md", "00", "https://example.org/1", 3, "aa")
    append(tmp_path / "ledger", [wild])
    assert load(tmp_path / "ledger") == {wild.name: wild}
