"""The providers that are switched on, asked side by side while the notes are made.

Whatever a provider does, the notes wait for it `PATIENCE` and no longer. One that
fails is left alone, the longer the more often it failed; an answer is used again for
an hour; and one question at a time is under way with each.
"""

from collections import OrderedDict
from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from threading import Event, Lock, Thread
from time import monotonic

from sidelight.errors import NotFetched, SidelightError
from sidelight.ingest.entries import Entry
from sidelight.ingest.fetch import Fetcher
from sidelight.ingest.polite import retry_after
from sidelight.ingest.providers import Provider, Question
from sidelight.messages import message
from sidelight.model import Reading

PATIENCE = 0.3
"""Seconds that notes wait for all providers together."""

KEPT = 3_600.0  # seconds
MOST_KEPT = 256  # answers of one provider
MOST_BYTES = 2_000_000
FAILURES = 3
"""Failures in a row after which a provider is left alone."""

PAUSE = 60.0  # seconds, doubled with each failure more
LONGEST_PAUSE = 3_600.0
_FINE = 200
_BUSY = frozenset({429, 503})

Found = Callable[[Sequence[Entry]], None]


@dataclass(frozen=True, slots=True)
class Answer:
    """What became of one question, as the answer to the reader tells it.

    `skipped` says why it was not asked, or that it has not answered yet.
    """

    name: str
    asked: bool
    sent: str | None = None
    found: int = 0
    skipped: str | None = None
    leads: tuple[Entry, ...] = ()


@dataclass(slots=True)
class _Ticket:
    """A question, and its answer once `done` is set."""

    answer: Answer
    done: Event


class Asking:
    """Questions that are under way."""

    def __init__(self, tickets: Sequence[_Ticket], until: float) -> None:
        """Wait no longer than `until`, by the monotonic clock."""
        self._tickets = tickets
        self._until = until

    def answers(self) -> list[Answer]:
        """Return what is known when the time is up, in the order of providers."""
        for ticket in self._tickets:
            ticket.done.wait(max(0.0, self._until - monotonic()))
        return [ticket.answer for ticket in self._tickets]


class Panel:
    """Asks all providers; safe to share between threads."""

    def __init__(
        self,
        providers: Sequence[Provider],
        fetcher: Fetcher,
        *,
        patience: float = PATIENCE,
        found: Found = lambda _: None,
    ) -> None:
        """`found` is told the pages of each new answer, from another thread."""
        self._desks = [_Desk(provider, fetcher, found) for provider in providers]
        self._patience = patience

    def ask(self, reading: Reading) -> Asking:
        """Begin to ask about an article."""
        until = monotonic() + self._patience
        return Asking([desk.ask(reading) for desk in self._desks], until)


class _Desk:
    """One provider: what it answered, and when it may be asked again."""

    def __init__(self, provider: Provider, fetcher: Fetcher, found: Found) -> None:
        self._provider = provider
        self._fetcher = fetcher
        self._found = found
        self._lock = Lock()
        self._kept: OrderedDict[str, tuple[tuple[Entry, ...], float]] = OrderedDict()
        self._free = 0.0  # when it may be asked
        self._failures = 0
        self._under_way = False

    def ask(self, reading: Reading) -> _Ticket:
        """Ask, or say why not."""
        question = self._provider.question(reading)
        if question is None:
            return self._settled(
                message("There is too little in the article to ask with.")
            )
        with self._lock:
            kept = self._kept.get(question.url)
            if kept and kept[1] > monotonic():
                why = message("Its answer of the last hour was used again.")
                return self._settled(why, kept[0])
            if self._under_way:
                return self._settled(message("An earlier question is still under way."))
            if self._free > monotonic():
                if self._failures:
                    return self._settled(
                        message("It failed lately, and is left alone for a while.")
                    )
                return self._settled(
                    message("It was just asked, and is left alone for a while.")
                )
            self._under_way = True
            self._free = monotonic() + self._provider.every
        late = message(
            "It has not answered yet. What it finds is there for the next reading."
        )
        ticket = _Ticket(
            Answer(self._provider.name, asked=True, sent=question.sent, skipped=late),
            Event(),
        )
        work = (question, reading, ticket)
        Thread(target=self._work, args=work, daemon=True).start()
        return ticket

    def _settled(self, why: str, leads: tuple[Entry, ...] = ()) -> _Ticket:
        answer = Answer(
            self._provider.name,
            asked=False,
            found=len(leads),
            skipped=why,
            leads=leads,
        )
        done = Event()
        done.set()
        return _Ticket(answer, done)

    def _work(self, question: Question, reading: Reading, ticket: _Ticket) -> None:
        """Fetch the answer, in a thread of its own; nothing gets out of it."""
        try:
            leads = tuple(self._leads(question, reading))
        except (SidelightError, ValueError) as error:
            self._failed(error)
            ticket.answer = replace(
                ticket.answer, skipped=message("It gave no usable answer.")
            )
        else:
            self._answered(question, leads)
            ticket.answer = replace(
                ticket.answer, found=len(leads), leads=leads, skipped=None
            )
            if leads:
                self._found(leads)
        finally:
            with self._lock:
                self._under_way = False
            ticket.done.set()

    def _leads(self, question: Question, reading: Reading) -> Sequence[Entry]:
        reply = self._fetcher.get(
            question.url, headers=question.headers, most=MOST_BYTES
        )
        if reply.status in _BUSY:
            seconds = retry_after(reply.headers.get("retry-after")) or PAUSE
            with self._lock:
                self._free = monotonic() + min(seconds, LONGEST_PAUSE)
        if reply.status != _FINE:
            raise NotFetched(
                message(
                    "%(name)s answered %(status)s.",
                    name=self._provider.name,
                    status=reply.status,
                )
            )
        return self._provider.leads(reply.body, reading)

    def _answered(self, question: Question, leads: tuple[Entry, ...]) -> None:
        with self._lock:
            self._failures = 0
            self._kept[question.url] = leads, monotonic() + KEPT
            while len(self._kept) > MOST_KEPT:
                self._kept.popitem(last=False)

    def _failed(self, _: Exception) -> None:
        with self._lock:
            self._failures += 1
            if self._failures >= FAILURES:
                pause = PAUSE * 2 ** min(self._failures - FAILURES, 10)
                until = monotonic() + min(pause, LONGEST_PAUSE)
                self._free = max(self._free, until)
