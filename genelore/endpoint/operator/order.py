"""What a writing process is told to do, and what it answers."""

import json
from dataclasses import asdict, dataclass
from enum import StrEnum
from pathlib import Path
from typing import Self

from genelore.audit.policy import Policy


class Verb(StrEnum):
    """What is done to the store."""

    ADD = "add"
    REMOVE = "remove"


@dataclass(frozen=True, slots=True)
class Order:
    """Documents to add, as files below `files`, or names of documents to take out of the store at `folder`.

    Without a policy the consensus keeps the last one. With `has_report` the answer has the SHACL report of
    the one document that is added.
    """

    verb: Verb
    folder: Path
    base: str
    policy: Policy | None
    names: tuple[str, ...]
    files: Path = Path()
    has_report: bool = False

    def written(self) -> str:
        """Return it as text."""
        return json.dumps(asdict(self), default=str)

    @classmethod
    def read(cls, text: str) -> Self:
        """Return the order that a text holds."""
        members = json.loads(text)
        return cls(
            Verb(members["verb"]),
            Path(members["folder"]),
            members["base"],
            Policy(members["policy"]) if members["policy"] else None,
            tuple(members["names"]),
            Path(members["files"]),
            members["has_report"],
        )
