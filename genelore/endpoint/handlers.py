"""Everything that workers can do, by kind of job."""

from collections.abc import Mapping

from genelore.endpoint.editor.handling import HANDLERS as EDITOR
from genelore.endpoint.federated import federated
from genelore.endpoint.handler import Handler
from genelore.endpoint.job import FEDERATED
from genelore.endpoint.pages.handling import HANDLERS as PAGES
from genelore.endpoint.protocol.handling import HANDLERS as PROTOCOL

HANDLERS: Mapping[str, Handler] = {**PROTOCOL, **EDITOR, **PAGES, FEDERATED: federated}
