"""Pages out of templates: HTML with everything escaped, and nothing undefined shown as if it were empty."""

import json
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from functools import cache
from itertools import groupby
from operator import attrgetter

from jinja2 import Environment, PackageLoader, StrictUndefined

from genelore.endpoint.job import Reply
from genelore.endpoint.pages import static
from genelore.endpoint.pages.rule_words import rule_in_words
from genelore.endpoint.pages.table_words import table_title
from genelore.endpoint.site import Site
from genelore.publish.finding_table import written
from genelore.publish.report.signs import SIGNS
from genelore.publish.wording import in_words
from ingest.sources import modules

HTML = "text/html; charset=utf-8"
# What a data block in a page may not hold as it is: the end of the block, and what begins a comment.
_IN_A_SCRIPT = str.maketrans({"<": "\\u003c", ">": "\\u003e", "&": "\\u0026"})


@dataclass(frozen=True, slots=True)
class Twin:
    """The same thing in another format, and where it is."""

    media: str
    address: str
    name: str


@dataclass(frozen=True, slots=True)
class Head:
    """What a page says of itself to programs: its twins, and a description in JSON-LD."""

    twins: Sequence[Twin] = ()
    linked_data: Mapping[str, object] = field(default_factory=dict)


def page(site: Site, template: str, content: Mapping[str, object], head: Head | None = None) -> Reply:
    """Return a page."""
    said = head or Head()
    described = json.dumps(said.linked_data, ensure_ascii=False).translate(_IN_A_SCRIPT)
    frame = {"site": site, "twins": said.twins, "linked_data": said.linked_data and described, "asked": ""}
    shown = environment().get_template(template).render(frame | dict(content))
    return Reply(200, HTML, shown.encode())


@cache
def environment() -> Environment:
    """Return where templates are found, with the filters and the words that they use."""
    made = Environment(
        loader=PackageLoader("genelore.endpoint.pages"),
        autoescape=True,
        trim_blocks=True,
        lstrip_blocks=True,
        undefined=StrictUndefined,
    )
    made.filters |= {
        "written": written,
        "in_words": in_words,
        "counted": "{:,}".format,
        "short": short,
        "rule_in_words": rule_in_words,
        "table_title": table_title,
        "kind_title": kind_title,
        "runs": runs,
        "title_of": title_of,
    }
    made.globals |= {"signs": {judgement.value: sign for judgement, sign in SIGNS.items()}}
    made.globals |= {"static": static.address}
    made.globals["parts"] = made.get_template("parts.html").module
    return made


def runs(things: Iterable[object], attribute: str) -> list[tuple[object, list[object]]]:
    """Return neighbours that share an attribute together, in their order."""
    groups = groupby(things, key=attrgetter(attribute))
    return [(value, list(group)) for value, group in groups]


def title_of(kind: str) -> str:
    """Return a kind of conflict as a title.

    >>> title_of("off-topic-link"), title_of("dbsnp")
    ('Off topic link', 'dbSNP')
    """
    words = kind.replace("-", " ").replace("dbsnp", "dbSNP")
    return words if words.startswith("dbSNP") else words[:1].upper() + words[1:]


def kind_title(name: str) -> str:
    """Return what a source kind is called, without what stands in brackets; of an unknown one, its name.

    >>> kind_title("gpt3_gene_post"), kind_title("old_books")
    ('Gene post written by GPT-3', 'old books')
    """
    titles = {module.KIND.name: module.KIND.title for module in modules()}
    return titles.get(name, name.replace("_", " ")).partition(" (")[0]


def short(document: str) -> str:
    """Return the last part of a document's name, which is enough beside others of its kind.

    >>> short("seeds/alas2-wikipedia.md")
    'alas2-wikipedia.md'
    """
    return document.rstrip("/").rpartition("/")[2] or document
