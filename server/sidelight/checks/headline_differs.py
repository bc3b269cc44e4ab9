"""Headline and text differ

The headline says more than its report, or another report, bears out: "exclusive" of
what was printed elsewhere before, "confirmed" of what the text calls unconfirmed, a
figure that the text has otherwise, a plot or a fraud that the text does not speak of.

## Why it matters

Most people who see a headline read nothing else of the report. Somebody other than its
writer may have written it, and late.

## What it does not mean

Headlines are short and leave things out. Nothing says which of the two is right, nor
that anybody meant to say too much.

## Marked

> # <mark>CONFIRMED</mark>: Hadley to lose its bridge
>
> The plan to pull down the bridge at Hadley has not been confirmed, the council said.

> # Council to <mark>double</mark> bridge toll at Hadley
>
> The bridge toll at Hadley goes from 4 crowns to 5 crowns in May, the council said.

> # <mark>Secret</mark> toll plan for Hadley bridge
>
> The mayor spoke of the bridge at Hadley.
>
> > The toll plan had been in the council papers since March, said the mayor of Hadley,
> > who spoke of the bridge.

> # <mark>All</mark> schools close in Orsolt
>
> Most of the schools close on Monday in Orsolt because of the snow, the council said.

> # Orsolt council <mark>to close</mark> Hadley bridge
>
> The Orsolt council may close the Hadley bridge if the crack in it grows.

> # Rotten beam <mark>caused</mark> fall of Hadley bridge
>
> A rotten beam was found under the Hadley bridge. The cause of its fall is not known.

> # Owner <mark>plots</mark> end of Orsolt mill
>
> The owner of the mill at Orsolt wants to shut it in May, a union said on Monday. He told
> the union that the looms were old, that the river was low and that wool from the coast
> was dear. Sixty people work at the mill. Some have been there for thirty years, and their
> mothers before them. The union asked for talks, and the owner agreed to meet it in the
> town hall on the first Monday of March. The mayor will be there as well.

> # <mark>40</mark> workers lose their jobs at Orsolt mill
>
> The mill at Orsolt said that 25 workers would lose their jobs in the spring.

## Not marked

The text has it so:

> # Council to double bridge toll at Hadley
>
> The bridge toll at Hadley goes from 4 crowns to 8 crowns in May, the council said.

Rounded, or the sum of what the text has:

> # 40 workers lose their jobs at Orsolt mill
>
> The mill at Orsolt said that 38 workers would lose their jobs. About 40 workers stay.

A name, a question, a quotation:

> # Was it a ‘secret’ plan? Secret Service asked about Hadley
>
> The plan had been in the council papers since March, said the mayor of Hadley.

## Known misses

What is not said in so many words:

> # Bridge at Hadley is safe
>
> The engineers had not looked at the bridge at Hadley yet, said the mayor.
"""

import re
from collections.abc import Iterator

from sidelight.messages import Message, counted, message
from sidelight.model import (
    Comparison,
    Evidence,
    Figure,
    Finding,
    HeadlineWord,
    Reading,
    Sentence,
    Span,
)
from sidelight.readings.words import STOP_WORDS, stem
from sidelight.related.agreement import figures_agree

ID = "headline-differs"
LABEL = "Headline and text differ"
FAMILY = "time-and-headline"
VERSION = 2
NEEDS = frozenset({"title"})

# Others have an exclusive where earlier reports say, of its sentences, one of the first
# few or this share, and these many at least, each with this agreement. No false alarm
# on the events that may be looked at, nor on those for thresholds, with shares from .15 to
# .33, agreement from .4 to .6 and 2 to 4 points; the middle is taken.
LEAD = 3
LEAST_SHARE = 1 / 4
FEWEST_POINTS = 3
LEAST_AGREEMENT = 0.5
# "Double" is right from nearly double to a good double.
LOOSELY = 0.15
NEAR_IN_SIZE = 5.0  # times; figures farther apart are not of one thing
FEWEST_READ = 80  # words; a shorter text is a summary
FEWEST_COMMON = 2  # stems that a sentence has in common with the headline
MOST_EVIDENCE = 2

_NOT_SETTLED = re.compile(
    r"\b(?:no\s(?:official\s|formal\s)?(?:announcement|confirmation|deal|agreement)\s(?:has|have|had|was)\b"
    r"|(?:has|have|had|was|were|is|are)\s(?:not|yet\sto)\s(?:yet\s)?(?:be(?:en)?\s)?(?:officially\s|formally\s)?"
    r"(?:confirm|announce|sign)(?:ed)?\b|still\sto\sbe\s(?:signed|confirmed|announced)"
    r"|unconfirmed|could\snot\sbe\s(?:independently\s)?(?:confirmed|verified)"
    r"|(?:signature|contract|deal)\sis\sstill\s(?:missing|open|to\sbe))",
    re.IGNORECASE,
)
# Where anybody could have read it.
_PUBLIC = re.compile(
    r"\bin\s(?:the|our|its|their|a)\s(?:[\w’'-]+\s){0,3}(?:papers|yearbook|annual\sreport|minutes|"
    r"register|gazette|prospectus|accounts|handbook|bulletin|newsletter|budget)\b"
    r"|\bon\s(?:page\b|(?:the|its|their|our)\s(?:[\w’'-]+\s){0,2}website)"
    r"|\bpublic\s(?:record|document|paper|hearing|meeting|register|session)s?\b"
    r"|\b(?:open|televised|streamed)\s(?:session|meeting|hearing)\b",
    re.IGNORECASE,
)
_SUBJECT = re.compile(
    r"\W*(?:(?:the|this|that|his|her|its|their|our|a)\s)?(?P<subject>(?:[\w’'-]+\s){1,3}?)"
    r"(?:is|are|was|were|has|have|had|stands?|stood)\b(?!\s(?:not|never|kept|hidden))",
    re.IGNORECASE,
)
_FROM_TO = re.compile(
    r"\bfrom\s[^\s\d]{0,3}(?P<low>\d[\d,]*(?:\.\d+)?)(?P<one>(?:\s[\w%]+)?)\s(?:a\s\w+\s)?to\s"
    r"[^\s\d]{0,3}(?P<high>\d[\d,]*(?:\.\d+)?)"
)
_HEDGED = re.compile(
    r"\b(?:may|might|could|considers?|considering|whether\sto)\s(?:\w+\s)?$",
    re.IGNORECASE,
)
_CAUSE_OPEN = re.compile(
    r"\bcause\b[^.!?]{0,40}\b(?:is|was|remains?|has|had)\s(?:still\s)?"
    r"(?:not\b|unknown|unclear|under\sinvestigation)"
    r"|\b(?:not|un)\s?(?:yet\s)?clear\swhat\s(?:had\s)?caused",
    re.IGNORECASE,
)
_REACH = 40  # code points before a word in which "may" stands
_WORD = re.compile(r"[^\W\d_]+")
_SOME = (
    r"\b(?i:some|most|many|several|half|not\sall|nearly\sall|almost\sall|parts?)\b"
    r"(?:\sof)?(?:\s(?:the|its|their))?\s(\w+)"
)


def check(reading: Reading, comparison: Comparison) -> Iterator[Finding]:
    """Mark the words and figures of the headline that a text does not bear out."""
    rules = {
        "exclusive": _exclusive,
        "secret": _secret,
        "settled": _settled,
        "times": _times,
        "all": _all,
        "certain": _certain,
        "cause": _cause,
        "grave": _grave,
    }
    found: list[Finding] = []
    for word in reading.headline_words:
        found += rules[word.kind](reading, comparison, word)
    found += _figures(reading)
    yield from sorted(found, key=lambda finding: finding.span or Span(0, 0))


def _finding(span: Span, said: Message, evidence: tuple[Evidence, ...] = ()) -> Finding:
    return Finding(
        span=span,
        part="title",
        message=said,
        next=message(
            "Read the text, or another report, before you pass the headline on."
        ),
        evidence=evidence,
    )


def _says(words: str) -> Message:
    return message("The text says “%(words)s”.", words=words)


# --- Beside other reports ----------------------------------------------------


def _exclusive(
    reading: Reading, comparison: Comparison, word: HeadlineWord
) -> Iterator[Finding]:
    """Yield a note where reports that appeared before have the same points."""
    publisher = reading.article.publisher
    points = [
        point
        for point in comparison.points
        if point.agreement >= LEAST_AGREEMENT
        and _is_earlier(comparison, point.report, reading)
    ]
    credited = publisher and any(
        publisher.lower() in comparison.reports[point.report].reading.text.lower()
        for point in points
    )
    held = {point.here for point in points}
    is_lead = any(here < LEAD for here in held)
    is_much = len(held) >= LEAST_SHARE * len(reading.sentences)
    if credited or len(held) < FEWEST_POINTS or not (is_lead or is_much):
        return
    points.sort(key=lambda point: (point.here, -point.agreement))
    best = {point.report: point for point in reversed(points)}
    yield _finding(
        word.span,
        counted(
            "Much of this report stands in another report that appeared before it.",
            "Much of this report stands in %(number)d other reports that appeared before "
            "it.",
            len(best),
        ),
        tuple(
            Evidence(number, _sentence(comparison, number, best[number].there))
            for number in sorted(best)[:MOST_EVIDENCE]
        ),
    )


def _is_earlier(comparison: Comparison, number: int, reading: Reading) -> bool:
    other = comparison.reports[number].reading.article
    return other.appeared_before(reading.article) and (
        not other.publisher or other.publisher != reading.article.publisher
    )


def _sentence(comparison: Comparison, report: int, number: int) -> Span:
    return comparison.reports[report].reading.sentences[number].span


def _secret(
    reading: Reading, comparison: Comparison, word: HeadlineWord
) -> Iterator[Finding]:
    """Yield a note where it is told that anybody could have read the secret."""
    said = message("A report says where anybody could have read of this.")
    if any(_is_public(reading, s, word) for s in reading.sentences):
        yield _finding(word.span, said)
        return
    evidence = tuple(
        Evidence(number, sentence.span)
        for number, other in enumerate(comparison.reports)
        for sentence in other.reading.sentences
        if _is_public(other.reading, sentence, word)
    )
    if evidence:
        yield _finding(word.span, said, evidence[:MOST_EVIDENCE])


def _is_public(reading: Reading, sentence: Sentence, word: HeadlineWord) -> bool:
    """Tell whether a sentence has what is called secret for its subject, in public."""
    words = sentence.span.of(reading.text)
    subject = _SUBJECT.match(words)
    if subject is None or not _PUBLIC.search(words, subject.end()):
        return False
    return any(stem(w) in word.about for w in subject["subject"].lower().split())


# --- Beside the report's own text --------------------------------------------


def _settled(reading: Reading, _: Comparison, word: HeadlineWord) -> Iterator[Finding]:
    for match in _NOT_SETTLED.finditer(reading.text):
        yield _finding(word.span, _says(match[0]))
        return


def _times(reading: Reading, _: Comparison, word: HeadlineWord) -> Iterator[Finding]:
    """Yield a note where something rises "from 2 to 3" and is said to double."""
    found = [
        (match, sentence)
        for sentence in reading.sentences
        for match in _FROM_TO.finditer(
            reading.text, sentence.span.start, sentence.span.end
        )
    ]
    if len(found) != 1:
        return
    match, sentence = found[0]
    low, high = (float(match[end].replace(",", "")) for end in ("low", "high"))
    common = _stems(sentence.span.of(reading.text)) & _content(reading)
    said, off = word.times * low, LOOSELY * word.times * low
    if common and low and not said - off <= high <= said + off:
        yield _finding(word.span, _says(match[0]))


def _all(reading: Reading, _: Comparison, word: HeadlineWord) -> Iterator[Finding]:
    """Yield a note where it is all in the headline, and most or some in the text."""
    title = _content(reading) - set(word.about)
    for sentence in reading.sentences:
        words = sentence.span.of(reading.text)
        for match in re.finditer(_SOME, words):
            if stem(match[1].lower()) in word.about and _stems(words) & title:
                if not _all_in_text(reading, word):
                    yield _finding(word.span, _says(match[0]))
                return


def _all_in_text(reading: Reading, word: HeadlineWord) -> bool:
    """Tell whether the text says "all" of it as well."""
    pattern = r"\b(?:all|every|each)\s(?:of\s)?(?:the\s|its\s|their\s)?(?:\d+\s)?(\w+)"
    return any(
        stem(match[1].lower()) in word.about
        for match in re.finditer(pattern, reading.text, re.IGNORECASE)
    )


def _certain(reading: Reading, _: Comparison, word: HeadlineWord) -> Iterator[Finding]:
    """Yield a note where what is to happen may happen, wherever the text has it."""
    hedged = []
    for match in _WORD.finditer(reading.text):
        if stem(match[0].lower()) in word.about:
            start = max(0, match.start() - _REACH)
            hedged.append(
                (match.start(), _HEDGED.search(reading.text[start : match.start()]))
            )
    at, first = hedged[0] if hedged else (0, None)
    if first and all(hedge for _, hedge in hedged) and _is_near(reading, at, word):
        yield _finding(word.span, _says(first[0].strip()))


def _cause(reading: Reading, _: Comparison, word: HeadlineWord) -> Iterator[Finding]:
    """Yield a note where the text leaves the cause open."""
    match = _CAUSE_OPEN.search(reading.text)
    if match:
        yield _finding(word.span, _says(match[0]))


def _grave(reading: Reading, _: Comparison, word: HeadlineWord) -> Iterator[Finding]:
    """Yield a note where no word of the text bears a grave word out."""
    if reading.article.is_opinion or len(reading.words) < FEWEST_READ:
        return
    if _stems(reading.text).isdisjoint(word.about):
        yield _finding(
            word.span, message("The text does not have this word, or one like it.")
        )


def _is_near(reading: Reading, at: int, word: HeadlineWord) -> bool:
    """Tell whether the sentence there speaks of what the headline speaks of."""
    return any(
        len((_stems(s.span.of(reading.text)) & _content(reading)) - set(word.about))
        >= FEWEST_COMMON
        for s in reading.sentences
        if s.span.start <= at < s.span.end
    )


def _figures(reading: Reading) -> Iterator[Finding]:
    """Yield a note for each figure of the headline that the text has otherwise."""
    for figure in reading.headline_figures:
        if any(_may_be(figure, other) for other in reading.figures):
            continue
        same = [other for other in reading.figures if _is_of_one_thing(figure, other)]
        values = {other.low for other in same}
        if len(values) != 1 or not _in_one_breath(reading, same[0]):
            continue
        words = same[0].span.of(reading.text)
        yield _finding(
            figure.span,
            message("For this figure the text has “%(words)s”.", words=words),
        )


def _may_be(figure: Figure, other: Figure) -> bool:
    """Tell whether a figure of the text is that of the headline, whatever it counts."""
    return (not other.unit or other.unit == figure.unit) and figures_agree(
        figure, other
    )


def _is_of_one_thing(figure: Figure, other: Figure) -> bool:
    """Tell whether two figures count the same, and are of like size."""
    if figure.unit != other.unit or not (figure.low and other.low):
        return False
    counted = [stem((f.counts.split() or [""])[-1]) for f in (figure, other)]
    size = figure.low / other.low
    return (
        counted[0] == counted[1]
        and bool(figure.unit or figure.counts)
        and 1 / NEAR_IN_SIZE < size < NEAR_IN_SIZE
    )


def _in_one_breath(reading: Reading, figure: Figure) -> bool:
    """Tell whether the sentence of a figure speaks of what the headline speaks of."""
    counted = {stem(word) for word in (*figure.counts.split(), "people")}
    for sentence in reading.sentences:
        if sentence.span.covers(figure.span):
            common = _stems(sentence.span.of(reading.text)) & _content(reading)
            return len(common - counted) >= FEWEST_COMMON
    return False


def _content(reading: Reading) -> set[str]:
    """Return the stems of the words with content of the headline."""
    return _stems(reading.article.title or "")


def _stems(text: str) -> set[str]:
    words = (word.lower() for word in _WORD.findall(text))
    return {stem(word) for word in words if word not in STOP_WORDS}
