"""How was this heard?

Words are given from behind closed doors, from a private talk or a leaked call, and the
report does not say how they became known.

## Why it matters

Somebody was in the room, or was told by somebody who was, and may have an interest in
what is passed on. Without a recording, minutes or a witness a reader cannot tell.

## What it does not mean

The words may have been said just so. Reporters have good reasons to protect who told
them.

## Marked

> <mark>Behind closed doors</mark>, the premier was blunter. "Not a penny more," he told
> his ministers.

> "We will not sell," Mara Ellis <mark>told her advisers</mark> that night.

> <mark>At a private dinner</mark> in May the chairman said that the mill was dead.

> <mark>In the lift</mark> the minister leaned over to the ambassador. "We have lost," he
> said.

## Not marked

A recording, minutes, a read-out or somebody who was there:

> Behind closed doors, the premier was blunter. "Not a penny more," he told his
> ministers, according to minutes that were published on Monday.

> "We will not go back," the president said in a private call, two people who listened
> in told the paper.

Who was inside tells it, or speaks outside:

> The coach said he had told his players in the dressing room to "keep calm".

> "It was a good meeting," she told reporters after the closed-door talks.

A door that is closed, and nothing that was said behind it:

> The leaders met behind closed doors for three hours.

## Known misses

> The minister bent down to the ambassador. "We have lost," he said.
"""

import re
from collections import defaultdict
from collections.abc import Iterator

from sidelight.messages import message
from sidelight.model import Attribution, Comparison, Finding, Reading, Span
from sidelight.readings import closed_settings
from sidelight.readings.closed_settings import Setting
from sidelight.readings.cues import is_statement
from sidelight.readings.spans import BySpan

ID = "closed-setting"
LABEL = "How was this heard?"
FAMILY = "what-it-rests-on"
VERSION = 1
NEEDS: frozenset[str] = frozenset()

_ON_RECORD = re.compile(
    r"""\b(?:
      record(?:ings?|ed|er)|audio|video|footage|tapes?|transcripts?|read-?outs?|minutes\s(?:show|that|were|record)
    | the\sminutes|to\sminutes|minutes\sof\sthe|pool\s(?:report|reporter)|notes\sof|diar(?:y|ies)|memoirs?
    | wrote|written|writes|(?:seen|heard|obtained|reviewed|filmed|overheard)\sby|leaked\sto
    | released|published|posted|tweeted|broadcast|televised|live\s(?:feed|stream|mic\w*)|hot\smic\w*|caught\son
    | testif\w+|testimony|affidavit|indictment|lawsuit|told\sthe\s(?:court|jury|judge|inquiry|police)
    | court\s(?:papers|documents|filings|records)|participants?|attendees?|present|in\sattendance
    | who\s(?:was|were|is|are)\s(?:there|in|present|at|serving|with)|who\s(?:sat|attended|took|listened|heard|served)
    | memos?|e-?mails?|letters?|texted|text\smessages?|shared\swith|described\sthe\sscene|film\sshows|read\sout
    | applaud\w*|cheer\w*|applause|Facebook|Twitter|Instagram|platform|with\sthis\snewspaper|list\ssays|(?:shows|showed)(?=[.,;])
    | open\sto\sthe\spublic|in\spublic|archives?|recall(?:s|ed|ing)?|remember(?:s|ed)?
    )\b""",
    re.VERBOSE | re.IGNORECASE,
)
_TOLD = re.compile(
    r"""\b(?:
      according\sto|interview(?:ed|s)?|reporters|journalists|the\spress|correspondents?|news\sconference|statement
    | (?:described|recounted|related)\s(?:it\s)?to|spokes\w+|(?:said|told\s\w+|say|says)\s(?:later|afterwards?)|(?:later|afterwards?)\s(?:said|told)
    | sources?|(?:officials?|people|aides?|friends|players?|allies)\s(?:said|say)|told\sthe\s[A-Z]\w+|parliament|online
    )\b""",
    re.VERBOSE,
)
NEAR = 1  # sentences on each side in which a word of how it became known is looked for
FULL_NAME = 2  # words with a capital in a source
FEWEST_WORDS = 2  # words of a quotation that was said, not named


def check(reading: Reading, _: Comparison) -> Iterator[Finding]:
    """Mark each closed setting with words from inside it and no word of how."""
    page = _Page(reading)
    last = -2
    for number in range(len(reading.sentences)):
        if number - last <= NEAR:
            continue
        setting = page.setting(number)
        if setting is None or page.is_accounted_for(number):
            continue
        last = number
        words = " ".join(setting.of(reading.text).split())
        yield Finding(
            span=setting,
            message=message(
                "These words come from a closed setting (“%(words)s”). How they became "
                "known was not found near them.",
                words=words,
            ),
            next=message(
                "See whether another report says who heard this, or has a recording."
            ),
        )


class _Page:
    """A reading, with what each sentence quotes and cites at hand."""

    def __init__(self, reading: Reading) -> None:
        self._reading = reading
        self._text = reading.text
        self._quotations = BySpan(reading.quotations, lambda q: q.span)
        self._said = defaultdict[int, list[Attribution]](list)
        for attribution in reading.attributions:
            self._said[attribution.sentence].append(attribution)

    def setting(self, number: int) -> Span | None:
        """Return the setting in a sentence from which words are given, or `None`."""
        home = self._reading.sentences[number].span
        for setting in closed_settings.read(self._text, home):
            if not self._is_told(setting.span, number) and self._gives_words(
                number, setting
            ):
                return setting.span
        return None

    def is_accounted_for(self, number: int) -> bool:
        """Tell whether a record is named near, or a teller in the same paragraph."""
        home = self._reading.sentences[number].paragraph
        near = self._reading.sentences[max(0, number - NEAR) : number + NEAR + 2]
        if any(_ON_RECORD.search(self._plain(one.span)) for one in near):
            return True
        own = (self._plain(one.span) for one in near if one.paragraph == home)
        return any(_TOLD.search(words) for words in own)

    def _is_told(self, span: Span, number: int) -> bool:
        """Tell whether somebody tells of the setting: in a quotation, or "he said"."""
        if any(self._quotations.overlapping(span)):
            return True
        content = (c for a in self._said[number] if a.source for c in a.content)
        return any(stretch.covers(span) for stretch in content)

    def _gives_words(self, number: int, setting: Setting) -> bool:
        """Tell whether words are given from a setting: the surer, the less is asked."""
        if setting.kind == "closed":
            return self._has_speech(number) or self._is_quoted(number)
        if not self._is_one_person(number):
            return False
        if setting.kind == "circle":
            return self._has_speech(number) and not self._is_order(setting)
        if setting.kind == "near":
            return self._quotes(number)
        here, *after = self._reading.sentences[number : number + 2]
        scene = [one for one in (here, *after) if one.paragraph == here.paragraph]
        shown = (closed_settings.is_scene(self._plain(one.span)) for one in scene)
        return self._is_quoted(number) and any(shown)

    def _has_speech(self, number: int) -> bool:
        """Tell whether somebody is said to have said something: before what was said.

        "Behind closed doors they differ, Ellis said" is told by Ellis, outside.
        """
        return any(
            a.type != "indirect" or a.cue < a.content[0]
            for a in self._said[number]
            if a.source and a.cue and a.content and is_statement(a)
        )

    def _is_order(self, setting: Setting) -> bool:
        """Tell "told commanders to hold fire", which is a deed, from what was said."""
        return self._text.startswith(" to ", setting.span.end)

    def _is_one_person(self, number: int) -> bool:
        """Tell a person from a body, which announces, and officials to reporters."""
        cited = (a.voice for a in self._said[number] if a.source)
        voices = (self._reading.voices[v] for v in cited if v is not None)
        return all(voice.kind == "person" or voice.name.isalpha() for voice in voices)

    def _is_quoted(self, number: int) -> bool:
        """Tell whether words are quoted in a sentence, or else in the next.

        Those of the next may be somebody's who speaks of it outside: not if the speaker
        was named before, or is a "he".
        """
        if self._quotes(number):
            return True
        here, *after = self._reading.sentences[number : number + 2]
        if not after or after[0].paragraph != here.paragraph:
            return False
        return self._quotes(number + 1) and any(
            a.type != "indirect" and a.source and self._is_known(a.source)
            for a in self._said[number + 1]
        )

    def _is_known(self, source: Span) -> bool:
        """Tell whether who speaks is no new full name."""
        words = source.of(self._text)
        if len(re.findall(r"\b[A-Z]\w+", words)) < FULL_NAME:
            return True
        return self._text.find(words, 0, source.start) >= 0

    def _quotes(self, number: int) -> bool:
        """Tell whether a sentence quotes more than a word."""
        home = self._reading.sentences[number].span
        quoted = (q.inner.of(self._text) for q in self._quotations.overlapping(home))
        return any(len(words.split()) >= FEWEST_WORDS for words in quoted)

    def _plain(self, stretch: Span) -> str:
        """Return the words of a stretch outside quotation marks."""
        words, at = "", stretch.start
        for quotation in self._quotations.overlapping(stretch):
            words += self._text[at : quotation.span.start] + " … "
            at = quotation.span.end
        return words + self._text[at : stretch.end]
