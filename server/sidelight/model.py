"""The words of the house: what a page becomes on its way to an annotation.

Standoff: every layer is spans into one text, `Reading.text`, counted in Unicode code
points. Where that is not the text as it was sent, `Reading.sent` leads back to it:
answers count the code points of `Article.text`. Where a dataclass points at
another layer it holds an index into that layer's tuple in the same `Reading`.
"""

import re
from bisect import bisect_right
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, datetime
from typing import Literal

_OPINION = re.compile(
    r"opinion|comment|editorial|column|analysis|review", re.IGNORECASE
)


@dataclass(frozen=True, slots=True, order=True)
class Span:
    """A half-open stretch of a text, in code points."""

    start: int
    end: int

    def of(self, text: str) -> str:
        """Return the words of `text` that this span covers."""
        return text[self.start : self.end]

    def covers(self, other: "Span") -> bool:
        """Tell whether `other` lies wholly inside this span."""
        return self.start <= other.start and other.end <= self.end

    def overlaps(self, other: "Span") -> bool:
        """Tell whether the two spans share at least one code point."""
        return self.start < other.end and other.start < self.end


# --- What was sent -----------------------------------------------------------


@dataclass(frozen=True, slots=True)
class Link:
    """A link of the page: where it leads, and its visible words."""

    href: str
    text: str


@dataclass(frozen=True, slots=True)
class Article:
    """What is being read, or another outlet's report on the same event.

    `text` holds paragraphs separated by a blank line. `published` is ISO 8601, a
    date or a date and time, as given and already found valid. `links` is `None`
    where no page was seen (pasted text), and empty where a page had none.
    `looked_in` names the places searched for author and date.
    """

    text: str
    id: str = ""
    url: str | None = None
    title: str | None = None
    publisher: str | None = None
    author: str | None = None
    published: str | None = None
    language: str | None = None
    links: tuple[Link, ...] | None = None
    kind: Literal["page", "paste", "feed"] | None = None
    label: str | None = None
    looked_in: tuple[str, ...] = ()
    cut_short: bool = False

    @property
    def day(self) -> date | None:
        """The calendar day of publication, in the zone the publisher wrote."""
        return date.fromisoformat(self.published[:10]) if self.published else None

    def appeared_before(self, other: "Article") -> bool:
        """Tell whether this surely appeared before `other`: on an earlier day, or hour.

        Two days are told apart where both are known, two hours where both have a zone.
        """
        if not (self.published and other.published):
            return False
        mine, others = map(datetime.fromisoformat, (self.published, other.published))
        if mine.tzinfo and others.tzinfo:
            return mine < others
        return mine.date() < others.date()

    @property
    def is_opinion(self) -> bool:
        """Tell whether the page's own label says that its writer argues."""
        return bool(_OPINION.search(self.label or ""))


# --- What was read -----------------------------------------------------------


@dataclass(frozen=True, slots=True)
class Sentence:
    """A sentence, and the number of the paragraph it stands in."""

    span: Span
    paragraph: int


@dataclass(frozen=True, slots=True)
class Quotation:
    """Words between quotation marks: `span` with the marks, `inner` without.

    A quotation that runs over several paragraphs, each opened anew and only the
    last one closed, is one quotation for each paragraph; all but the first are
    marked `continues`.
    """

    span: Span
    inner: Span
    continues: bool = False


Act = Literal["says", "denies", "declines"]


@dataclass(frozen=True, slots=True)
class Attribution:
    """Content given on somebody's word: source + cue + content (Pareti 2015).

    `voice` indexes `Reading.voices`. `verb` is the cue's dictionary form ("say",
    "according to"). `act` tells a statement from a denial and from a refusal or
    failure to answer ("declined to comment"), which has no content.
    """

    type: Literal["direct", "indirect", "mixed"]
    source: Span | None
    cue: Span | None
    content: tuple[Span, ...]
    sentence: int
    verb: str | None = None
    voice: int | None = None
    act: Act = "says"

    @property
    def span(self) -> Span:
        """From the first to the last of source, cue and content."""
        parts = [part for part in (self.source, self.cue, *self.content) if part]
        return Span(min(p.start for p in parts), max(p.end for p in parts))


VoiceKind = Literal["person", "institution", "group", "crowd", "document"]


@dataclass(frozen=True, slots=True)
class Voice:
    """Somebody credited with a statement.

    `kind`: a *person*; an *institution* that can be looked up (ministry, court,
    firm); a *group* with a known membership ("union members", "Russian
    officials"); a *crowd* no reader could look up ("critics", "recent reports");
    a *document*. `named` is whether the voice has a proper name. `party` is the
    side it speaks for. `reason` is the stated reason for anonymity.
    """

    name: str
    kind: VoiceKind
    named: bool
    role: str | None = None
    party: str | None = None
    mentions: tuple[Span, ...] = ()
    reason: Span | None = None


UnnamedKind = Literal["insider", "person", "crowd", "nobody"]


@dataclass(frozen=True, slots=True)
class Unnamed:
    """Somebody credited whom no reader could look up.

    `kind`: an *insider* ("a senior official", "people close to the talks"); a *person*
    who tells of his own work or workplace ("a nurse at the clinic"); a *crowd*
    ("critics"); *nobody*, where the cue is all there is ("is believed to"). `head` is
    the noun it is told by, in the singular, or "". `reason` is the stated reason for
    anonymity, in its sentence or the next.
    """

    span: Span
    kind: UnnamedKind
    head: str
    sentence: int
    reason: Span | None = None


@dataclass(frozen=True, slots=True)
class Criticism:
    """A passage that faults a party's conduct or motive; `voice` says it.

    `kind` is what the party is: a state, an alliance, an organisation, or a region
    ("the West"), which nobody speaks for.
    """

    span: Span
    party: str
    kind: str
    sentence: int
    voice: int | None = None


@dataclass(frozen=True, slots=True, order=True)
class PartialDate:
    """A calendar date of which some parts may be unknown."""

    year: int | None = None
    month: int | None = None
    day: int | None = None

    def __str__(self) -> str:
        """Write it as TIMEX3 and EDTF do, unknown digits as X: XXXX-06-24."""
        year = "XXXX" if self.year is None else f"{self.year:04}"
        month = "XX" if self.month is None else f"{self.month:02}"
        day = "XX" if self.day is None else f"{self.day:02}"
        return f"{year}-{month}-{day}"


Known = Literal[
    "day",  # a calendar day, or several running: year, month and day
    "week",
    "month",  # year and month
    "quarter",
    "season",
    "year",
    "decade",
    "century",
    "month-day",  # "June 24": the year is not known
    "month-name",  # "in June": the year is not known
    "relative",  # "on Tuesday", "last week", with no day to count from
]


@dataclass(frozen=True, slots=True)
class DateMention:
    """An expression of time (TIMEX3 DATE), placed on the calendar if it can be.

    `first` and `last` are the first and last day meant, inclusive; both `None`
    when `known` is "relative". `counted` is whether they were counted from the
    day of publication (or another date) rather than written out in full; `by` what
    is written: parts of a calendar date, a weekday alone, or a count ("yesterday").
    `deadline` is "by 2035"; `recurring` is "every June".
    """

    span: Span
    first: PartialDate | None
    last: PartialDate | None
    known: Known
    counted: bool = False
    by: Literal["calendar", "weekday", "count"] = "calendar"
    deadline: bool = False
    recurring: bool = False


@dataclass(frozen=True, slots=True)
class WrittenDay:
    """A day written out: "Tuesday, August 12, 2019", or one no month has.

    `weekday` is 0 for Monday. `year` is `None` where none is written with it.
    """

    span: Span
    weekday: int | None
    month: int
    day: int
    year: int | None = None


@dataclass(frozen=True, slots=True)
class Step:
    """So many days or years from one to another: "Wednesday, a day after Monday".

    `here` and `there` are weekdays (0 for Monday), days (`date.toordinal`) or years.
    `count` is of days, or of years, and negative where `here` comes before.
    """

    span: Span
    unit: Literal["weekday", "day", "year"]
    here: int
    count: int
    there: int


Bound = Literal[
    "exact", "about", "at-least", "more-than", "at-most", "less-than", "nearly"
]


@dataclass(frozen=True, slots=True)
class Figure:
    """A quantity: value or range, how exact, its unit, and what is counted.

    `low` and `high` are equal for a single value, scaled ("2.3 million" is
    2300000.0). `unit` is "percent", "percentage-points", an ISO 4217 code, a unit
    of measure in the singular ("kilometre"), or `None` for a plain count.
    `counts` is the head of what is counted, in lower case and singular where that
    is plain ("member", "defense spending"), or "" where it is not clear.
    `span` covers bound words, number and unit: "more than 5% ", "at least 12 people"
    without the noun: "at least 12".
    """

    span: Span
    low: float
    high: float
    bound: Bound = "exact"
    unit: str | None = None
    counts: str = ""


@dataclass(frozen=True, slots=True)
class Clause:
    """What a stretch of a sentence says, reduced to what can be compared.

    `verbs`, `words` and `names` are stems in text order, without repeats: verbs
    as far as they are known, other content words, and proper names. Numbers and
    dates are left out: they are what two clauses are compared on.
    """

    span: Span
    sentence: int
    verbs: tuple[str, ...]
    words: tuple[str, ...]
    names: tuple[str, ...]


Mark = Literal["said", "since", "changed", "other", "market", "step", "level", "whole"]


@dataclass(frozen=True, slots=True)
class Context:
    """What a date or a figure is said of: two are compared only if these agree.

    `sentence` indexes `Reading.sentences`. `phrase` is the date, or the figure with
    what it counts ("340 jobs"). `head` is the stem of the word it hangs on: what is
    dated ("summit", "vote"), or what is counted ("job"; "age boy" for an age); ""
    where that is not plain. `unit` is the figure's, or the one carried over from a
    figure before it ("up from 265"), `carried` whether head or unit were. `lead` is
    the word right before the mention.
    `marks` say what sets it apart: "said" (a date that dates a statement), "since" (a
    date that something lasts from), "changed" (the text gives an earlier value too:
    "up from 265"), "other" ("22 other defendants"), "market" (prices and shares, which
    move by the hour), "step" ("grew by 40"), "level" ("the price has reached 40"),
    "whole" ("12 of the 40").
    `verbs` are the stems of its clause's verbs, `names` those of the names in its
    sentence. `around` are the content words of its sentence and of the two beside
    it: stem, weight (rare in news and in this report, hundredths), nearness (100
    beside the mention, less with every word between) and where (0 its clause, 1
    its sentence, 2 the one before or after).
    """

    phrase: Span
    head: str
    sentence: int = -1
    unit: str | None = None
    carried: bool = False
    lead: str = ""
    marks: tuple[Mark, ...] = ()
    verbs: tuple[str, ...] = ()
    names: tuple[str, ...] = ()
    around: tuple[tuple[str, int, int, int], ...] = ()


@dataclass(frozen=True, slots=True)
class PartyTerm:
    """A term that one side of a dispute uses, in the text.

    `issue` is what the dispute is about. `side` uses the term, `other` says one of
    `others`; `neutral` are words of neither. `names` tells whether the terms of both
    sides name one thing, or each side's name the other.
    """

    span: Span
    issue: str
    names: Literal["thing", "each other"]
    side: str
    other: str
    others: tuple[str, ...]
    neutral: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Document:
    """A report, study, ruling or the like that a text rests on, at its first mention.

    `span` is its name as the text has it, `noun` what it is ("study"), `sentence` the
    number of the sentence. `obtainable` is `False` where the text says that it is not
    out ("leaked", "seen by"), `told` is `True` where title and date are given.
    """

    span: Span
    noun: str
    sentence: int
    obtainable: bool = True
    told: bool = False


@dataclass(frozen=True, slots=True)
class StrongWord:
    """A word that judges or alarms; `name` is its first form in the list."""

    span: Span
    name: str


@dataclass(frozen=True, slots=True)
class HeadlineWord:
    """A word by which a headline promises something its report can be asked for.

    *exclusive*: nobody else has it; *settled*: it is done or confirmed; *secret*: it is
    kept from the public; *times*: something becomes `times` as much; *all*: it holds of
    each; *certain*: it is to happen; *cause*: it is told what caused it; *grave*: it is a
    plot, a fraud, the worst of its kind. `about` are the stems of what is meant: what is
    secret, doubled, or to happen, or the words that bear a grave one out.
    """

    span: Span
    kind: Literal[
        "exclusive", "settled", "secret", "times", "all", "certain", "cause", "grave"
    ]
    about: tuple[str, ...] = ()
    times: float = 1.0


@dataclass(frozen=True, slots=True)
class Words:
    """Every run of letters and digits: where it stands, and folded for comparing.

    Three tuples of one length: code points of start and end, and the word in
    lower case.
    """

    starts: tuple[int, ...] = ()
    ends: tuple[int, ...] = ()
    folded: tuple[str, ...] = ()

    def __len__(self) -> int:
        return len(self.starts)


@dataclass(frozen=True, slots=True)
class Squeezed:
    """A text with single spaces, and how to find its places in the text as sent.

    After each place of `cuts` (code points, ascending) the text as sent is as many
    code points ahead as the number beside it says.
    """

    text: str
    cuts: tuple[tuple[int, int], ...]

    def sent(self, span: Span) -> Span:
        """Return where the words of a span, which is not empty, stand as sent."""
        return Span(self._sent(span.start), self._sent(span.end - 1) + 1)

    def _sent(self, place: int) -> int:
        number = bisect_right(self.cuts, place, key=lambda cut: cut[0])
        return place + (self.cuts[number - 1][1] if number else 0)


@dataclass(frozen=True, slots=True)
class Reading:
    """What was read out of one article: its annotation layers, in text order.

    `dated[i]` is what `dates[i]` is said of, `counted[i]` what `figures[i]` is.
    `terms` are the article's highest TF-IDF terms with their weights, highest
    first, the vector scaled to length 1 before it was cut; `names` are the words of
    its names, in the same way. `headline` are the quotations of the title, as spans
    into the title.
    """

    article: Article
    sentences: tuple[Sentence, ...] = ()
    words: Words = Words()
    quotations: tuple[Quotation, ...] = ()
    attributions: tuple[Attribution, ...] = ()
    voices: tuple[Voice, ...] = ()
    unnamed: tuple[Unnamed, ...] = ()
    criticisms: tuple[Criticism, ...] = ()
    dates: tuple[DateMention, ...] = ()
    figures: tuple[Figure, ...] = ()
    clauses: tuple[Clause, ...] = ()
    dated: tuple[Context, ...] = ()
    counted: tuple[Context, ...] = ()
    terms: tuple[tuple[str, float], ...] = ()
    headline: tuple[Quotation, ...] = ()
    squeezed: Squeezed | None = None
    documents: tuple[Document, ...] = ()
    headline_words: tuple[HeadlineWord, ...] = ()
    headline_figures: tuple[Figure, ...] = ()
    strong_words: tuple[StrongWord, ...] = ()
    party_terms: tuple[PartyTerm, ...] = ()
    written_days: tuple[WrittenDay, ...] = ()
    steps: tuple[Step, ...] = ()
    names: tuple[tuple[str, float], ...] = ()

    @property
    def text(self) -> str:
        """The article's text as it was read: every layer's spans are into it."""
        return self.article.text if self.squeezed is None else self.squeezed.text

    def sent(self, span: Span) -> Span:
        """Return where a span of `text`, which is not empty, lies in `article.text`."""
        return span if self.squeezed is None else self.squeezed.sent(span)

    def said_by(self, voice: int) -> Iterator[Attribution]:
        """Yield the attributions of one voice."""
        return (a for a in self.attributions if a.voice == voice)


# --- What was compared -------------------------------------------------------


@dataclass(frozen=True, slots=True)
class Related:
    """Another report of the same event, and how near it is (cosine, 0 to 1)."""

    reading: Reading
    similarity: float


@dataclass(frozen=True, slots=True)
class Aligned:
    """Two mentions of one thing: `here` and `there` index the same layer.

    `report` indexes `Comparison.reports`; `there` the layer of that reading.
    `agreement` (0 to 1) is how sure it is that both speak of one thing.
    """

    here: int
    report: int
    there: int
    agreement: float


@dataclass(frozen=True, slots=True)
class Remark:
    """One remark of one speaker, in two reports, with other words in one of them.

    `here` and `there` are what stands between the quotation marks, as far as one
    sentence goes.
    """

    here: Span
    report: int
    there: Span


Status = Literal[
    "quoted-here",  # the writer's own words there
    "quoted-there",  # the writer's own words here
    "other-speaker",  # quoted in both
    "told-there",  # quoted here, and handed on there as what others say
    "told-here",  # the other way round
]


@dataclass(frozen=True, slots=True)
class Restated:
    """Nearly the same words, quoted in one report and another's words in another.

    `status` says how they stand; `speaker` is whose words they are where they are
    quoted: there, if they are quoted in both.
    """

    here: Span
    report: int
    there: Span
    status: Status
    speaker: str | None = None


@dataclass(frozen=True, slots=True)
class SharedPassage:
    """Running words that stand in another report too; `words` of them.

    `changed` more words were exchanged, added, left out or inflected otherwise.
    """

    here: Span
    report: int
    there: Span
    words: int
    changed: int = 0


@dataclass(frozen=True, slots=True)
class Comparison:
    """One reading beside the related reports.

    `searched` is how many reports were looked through. `points` align sentences,
    the next three layers what their names say. `remarks` are quotations of one
    remark whose words differ, `restated` words whose status as a quotation does.
    `witness[i]` numbers the group of
    reports that `reports[i]` shares wording with: one group is one witness; 0 is
    the group of the article itself.
    """

    searched: int = 0
    reports: tuple[Related, ...] = ()
    points: tuple[Aligned, ...] = ()
    dates: tuple[Aligned, ...] = ()
    figures: tuple[Aligned, ...] = ()
    moved: tuple[Aligned, ...] = ()
    quotations: tuple[Aligned, ...] = ()
    remarks: tuple[Remark, ...] = ()
    restated: tuple[Restated, ...] = ()
    passages: tuple[SharedPassage, ...] = ()
    witness: tuple[int, ...] = ()


# --- What was noticed --------------------------------------------------------

Part = Literal["text", "title", "article"]


@dataclass(frozen=True, slots=True)
class Evidence:
    """A passage of another report: `report` indexes `Comparison.reports`."""

    report: int
    span: Span
    part: Part = "text"


@dataclass(frozen=True, slots=True)
class Finding:
    """One thing a check noticed, before it is written as a W3C annotation.

    `span` is into the text, into the title, or `None` for the whole article,
    as `part` says. `next` is one step the reader can take outside the page.
    """

    span: Span | None
    message: str
    next: str
    evidence: tuple[Evidence, ...] = ()
    party: str | None = None
    part: Part = "text"
