"""On what terms a store is audited: the policy and the proteins that were last given, which it remembers."""

import shutil
from dataclasses import dataclass
from pathlib import Path

from genelore.audit.edition import edition
from genelore.audit.memory import Memory
from genelore.audit.outside import NOTHING, Outside
from genelore.audit.outside_memory import remembered
from genelore.audit.policy import Policy
from ontology.reference import Proteins, read_proteins

_FOLDER = "proteins"


@dataclass(frozen=True, slots=True)
class Terms:
    """The policy of the consensus, sequences that residues are judged by, if any, and endpoints' answers."""

    policy: Policy = Policy.REFERENCE_THEN_MAJORITY
    proteins: Proteins | None = None
    outside: Outside = NOTHING

    @property
    def edition(self) -> str:
        """What an examination depends on besides its document."""
        return f"{edition()} {self.proteins.version if self.proteins else ''} {self.outside.digest}"


@dataclass(frozen=True, slots=True)
class Wish:
    """What a user asks for: a policy, a FASTA file or none; what is left out stays as it was."""

    policy: Policy | None = None
    proteins: Path | None = None
    without_proteins: bool = False


def terms(memory: Memory, folder: Path, wish: Wish) -> Terms:
    """Return the terms that a wish comes to, and keep the FASTA file in the audit's folder.

    Raises:
        UnreadableProteinsError: the file is no FASTA file.
    """
    before = memory.fact("policy")
    policy = wish.policy or (Policy(before) if before else Policy.REFERENCE_THEN_MAJORITY)
    return Terms(policy, _proteins(folder / _FOLDER, wish), remembered(folder.parent))


class UnreadableProteinsError(ValueError):
    """A file that was given as FASTA is none; the message says which."""


def _read(path: Path) -> Proteins:
    try:
        return read_proteins(path)
    except ValueError as error:
        raise UnreadableProteinsError(str(error)) from error


def _proteins(kept: Path, wish: Wish) -> Proteins | None:
    if wish.proteins:
        found = _read(wish.proteins)
        shutil.rmtree(kept, ignore_errors=True)
        kept.mkdir(parents=True)
        shutil.copyfile(wish.proteins, kept / wish.proteins.name)
        return found
    if wish.without_proteins:
        shutil.rmtree(kept, ignore_errors=True)
    paths = sorted(kept.iterdir()) if kept.is_dir() else []
    return read_proteins(paths[0]) if paths else None
