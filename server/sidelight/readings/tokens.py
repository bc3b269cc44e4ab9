"""Tokens with their offsets: words, numbers, marks, and the clitics of English.

Finer than the words readings compare by: "didn’t" is "did" and "n’t", "Kim’s" is
"Kim" and "’s", while "2.3", "200,000", "U.S.", "O’Neill" and "vice-chair" are one
each. Every visible character belongs to exactly one token.
"""

import re
from dataclasses import dataclass

_CLITIC = r"(?:s|re|ve|ll|d|m)\b"
_TOKEN = re.compile(
    rf"""
      https?://[^\s”"’)\]]{{1,500}}(?<![.,;:!?])                      # an address
    | [@#]\w{{1,100}}                                                 # a handle, a tag
    | (?:[A-Za-z]\.){{2,}}                                            # U.S., p.m.
    | (?:Mrs?|Ms|Dr|Sen|Rep|Gov|Gen|Jr|Sr|St|Lt|Col|Sgt|Capt|Maj|Prof|Rev|Hon|vs
        |Jan|Feb|Aug|Sept|Oct|Nov|Dec|Inc|Corp|Co|Ltd)\.(?!\w)
    | \d+(?:[.,:/]\d+)*(?:[-‐‑]?[^\W\d_]+)*                           # 2.3, 10th, 5-year
    | n['’]t\b | ['’]{_CLITIC}
    | [^\W\d_]+?(?=n['’]t\b)                                          # did|n't
    | [^\W_]+(?:['’](?!{_CLITIC}|t\b)[^\W\d_]{{2,}})?(?:[-‐‑&][^\W_]+)*  # O'Neill, vice-chair
    | ''|``|--+|\.\.+
    | \S
    """,
    re.VERBOSE | re.IGNORECASE,
)


@dataclass(frozen=True, slots=True)
class Tokens:
    """The tokens of a text: their words, and where they start and end.

    Three lists of one length; offsets are code points.
    """

    words: list[str]
    starts: list[int]
    ends: list[int]

    def __len__(self) -> int:
        return len(self.words)


def read(text: str) -> Tokens:
    """Return the tokens of `text`, in order."""
    found = list(_TOKEN.finditer(text))
    return Tokens(
        words=[token[0] for token in found],
        starts=[token.start() for token in found],
        ends=[token.end() for token in found],
    )
