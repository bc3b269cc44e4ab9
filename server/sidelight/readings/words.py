"""Words for comparing: runs of letters and digits, and the stems of those with content."""

import re
from functools import lru_cache

import Stemmer

from sidelight.model import Words

_RUN = re.compile(r"[^\W_]+")
_stemmer = Stemmer.Stemmer("english")

# Function words, and the words that news uses to carry any content at all.
STOP_WORDS = frozenset(
    "a about above after again against all also although am among an and another any "
    "are as at away back be because been before being below between both but by can "
    "cannot could did do does doing down during each either else even ever every few "
    "for from further had has have having he her here hers herself him himself his how "
    "however i if in into is it its itself just least less let like many may me might "
    "more most much must my myself near neither no nor not now of off on once one only "
    "onto or other others our ours out over own per quite rather s same she should "
    "since so some still such than that the their theirs them themselves then there "
    "these they this those though through thus till to too toward towards under until "
    "up upon us very via was we were what when where whether which while who whom whose "
    "why will with within without would yet you your yours t re ve ll d m don".split()
)


def read(text: str) -> Words:
    """Return every run of letters and digits of `text`, folded to lower case."""
    spans = [match.span() for match in _RUN.finditer(text)]
    return Words(
        starts=tuple(start for start, _ in spans),
        ends=tuple(end for _, end in spans),
        folded=tuple(text[start:end].lower() for start, end in spans),
    )


@lru_cache(maxsize=50_000)
def stem(word: str) -> str:
    """Return the Snowball (Porter 2) stem of a word in lower case."""
    return str(_stemmer.stemWord(word))
