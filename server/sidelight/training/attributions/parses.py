"""Word classes and relations of the corpus's own parser (CoreNLP), for two passes.

The corpus has a CoreNLP file for nearly every article. Its Penn tags and basic
dependencies teach the tagger's first two passes; the tagger never sees the files.
"""

import re
from bisect import bisect_right
from dataclasses import dataclass
from html import unescape
from pathlib import Path

from sidelight.readings.columns import BREAK, Page

_SENTENCE = re.compile(r"<sentence id=.*?</sentence>", re.DOTALL)
_BASIC = re.compile(
    r'<dependencies type="basic-dependencies">(.*?)</dependencies>', re.DOTALL
)
_TOKEN = re.compile(
    r'<token id="(\d+)">.*?<CharacterOffsetBegin>(\d+)</CharacterOffsetBegin>'
    r"\s*<CharacterOffsetEnd>(\d+)</CharacterOffsetEnd>\s*<POS>(.*?)</POS>",
    re.DOTALL,
)
_DEPENDENCY = re.compile(
    r'<dep type="([^"]+)".*?<governor idx="(\d+)".*?<dependent idx="(\d+)"', re.DOTALL
)
# Relations that are told apart; the rest is "other".
_KEPT = frozenset(
    [
        "nsubjpass",
        "nsubj",
        "root",
        "ccomp",
        "xcomp",
        "dobj",
        "iobj",
        "parataxis",
        "mark",
        "advcl",
        "acl",
        "appos",
        "conj",
        "cc",
        "nmod",
        "case",
        "compound",
        "amod",
        "det",
        "punct",
        "dep",
        "aux",
        "cop",
        "advmod",
        "nummod",
        "csubj",
    ]
)
_RENAMED = {
    "auxpass": "aux",
    "neg": "advmod",
    "acl:relcl": "relcl",
    "nmod:poss": "poss",
    "nmod:tmod": "tmod",
}


@dataclass(frozen=True, slots=True)
class ParsedToken:
    """A token of the parser: code points, Penn tag, relation with the head's side."""

    start: int
    end: int
    word_class: str
    relation: str


def read(data_dir: Path, split: str, name: str) -> list[ParsedToken]:
    """Return an article's parsed tokens; none where the corpus has no parse."""
    path = data_dir / split / "corenlp" / f"{name}.txt.xml"
    if not path.exists():
        return []
    return [
        token
        for sentence in _SENTENCE.findall(path.read_text("utf-8"))
        for token in _sentence(sentence)
    ]


def _sentence(xml: str) -> list[ParsedToken]:
    basic = _BASIC.search(xml)
    heads = {
        int(dependent): (relation, int(head))
        for relation, head, dependent in _DEPENDENCY.findall(basic[1] if basic else "")
    }
    return [
        ParsedToken(int(start), int(end), unescape(tag), _relation(int(order), heads))
        for order, start, end, tag in _TOKEN.findall(xml)
    ]


def _relation(order: int, heads: dict[int, tuple[str, int]]) -> str:
    """Return the relation and where the head is: "nsubj>" (after it), "dobj<"."""
    if order not in heads:
        return ""
    relation, head = heads[order]
    name = _RENAMED.get(relation, relation if relation in _KEPT else "other")
    side = "" if head == 0 else ">" if head > order else "<"
    return name + side


def align(page: Page, parsed: list[ParsedToken]) -> tuple[list[str], list[str]]:
    """Return the word class and relation of each token of `page`, "" if unknown."""
    starts = [token.start for token in parsed]
    classes, relations = [], []
    for word, start in zip(page.words, page.starts.tolist(), strict=True):
        at = bisect_right(starts, start) - 1
        known = word != BREAK and at >= 0 and parsed[at].end > start
        classes.append(parsed[at].word_class if known else "")
        relations.append(parsed[at].relation if known else "")
    return classes, relations
