"""Two runs of words side by side: where they agree, and what stands between.

Words are compared in a normal form that does not mind who speaks and when ("we
are", "they were"), contractions, spelling, or numbers in words and digits.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import lru_cache
from itertools import pairwise

from sidelight.readings.words import stem

_ONE = {
    "@who": "i we he she they you it",
    "@whom": "me us him them",
    "@whose": "my our his her their your its mine ours theirs yours",
    "@be": "am is are was were be been being m re isn aren wasn weren ain s",
    "@have": "have has had having ve haven hasn hadn",
    "@do": "do does did doing done don doesn didn",
    "@will": "will would shall ll d wouldn won",
    "@can": "can could couldn",
    "@self": "myself ourselves himself herself themselves yourself yourselves itself",
    "not": "not t",
    "ok": "ok okay",
    "gray": "gray grey",
    "percent": "percent pct",
    **{
        str(number): word
        for number, word in enumerate(
            "zero one two three four five six seven eight nine ten eleven twelve "
            "thirteen fourteen fifteen sixteen seventeen eighteen nineteen "
            "twenty".split()
        )
    },
    **{
        str(10 * number): word
        for number, word in enumerate(
            "thirty forty fifty sixty seventy eighty ninety hundred".split(), 3
        )
    },
}
_NORMAL = {word: one for one, words in _ONE.items() for word in words.split()}
_TOGETHER = {  # one word here, two there
    "cannot": ("@can", "not"),
    "gonna": ("go", "to"),
    "wanna": ("want", "to"),
    "gotta": ("got", "to"),
}
_BRITISH = (
    ("our", "or"),
    ("isi", "izi"),
    ("ise", "ize"),
    ("yse", "yze"),
    ("tre", "ter"),
)
LONGEST = 400  # words looked back from where two runs were found to agree
_LONG = 5  # letters; a shorter word is another word if one letter is another


@lru_cache(maxsize=50_000)
def normal(word: str) -> str:
    """Return the form in which a word, in lower case, is compared with others."""
    known = _NORMAL.get(word)
    if known is not None:
        return known
    for british, american in _BRITISH:
        if len(word) > _LONG - 1 and british in word:
            word = word.replace(british, american)
    return stem(word)


def expanded(words: Sequence[str]) -> list[str]:
    """Return normal forms with "cannot" and the like taken apart."""
    return [part for word in words for part in _TOGETHER.get(word, (normal(word),))]


def spelled_alike(one: str, other: str) -> bool:
    """Tell whether two words are one but for a letter added, lost or changed."""
    if other in {one, f"{one}g"} or one == f"{other}g":  # askin'
        return True
    short, long = sorted((one, other), key=len)
    if len(short) < _LONG or len(long) - len(short) > 1 or short[0] != long[0]:
        return False
    same = next(
        (n for n, (a, b) in enumerate(zip(short, long, strict=False)) if a != b),
        len(short),
    )
    rest = short[same + (len(short) == len(long)) :]
    return long[same + 1 :] == rest


@dataclass(frozen=True, slots=True)
class Block:
    """A run of `length` words that agree, from word `here` and word `there` on."""

    here: int
    there: int
    length: int

    @property
    def here_end(self) -> int:
        """The word here after the run."""
        return self.here + self.length

    @property
    def there_end(self) -> int:
        """The word there after the run."""
        return self.there + self.length


Grams = dict[tuple[str, ...], list[int]]


def grams(words: Sequence[str], size: int) -> Iterator[tuple[str, ...]]:
    """Yield every run of `size` words, in order."""
    return zip(*(words[n:] for n in range(size)), strict=False)


def places(words: Sequence[str], size: int) -> Grams:
    """Return where every run of `size` words begins."""
    found: Grams = {}
    for at, gram in enumerate(grams(words, size)):
        found.setdefault(gram, []).append(at)
    return found


def chain(
    here: Sequence[str],
    there: Sequence[str],
    at: tuple[int, int],
    far: int,
    anchor: int,
) -> list[Block]:
    """Return the runs that agree around the words `at`, in order.

    From the end of a run the next may begin up to `far` words on, on either side,
    if it has `anchor` words or more.
    """
    start, start_there = at
    before = here[max(0, start - LONGEST) : start][::-1]
    before_there = there[max(0, start_there - LONGEST) : start_there][::-1]
    back = list(_onward(before, before_there, 0, 0, far, anchor))
    on = list(_onward(here, there, start, start_there, far, anchor))
    turned = [
        Block(start - b.here_end, start_there - b.there_end, b.length)
        for b in reversed(back)
        if b.length
    ]
    return _joined([*turned, *(b for b in on if b.length)])


def _onward(  # noqa: PLR0913, PLR0917 - two texts, two places, two measures
    here: Sequence[str], there: Sequence[str], i: int, j: int, far: int, anchor: int
) -> Iterator[Block]:
    while True:
        length = run(here, there, i, j)
        yield Block(i, j, length)
        i, j = i + length, j + length
        gap = _rejoin(here, there, i, j, far, anchor)
        if gap is None:
            return
        i, j = i + gap[0], j + gap[1]


def run(here: Sequence[str], there: Sequence[str], i: int, j: int) -> int:
    """Return how many words agree from word `i` here and word `j` there on."""
    most = min(len(here) - i, len(there) - j)
    for length in range(most):
        if here[i + length] != there[j + length]:
            return length
    return most


def _rejoin(  # noqa: PLR0913, PLR0917 - two texts, two places, two measures
    here: Sequence[str], there: Sequence[str], i: int, j: int, far: int, anchor: int
) -> tuple[int, int] | None:
    """Return after how many words on each side the two agree again."""
    for both in range(1, 2 * far + 1):
        # A word for a word before a word left out.
        for x in sorted(
            range(max(0, both - far), min(far, both) + 1),
            key=lambda x: abs(both - 2 * x),
        ):
            a, b = i + x, j + both - x
            if here[a : a + anchor] == there[b : b + anchor] and (
                len(here) >= a + anchor and len(there) >= b + anchor
            ):
                return x, both - x
    return None


def _joined(blocks: list[Block]) -> list[Block]:
    """Return the blocks with those that meet on both sides made one."""
    found: list[Block] = []
    for block in blocks:
        last = found[-1] if found else None
        if last and (last.here_end, last.there_end) == (block.here, block.there):
            found[-1] = Block(last.here, last.there, last.length + block.length)
        else:
            found.append(block)
    return found


def changed(blocks: Sequence[Block]) -> int:
    """Return how many words stand between the runs, on the side that has more."""
    return sum(
        max(b.here - a.here_end, b.there - a.there_end) for a, b in pairwise(blocks)
    )
