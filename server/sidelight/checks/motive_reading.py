"""The writer explains a motive

Why somebody acts, or what they "really" mean, is told in the writer's own voice.

## Why it matters

Nobody sees into a head. Whoever acted may give another reason, and a reader cannot tell
from the sentence whether they were asked.

## What it does not mean

The reading may be right, and well founded. In a piece that is labelled as opinion or
analysis it is the writer's task.

## Marked

> The mayor put the vote off <mark>to save her own skin</mark>.

> <mark>What the owner really wants</mark> is the land under the mill.

> He kept the letter back <mark>out of spite</mark>.

> The club <mark>sold because the bank had begun to count</mark>.

## Not marked

What somebody says of a motive:

> The union said the mayor put the vote off to save her own skin.

A cause that is no motive, and an aim that is on the record:

> The match was put off because the pitch was frozen. The law aims to cut noise by half.

## Known misses

> The vote was put off, and the mayor kept her seat. Nobody had to ask why.
"""

import re
from collections.abc import Iterator

from sidelight.messages import message
from sidelight.model import Attribution, Comparison, Finding, Reading, Span
from sidelight.readings.spans import BySpan
from sidelight.readings.word_lists import word_lists

ID = "motive-reading"
LABEL = "The writer explains a motive"
FAMILY = "what-it-rests-on"
VERSION = 1
NEEDS: frozenset[str] = frozenset()

_LISTS = word_lists("motives")
_SAYS = _LISTS["says"] | {"according to"}


def _any(name: str) -> str:
    words = sorted(_LISTS[name], key=len, reverse=True)
    return "(?:" + "|".join(word.replace("_", r"\s") for word in words) + ")"


_REST = r"[^.;:,!?“”\"]{0,120}"
_WHO = r"(?:he|she|they|it|(?:the|his|her|their|its)\s[\w’'-]+(?:\s[\w’'-]+)?|[A-Z][\w’'-]+)"
_EYE = r"(?:desperate|cynical|transparent|thinly[\s-]veiled|naked|blatant|obvious|clumsy|shameless|calculated)"
_MOTIVE = re.compile(
    rf"""
      \b(?P<end>(?:in\s(?:an?|another|yet\sanother)\s(?:\w+\s)?(?:bid|effort|attempt|move)\s|in\sorder\s
        |so\sas\s(?:not\s)?)?to\s{_any("gain")}\b){_REST}
    | \b(?:designed|meant|intended|calculated)\sto\s{_any("gain")}\b{_REST}
    | \ban?\s{_EYE}\s(?:bid|effort|attempt|move|ploy|gesture)\b{_REST}
    | \bin\san?\s{_EYE}\s(?:bid|effort|attempt|move)\b{_REST}
    | \ban?\s(?:ploy|stunt|smokescreen|charade|power\sgrab|diversion|fig\sleaf)\s(?:to|meant|designed)\b{_REST}
    | (?<!not\s)(?<!only\s)(?<!but\s)\bbecause\s(?-i:{_WHO})\s(?:\w+ly\s|secretly\s)?(?:{_any("felt")}\b|could\snot\s(?:bear|stand|stomach|face)
        |(?:did|does|do)\snot\s(?:like|want|trust|dare)|(?:was|were|is|are)\s(?:afraid|jealous|desperate|scared|ashamed|angry))\b{_REST}
    | \bout\sof\s(?:\w+\s)?{_any("feeling")}\b{_REST} | \bfor\sfear\sof\b{_REST} | \bin\sthe\shope\sof\b{_REST}
    | \b(?:driven|motivated|consumed|blinded|spurred|moved|fuelled)\s(?:\w+\s)?by\s(?:\w+\s)?{_any("feeling")}\b{_REST}
    | (?:^|(?<=,\s))(?:eager|desperate|anxious|too\sproud)\sto\b{_REST}
    | ^(?:fearing|hoping\sto|keen\sto|afraid\sof|wary\sof|worried\sthat|sensing)\b{_REST}
    | \bwhat\s{_WHO}(?:\s\w+)?\s(?:really|actually|truly|in\struth)\s(?:wants?|wanted|means?|meant|fears?|feared|needs?)\b
    | \bthe\s(?:real|true|hidden|unspoken)\s(?:reason|motive|aim|goal|purpose)\b{_REST}
    | \b(?:his|her|its|their)\s(?:real|true|hidden|unspoken)\s(?:reason|motive|aim|goal|purpose|agenda|intention)s?\b{_REST}
    | \b(?:did|does|do|is\sdoing|was\sdoing)\s(?:it|this|so|that)\s(?:only\s|purely\s)?for\s(?:the\s)?(?:money|votes|power|fame|show|attention)\b
    | \bis\susing\sthe\s\w+\sto\b{_REST}
    | \b(?:it\ssuits|has\s(?:an|every)\sinterest\sin|has\severything\sto\sgain)\b{_REST}
    | \bwith\san\seye\s(?:to|on)\sthe\b{_REST} | \brather\sthan\sface\b{_REST}
    | \b(?:ambition|greed|vanity|jealousy|pride|revenge|fear)\s(?:drove|drives|moved|made)\b{_REST}
    | \b(?:needs?|wants?)\s(?:an?|the|four|five|six|two|another)\s[\w\s]{{1,30}}?\s(?:to\s(?:keep|save|win|hide|stay|hold)\b|more\s(?:years|terms?)\b){_REST}
    | \bbehind\sthe\s(?:move|gesture|offer|decision|vote|deal)\s(?:lies?|lay|is|was)\b{_REST}
    | \bin\struth,?\s{_WHO}\s(?:wants|wanted|hopes|hoped|fears|feared|needed|needs)\b{_REST}
    | ,\s(?:anxious|eager|desperate|keen)\sto\b{_REST}
    """,
    re.IGNORECASE | re.VERBOSE,
)
_BY_CHOICE = re.compile(
    rf"(?<!was )(?<!were )(?<!been )\b(?P<did>{_any('chose')})\b(?:\s[\w’'-]+){{0,6}}?\sbecause\s(?!(?:of|it|there)\b){_REST}"
)
_NOT_OWN = re.compile(
    r"\?\W*$|\b(?:according\sto|court\sheard|accus\w+|alleg\w+|protest\w*|(?:suggestion|belief|charge|view|notion|idea)\sthat|suspect\w+|convicted|sentenced|jailed|charged)\b",
    re.IGNORECASE,
)
_WORD = re.compile(r"[a-z]+(?:[-’'][a-z]+)*")


def check(reading: Reading, _: Comparison) -> Iterator[Finding]:
    """Mark the first motive of each sentence that nobody is cited for."""
    if reading.article.is_opinion:
        return
    quoted = BySpan(reading.quotations, lambda quotation: quotation.span)
    told = {a.sentence for a in reading.attributions if _is_told(a)}
    for number, sentence in enumerate(reading.sentences):
        home = sentence.span.of(reading.text)
        if number in told or _NOT_OWN.search(home):
            continue
        for span in _motives(home):
            place = Span(
                sentence.span.start + span.start, sentence.span.start + span.end
            )
            if not any(quoted.overlapping(place)):
                yield Finding(
                    span=place,
                    message=message(
                        "This tells why somebody acts, in the writer's voice. Nobody was "
                        "found to be cited for it in this sentence."
                    ),
                    next=message("See which reason those who acted give themselves."),
                )
                break


def _is_told(attribution: Attribution) -> bool:
    """Tell whether somebody says so, not wants or fears: those are motives themselves."""
    return attribution.source is not None and attribution.verb in _SAYS


def _motives(sentence: str) -> Iterator[Span]:
    """Yield the motives of a sentence, as places in it."""
    for match in _MOTIVE.finditer(sentence):
        if match["end"] and _is_no_end(sentence[: match.start()]):
            continue
        yield _trimmed(sentence, *match.span())
    for match in _BY_CHOICE.finditer(sentence):
        reason = sentence[match.end("did") : match.end()].lower()
        if _LISTS["no_motive"].isdisjoint(_WORD.findall(reason)):
            yield _trimmed(sentence, *match.span())


def _is_no_end(before: str) -> bool:
    """Tell "tried to please" and "must act to please" from "acted to please"."""
    words = _WORD.findall(before.lower())
    modal = not _MODAL.isdisjoint(words[-6:])
    return not words or modal or words[-1] in _LISTS["takes_to"]


_MODAL = frozenset("should must can could may might will would ought if".split())


def _trimmed(sentence: str, start: int, end: int) -> Span:
    words = sentence[start:end]
    lead = len(words) - len(words.lstrip(" ,"))
    return Span(start + lead, start + len(words.rstrip()))
