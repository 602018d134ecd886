"""What was posted, as files in a folder of its own."""

from pathlib import Path, PurePosixPath
from typing import IO

from starlette.datastructures import UploadFile
from starlette.requests import Request

from genelore.endpoint.job import ProblemError

_MOST_FILES = 1000
_LONGEST_NAME = 200
_FORM = "multipart/form-data"
_PIECE = 1 << 16


async def receive(request: Request, folder: Path) -> list[str]:
    """Write what was posted into a folder and return the names of the documents and archives.

    A form has one file for each; any other body is one, which the parameter `name` names.

    Raises:
        ProblemError: a name is missing or leaves the folder, or there is nothing.
    """
    if request.headers.get("content-type", "").partition(";")[0].strip().lower() == _FORM:
        names = await _form(request, folder)
    else:
        names = [await _body(request, folder)]
    if not names:
        raise ProblemError(400, "Nothing was sent", "A form has at least one file.")
    return names


async def _body(request: Request, folder: Path) -> str:
    name = checked(request.query_params.get("name", ""))
    with _opened(folder, name) as stream:
        async for piece in request.stream():
            stream.write(piece)
    return name


async def _form(request: Request, folder: Path) -> list[str]:
    names = []
    async with request.form(max_files=_MOST_FILES, max_fields=_MOST_FILES) as form:
        for _, value in form.multi_items():
            if isinstance(value, UploadFile):
                names.append(checked(value.filename or ""))
                with _opened(folder, names[-1]) as stream:
                    while piece := await value.read(_PIECE):
                        stream.write(piece)
    return names


def _opened(folder: Path, name: str) -> IO[bytes]:
    path = folder / name
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        return path.open("xb")
    except OSError as error:
        raise ProblemError(400, "Two documents of one name", f"{name} was sent twice.") from error


def checked(name: str) -> str:
    """Return the name of a document: a relative path without `..`, as `genelore build` would have made it.

    Raises:
        ProblemError: it is none.
    """
    parts = PurePosixPath(name).parts
    is_plain = name.isprintable() and "\\" not in name and len(name.encode(errors="replace")) <= _LONGEST_NAME
    if not parts or not is_plain or name.startswith("/") or ".." in parts:
        detail = f"A name is a relative path such as seeds/page.md, of at most {_LONGEST_NAME} bytes."
        raise ProblemError(400, "The name of the document is missing or not allowed", detail)
    return PurePosixPath(name).as_posix()
