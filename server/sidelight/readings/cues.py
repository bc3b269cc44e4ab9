"""Reporting verbs: the cues of attribution, by what they do, in all their forms.

The groups follow the verb classes of reported speech in Quirk et al. (1985,
16.31) and the cues of PARC 3.0 (Pareti 2015), written out here by hand. Verbs of
doing ("pledged", "decided", "agreed") are no cues: a deed is not a statement.
"""

from typing import Final

from sidelight.model import Attribution

_SAY = """say state tell add note remark comment explain declare announce mention
observe write tweet post testify report recount recall confirm
stress emphasize emphasise underscore underline highlight reiterate repeat insist
maintain assert affirm argue claim contend suggest warn caution predict forecast
estimate acknowledge admit concede describe characterize characterise frame portray
call label urge demand ask question conclude reveal disclose boast joke quip
complain lament vow promise voice express tout tell advise inform assure remind
counter signal indicate propose recommend point cite""".split()
_FAULT = """accuse blame criticize criticise condemn denounce decry slam blast attack
dismiss deride mock rebuke fault deplore""".split()
_THINK = """believe think feel fear hope expect worry doubt suspect view regard see
consider""".split()
_DENY = "deny reject dispute refute rebut".split()

_IRREGULAR: Final = {
    "say": ("says", "said", "saying"),
    "tell": ("tells", "told", "telling"),
    "write": ("writes", "wrote", "written", "writing"),
    "think": ("thinks", "thought", "thinking"),
    "feel": ("feels", "felt", "feeling"),
    "see": ("sees", "saw", "seen", "seeing"),
    "forecast": ("forecasts", "forecast", "forecasting"),
    "admit": ("admits", "admitted", "admitting"),
    "refute": ("refutes", "refuted", "refuting"),
    "slam": ("slams", "slammed", "slamming"),
    "quip": ("quips", "quipped", "quipping"),
    "rebut": ("rebuts", "rebutted", "rebutting"),
    "label": ("labels", "labelled", "labeled", "labelling"),
    "signal": ("signals", "signalled", "signaled", "signalling"),
}
_VOWELS = "aeiou"


def _forms(lemma: str) -> tuple[str, ...]:
    """Return the inflected forms of a verb, the lemma among them."""
    if lemma in _IRREGULAR:
        return (lemma, *_IRREGULAR[lemma])
    if lemma.endswith("e"):
        stem = lemma[:-1]
        return (lemma, lemma + "s", lemma + "d", stem + "ing")
    if lemma.endswith("y") and lemma[-2] not in _VOWELS:
        stem = lemma[:-1]
        return (lemma, stem + "ies", stem + "ied", lemma + "ing")
    third = lemma + ("es" if lemma.endswith(("s", "sh", "ch", "x")) else "s")
    return (lemma, third, lemma + "ed", lemma + "ing")


def _by_form(lemmas: list[str]) -> dict[str, str]:
    return {form: lemma for lemma in lemmas for form in _forms(lemma)}


SAYING: Final = _by_form(_SAY)
FAULTING: Final = _by_form(_FAULT)
THINKING: Final = _by_form(_THINK)
DENYING: Final = _by_form(_DENY)
LEMMA: Final = {**SAYING, **FAULTING, **THINKING, **DENYING}
STATING: Final = frozenset(LEMMA.values()) | {
    "according to",
    "reply",
    "answer",
    "respond",
}


def is_statement(attribution: Attribution) -> bool:
    """Tell a statement, a denial or a silence from a deed, a plan or a wish.

    "Pledged", "decided" and "failed to" are attributions as well (intentions), but
    nobody is heard by them.
    """
    return (
        attribution.act != "says"
        or attribution.type != "indirect"
        or attribution.verb in STATING
    )
