"""The ways in which a federated query fails."""


class FederationError(ValueError):
    """A federated query cannot be answered; the message says why."""


class MappingError(FederationError):
    """What is said of the endpoints' addresses is wrong: a file cannot be read, or a pair is no pair."""


class RefusedError(FederationError):
    """An endpoint is not on the list, or its address must not be asked; SILENT does not hide it."""


class ServiceError(FederationError):
    """An endpoint did not answer; the message names it. SILENT makes a warning of it."""


class RejectedError(ServiceError):
    """An endpoint understood the request and refused it: the query's fault, not a sign that it is down."""
