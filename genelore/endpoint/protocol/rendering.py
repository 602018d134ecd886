"""The pages of the protocol, in the frame of the site: results as a table, problems."""

from functools import cache

from jinja2 import ChoiceLoader, Environment, PackageLoader

from genelore.endpoint.pages.rendering import environment
from genelore.results import shortened


@cache
def _environment() -> Environment:
    frame = environment()
    loaders = [PackageLoader("genelore.endpoint.protocol"), frame.loader]
    made = frame.overlay(loader=ChoiceLoader([loader for loader in loaders if loader]))
    made.filters = frame.filters | {"shortened": shortened}
    return made


def page(name: str, **values: object) -> str:
    """Return a page of the templates, every value escaped."""
    frame = {"twins": (), "linked_data": "", "asked": ""}
    return _environment().get_template(name).render(frame | values)
