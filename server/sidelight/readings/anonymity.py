"""Why a name is kept back, where a report says so.

Style books ask for the reason next to the source: not authorised to speak, fear, a
minor, private talks. A bare "on condition of anonymity" is no reason.
"""

import re

from sidelight.model import Span

_KEPT_BACK = (
    r"(?:anonym\w+|\bon\s(?:deep\s)?background\b|\b(?:un)?(?:named|identified|attributed)\b"
    r"|\bwithh[eo]ld\w*|\bnames?\sbe(?:ing)?\sused\b|\b(?:give|use)\s\w+\s(?:full\s)?names?\b)"
)
_WHY = (
    r"(?:because|since|as\s(?:they|he|she|it|the|is|are|was|were)|citing|given|due\sto|owing\sto"
    r"|to\s(?:protect|discuss|describe|speak|talk|avoid|preserve|safeguard|be\sable|share"
    r"|reveal|disclose|relay|maintain)|so\s(?:as\snot|that|he|she|they)"
    r"|for\s(?:safety|security|legal|privacy|professional|diplomatic|their|his|her|the\s(?:safety|sake))"
    r"|under\s(?:the\s)?(?:ground\s)?(?:rules|protocol|terms|polic\w+)|in\s(?:line|keeping)\swith"
    r"|per\s\w+\s(?:rules|polic\w+|protocol)|as\sis\s(?:customary|usual|standard)"
    r"|ahead\sof|before\s(?:the|a|an)\s(?:\w+\s)?(?:announcement|publication|decision))"
)
_SPEAK = (
    r"(?:publicly\s|openly\s|officially\s)?(?:speak|talk|discuss|comment|brief|be\s(?:named|identified|quoted)|give"
    r"|disclose|reveal|make|release|share|provide|address|describe|grant)"
)
_MAY_NOT = (
    rf"(?:\bnot|n['’]t|\bnever)\s(?:been\s|being\s|yet\s)?(?:authori[sz]ed|allowed|permitted|cleared|free"
    rf"|at\sliberty|supposed|empowered|in\sa\sposition)\sto\s{_SPEAK}\b|\bnot\sauthori[sz]ed\b"
    r"|\b(?:may|can|could|must|might)\s?not\s(?:speak|talk|comment|be\s(?:named|identified))\b"
    r"|\b(?:barred|banned|forbidden|prohibited)\sfrom\s(?:\w+ly\s)?(?:speaking|talking|discussing|commenting|giving)\b"
    rf"|\black(?:ed|s)?\s(?:the\s)?(?:authori[sz]ation|authority|permission|clearance)\sto\s{_SPEAK}\b"
    rf"|\bwithout\s(?:authori[sz]ation|permission)\sto\s{_SPEAK}\b|\bunauthori[sz]ed\sto\s{_SPEAK}\b"
    r"|\bsigned\s(?:an?\s)?(?:non-?disclosure|confidentiality)\b"
    r"|\bbound\sby\s(?:an?\s)?(?:confidentiality|secrecy|non-?disclosure)\b"
)
_OF_WHAT = (
    r"(?:losing|being|reprisals?|retaliation|retribution|repercussions?|recriminations|arrest|consequences|punishment"
    r"|dismissal|persecution|prosecution|violence|harassment|for\s(?:his|her|their)\s(?:life|lives|jobs?|safety|famil\w+|careers?))"
)
_FEAR = (
    r"\b(?:for|in|out\sof)\sfear\s(?:of|for|that)\b|\bciting\s(?:\w+\s)?(?:fears?|concerns?)\b"
    rf"|\b(?:fear(?:s|ed|ing)?|afraid\sof|worried\sabout|risk\w*)\s(?:\w+\s){{0,2}}?{_OF_WHAT}\b"
    r"|\b(?:protect|shield|preserve|guard)\w*\s(?:\w+['’]?s?\s){1,3}?(?:identit\w+|privacy|anonymity)\b"
    rf"|{_KEPT_BACK}[^.;]{{0,60}}?\bprotect\b"
    r"|\bfor\s(?:\w+\s)?(?:legal|security|safety|privacy)\sreasons\b"
)
_MINOR = (
    r"\b(?:is|are|was|were)\s(?:an?\s)?(?:minors?|juveniles?|under\s(?:16|18|age))\b"
)
_REASON = re.compile(
    rf"(?:{_MAY_NOT}|{_FEAR}|{_MINOR}|{_KEPT_BACK}[^.;]{{0,60}}?\b{_WHY}\b"
    rf"|\b(?:because|as|since|given)\b[^.;]{{0,60}}\b(?:private|confidential|sensitiv\w+|secret"
    rf"|ongoing|classified|under\sway)\b)[^.;”\"]{{0,60}}",
    re.IGNORECASE,
)


def reason(text: str, stretch: Span) -> Span | None:
    """Return where `stretch` says why a name is kept back, or `None`."""
    match = _REASON.search(text, stretch.start, stretch.end)
    return Span(*match.span()) if match else None
