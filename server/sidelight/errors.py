"""Everything that can go wrong, in one hierarchy and one shape (RFC 9457)."""

from collections.abc import Iterator, Mapping
from types import MappingProxyType
from typing import Any, ClassVar, Protocol


class Sayer(Protocol):
    """What says a text in one language (`sidelight.locales.Texts`)."""

    def say(self, text: str, /) -> str:
        """Return a text in this language."""


class SidelightError(Exception):
    """A failure that its reader can act on: the message says what and how.

    `slug` names the kind (the end of the problem's `type`), `title` says it in
    words, `status` is the HTTP status, `exit_status` the command line's; `headers`
    go with an answer over HTTP.
    """

    slug: ClassVar[str] = "internal"
    title: ClassVar[str] = "Something went wrong in Sidelight"
    status: ClassVar[int] = 500
    exit_status: ClassVar[int] = 1
    headers: Mapping[str, str] = MappingProxyType({})

    def problem(self, texts: Sayer | None = None) -> dict[str, Any]:
        """Return the problem details object, in English or the language of `texts`."""
        detail = self.args[0] if self.args else ""
        return {
            "type": f"/problems/{self.slug}",
            "title": texts.say(self.title) if texts else self.title,
            "status": self.status,
            "detail": texts.say(detail) if texts else str(self),
        }


def fault_of(error: SidelightError) -> str:
    """Return what an error says, as the message that it was raised with."""
    return error.args[0] if error.args else ""


def every_kind(
    kind: type[SidelightError] = SidelightError,
) -> Iterator[type[SidelightError]]:
    """Yield each kind of failure, the general ones before what they cover."""
    yield kind
    for narrower in kind.__subclasses__():
        yield from every_kind(narrower)


class InvalidInput(SidelightError):
    """What was sent cannot be read as what it should be."""

    slug = "invalid-input"
    title = "The input is not what was expected"
    status = 422
    exit_status = 2


class NotJson(InvalidInput):
    """The body is no JSON, or its bytes are no UTF-8."""

    slug = "not-json"
    title = "The body is not JSON"
    status = 400


class NoText(InvalidInput):
    """There is no text to read: none was sent, or the page holds no article."""

    slug = "no-text"
    title = "No article text was found"


class TooLong(InvalidInput):
    """The text is longer than is read in one go."""

    slug = "too-long"
    title = "The text is too long"
    status = 413


class NotEnglish(InvalidInput):
    """Only English can be read so far."""

    slug = "not-english"
    title = "The text does not seem to be English"


class InvalidDate(InvalidInput):
    """A date is not ISO 8601, or not on the calendar."""

    slug = "invalid-date"
    title = "A date cannot be read"


class UnknownCheck(InvalidInput):
    """A check was asked for that does not exist."""

    slug = "unknown-check"
    title = "There is no such check"


class AddressRefused(InvalidInput):
    """An address is none of a public web page: it is not fetched.

    Addresses of this computer and of private networks are refused, however they are
    written and whatever name or redirect leads to them.
    """

    slug = "address-refused"
    title = "This address is not fetched"


class NotFetched(SidelightError):
    """A page or feed did not come: no answer, a refusal, or too large a one."""

    slug = "not-fetched"
    title = "The page could not be fetched"
    status = 502


class NotFound(SidelightError):
    """What was asked for is not here."""

    slug = "not-found"
    title = "Not found"
    status = 404
    exit_status = 2


class ModelFileError(SidelightError):
    """A trained file is missing or is not the one that was released."""

    slug = "model-file"
    title = "A trained file cannot be used"


class TookTooLong(SidelightError):
    """A request took longer than the service allows for one.

    So that one text, however it was made, keeps nobody else waiting for long.
    """

    slug = "took-too-long"
    title = "This took too long"
    status = 503


class StoreError(SidelightError):
    """The store of reports cannot be opened, read or written."""

    slug = "store"
    title = "The store of reports cannot be used"
    status = 503
