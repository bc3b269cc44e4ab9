"""Units beside a number: percent, money, and units of measure.

Money has its ISO 4217 code; a unit of measure its English name in the singular.
Names that several currencies share ("peso", "krone", "franc") stay words.
"""

import re
from typing import Final, NamedTuple

from sidelight.readings.figures.listed import listed, word_set


class Unit(NamedTuple):
    """The name of a unit, and where its writing begins or ends (code points)."""

    name: str
    at: int


PERCENT: Final = "percent"
POINTS: Final = "percentage-points"

_SYMBOLS: Final = {
    "$": "USD",
    "€": "EUR",
    "£": "GBP",
    "¥": "JPY",
    "₹": "INR",
    "₽": "RUB",
    "₴": "UAH",
    "₪": "ILS",
    "₩": "KRW",
    "₦": "NGN",
    "₱": "PHP",
    "₺": "TRY",
    "฿": "THB",
}
_DOLLARS: Final = {
    "US": "USD",
    "U.S.": "USD",
    "A": "AUD",
    "AU": "AUD",
    "C": "CAD",
    "CA": "CAD",
    "NZ": "NZD",
    "HK": "HKD",
    "S": "SGD",
    "NT": "TWD",
    "R": "BRL",
}
_CODES: Final = {
    code: code
    for code in listed("""
    USD EUR GBP JPY CNY INR RUB UAH ILS KRW NGN PHP TRY THB AUD CAD NZD HKD SGD
    TWD BRL CHF SEK NOK DKK PLN CZK HUF RON BGN MXN ZAR AED SAR EGP PKR BDT IDR
    MYR VND KES GHS ARS CLP COP PEN IRR IQD QAR KWD
""")
} | {
    "RMB": "CNY",
    "NIS": "ILS",
    "RM": "MYR",
    "Rs": "INR",
    "Rs.": "INR",
    "SFr": "CHF",
    "Y=": "JPY",
    "YEN": "JPY",
}
_COINS: Final = {
    "dollar": "USD",
    "euro": "EUR",
    "pound sterling": "GBP",
    "yen": "JPY",
    "yuan": "CNY",
    "renminbi": "CNY",
    "rupee": "INR",
    "rouble": "RUB",
    "ruble": "RUB",
    "hryvnia": "UAH",
    "shekel": "ILS",
    "won": "KRW",
    "naira": "NGN",
    "lira": "TRY",
    "baht": "THB",
    "rand": "ZAR",
    "ringgit": "MYR",
    "rupiah": "IDR",
    "zloty": "PLN",
    "forint": "HUF",
    "dong": "VND",
    "real": "BRL",
    "swiss franc": "CHF",
    "cent": "cent",
    "penny": "penny",
    "peso": "peso",
    "franc": "franc",
    "krona": "SEK",
    "krone": "krone",
    "dinar": "dinar",
    "dirham": "AED",
    "riyal": "riyal",
    "rial": "rial",
}
_LANDS: Final = {
    "us": "USD",
    "u.s.": "USD",
    "american": "USD",
    "australian": "AUD",
    "canadian": "CAD",
    "new zealand": "NZD",
    "hong kong": "HKD",
    "singapore": "SGD",
    "taiwan": "TWD",
}
_NATIONS: Final = listed("""
    us american chinese japanese indian russian israeli turkish ukrainian korean
    thai malaysian indonesian nigerian polish british south
""")

_MEASURES: Final = listed("""
    second minute hour day week month year decade century fortnight millimetre
    centimetre metre kilometre inch foot yard mile micrometre nanometre light-year
    acre hectare milligram gram kilogram ounce pound ton tonne gigatonne megaton
    kiloton stone carat millilitre litre gallon barrel bushel pint degree watt
    kilowatt megawatt gigawatt terawatt volt kilovolt amp hertz kilohertz
    megahertz gigahertz byte kilobyte megabyte gigabyte terabyte megapixel decibel
    calorie joule horsepower fold magnitude knot newton pascal megapascal
""")
TIMES: Final = frozenset(_MEASURES[: _MEASURES.index("fortnight") + 1])
_SPELLINGS: Final = {
    "meter": "metre",
    "kilometer": "kilometre",
    "centimeter": "centimetre",
    "millimeter": "millimetre",
    "micrometer": "micrometre",
    "nanometer": "nanometre",
    "liter": "litre",
    "milliliter": "millilitre",
    "kilo": "kilogram",
    "metric ton": "tonne",
    "metric tonne": "tonne",
    "per cent": PERCENT,
    "percent": PERCENT,
    "percentage point": POINTS,
    "basis point": "basis-point",
    "square foot": "square-foot",
    "square feet": "square-foot",
    "feet": "foot",
    "centuries": "century",
    "inches": "inch",
    "pence": "penny",
    "kronor": "SEK",
    "kroner": "krone",
    "reais": "BRL",
    "pounds sterling": "GBP",
    "degrees celsius": "degree-celsius",
    "degrees fahrenheit": "degree-fahrenheit",
    "degree celsius": "degree-celsius",
    "degree fahrenheit": "degree-fahrenheit",
    "degrees c": "degree-celsius",
    "degrees f": "degree-fahrenheit",
    "c degrees": "degree-celsius",
    "miles per hour": "mile-per-hour",
    "miles an hour": "mile-per-hour",
    "kilometres per hour": "kilometre-per-hour",
    "kilometers per hour": "kilometre-per-hour",
    "kilometres an hour": "kilometre-per-hour",
    "kilometers an hour": "kilometre-per-hour",
    "metres per second": "metre-per-second",
    "meters per second": "metre-per-second",
    "parts per million": "part-per-million",
    "light years": "light-year",
    "kilowatt hours": "kilowatt-hour",
    "megawatt hours": "megawatt-hour",
    "gigawatt hours": "gigawatt-hour",
    "kilowatt-hours": "kilowatt-hour",
}
_SHORT: Final = {
    "km": "kilometre",
    "kms": "kilometre",
    "cm": "centimetre",
    "mm": "millimetre",
    "μm": "micrometre",
    "µm": "micrometre",
    "nm": "nanometre",
    "ft": "foot",
    "yd": "yard",
    "yds": "yard",
    "kg": "kilogram",
    "kgs": "kilogram",
    "mg": "milligram",
    "lb": "pound",
    "lbs": "pound",
    "oz": "ounce",
    "ml": "millilitre",
    "kW": "kilowatt",
    "MW": "megawatt",
    "GW": "gigawatt",
    "TW": "terawatt",
    "kWh": "kilowatt-hour",
    "MWh": "megawatt-hour",
    "GWh": "gigawatt-hour",
    "TWh": "terawatt-hour",
    "hp": "horsepower",
    "HP": "horsepower",
    "bhp": "horsepower",
    "Hz": "hertz",
    "HZ": "hertz",
    "kHz": "kilohertz",
    "MHz": "megahertz",
    "GHz": "gigahertz",
    "Ghz": "gigahertz",
    "KB": "kilobyte",
    "MB": "megabyte",
    "GB": "gigabyte",
    "TB": "terabyte",
    "MP": "megapixel",
    "Mbps": "megabit-per-second",
    "Gbps": "gigabit-per-second",
    "mph": "mile-per-hour",
    "MPH": "mile-per-hour",
    "m.p.h": "mile-per-hour",
    "kph": "kilometre-per-hour",
    "kmh": "kilometre-per-hour",
    "km/h": "kilometre-per-hour",
    "m/s": "metre-per-second",
    "mpg": "mile-per-gallon",
    "sqm": "square-metre",
    "sq m": "square-metre",
    "sq ft": "square-foot",
    "sq km": "square-kilometre",
    "bpd": "barrel-per-day",
    "rpm": "revolution-per-minute",
    "ppm": "part-per-million",
    "mAh": "milliampere-hour",
    "dB": "decibel",
    "kV": "kilovolt",
    "kV/cm": "kilovolt-per-centimetre",
    "ksi": "kilopound-per-square-inch",
    "psi": "pound-per-square-inch",
    "MPa": "megapascal",
    "kPa": "kilopascal",
    "kt": "knot",
    "lb-ft": "pound-foot",
    "Nm": "newton-metre",
    "kcal": "kilocalorie",
    "hrs": "hour",
    "hr": "hour",
    "mins": "minute",
    "min": "minute",
    "secs": "second",
    "sec": "second",
    "yrs": "year",
    "yr": "year",
    "pct": PERCENT,
    "pc": PERCENT,
    "pp": POINTS,
    "ppts": POINTS,
    "bps": "basis-point",
    "°C": "degree-celsius",
    "°F": "degree-fahrenheit",
    "degC": "degree-celsius",
    "degF": "degree-fahrenheit",
    "deg C": "degree-celsius",
    "deg F": "degree-fahrenheit",
    "degF.": "degree-fahrenheit",
    "C": "degree-celsius",
    "F": "degree-fahrenheit",
    "°": "degree",
    "m": "metre",
    "g": "gram",
    "l": "litre",
    "L": "litre",
    "p": "penny",
    "V": "volt",
    "W": "watt",
}
_ATTACHED: Final = word_set("C F m g l L p V W pc min sec MP kt")
_CAPITALS = ("Celsius", "Fahrenheit", "C", "F", "YEN", "Calories")
_SQUARE = ("metre", "kilometre", "mile", "yard", "inch")


def _words() -> dict[str, str]:
    """Return every way in words to write a unit, in lower case, and its name."""
    names = {**{name: name for name in _MEASURES}, **_COINS, **_SPELLINGS}
    names |= {f"{land} dollar": code for land, code in _LANDS.items()}
    names |= {f"square {unit}": f"square-{unit}" for unit in _SQUARE}
    names |= {f"cubic {unit}": f"cubic-{unit}" for unit in ("metre", "foot", "inch")}
    for american, british in (("meter", "metre"), ("kilometer", "kilometre")):
        names[f"square {american}"] = f"square-{british}"
        names[f"cubic {american}"] = f"cubic-{british}"
    for nation in _NATIONS:
        names |= {f"{nation} {coin}": code for coin, code in _COINS.items()}
    return {f"{word}s": name for word, name in names.items()} | names


WORDS: Final = _words()

_PREFIX = re.compile(
    r"(?:(?<![^\W\d_])(?:(?P<dollar>US|U\.S\.|AU|CA|C|NZ|HK|S|NT|R)\s?|(?P<joined>A)))?\$(?P<us>US)?\s?\Z"
    r"|\$(?P<after>US|A|C)\s?\Z"
    r"|(?<![^\W\d_])(?P<code>[A-Z]{2,3}|Rs\.?|SFr|Y=)\s?\Z"
    r"|(?P<sign>[€£¥₹₽₴₪₩₦₱₺฿])\s?\Z"
)
_PERCENT_SIGN = re.compile(r"\s?%(?P<points>[\s-]points?\b)?")
_WORD = re.compile(r"[\s-]?(?P<word>[^\W\d_]+(?:[./-][^\W\d_]+){0,9}|°[CF]?)")
_MOST_WORDS = 3
_LOOK_BACK = 8


def before(text: str, start: int) -> Unit | None:
    """Return the currency written before a number that begins at `start`."""
    match = _PREFIX.search(text, max(0, start - _LOOK_BACK), start)
    if match is None:
        return None
    if match["sign"]:
        return Unit(_SYMBOLS[match["sign"]], match.start())
    if match["code"]:
        code = _CODES.get(match["code"])
        return Unit(code, match.start()) if code else None
    dollar = match["dollar"] or match["joined"] or match["after"] or "US"
    return Unit(_DOLLARS[dollar], match.start())


def after(text: str, end: int) -> Unit | None:
    """Return the unit written after a number that ends at `end`."""
    if sign := _PERCENT_SIGN.match(text, end):
        return Unit(POINTS if sign["points"] else PERCENT, sign.end())
    ends: list[int] = []
    at = end
    while len(ends) < _MOST_WORDS and (word := _WORD.match(text, at)):
        at = word.end()
        ends.append(at)
    return next(
        (unit for at in reversed(ends) if (unit := _named(text, end, at))), None
    )


def _named(text: str, start: int, end: int) -> Unit | None:
    attached = text[start] not in " -\u00a0\n"
    written = text[start:end].lstrip(" -\u00a0\n")
    name = _SHORT.get(written)
    if name and (attached or written not in _ATTACHED):
        return Unit(name, end)
    if written.rsplit(" ", 1)[-1][0].isupper() and not written.endswith(_CAPITALS):
        return None
    name = WORDS.get(written.replace("-", " ").lower())
    return Unit(name, end) if name else None
