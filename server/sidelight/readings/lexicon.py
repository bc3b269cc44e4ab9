"""Words that introduce what somebody says, thinks or wants, in all their forms.

The list is `data/cue_verbs.txt`. It helps the tagger find the cue of a sentence
from afar; which words are cues where, the tagger has learned.
"""

from dataclasses import dataclass
from functools import cache
from importlib.resources import files

_VOWELS = "aeiou"
_IRREGULAR = {
    "say": "says said saying",
    "tell": "tells told telling",
    "write": "writes wrote written writing",
    "think": "thinks thought thinking",
    "feel": "feels felt feeling",
    "see": "sees saw seen seeing",
    "forecast": "forecasts forecast forecasting",
    "admit": "admits admitted admitting",
    "slam": "slams slammed slamming",
    "quip": "quips quipped quipping",
    "rebut": "rebuts rebutted rebutting",
    "label": "labels labelled labeled labelling labeling",
    "signal": "signals signalled signaled signalling signaling",
    "read": "reads read reading",
    "swear": "swears swore sworn swearing",
    "know": "knows knew known knowing",
    "understand": "understands understood understanding",
    "mean": "means meant meaning",
    "find": "finds found finding",
    "forget": "forgets forgot forgotten forgetting",
    "foresee": "foresees foresaw foreseen foreseeing",
    "seek": "seeks sought seeking",
    "hear": "hears heard hearing",
    "show": "shows showed shown showing",
    "dub": "dubs dubbed dubbing",
    "brag": "brags bragged bragging",
    "snap": "snaps snapped snapping",
    "sum": "sums summed summing",
    "beg": "begs begged begging",
    "rip": "rips ripped ripping",
    "plan": "plans planned planning",
    "learn": "learns learned learnt learning",
    "quiz": "quizzes quizzed quizzing",
    "rebuff": "rebuffs rebuffed rebuffing",
}


@dataclass(frozen=True, slots=True)
class Entry:
    """What is known of a form: its class, its inflection, its dictionary form.

    `kind` is the class in the list ("say", "argue", "fault", "deny", "think",
    "hear", "other", "noun"); `inflection` one of "base", "s", "ed", "ing", "".
    """

    kind: str
    inflection: str
    lemma: str

    @property
    def is_verb(self) -> bool:
        """Tell whether it is a verb form (or "according"), not a noun."""
        return self.kind != "noun"


@cache
def entries() -> dict[str, Entry]:
    """Return what is known of each form, in lower case with a straight apostrophe.

    A form that is listed more than once has the class that is listed first; verbs
    go before nouns.
    """
    text = files("sidelight").joinpath("readings/data/cue_verbs.txt").read_text("utf-8")
    found: dict[str, Entry] = {}
    for line in text.splitlines():
        kind, _, words = line.partition(": ")
        if not line.startswith("#") and words:
            for word in words.split():
                for form, inflection in _forms(word, kind):
                    found.setdefault(form, Entry(kind, inflection, word))
    return found


def _forms(word: str, kind: str) -> list[tuple[str, str]]:
    if kind == "other":
        return [(word, "")]
    if kind == "noun":
        return [(word, ""), (word + "s", "s")]
    inflected = _IRREGULAR[word].split() if word in _IRREGULAR else _regular(word)
    return [(word, "base"), *((form, _inflection(form)) for form in inflected)]


def _regular(word: str) -> list[str]:
    if word.endswith("e"):
        return [word + "s", word + "d", word[:-1] + "ing"]
    if word.endswith("y") and word[-2] not in _VOWELS:
        return [word[:-1] + "ies", word[:-1] + "ied", word + "ing"]
    third = word + ("es" if word.endswith(("s", "sh", "ch", "x", "z")) else "s")
    return [third, word + "ed", word + "ing"]


def _inflection(form: str) -> str:
    if form.endswith("ing"):
        return "ing"
    return "s" if form.endswith("s") else "ed"
