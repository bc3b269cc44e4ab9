"""What requests and answers look like: checked on the way in, published as schemas.

Fields that no model names are passed over, so that a newer client can speak to an
older service. A field that is named and of the wrong type is refused by name.
"""

from typing import Annotated, Any, Literal

from pydantic import BaseModel, ConfigDict, Field

from sidelight.model import Part
from sidelight.pipeline import MOST_REPORTS
from sidelight.sidebyside import MOST as MOST_COLUMNS


class Request(BaseModel):
    """A body that was sent: no type is bent into another."""

    model_config = ConfigDict(strict=True)


class Link(Request):
    """A link of the page: where it leads, and its visible words."""

    href: str
    text: str = ""


class Report(Request):
    """A news article, as text or as HTML; dates are ISO 8601."""

    id: str | None = None
    url: str | None = None
    title: str | None = None
    publisher: str | None = None
    author: str | None = None
    published: str | None = None
    language: str | None = None
    text: str | None = None
    html: str | None = None
    links: list[Link] | None = None
    kind: Literal["page", "paste", "feed"] | None = None
    label: str | None = None
    looked_in: list[str] | None = None
    cut_short: bool | None = None

    def fields(self) -> dict[str, object]:
        """Return what was sent, ready for `sidelight.pages.article_from`."""
        return self.model_dump(
            include=set(Report.model_fields), exclude_none=True, exclude_unset=True
        )


class AnnotationsRequest(Report):
    """An article to be annotated, and what it is to be compared with.

    With `reports` it is compared with exactly those, without it the store is
    searched. `checks` picks checks by id or by tier.
    """

    reports: Annotated[list[Report], Field(max_length=MOST_REPORTS)] | None = None
    checks: list[str] | Literal["default", "class", "all"] = "default"
    lesson: str | None = None


class ComparisonsRequest(Request):
    """Two to six reports to lay side by side: sent along, stored, or some of each.

    `stored` are ids of stored reports; they stand behind those that are sent.
    """

    reports: Annotated[list[Report], Field(max_length=MOST_COLUMNS)] = []
    stored: Annotated[
        list[Annotated[str, Field(min_length=1, max_length=200)]],
        Field(max_length=MOST_COLUMNS),
    ] = []


class Feedback(Request):
    """What a reader thought of one annotation."""

    annotation: Annotated[str, Field(min_length=1, max_length=200)]
    check: Annotated[str, Field(min_length=1, max_length=80)]
    verdict: Literal["not-needed", "helpful"]
    note: Annotated[str, Field(max_length=2_000)] | None = None


class LessonJoin(Request):
    """The code of a lesson, as somebody typed it."""

    code: Annotated[str, Field(min_length=1, max_length=40)]


class LessonMark(Request):
    """A passage of a report, in code points of its text, and the question it raises.

    `id` is made by the sender, `revision` grows with each change.
    """

    id: Annotated[str, Field(min_length=8, max_length=36)]
    report: int
    start: int
    end: int
    question: Literal["who-says", "who-missing", "other-reports", "when", "wording"]
    text: Annotated[str, Field(max_length=2_000)] = ""
    revision: int = 1
    removed: bool = False


class LessonMarks(Request):
    """Marks that a pupil made, changed or took back."""

    marks: Annotated[list[LessonMark], Field(max_length=100)]


class LessonReportPath(BaseModel):
    """The number of a report in its lesson."""

    number: Annotated[int, Field(ge=1)]


class Received(BaseModel):
    """What was sent is stored."""

    result: Literal["added"]


class Kept(BaseModel):
    """A report is stored: new, as it was, or in the place of an older text."""

    id: str
    result: Literal["added", "already-there", "updated"]


class ReportPath(BaseModel):
    """The id of a stored report."""

    id: Annotated[str, Field(min_length=1, max_length=200)]


class CheckPath(BaseModel):
    """The id of a check."""

    id: Annotated[str, Field(min_length=1, max_length=80)]


class Paging(BaseModel):
    """Which part of a list: `limit` reports, from the one behind the id `after`."""

    limit: Annotated[int, Field(ge=1, le=200)] = 50
    after: Annotated[str, Field(max_length=200)] | None = None


# --- Answers -----------------------------------------------------------------


class Problem(BaseModel):
    """Problem details (RFC 9457)."""

    type: str
    title: str
    status: int
    detail: str
    instance: str | None = None
    errors: list["FieldProblem"] | None = None


class FieldProblem(BaseModel):
    """One field of a body that is not what it should be."""

    field: str
    detail: str


class StoredReport(BaseModel):
    """A stored report, without its text."""

    id: str
    url: str | None
    title: str | None
    publisher: str | None
    published: str | None
    words: int
    kept: bool


class StoredReports(BaseModel):
    """One part of the list of stored reports, and how many there are in all."""

    reports: list[StoredReport]
    total: int
    next: str | None


class CheckSummary(BaseModel):
    """A check: what it is called, its family and tier, and where its page is.

    `about` is the first paragraph of the page. `precision` and `recall` are shares
    from 0 to 1, and `notes` how many notes they rest on, all measured on events that
    the check was not tuned on; null where there is nothing to measure by.
    """

    id: str
    label: str
    title: str
    about: str
    family: str
    tier: Literal["default", "class", "preview"]
    version: int
    help: str
    precision: float | None = None
    recall: float | None = None
    notes: int | None = None


class CheckPage(CheckSummary):
    """A check with its help page, in Markdown."""

    page: str


class Checks(BaseModel):
    """Every check."""

    checks: list[CheckSummary]


class State(BaseModel):
    """Whether the service runs, and whether it can do its work."""

    status: Literal["ok"]
    version: str
    reports: int | None = None


class _Named(BaseModel):
    """An object whose keys carry the prefix of Sidelight's own vocabulary."""

    model_config = ConfigDict(
        alias_generator=lambda name: f"sidelight:{name}", extra="forbid"
    )


class QuoteSelector(BaseModel):
    """The words themselves, and what stands before and after them."""

    model_config = ConfigDict(extra="forbid")

    type: Literal["TextQuoteSelector"]
    exact: str
    prefix: str
    suffix: str


class PositionSelector(BaseModel):
    """Where the words stand: code points into the `text` of the request."""

    model_config = ConfigDict(extra="forbid")

    type: Literal["TextPositionSelector"]
    start: Annotated[int, Field(ge=0)]
    end: Annotated[int, Field(ge=0)]


Selector = QuoteSelector | PositionSelector


class Target(BaseModel):
    """What a note is about. A note on the whole report has no selector."""

    model_config = ConfigDict(extra="forbid")

    source: str
    selector: list[Selector] | None = None


class TextualBody(BaseModel):
    """The check's id ("classifying"), or the message ("commenting")."""

    model_config = ConfigDict(extra="forbid")

    type: Literal["TextualBody"]
    purpose: Literal["classifying", "commenting"]
    value: str
    format: Literal["text/plain"] | None = None
    language: str | None = None


class ReportAnswer(BaseModel):
    """Another report, as evidence and in the list of what was compared."""

    model_config = ConfigDict(extra="forbid")

    id: str
    url: str | None
    title: str | None
    publisher: str | None
    published: str | None


class RelatedReport(ReportAnswer):
    """A report that was compared, and how near it is (cosine, 0 to 1)."""

    similarity: Annotated[float, Field(ge=0, le=1)]


class EvidenceAnswer(BaseModel):
    """A passage of another report."""

    model_config = ConfigDict(extra="forbid")

    report: ReportAnswer
    part: Literal["text", "title"]
    exact: str
    prefix: str
    suffix: str
    link: str | None = None


class Annotation(_Named):
    """A W3C Web Annotation: one note."""

    id: Annotated[str, Field(alias="id")]
    type: Annotated[Literal["Annotation"], Field(alias="type")]
    motivation: Annotated[Literal["commenting"], Field(alias="motivation")]
    body: Annotated[list[TextualBody], Field(alias="body")]
    target: Annotated[Target, Field(alias="target")]
    part: Part
    family: str
    label: str
    tier: Literal["default", "class", "preview"]
    check_version: int
    help: str
    party: str | None = None
    evidence: list[EvidenceAnswer]
    next: str


class ArticleAnswer(BaseModel):
    """What was read: how much of it, and when it says it was published."""

    model_config = ConfigDict(extra="forbid")

    words: int
    sentences: int
    language: str | None
    published: str | None
    sha256: str
    cut_short: bool


class VoiceAnswer(BaseModel):
    """Somebody credited with statements, and where they stand."""

    model_config = ConfigDict(extra="forbid")

    name: str
    role: str | None
    party: str | None
    named: bool
    statements: int
    passages: list[list[Selector] | Selector]


class ProviderAnswer(BaseModel):
    """Somebody else's collection of reports: was it asked, and with what words.

    `skipped` says why it was not asked, or has not answered.
    """

    model_config = ConfigDict(extra="forbid")

    name: str
    asked: bool
    sent: str | None = None
    found: int
    skipped: str | None = None


class ComparedAnswer(BaseModel):
    """What the article was compared with; `searched` is how many were looked at."""

    model_config = ConfigDict(extra="forbid")

    searched: int
    reports: list[RelatedReport]
    providers: list[ProviderAnswer]


class CheckedAnswer(BaseModel):
    """A check that ran, with its number of notes, or why it was skipped."""

    model_config = ConfigDict(extra="forbid")

    id: str
    label: str
    notes: int | None = None
    skipped: str | None = None


class EngineAnswer(BaseModel):
    """What made the answer: one request, engine and store give one answer."""

    model_config = ConfigDict(extra="forbid")

    version: str
    models: dict[str, str]
    store: str | None


class AnnotationPage(_Named):
    """The answer: a W3C AnnotationPage, whose `items` may be empty."""

    context: Annotated[list[str | dict[str, Any]], Field(alias="@context")]
    id: Annotated[str, Field(alias="id")]
    type: Annotated[Literal["AnnotationPage"], Field(alias="type")]
    items: Annotated[list[Annotation], Field(alias="items")]
    article: ArticleAnswer
    voices: list[VoiceAnswer]
    compared: ComparedAnswer
    checked: list[CheckedAnswer]
    engine: EngineAnswer


# --- Side by side ------------------------------------------------------------


class Passage(BaseModel):
    """Words of a report: code points of its text as it was sent."""

    model_config = ConfigDict(extra="forbid")

    start: Annotated[int, Field(ge=0)]
    end: Annotated[int, Field(ge=0)]
    exact: str


class MentionAnswer(Passage):
    """What one report says. Mentions of an item with one `variant` agree.

    `unlike` are the words of a quotation that the others do not have; `more` says
    the same again in this report.
    """

    report: int
    value: str
    variant: int
    prefix: str
    suffix: str
    link: str | None
    unlike: list[Passage]
    more: list[Passage]


class ItemAnswer(BaseModel):
    """A date, a figure, a quotation or running words that several reports have."""

    model_config = ConfigDict(extra="forbid")

    kind: Literal["date", "figure", "quotation", "wording"]
    differs: bool
    who: str | None
    note: str | None
    mentions: list[MentionAnswer]


class CellAnswer(Passage):
    """What one report says on a point, with a link that opens it there."""

    report: int
    link: str | None


class RowAnswer(BaseModel):
    """A point: what each report says on it, and what was compared in it."""

    model_config = ConfigDict(extra="forbid")

    differs: bool
    items: list[ItemAnswer]
    cells: list[CellAnswer]


class ColumnAnswer(ReportAnswer):
    """A report that was laid beside the others; one `witness`, shared wording.

    It was published between `published_from` and `published_to` (UTC): one moment,
    or a day where no time is given.
    """

    published_from: str | None
    published_to: str | None
    words: int
    witness: int


class OverlapAnswer(BaseModel):
    """How many words of a report stand in another one word for word.

    `words` outside quotation marks, which are the `share` of all its words (0 to
    1), and `quoted` within them, in so many `passages`.
    """

    model_config = ConfigDict(extra="forbid")

    report: int
    with_: Annotated[int, Field(alias="with")]
    words: int
    quoted: int
    share: float
    passages: int


class ComparisonAnswer(BaseModel):
    """Reports side by side. `unrelated` seem to be of another event than the rest."""

    model_config = ConfigDict(extra="forbid")

    reports: list[ColumnAnswer]
    rows: list[RowAnswer]
    shared_wording: list[OverlapAnswer]
    unrelated: list[int]
