"""What stands at the paths that a user names: files, the files of folders, the members of archives."""

import gzip
import tarfile
import zipfile
import zlib
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path, PurePosixPath
from typing import IO, cast

from ingest.document import MAX_BYTES, UnreadableDocumentError

MAX_MEMBERS = 100_000
MAX_UNPACKED = 2 * 1024**3

_DAMAGED = (OSError, EOFError, zlib.error, zipfile.BadZipFile, tarfile.TarError, RuntimeError, ValueError)
_TAR_ENDINGS = (".tar", ".tar.gz", ".tgz", ".tar.bz2", ".tar.xz")
# Files beside the documents of a folder that are about them.
_ABOUT = ("readme", "licence", "license")


@dataclass(frozen=True, slots=True)
class Intake:
    """One file to be read: its name and its bytes, or why there are none."""

    name: str
    content: bytes
    error: UnreadableDocumentError | None = None


def take_in(paths: Iterable[Path]) -> Iterator[Intake]:
    """Read what stands at the paths, one file at a time, in sorted order.

    Of a folder, hidden files, links and its README and licence are passed over. Members of an archive are
    named `archive.zip/member`; whatever would leave the archive's folder, or unpack to more than
    `MAX_UNPACKED` bytes or `MAX_MEMBERS` files, is an error that names it.
    """
    for path in paths:
        if path.is_dir():
            for file in _files(path):
                yield from _file(file)
        else:
            yield from _file(path)


def _files(folder: Path) -> Iterator[Path]:
    for path in sorted(folder.iterdir()):
        if path.name.startswith(".") or path.is_symlink():
            continue
        if path.is_dir():
            yield from _files(path)
        elif path.stem.casefold() not in _ABOUT:
            yield path


def _file(path: Path) -> Iterator[Intake]:
    name = path.as_posix()
    try:
        if name.endswith(".zip"):
            yield from _zip_members(path)
        elif name.endswith(_TAR_ENDINGS):
            yield from _tar_members(path)
        elif name.endswith(".gz"):
            with gzip.open(path) as stream:
                # A GzipFile reads like any binary file, but is not typed as one.
                yield _read(name.removesuffix(".gz"), cast(IO[bytes], stream))
        else:
            with path.open("rb") as stream:
                yield _read(name, stream)
    except _DAMAGED as error:
        yield _refusal(name, getattr(error, "strerror", None) or str(error) or type(error).__name__)


def _read(name: str, stream: IO[bytes]) -> Intake:
    content = stream.read(MAX_BYTES + 1)
    if len(content) > MAX_BYTES:
        return _refusal(name, f"larger than {MAX_BYTES} bytes")
    return Intake(name, content)


def _refusal(name: str, reason: str) -> Intake:
    return Intake(name, b"", UnreadableDocumentError(name, None, reason))


def _stays_inside(member: str) -> bool:
    path = PurePosixPath(member.replace("\\", "/"))
    return not path.is_absolute() and ".." not in path.parts and ":" not in path.parts[0]


def _capped(archive: str, members: Iterator[Intake]) -> Iterator[Intake]:
    unpacked = 0
    for number, intake in enumerate(members, 1):
        unpacked += len(intake.content)
        if number > MAX_MEMBERS or unpacked > MAX_UNPACKED:
            yield _refusal(archive, f"unpacks to more than {MAX_MEMBERS} files or {MAX_UNPACKED} bytes")
            return
        yield intake


def _zip_members(path: Path) -> Iterator[Intake]:
    with zipfile.ZipFile(path) as archive:
        infos = [info for info in archive.infolist() if not info.is_dir()]
        yield from _capped(path.as_posix(), (_zip_member(path, archive, info) for info in infos))


def _zip_member(path: Path, archive: zipfile.ZipFile, info: zipfile.ZipInfo) -> Intake:
    name = f"{path.as_posix()}/{info.filename}"
    if not _stays_inside(info.filename):
        return _refusal(name, "its name leaves the archive's folder")
    try:
        with archive.open(info) as stream:
            return _read(name, stream)
    except _DAMAGED as error:
        return _refusal(name, str(error) or type(error).__name__)


def _tar_members(path: Path) -> Iterator[Intake]:
    with tarfile.open(path) as archive:
        infos = (info for info in archive if not info.isdir())
        yield from _capped(path.as_posix(), (_tar_member(path, archive, info) for info in infos))


def _tar_member(path: Path, archive: tarfile.TarFile, info: tarfile.TarInfo) -> Intake:
    name = f"{path.as_posix()}/{info.name}"
    if not _stays_inside(info.name):
        return _refusal(name, "its name leaves the archive's folder")
    stream = archive.extractfile(info) if info.isreg() else None
    return _read(name, stream) if stream else _refusal(name, "a link or a device, not a file")
