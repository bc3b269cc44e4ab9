"""Words for comparing: runs of letters and digits, and the stems of those with content."""

import re
from functools import lru_cache

import Stemmer

from sidelight.model import Words

# Words that dates and figures are made of: what is compared, not what compares them.
NUMBER_WORDS = frozenset(
    "one two three four five six seven eight nine ten eleven twelve thirteen fourteen "
    "fifteen sixteen seventeen eighteen nineteen twenty thirty forty fifty sixty seventy "
    "eighty ninety hundred hundreds thousand thousands million millions billion billions "
    "trillion dozen dozens percent per cent first second third half quarter".split()
)
TIME_WORDS = frozenset(
    "monday tuesday wednesday thursday friday saturday sunday january february march "
    "april may june july august september october november december jan feb mar apr jun "
    "jul aug sept sep oct nov dec today yesterday tomorrow day days week weeks month "
    "months year years morning afternoon evening night last next recent early late".split()
)
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
