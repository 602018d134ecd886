"""The seal of a folder: what it notices, and what it does not read twice."""

import os
from pathlib import Path

import pytest

from genelore import seal
from genelore.seal import State


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    found = tmp_path / "quads"
    found.mkdir()
    (found / "1.sst").write_bytes(b"a table")
    (found / "MANIFEST").write_bytes(b"a list of tables")
    return found


def test_a_sealed_folder_is_whole_until_a_byte_of_it_changes(folder: Path) -> None:
    seal.close(folder)
    assert seal.state(folder) is State.WHOLE
    when = (folder / "1.sst").stat().st_mtime_ns
    (folder / "1.sst").write_bytes(b"a tablE")
    os.utime(folder / "1.sst", ns=(when, when))
    assert seal.state(folder) is State.BROKEN  # whoever looks for damage reads every byte


def test_a_table_under_a_second_name_is_sealed_without_being_read_again(
    folder: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    generation = tmp_path / "generation"
    generation.mkdir()
    for path in folder.iterdir():
        (generation / path.name).hardlink_to(path)
    seal.close(folder)
    read: list[str] = []
    plain = seal._checksum
    monkeypatch.setattr(seal, "_checksum", lambda path: (read.append(path.name), plain(path))[1])
    seal.close(generation)
    assert read == ["MANIFEST"]
    assert seal.state(generation) is State.WHOLE


def test_a_table_written_anew_is_sealed_as_it_is_now(folder: Path) -> None:
    seal.close(folder)
    (folder / "1.sst").write_bytes(b"another table")
    seal.close(folder)
    assert seal.state(folder) is State.WHOLE
