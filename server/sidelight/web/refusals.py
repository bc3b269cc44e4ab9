"""Failures that the service alone knows, in the hierarchy of `sidelight.errors`."""

from types import MappingProxyType
from typing import Any

from sidelight.errors import InvalidInput, NotFound, Sayer, SidelightError, TooLong
from sidelight.messages import Message, message
from sidelight.settings import Limit


class InvalidFields(InvalidInput):
    """Fields of the body are missing or of the wrong type; each is named.

    `fields` are pairs of a field's path ("reports[0].title") and what is wrong
    with it.
    """

    slug = "invalid-fields"
    title = "Fields of the body are not what was expected"

    def __init__(self, fields: list[tuple[str, str]]) -> None:
        """Keep the fields, and say all of them in one sentence each."""
        super().__init__(" ".join(f"{field}: {detail}." for field, detail in fields))
        self.fields = fields

    def problem(self, texts: Sayer | None = None) -> dict[str, Any]:
        """Return the problem details, with the fields one by one."""
        errors = [{"field": field, "detail": detail} for field, detail in self.fields]
        return {**super().problem(texts), "errors": errors}


class ForeignOrigin(SidelightError):
    """Another website tried to use the service through the reader's browser."""

    slug = "foreign-origin"
    title = "Requests from other websites are refused"
    status = 403


class ForeignHost(SidelightError):
    """The request was addressed to a name that this service does not go by."""

    slug = "foreign-host"
    title = "This service does not go by that name"
    status = 421


class ForgedForm(SidelightError):
    """A form came without the token that its page was given, or with another's.

    So that no other website can send a form in a reader's name.
    """

    slug = "csrf"
    title = "The form cannot be told from a forged one"
    status = 403


class TokenMissing(SidelightError):
    """The service can be reached by others, and the request came without a token."""

    slug = "token-missing"
    title = "A token is needed"
    status = 401
    headers = MappingProxyType({"WWW-Authenticate": "Bearer"})


class TokenUnknown(TokenMissing):
    """The token that came with the request is nobody's, or was revoked."""

    slug = "token-unknown"
    title = "The token is not known"
    headers = MappingProxyType({"WWW-Authenticate": 'Bearer error="invalid_token"'})


class ScopeMissing(SidelightError):
    """The token is for something else."""

    slug = "scope-missing"
    title = "The token is not for this"
    status = 403


class TooManyRequests(SidelightError):
    """One token or one address asked more often than is allowed.

    Whoever runs the service sets the limits (SIDELIGHT_LIMIT, SIDELIGHT_GUESSES).
    """

    slug = "too-many-requests"
    title = "Too many requests"
    status = 429

    def __init__(self, limit: Limit, wait: int) -> None:
        """Say what the limit is, and after how many seconds to try again."""
        super().__init__(
            message(
                "At most %(most)s in %(span)s seconds are answered. "
                "Try again in %(wait)s seconds.",
                most=limit.most,
                span=limit.seconds,
                wait=wait,
            )
        )
        self.headers = {"Retry-After": str(wait)}


class NoTokens(SidelightError):
    """The service was to listen where others can reach it, and nobody has a token."""

    slug = "no-tokens"
    title = "Nobody has a token yet"
    status = 503
    exit_status = 2


class FetchingOff(SidelightError):
    """Something was to be fetched, and this service is set up to fetch nothing.

    It is switched on with SIDELIGHT_FETCH=on by whoever runs the service.
    """

    slug = "fetching-off"
    title = "Fetching is switched off"
    status = 403


class NoSuchMethod(SidelightError):
    """The address exists, but not for this HTTP method."""

    slug = "method-not-allowed"
    title = "This method is not allowed here"
    status = 405


class WrongContentType(SidelightError):
    """The body was sent as something other than JSON."""

    slug = "content-type"
    title = "The body must be sent as JSON"
    status = 415


class AddressInUse(SidelightError):
    """Another program listens where the service was to listen."""

    slug = "address-in-use"
    title = "The address is taken"
    status = 503


class AddressUnusable(SidelightError):
    """The service was to listen at an address that this machine does not have."""

    slug = "address"
    title = "The address cannot be used"
    status = 503
    exit_status = 2


class BadRequest(InvalidInput):
    """The request breaks the rules of HTTP."""

    slug = "bad-request"
    title = "The request cannot be understood"
    status = 400


FOR_STATUS: dict[int, tuple[type[SidelightError], Message]] = {
    400: (BadRequest, message("The request breaks the rules of HTTP.")),
    404: (NotFound, message("There is nothing at this address.")),
    405: (NoSuchMethod, message("The address exists, but not for this HTTP method.")),
    413: (TooLong, message("The body is larger than 16 MB; a text may have 1 MB.")),
    415: (
        WrongContentType,
        message("Send the body with Content-Type: application/json."),
    ),
}
"""What an error that the framework raises is in the house's words."""
