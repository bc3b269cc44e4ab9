"""Reports changed in ways that must not change what is noticed in them."""

import re
from collections.abc import Callable
from dataclasses import replace
from itertools import combinations, cycle
from textwrap import fill

from sidelight.model import Article
from tests.eval.gold_format import Event

NO_CLAIM = "This page will be kept."
FEWEST_MENTIONS = 3  # a party named less often than this is not a main one
LINE = 40  # characters; short, so that many phrases run over a line's end
_DERIVED = "an|ans|ese|i|ian|ians|is|ish|n|ns"  # Ruritania: Ruritanian, Ruritanians


def spaced(text: str) -> str:
    """Return `text` with every space doubled, a tab, or one that breaks no line."""
    odd = cycle(("  ", "\t", "\N{NO-BREAK SPACE}"))
    return re.sub(" ", lambda _: next(odd), text)


def wrapped(text: str) -> str:
    """Return `text` with the lines of each paragraph broken, as in a plain mail."""
    return "\n\n".join(
        fill(paragraph, LINE, break_long_words=False, break_on_hyphens=False)
        for paragraph in text.split("\n\n")
    )


def requoted(text: str) -> str:
    """Return `text` with straight double quotes for curly ones, or the reverse.

    Every offset stays what it was.
    """
    if re.search("[“”]", text):
        return straight(text)
    return re.sub(r'(?<![^\s(\[‘\'—–-])"', "“", text).replace('"', "”")


def straight(text: str) -> str:
    """Return `text` with straight double quotes."""
    return re.sub("[“”]", '"', text)


def lengthened(text: str) -> str:
    """Return `text` with one more paragraph, which says nothing of the event."""
    return f"{text}\n\n{NO_CLAIM}"


def rewritten(article: Article, change: Callable[[str], str]) -> Article:
    """Return `article` with `change` made to its text."""
    return replace(article, text=change(article.text))


def with_parties_swapped(event: Event) -> dict[str, Article]:
    """Return the reports by id, each main party named where the other one was.

    Raises ValueError where the event has no two parties that can be swapped.
    """
    swap = _swap(*main_parties(event), _texts(event))
    return {
        report: replace(
            article,
            text=swap(article.text),
            title=None if article.title is None else swap(article.title),
        )
        for report, article in event.articles.items()
    }


def main_parties(event: Event) -> tuple[str, str]:
    """Return the two parties of one kind that the labels name most often.

    Two people, two proper names, or two common nouns: one of each would make
    sentences that nobody writes. Raises ValueError where there are no such two.
    """
    texts = _texts(event)
    said = [one for several in event.attributions.values() for one in several]
    labels = [entry.party for entry in event.entries] + [one.party for one in said]
    often = {
        party: labels.count(party)
        for party in labels
        if party and len(re.findall(_word(party), texts)) >= FEWEST_MENTIONS
    }
    people = {
        one.party
        for one in said
        if one.voice and one.party and one.voice.endswith(f" {one.party}")
    }
    pairs = [
        pair
        for pair in combinations(sorted(often), 2)
        if pair[0][0].isupper() == pair[1][0].isupper()
        and (pair[0] in people) == (pair[1] in people)
    ]
    if not pairs:
        message = f"{event.name} has no two parties of one kind"
        raise ValueError(message)
    return max(pairs, key=lambda pair: sorted(often[party] for party in pair))


def _texts(event: Event) -> str:
    return "\n\n".join(f"{a.title}\n\n{a.text}" for a in event.articles.values())


def _word(name: str) -> str:
    """Return the pattern of a name: also capitalised, in the plural, possessive."""
    first = f"[{name[0].upper()}{name[0]}]"
    either = f"{first}{re.escape(name[1:])}|{re.escape(name.upper())}"
    return rf"(?<![^\W_])(?:{either})(?=s?(?![^\W_]))"


def _swap(one: str, other: str, texts: str) -> Callable[[str], str]:
    """Return what puts each name, and what is formed from it, in the other's place."""
    forms = {one: other, other: one}
    derived, derived_other = _derived(one, texts), _derived(other, texts)
    if derived and derived_other:
        forms |= {derived: derived_other, derived_other: derived}
    names = "|".join(_word(name) for name in sorted(forms, key=len, reverse=True))
    pattern = re.compile(rf"(?:\b([Aa])n? )?({names})")

    def swapped(match: re.Match[str]) -> str:
        article, found = match.groups()
        name = next(n for n in forms if n.lower() == found.lower())
        new = forms[name]
        if found.isupper():
            new = new.upper()
        elif found[0].isupper():
            new = new[0].upper() + new[1:]
        if article is None:
            return new
        return f"{article}{'n' if new[0] in 'AEIOaeio' else ''} {new}"

    return lambda text: pattern.sub(swapped, text)


def _derived(name: str, texts: str) -> str | None:
    """Return the adjective of a name: its stem with an ending that makes one."""
    if not name.isalpha() or name[0].islower():
        return None
    stem = name.rstrip("aeiou")
    formed = re.findall(rf"\b{stem}[aeiou]?(?:{_DERIVED})\b", texts)
    singular = sorted({word.removesuffix("s") for word in formed} - {name})
    return singular[0] if singular else None
