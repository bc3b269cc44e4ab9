"""Three reports of one invented event, which differ in a date and a figure."""

from sidelight.model import Article, Reading
from sidelight.readings import read

COPIED = (
    "The lantern keepers had warned each winter that the old gate would not hold "
    "another flood of melting snow in spring."
)
REMARK = (
    "“We will mend the lock before the swans come back,” said Orla Venn, the keeper."
)


def report(text: str, **known: str) -> Reading:
    known.setdefault("id", text[:12])
    return read(Article(text, **known))  # type: ignore[arg-type]


def first() -> Reading:
    return report(
        "The Tarn council voted on 4 May 2021 to close the Ibber lock after the flood. "
        f"The Ibber lock lost 62 narrowboats in the flood.\n\n{REMARK}\n\n{COPIED}",
        id="a",
        url="https://one.example/lock",
        title="Lock closed",
        publisher="The Ibber Post",
        published="2021-05-05",
    )


def second() -> Reading:
    return report(
        "The Tarn council voted on 6 May 2021 to close the Ibber lock after the flood. "
        f"The Ibber lock lost 26 narrowboats in the flood.\n\n{REMARK}",
        id="b",
        url="https://two.example/lock",
        publisher="Tarn Today",
        published="2021-05-06T09:30:00Z",
    )


def third() -> Reading:
    return report(
        f"{COPIED} The Ibber lock lost 62 narrowboats in the flood of the Tarn.",
        id="c",
        publisher="Canal Week",
    )


def another_event() -> Reading:
    return report(
        "A choir from Ostrava sang in the station hall on Sunday. Travellers missed "
        "their trains to hear the altos, and the buffet ran out of plum dumplings.",
        id="d",
        publisher="Platform",
    )
