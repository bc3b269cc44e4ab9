"""Documents that a text rests on: "a report by the council found", "the treaty says".

A document counts where it says something, or where the text is according to it, and
where it is told apart from others by whose it is, what it is about, or a date.
"""

import re
from collections.abc import Iterator

from sidelight.deadline import each
from sidelight.model import DateMention, Document, Quotation, Sentence, Span
from sidelight.readings.spans import BySpan

_NOUN = (
    r"(?P<noun>report|study|survey|white\spaper|research\spaper|working\spaper|ruling|"
    r"judge?ment|letter|memo|memorandum|treaty|audit|indictment|affidavit|lawsuit|dossier|"
    r"transcript|resolution|analysis|census|directive)"
)
_OTHER_REPORTS = (
    r"(?!(?:news|media|press|weather|police|book|annual|status|television|radio|tv|school|"
    r"love|open|cover|form|case|field)\s|(?:of|in|that|which|says|said|and|or|to|for|with)\s)"
)
_OF = r"(?:by|from|of|between|published|released|commissioned|issued|written|prepared|sent|signed|to|for|in|on)"
_NAME = (
    r"\b(?P<name>(?:[Aa]n?|[Tt]he|[Ii]ts|[Tt]heir|[Aa]nother|[Oo]ne|[A-Z][\w.-]{1,30}+['’]s)\s"
    rf"(?:{_OTHER_REPORTS}[\w’'.-]++\s){{0,4}}?{_OTHER_REPORTS}{_NOUN}\b"
    rf"(?P<of>\s{_OF}(?:\s(?!that\b|which\b|alleging\b|who\b|after\b)"
    r"[^\s,.;:!?“”\"]++){1,8}?)?)"
)
_SAYS = (
    r"(?:found|finds|shows|showed|says|said|states|stated|concluded|concludes|warns|warned|"
    r"estimates|estimated|suggests|suggested|obliges|requires|forbids|allows|reveals|revealed|"
    r"recommends|recommended|notes|noted|put|puts|alleges|alleged|accuses|accused|ordered|"
    r"orders|describes|described|identified|calls|called\sfor)\b"
)
_SAYING = re.compile(
    rf"{_NAME}(?:,\s[^,.;:!?]{{2,80}},)?\s(?:also\s|has\s|had\s)?{_SAYS}"
)
_ACCORDING = re.compile(
    rf"\b(?:[Aa]ccording\sto|[Aa]s\sstated\sin|[Tt]he\sfindings\sof)\s{_NAME}(?=[,.;:!?]|\s(?:and|which|that|this)\b)"
)
_SECRET = re.compile(
    r"\b(?:leaked|internal|confidential|classified|unpublished|sealed|secret|draft|private|"
    r"seen\sby|obtained\sby|reviewed\sby|shared\swith|handwritten|forthcoming)\b",
    re.IGNORECASE,
)
_BARE = re.compile(r"(?:an?|the|its|their|another|one)\s\S+", re.IGNORECASE)
_WORD = re.compile(r"[^\W\d_]+")
_FEWEST_TITLE_WORDS = 2


def read(
    text: str,
    sentences: tuple[Sentence, ...],
    quotations: tuple[Quotation, ...],
    dates: tuple[DateMention, ...],
) -> tuple[Document, ...]:
    """Return the documents of `text` in order, each kind where it is first named.

    What a speaker mentions within quotation marks is left out.
    """
    quoted = BySpan(quotations, lambda quotation: quotation.span)
    dated = BySpan(dates, lambda date: date.span)
    found: dict[str, Document] = {}
    for number, sentence in enumerate(each(sentences)):
        for match in _matches(text, sentence.span):
            span = Span(*match.span("name"))
            noun = match["noun"].lower()
            if noun in found or any(quoted.overlapping(span)):
                continue
            is_dated = any(dated.overlapping(sentence.span))
            is_bare = _BARE.fullmatch(match["name"])
            if is_bare or not (match["of"] or is_dated or _is_owned(match["name"])):
                continue
            titled = any(_is_title(text, q) for q in quoted.overlapping(sentence.span))
            found[noun] = Document(
                span=span,
                noun=noun,
                sentence=number,
                obtainable=not _SECRET.search(sentence.span.of(text)),
                told=titled and is_dated,
            )
    return tuple(sorted(found.values(), key=lambda document: document.span))


def _matches(text: str, sentence: Span) -> Iterator[re.Match[str]]:
    for pattern in (_SAYING, _ACCORDING):
        yield from pattern.finditer(text, sentence.start, sentence.end)


def _is_owned(name: str) -> bool:
    """Tell whether words before the noun say whose it is: "the World Bank report"."""
    first, *rest = name.split()
    is_name = first.lower() not in {"a", "an", "the", "its", "their", "another", "one"}
    return is_name or any(word[0].isupper() for word in rest[:-1])


def _is_title(text: str, quotation: Quotation) -> bool:
    """Tell whether quoted words are a title: nearly all of them have capitals."""
    words = [w for w in _WORD.findall(quotation.inner.of(text)) if len(w) > 3]  # noqa: PLR2004
    return len(words) >= _FEWEST_TITLE_WORDS and all(
        word[0].isupper() for word in words
    )
