"""Words that steer the reading of figures: what moves, and where a phrase stops."""

from typing import Final

from sidelight.readings.figures.listed import word_set

MOVED: Final = word_set("""
    rose rise rises rising risen increase increased increases increasing grew grow
    grows growing grown climbed climb climbs climbing jumped jump jumps jumping
    fell fall falls falling fallen dropped drop drops dropping declined decline
    declines declining slowed slow slows slowing cut cuts cutting raise raised
    raises raising lift lifted lifts lifting widened widen narrowed narrow lowered
    lower lowers lowering reduce reduced reduces reducing went gone moved move
    moves moving changed change changes changing improved improve surged surge
    soared slid slide slipped slip shrank shrink doubled expanded expand upgraded
    downgraded hiked hike swung eased ease revised revise boosted boost
    accelerated sank tumbled plunged plummeted lost gained added rallied cooled
    dipped edged inched inching crept advanced decreased decrease decreases
    decreasing rebounded recovered bringing brought bring brings ticked extended
    extend trimmed trim halved
""")
"""Verbs of change: what stands around them is two values and not a range."""

STOOD: Final = word_set("""
    is are was were be been being reached reaches reach hit hits stood stands
    totalled totaled totals remained remains averaged averages exceeded exceeds
    exceed topped tops surpassed surpasses passed cost costs measured measures
    equalled represents represented accounted amounted amounts came comes ranges
    ranged peaked ended closed finished settled has had have
""")
"""Verbs that put a subject and its value side by side."""

STOP: Final = word_set("""
    a an the this that these those his her its their our my your some any each
    every and or but nor so yet if when while as than because although though
    after before since until of in on at by to from for with without within into
    onto over under about above below between through during against among across
    around near off out up down per via like despite amid towards toward upon
    behind beyond is are was were be been being am has have had do does did will
    would can could shall should may might must not never who whom whose which
    what where why how there here having he she it we they i you him them us me
    himself herself themselves fell rose said went came made took got gave kept
    left lost won held met died fled began saw told found became grew ran paid
    sold bought spent led put set hit cut more less higher lower earlier later ago
    ahead annually yearly monthly weekly daily today yesterday tomorrow now then
    also only just still already again too very both compared including according
    apart away back together respectively alone following worth next last
""")
"""Words at which a noun phrase has ended; ask `stops`."""

LEADING: Final = word_set("""
    other more additional new further separate different consecutive straight
    extra the its their his her our my your those these all such some another a an
    most estimated total whole so-called
""")
"""Words that lead a noun phrase in and say nothing about its head."""

AUXILIARY: Final = word_set("""
    has have had is are was were be been being would could may might now also will
    to further still reported confirmed feared others left
""")
"""Words that may stand between a figure and the verb it goes with."""

SUFFERED: Final = word_set("""
    killed injured wounded missing dead hurt arrested detained displaced evacuated
    hospitalised hospitalized rescued infected
""")
"""What happened to people; in "12 killed and 40 injured" it is all that is counted."""

GERUNDS: Final = word_set("""
    spending building funding meeting training housing shipping trading hearing
    ruling filing killing shooting bombing crossing landing warning wedding
    painting banking mining farming lending borrowing drilling financing fighting
    licensing operating living manufacturing marketing polling missing nursing
    parking planning policing publishing recording saving schooling screening
    setting sitting steering swimming testing vaccinating voting walking working
    writing king ring wing spring string morning evening
""")
"""Words in -ing that can be a part of a name for a thing, and do not end a phrase."""
CONTRACTED: Final = ("’ve", "’re", "’ll", "’d", "n’t", "'ve", "'re", "'ll", "'d", "n't")


def goes_past(written: str) -> bool:
    """Tell whether a word after a noun begins a clause: "debris falling"."""
    return "-" not in written and (
        written.endswith("ed") or (written.endswith("ing") and written not in GERUNDS)
    )


def stops(written: str) -> bool:
    """Tell whether a noun phrase has ended at this word; "US" is no "us"."""
    if written.endswith(CONTRACTED):
        return True
    return written.lower() in STOP and not (written.isupper() and len(written) > 1)


def leads_in(written: str) -> bool:
    """Tell whether a word leads a noun phrase in and says nothing about its head."""
    return written.lower() in LEADING
