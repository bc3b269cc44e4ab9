"""Who was asked and gave no answer: "declined to comment", "could not be reached".

Rules over the words of a sentence. A silence counts as having been given the
chance to speak, so a miss here costs a wrong note elsewhere: every form that
reporters use is listed, and each needs its word of asking ("comment", "calls",
"questions"), so that "refused to sign" and "no deal could be reached" stay out.
"""

import re
from collections.abc import Iterator
from itertools import pairwise

from sidelight.model import Attribution, Sentence, Span

MOST_IN_A_SENTENCE = 2_000  # code points; a longer "sentence" is a list or a table

# Little words that stand between who is silent and the verb, and belong to the cue.
_LEAD = (
    r"(?<!by\s)(?:(?:has|have|had|was|were|is|are|also|both|all|again|twice|so|far|yet|later|still"
    r"|immediately|initially|repeatedly|politely|similarly|publicly|previously)\s+){0,4}"
)
_NOT = (
    r"(?:(?:did|do|does|has|have|had|would|could|was|were|is|are|will)\s+not"
    r"|(?:did|do|does|has|have|had|would|could|was|were|is|are|wo)n't"
    r"|cannot|can't|never|failed\s+to|(?:has|have|had)\s+yet\s+to)"
)
_SOON = (
    r"(?:\s+(?:immediately|yet|directly|ever|publicly|so|far|be|been|further"
    r"|either)){0,3}"
)
_ASKING = (
    r"(?:calls?|phone\s?calls?|e-?mails?|messages?|texts?|letters?|voicemails?"
    r"|questions?|query|queries|inquiry|inquiries|enquiry|enquiries|requests?"
    r"|comments?|interview\s+requests?|interviews?|invitations?\s+to\s+comment)"
)
_FEW_WORDS = r"(?:[\w'.$-]+,?\s+){0,6}?"
_FOR_COMMENT = (
    r"for\s+(?:further\s+|immediate\s+|additional\s+)?"
    r"(?:a\s+|an\s+|its\s+|his\s+|her\s+|their\s+)?(?:comments?|response|reply|reaction"
    r"|interview|clarification|statement)"
)
_SPEAKING = r"(?:comment|elaborate|be\s+interviewed|be\s+drawn|say|respond|reply)"

# Each pattern ends where the cue ends; who is silent stands before it.
_AFTER_WHO = tuple(
    re.compile(rf"\b{pattern}\b", re.IGNORECASE)
    for pattern in (
        # declined to comment, refused to say, declines comment
        (
            rf"{_LEAD}(?:declin|refus)(?:ed|es|e|ing)\s+(?:any\s+|further\s+)?(?:to\s+)?"
            rf"(?:immediately\s+|publicly\s+|further\s+)?{_SPEAKING}"
        ),
        (
            rf"{_LEAD}declin(?:ed|es|e|ing)\s+to\s+(?:discuss|speak|talk"
            r"|answer|(?:give|provide|offer|make|issue)\s+(?:an?\s+|any\s+|further\s+)?"
            r"(?:interview|comments?|statement|details?))"
        ),
        (
            rf"{_LEAD}refus(?:ed|es|e|ing)\s+to\s+(?:answer\s+{_FEW_WORDS}(?:questions?"
            r"|calls)|give\s+(?:an?\s+)?(?:interviews?|comments?))"
        ),
        # declined an interview request, turned down requests for an interview
        (
            rf"{_LEAD}(?:declined|refused|rejected|ignored|turned\s+down)\s+{_FEW_WORDS}"
            r"(?:interview\s+requests?|interviews?|requests?\s+for\s+"
            r"(?:an?\s+|further\s+)?(?:comments?|interviews?))"
        ),
        # did not immediately respond to a request for comment, never answered emails
        (
            rf"(?!could|can){_NOT}{_SOON}\s+(?:respond(?:ed)?|repl(?:y|ied)|return(?:ed)?"
            rf"|answer(?:ed)?|acknowledged?)\s+{_FEW_WORDS}{_ASKING}(?:\s+{_FOR_COMMENT}"
            r"|\s+seeking\s+comment|\s+to\s+comment)?"
        ),
        # would not comment, has not commented, was unable to comment
        rf"{_NOT}{_SOON}\s+(?:comment(?:ed)?|elaborate|be\s+drawn)",
        r"(?:would\s+not|wouldn't)\s+(?:say|discuss|answer\s+questions)",
        rf"{_LEAD}unable\s+to\s+(?:comment|respond)",
        # had no comment, offered no immediate response
        (
            r"(?:had|has|have|made|gave|offered|issued|provided)\s+no"
            r"(?:\s+immediate|\s+further|\s+official|\s+public){0,2}\s+(?:comment|response|reply)"
        ),
        # could not be reached for comment
        (
            rf"(?:could\s+not|couldn't|cannot|can't){_SOON}\s+(?:reached|contacted)"
            rf"(?:\s+[\w.]+){{0,3}}?\s+{_FOR_COMMENT}"
        ),
        (
            r"(?:could\s+not|couldn't)(?:\s+immediately)?\s+be\s+(?:reached|contacted)"
            r"(?=\s+by\s+(?:tele)?phone|\s+by\s+e-?mail|\s+(?:on\s+)?(?:mon|tues|wednes"
            r"|thurs|fri|satur|sun)day|\s+immediately|\s*[.,;])"
        ),
        # was not available for comment, were unavailable
        (
            rf"(?:{_NOT}{_SOON}\s+(?:available|reachable)|{_LEAD}(?:unavailable|unreachable))"
            rf"(?:\s+[\w.]+){{0,3}}?\s+(?:{_FOR_COMMENT}|to\s+comment)"
        ),
        # has been approached for comment, was contacted for a response
        (
            r"(?:has|have|had|was|were|is|are)\s+(?:also\s+|all\s+|both\s+)?(?:been\s+"
            r"|being\s+)?(?:approached|contacted|asked)"
            rf"(?:\s+by\s+[\w\s]{{1,40}}?)?\s+(?:{_FOR_COMMENT}|to\s+comment)"
        ),
    )
)
# Silent without any word of asking beside it: needs one elsewhere in the sentence.
_BARE = re.compile(
    rf"\b(?!could|can){_NOT}{_SOON}\s+(?:respond(?:ed)?|repl(?:y|ied)|answer(?:ed)?)\b",
    re.IGNORECASE,
)
_ASKED = re.compile(
    r"\b(?:comment|asked|contacted|approached|reached|e-?mailed|requests?|questions?"
    r"|enquir(?:y|ies)|inquir(?:y|ies)|immediately)\b",
    re.IGNORECASE,
)
# "None of the firms responded to requests": the word "not" is in the subject.
_NO_SUBJECT = re.compile(
    r"\b(?P<who>(?:neither|none\s+of|no\s*(?:one|body)\s+(?:at|from|in))\s+"
    r"(?:[\w'.,-]+\s+){1,12}?)"
    rf"(?P<cue>(?:immediately\s+)?(?:responded|replied|returned|answered)\s+{_FEW_WORDS}"
    rf"{_ASKING}(?:\s+{_FOR_COMMENT})?|commented|(?:was|were)\s+(?:immediately\s+)?"
    rf"available\s+{_FOR_COMMENT})",
    re.IGNORECASE,
)
# Who is silent stands after or inside the cue; a name may hold "of", "for", "and".
_WHO = r"(?P<who>(?:[\w'.&,-]+\s+){0,14}?[\w'.&-]+)"
_END = r"(?=\s*(?:[.;!?)]|$|,|\s(?:on|by|when|after|before|but|about|over)\s))"
_BEFORE_WHO = tuple(
    re.compile(pattern, re.IGNORECASE)
    for pattern in (
        # The paper has contacted the ministry for comment
        (
            r"\b(?P<cue>(?:has|have|had)\s+(?:also\s+)?(?:approached|contacted|asked|emailed"
            rf"|reached\s+out\s+to)|(?:approached|contacted|reached\s+out\s+to))\s+{_WHO}"
            rf"\s+(?:{_FOR_COMMENT}|to\s+comment)\b"
        ),
        # There was no immediate comment from the ministry
        (
            r"\b(?P<cue>no\s+(?:(?:immediate|official|public|further)\s+){0,2}"
            r"(?:comment|response|reply|reaction|word)(?:\s+was\s+(?:immediately\s+)?available)?)"
            rf"\s+(?:came\s+)?from\s+{_WHO}{_END}"
        ),
        # Calls to the ministry were not returned; attempts to reach him failed
        (
            r"\b(?P<cue>(?:calls?|phone\s+calls|e-?mails?|messages?|letters?|questions?"
            r"|(?:interview\s+)?requests?(?:\s+for\s+comment)?)(?:\s+(?:sent|left|made|put))?)"
            rf"\s+(?:to|with|for|from)\s+{_WHO}(?:\s+{_FOR_COMMENT}|\s+seeking\s+comment)?"
            r"(?P<more>\s+(?:(?:was|were|have\s+been|has\s+been)\s+(?:not\s+(?:immediately\s+)?"
            r"(?:returned|answered)|unsuccessful|ignored)|(?:wasn't|weren't)\s+(?:immediately\s+)?"
            r"(?:returned|answered)|went\s+(?:unanswered|unreturned)))\b"
        ),
        (
            r"\b(?P<cue>(?:attempts?|efforts?)\s+to\s+(?:reach|contact))\s+"
            rf"{_WHO}(?:\s+{_FOR_COMMENT})?\s+(?:(?:were|was|have\s+been|had\s+been)"
            r"\s+(?:not\s+successful|unsuccessful)|failed)\b"
        ),
    )
)

# --- Who: the noun phrase before the cue -------------------------------------

_VERB = re.compile(
    r"\s+(?:is|are|was|were|be|been|has|have|had|did|does|do|will|would|could|can|said"
    r"|says|told|left|met|went|took|gave|made|sent|also|\w{3,}ed)\b",
    re.IGNORECASE,
)
_BREAK = re.compile(
    r"[;:()“”\"]|\s[—–-]+\s|—|\s(?:but|while|whereas|although|though|because|that|if"
    r"|whether|after|before|since|when|why|as|said|says|saying)\s",
    re.IGNORECASE,
)
_RELATIVE = re.compile(r",?\s*\b(?:who|which|whom)\s*$", re.IGNORECASE)
_CONTINUES = re.compile(r"\b(?:and|but|or|then)\s*$", re.IGNORECASE)
_APPOSITIVE = re.compile(
    r"(?:an?|the|its|their|his|her|our|one|who|whose|of|chief|head|[a-z]\w+)\b|\d"
)
_NAME = re.compile(r"[A-Z][\w'.-]*(?:\s[A-Z][\w'.-]*){0,4}")
_DESCRIBED = re.compile(
    r"(?:an?|the|its|their|his|her|our|one|another)\s|[\w.\s-]{2,40}'s?\s",
    re.IGNORECASE,
)
_ADVERB = re.compile(
    r"\s(?:also|still|thus|now|(?:recent|repeated|public|initial|previous|consistent"
    r"|final|general|apparent|reported|simp|polite|ultimate|subsequent)ly)\s*$",
    re.IGNORECASE,
)
_LINK = re.compile(
    r"^(?:and|but|or|so|yet|when|then|meanwhile|however)\b[\s,]*", re.IGNORECASE
)
_PHRASE_BEFORE = re.compile(
    r"(?:asked|reached|contacted|approached|pressed|questioned|when|in|on|at|by|after"
    r"|before|during|through|via|citing|speaking|despite|for|with|since|as|if|while|\w+ing)\b",
    re.IGNORECASE,
)
_NOBODY = re.compile(
    r"(?:it|that|this|there|which|deal|agreements?|consensus|compromise|verdict"
    r"|settlement|decision|accord|truce|ceasefire|conclusion|summit|targets?|goals?"
    r"|peak|village|island|calls?|requests?|e-?mails?|messages?|questions?)$",
    re.IGNORECASE,
)
_COMMA = re.compile(r",(?!\d)")
_EDGE = " \t\n,;:—–-\"“”‘’'()"


def read(text: str, sentences: tuple[Sentence, ...]) -> tuple[Attribution, ...]:
    """Return who gave no answer, in text order, with `act` "declines".

    Spans are code points of `text`. There is no content; `source` is `None` where
    the words before the cue name nobody. What stands inside double quotation marks
    is somebody's statement, and is left out.
    """
    plain = text.replace("’", "'")
    found = (
        Attribution(
            type="indirect",
            source=who,
            cue=cue,
            content=(),
            sentence=number,
            verb=_verb(plain[cue.start : cue.end]),
            act="declines",
        )
        for number, sentence in enumerate(sentences)
        for who, cue in _in_sentence(plain, sentence.span)
    )
    return tuple(sorted(found, key=lambda a: a.span))


def _in_sentence(plain: str, span: Span) -> Iterator[tuple[Span | None, Span]]:
    """Yield who and cue of each silence, no two cues sharing a word."""
    sentence = plain[span.start : min(span.end, span.start + MOST_IN_A_SENTENCE)]
    if not _HINT.search(sentence):
        return
    taken: list[Span] = []
    for who, cue in _candidates(sentence):
        if any(cue.overlaps(other) for other in taken) or _quoted(sentence, cue.start):
            continue
        taken.append(cue)
        yield _moved(who, span.start) if who else None, _moved(cue, span.start)


_HINT = re.compile(
    r"comment|declin|refus|repl|respon|answer|return|reach|contact|drawn|elaborat"
    r"|interview|discuss|say\b|\bword\b|reaction|ignored",
    re.IGNORECASE,
)


def _candidates(sentence: str) -> Iterator[tuple[Span | None, Span]]:
    for pattern in _BEFORE_WHO:
        for match in pattern.finditer(sentence):
            whole = Span(match.start(), match.end())
            yield _trimmed(sentence, *match.span("who")), _cue(match, whole)
    for match in _NO_SUBJECT.finditer(sentence):
        yield _trimmed(sentence, *match.span("who")), Span(*match.span("cue"))
    for pattern in _AFTER_WHO:
        for match in pattern.finditer(sentence):
            yield from _with_subject(sentence, Span(*match.span()))
    if _ASKED.search(sentence):
        for match in _BARE.finditer(sentence):
            yield from _with_subject(sentence, Span(*match.span()))


def _cue(match: re.Match[str], whole: Span) -> Span:
    """Return the words before who is silent, or those after: "were not returned"."""
    if match.groupdict().get("more"):
        start, end = match.span("more")
        return Span(start + len(match["more"]) - len(match["more"].lstrip()), end)
    return Span(whole.start, match.end("cue"))


def _with_subject(sentence: str, cue: Span) -> Iterator[tuple[Span | None, Span]]:
    who = _subject(sentence, cue.start)
    if who and _NOBODY.search(sentence[who.start : who.end]):
        return
    yield who, cue


def _subject(sentence: str, end: int) -> Span | None:
    """Return the noun phrase that ends before `end`, appositives included."""
    breaks = [m.end() for m in _BREAK.finditer(sentence, 0, end)]
    start = breaks[-1] if breaks else 0
    while relative := _RELATIVE.search(sentence, start, end):
        end = relative.start()
    if joined := _CONTINUES.search(sentence, start, end):
        return _first_phrase(sentence, start, joined.start())
    start = _after_joined_clause(sentence, start, end)
    segments = _segments(sentence, start, end)
    if not segments:
        return None
    first = len(segments) - 1
    if sentence[:end].rstrip().endswith(","):
        first = _head_of_appositives(sentence, segments)
    return _trimmed(sentence, segments[first][0], segments[-1][1])


def _after_joined_clause(sentence: str, start: int, end: int) -> int:
    """Skip a whole clause that is joined on: "The firm paid and its head …"."""
    for joined in reversed(list(re.finditer(r"\s(?:and|or)\s", sentence[start:end]))):
        before = sentence[start : start + joined.start()]
        if _VERB.search(before):
            return start + joined.end()
    return start


def _segments(sentence: str, start: int, end: int) -> list[tuple[int, int]]:
    """Cut at commas, but not inside a number."""
    commas = [comma.end() for comma in _COMMA.finditer(sentence, start, end)]
    pairs = pairwise([start, *commas, end])
    return [(a, b) for a, b in pairs if sentence[a:b].strip(_EDGE)]


def _head_of_appositives(sentence: str, segments: list[tuple[int, int]]) -> int:
    """Return the segment with the name that the later segments explain."""
    first = len(segments) - 1
    while first > 0:
        before = _words(sentence, segments[first - 1])
        here = _words(sentence, segments[first])
        named = _NAME.fullmatch(here) and _DESCRIBED.match(before)
        if _PHRASE_BEFORE.match(before) or not (named or _APPOSITIVE.match(here)):
            break
        first -= 1
    return first


def _words(sentence: str, segment: tuple[int, int]) -> str:
    trimmed = _trimmed(sentence, *segment)
    return trimmed.of(sentence) if trimmed else ""


def _first_phrase(sentence: str, start: int, end: int) -> Span | None:
    """Return the subject at the head of a clause, as far as its first verb."""
    for a, b in _segments(sentence, start, end):
        if not _PHRASE_BEFORE.match(sentence[a:b].strip(_EDGE)):
            verb = _VERB.search(sentence, a, b)
            return _trimmed(sentence, a, verb.start() if verb else b)
    return None


def _trimmed(sentence: str, start: int, end: int) -> Span | None:
    """Return the stretch without the marks and link words at its edges."""
    while start < end and sentence[start] in _EDGE:
        start += 1
    if link := _LINK.match(sentence[start:end]):
        start += link.end()
    if adverb := _ADVERB.search(sentence, start, end):
        end = adverb.start()
    if end == len(sentence.rstrip()):
        end -= sentence.rstrip().endswith(".")
    while end > start and sentence[end - 1] in _EDGE:
        end -= 1
    return Span(start, end) if start < end else None


def _moved(span: Span, by: int) -> Span:
    return Span(span.start + by, span.end + by)


def _quoted(sentence: str, at: int) -> bool:
    """Tell whether `at` stands after an opening double mark that is still open."""
    before = sentence[:at]
    return before.count("“") > before.count("”") or before.count('"') % 2 == 1


_VERBS = (
    ("declin", "decline"),
    ("refus", "refuse"),
    ("reject", "reject"),
    ("turned down", "turn down"),
    ("ignor", "ignore"),
    ("reach", "reach"),
    ("contact", "contact"),
    ("approach", "approach"),
    ("asked", "ask"),
    ("return", "return"),
    ("unanswered", "answer"),
    ("respon", "respond"),
    ("repl", "reply"),
    ("answer", "answer"),
    ("interview", "interview"),
    ("available", "be available"),
    ("comment", "comment"),
)


def _verb(cue: str) -> str:
    """Return the cue's verb in its dictionary form."""
    folded = " ".join(cue.lower().split())
    return next((verb for part, verb in _VERBS if part in folded), "comment")
