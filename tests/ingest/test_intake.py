import gzip
import io
import tarfile
import zipfile
from pathlib import Path

from ingest import intake
from ingest.document import MAX_BYTES
from ingest.intake import Intake, take_in


def taken(*paths: Path) -> list[tuple[str, bytes | str]]:
    return [(found.name, found.error.reason if found.error else found.content) for found in take_in(paths)]


def test_a_folder_is_read_in_sorted_order_without_hidden_files_and_its_readme(tmp_path):
    for name in ("b.md", "a/z.md", "a/c.md", ".hidden", "README.md", "LICENSE"):
        (tmp_path / name).parent.mkdir(exist_ok=True)
        (tmp_path / name).write_text(name)
    assert [Path(name).name for name, _ in taken(tmp_path)] == ["c.md", "z.md", "b.md"]


def test_a_readme_that_is_named_itself_is_read(tmp_path):
    (tmp_path / "README.md").write_text("hello")
    assert taken(tmp_path / "README.md") == [((tmp_path / "README.md").as_posix(), b"hello")]


def test_links_in_a_folder_are_not_followed(tmp_path):
    (tmp_path / "outside.txt").write_text("secret")
    folder = tmp_path / "folder"
    folder.mkdir()
    (folder / "inside.txt").symlink_to(tmp_path / "outside.txt")
    (folder / "up").symlink_to(tmp_path)
    assert taken(folder) == []


def test_the_members_of_a_zip_are_read_and_those_that_leave_it_refused(tmp_path):
    path = tmp_path / "docs.zip"
    with zipfile.ZipFile(path, "w") as archive:
        archive.writestr("a.md", "one")
        archive.writestr("../b.md", "two")
        archive.writestr("/etc/c.md", "three")
        archive.writestr("d\\..\\..\\d.md", "four")
    leaves = "its name leaves the archive's folder"
    assert [reason for _, reason in taken(path)] == [b"one", leaves, leaves, leaves]


def test_links_and_devices_in_a_tar_are_refused(tmp_path):
    path = tmp_path / "docs.tar.gz"
    with tarfile.open(path, "w:gz") as archive:
        link = tarfile.TarInfo("link.md")
        link.type, link.linkname = tarfile.SYMTYPE, "/etc/passwd"
        archive.addfile(link)
        fifo = tarfile.TarInfo("fifo")
        fifo.type = tarfile.FIFOTYPE
        archive.addfile(fifo)
        plain = tarfile.TarInfo("a.md")
        plain.size = 3
        archive.addfile(plain, io.BytesIO(b"one"))
    refusal = "a link or a device, not a file"
    assert [reason for _, reason in taken(path)] == [refusal, refusal, b"one"]


def test_a_gzip_bomb_is_cut_at_the_cap(tmp_path):
    path = tmp_path / "bomb.txt.gz"
    with gzip.open(path, "wb") as stream:
        stream.write(b"\0" * (MAX_BYTES + 1000))
    assert taken(path) == [((tmp_path / "bomb.txt").as_posix(), f"larger than {MAX_BYTES} bytes")]


def test_an_archive_of_too_many_files_ends_with_a_refusal(tmp_path, monkeypatch):
    monkeypatch.setattr(intake, "MAX_MEMBERS", 3)
    path = tmp_path / "many.zip"
    with zipfile.ZipFile(path, "w") as archive:
        for number in range(9):
            archive.writestr(f"{number}.md", "x")
    found = taken(path)
    assert len(found) == 4
    assert str(found[3][1]).startswith("unpacks to more than 3 files")


def test_a_damaged_archive_is_refused_and_the_next_path_is_read(tmp_path):
    (tmp_path / "bad.zip").write_bytes(b"PK\x03\x04nonsense")
    (tmp_path / "bad.tar.gz").write_bytes(b"\x1f\x8bnonsense")
    (tmp_path / "good.md").write_bytes(b"one")
    found = taken(tmp_path / "bad.zip", tmp_path / "bad.tar.gz", tmp_path / "good.md")
    assert [isinstance(reason, str) for _, reason in found] == [True, True, False]


def test_a_refusal_carries_no_bytes(tmp_path):
    [found] = take_in([tmp_path / "nowhere.md"])
    assert isinstance(found, Intake)
    assert found.error is not None
    assert str(found.error).endswith("nowhere.md: No such file or directory")
