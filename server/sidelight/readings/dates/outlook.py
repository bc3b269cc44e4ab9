"""Whether a sentence looks back or ahead at the place of a date.

The nearest verb decides: first those before the expression, nearest first, then
those after it, all within the sentence.
"""

import re
from typing import Literal

from sidelight.readings.dates.tokens import Phrase
from sidelight.readings.dates.vocabulary import listed

Outlook = Literal["back", "ahead"]

# Right before a date these say that it is still to come: "until Tuesday".
_TERMS = listed("until till by through payable effective as starting")
# Verbs looking ahead (G) or back (V); "be" with a participle (EV) does neither.
_CUE = re.compile(r"[!#]|G|(?<!E)V")
_CUE_BACKWARDS = re.compile(r"[!#]|G|V(?!E)")
# How far to look, in tokens: a sentence of a news report has about 25.
_REACH_BEFORE = 25
_REACH_AFTER = 15


def outlook(phrase: Phrase) -> Outlook | None:
    """Tell whether the sentence looks back or ahead, `None` where it does neither."""
    if phrase.before() in _TERMS:
        return "ahead"
    classes = phrase.tokens.classes
    earlier = classes[max(0, phrase.start - _REACH_BEFORE) : phrase.start][::-1]
    later = classes[phrase.stop : phrase.stop + _REACH_AFTER]
    if later.startswith("s"):  # "Wednesday's ruling" was given before
        return _cue(_CUE.search(later))
    return _cue(_CUE_BACKWARDS.search(earlier)) or _cue(_CUE.search(later))


def _cue(found: re.Match[str] | None) -> Outlook | None:
    if found is None or found[0] in "!#":
        return None
    return "ahead" if found[0] == "G" else "back"
