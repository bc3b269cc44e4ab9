"""What a text says that a calendar can be asked: weekdays of dates, days in between.

Narrower than `dates`: a weekday counts where it stands right beside its date, and a
step where both its ends and the days between are told in one breath.
"""

import re
from collections.abc import Iterator
from dataclasses import replace

from sidelight.model import DateMention, PartialDate, Sentence, Span, Step, WrittenDay
from sidelight.readings.dates.places import on
from sidelight.readings.dates.vocabulary import MONTHS, NUMBERS, ORDINALS, WEEKDAYS
from sidelight.readings.spans import BySpan

_FULL = r"(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day"
_WEEKDAY = rf"(?:{_FULL}|(?:Mon|Tues?|Wed|Thu(?:rs?)?|Fri|Sat)\b\.?)"
_MONTH = (
    r"(?:January|February|March|April|May|June|July|August|September|October|November|"
    r"December|(?:Jan|Feb|Mar|Apr|Jun|Jul|Aug|Sept?|Oct|Nov|Dec)\b\.?)"
)
_IN_WORDS = "|".join(sorted(ORDINALS, key=len, reverse=True))
_DAY = rf"(?:(?:{_IN_WORDS})\b|\d{{1,2}}(?:st|nd|rd|th)?(?![\w%:]|[.,]\d))"
_YEAR = r"(?:,?\s(?:of\s)?(?P<{name}year>(?:19|20)\d\d)(?![\d-]))?"


def _date(name: str) -> str:
    month_first = rf"(?P<{name}m1>{_MONTH})\s(?P<{name}d1>{_DAY})"
    day_first = rf"(?P<{name}d2>{_DAY})\s(?:of\s)?(?P<{name}m2>{_MONTH})"
    return rf"(?:{month_first}|{day_first}){_YEAR.format(name=name)}"


# "Friday, the 20th of September", and not "on Friday, the 20 September vote".
_THE = rf"(?:the\s(?=\d{{1,2}}(?:st|nd|rd|th)|(?:{_IN_WORDS})\b))?"
_PART = r"(?:\s(?:morning|afternoon|evening|night))?"
# "Tuesday, August 12, 2019", "Tuesday the 12th of August".
_BEFORE = (
    rf"\b(?P<before>{_WEEKDAY}){_PART}(?:,\sat\s[\w.:\s]{{1,20}})?(?:,?\s|\s\()"
    rf"{_THE}{_date('b')}"
)
# "12 August 2019, a Tuesday", "12 August 2019 (a Tuesday)".
_AFTER = (
    rf"\b{_date('a')}(?:,\s|\s\(|\s(?=was|fell))(?:(?:which\s)?was\s|fell\son\s|on\s)?a\s"
    rf"(?P<after>{_FULL})(?=[,.;)])"
)
_DATED = re.compile(f"{_BEFORE}|{_AFTER}")
# "Saturday and Sunday, June 7 and 8": the weekday before the date is one of several.
_ONE_OF_SEVERAL = re.compile(
    rf"{_WEEKDAY}{_PART},?\s?(?:and|or|to|through|until|[-–—/&,])\s?$"
)
# A day no month has, where nothing but a day can be meant.
_NO_DAY = re.compile(
    rf"\b(?:on|until|till|by|from|since|dated|{_FULL},?)\s(?:the\s)?{_date('x')}"
    r"(?=[.,;:)”\"]|$|\s(?:and|to|at|in|for|when|but|or|was|were|is|will|with)\s)"
)
_MOST_DAYS = (31, 29, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31)
_REACH = 24  # code points before a weekday in which others of a list stand


def written_days(text: str) -> tuple[WrittenDay, ...]:
    """Return the days of `text` that stand beside their weekday, or that no month has."""
    found = [*_with_weekday(text), *_on_no_calendar(text)]
    return tuple(sorted(found, key=lambda day: day.span))


def _with_weekday(text: str) -> Iterator[WrittenDay]:
    for match in _DATED.finditer(text):
        if match["before"]:
            leading = text[max(0, match.start() - _REACH) : match.start()]
            if not _ONE_OF_SEVERAL.search(leading):
                yield _written(match, "b", _weekday(match["before"]))
        else:
            yield _written(match, "a", _weekday(match["after"]))


def _on_no_calendar(text: str) -> Iterator[WrittenDay]:
    for match in _NO_DAY.finditer(text):
        day = _written(match, "x", None)
        most = _MOST_DAYS[day.month - 1]
        if day.month == 2 and day.year and day.year % 4:  # noqa: PLR2004 - February
            most = 28
        if most < day.day <= 31:  # noqa: PLR2004 - what no month has may be a count
            start = match.start("xm1" if match["xm1"] else "xd2")
            yield replace(day, span=Span(start, match.end()))


def _written(match: re.Match[str], name: str, weekday: int | None) -> WrittenDay:
    month = match[f"{name}m1"] or match[f"{name}m2"]
    day = match[f"{name}d1"] or match[f"{name}d2"]
    year = match[f"{name}year"]
    return WrittenDay(
        span=Span(*match.span()),
        weekday=weekday,
        month=MONTHS[month[:3].lower()],
        day=ORDINALS.get(day.lower()) or int(day.rstrip("stndrh")),
        year=int(year) if year else None,
    )


def _weekday(word: str) -> int:
    return WEEKDAYS[word[:3].lower()]


# --- Steps -------------------------------------------------------------------

_COUNT = r"(?:just\s|exactly\s|only\s)?(?P<{n}>\w{{1,9}})"
_FEW_WORDS = r"(?:[\w’'-]+\s){{0,{most}}}?"
# What begins or ends a day may be counted either way.
_EDGE = r"(?!['’]s\s(?:\w+\s)?(?:deadline|midnight|overnight|night|cut-?off)|\s(?:night|of\s|last\s|next\s|before))"


def _to(after: str, end: str, mark: str = "") -> str:
    """Return the pattern of "N days after W", the counted end under a name."""
    return (
        rf"{_COUNT.format(n='n' + mark)}\s(?:day|{after})s?\s(?P<way{mark}>after|before)\s"
        rf"(?:the\s)?(?:{_FEW_WORDS.format(most=4)}on\s)?(?P<there{mark}>{end})"
    )


# "On Wednesday, a day after Monday's vote"; "Wednesday's vote came a day after Monday's".
_DAYS = re.compile(
    rf"\b(?P<here>{_FULL})(?:['’]s\s{_FEW_WORDS.format(most=4)}|,?\s)"
    rf"{_to('day', _FULL)}\b{_EDGE}"
)
# "A day after Monday's vote, on Wednesday".
_DAYS_BEFORE = re.compile(
    rf"\b{_to('day', _FULL)}\b{_EDGE}(?:['’]s\s(?:[\w’'-]+\s){{0,3}}[\w’'-]+)?,\son\s"
    rf"(?P<here>{_FULL})\b(?!['’])",
    re.IGNORECASE,
)
_FOUR_DIGITS = r"(?:19|20)\d\d"
# "In 1995, five years after the 1988 treaty".
_YEARS = re.compile(
    rf"\bin\s(?P<here>{_FOUR_DIGITS}),\s{_COUNT.format(n='n')}\syears?\s"
    rf"(?P<way>after|before)\s(?:the\s)?(?:{_FEW_WORDS.format(most=4)}(?:in|of)\s)?"
    rf"(?P<there>{_FOUR_DIGITS})\b(?![-–/])",
    re.IGNORECASE,
)
_COUNTS = {**NUMBERS, "a": 1, "the": 1}


# Between two dates: ", nine days after the crash on", " and, two days later, on".
_AFTER_IT = re.compile(
    rf",?\s{_COUNT.format(n='n')}\s(?P<unit>day|week)s?\s(?P<way>after|before)\s"
    rf"(?:the\s)?(?:[\w’'-]+\s){{0,4}}?(?:(?:on|of)\s)?"
)
_LATER = re.compile(
    rf",?\s(?:and|but),?\s(?:[\w’'-]+\s){{0,3}}?{_COUNT.format(n='n')}\s(?P<unit>day|week)s?\s"
    r"(?P<way>later),?\s(?:on\s)?"
)
_COUNTED = re.compile(r"(?:later|earlier|after|before)$")
_A_LEAP_YEAR = 2024


def steps(
    text: str, sentences: tuple[Sentence, ...], dates: tuple[DateMention, ...]
) -> tuple[Step, ...]:
    """Return the steps between two weekdays, days or years, told in one sentence."""
    by_span = BySpan(dates, lambda date: date.span)
    found = [
        step
        for sentence in sentences
        for step in (
            *_named(text, sentence.span),
            *_placed(text, [*by_span.inside(sentence.span)]),
        )
    ]
    return tuple(sorted(found, key=lambda step: step.span))


def _named(text: str, sentence: Span) -> Iterator[Step]:
    """Yield the steps between weekdays and between years."""
    for pattern in (_DAYS, _DAYS_BEFORE):
        for match in pattern.finditer(text, sentence.start, sentence.end):
            if count := _count(match):
                here, there = _weekday(match["here"]), _weekday(match["there"])
                yield Step(Span(*match.span()), "weekday", here, count, there)
    for match in _YEARS.finditer(text, sentence.start, sentence.end):
        if count := _count(match):
            here, there = int(match["here"]), int(match["there"])
            yield Step(Span(*match.span()), "year", here, count, there)


def _placed(text: str, dates: list[DateMention]) -> Iterator[Step]:
    """Yield the step between the two days of a sentence that names two."""
    written = [date for date in dates if not _COUNTED.search(date.span.of(text))]
    days = [(date.span, day) for date in written if (day := _ordinal(date))]
    if len(days) != 2:  # noqa: PLR2004 - with three it is open which are meant
        return
    (first, earlier), (last, later) = days
    between = text[first.end : last.start]
    if (match := _AFTER_IT.fullmatch(between)) and (count := _count(match)):
        yield Step(Span(first.start, last.end), "day", earlier, count, later)
    elif (match := _LATER.fullmatch(between)) and (count := _count(match)):
        yield Step(Span(first.start, last.end), "day", later, count, earlier)


def _ordinal(date: DateMention) -> int:
    """Return the day that is written out, counted from year 1; 0 for anything else.

    A day without a year is taken to be of one that has every day.
    """
    day = date.first or PartialDate()
    if date.known not in {"day", "month-day"} or date.first != date.last:
        return 0
    found = on(day.year or _A_LEAP_YEAR, day.month or 0, day.day or 0)
    return found.toordinal() if found else 0


def _count(match: re.Match[str]) -> int:
    """Return the days or years that are counted, negative for "before"; 0 for none."""
    word = match["n"].lower()
    is_digits = word.isascii() and word.isdigit()
    number = int(word) if is_digits else _COUNTS.get(word, 0)
    weeks = 7 if match.groupdict().get("unit") == "week" else 1
    return number * weeks * (-1 if match["way"].lower() == "before" else 1)
