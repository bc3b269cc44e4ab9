"""The bytes of a web page as text, by the encoding it names.

The order of the HTML standard (13.2.3, "determining the character encoding"): a byte
order mark, the Content-Type header, a `meta` within the first 1,024 bytes, and where
none is named UTF-8 if it fits, else windows-1252, which is what such pages mean.
"""

import codecs
import re

_BEGINNING = 1_024  # bytes
_NAMED = re.compile(
    rb"""charset\s{0,9}=\s{0,9}["']?\s{0,9}([\w:.-]{2,40})""", re.IGNORECASE
)
_XML = re.compile(rb"""^\s{0,99}<\?xml[^>]{0,200}encoding=["']([\w:.-]{2,40})""")
_MARKS = (
    (codecs.BOM_UTF8, "utf-8-sig"),
    (codecs.BOM_UTF16_LE, "utf-16"),
    (codecs.BOM_UTF16_BE, "utf-16"),
)
_MEANT = {"iso8859-1": "cp1252", "ascii": "cp1252"}
"""What the web means by these names (https://encoding.spec.whatwg.org/)."""


def decoded(content: bytes, media_type: str = "") -> str:
    """Return the text of a page; bytes that fit no encoding become U+FFFD."""
    for mark, name in _MARKS:
        if content.startswith(mark):
            return content.decode(name, "replace")
    named = _named(content, media_type)
    if named:
        return content.decode(named, "replace")
    try:
        return content.decode("utf-8")
    except UnicodeDecodeError:
        return content.decode("cp1252", "replace")


def _named(content: bytes, media_type: str) -> str | None:
    """Return the first encoding that is named and known as one for text."""
    start = content[:_BEGINNING]
    header = media_type.encode("ascii", "replace")
    for found in (_NAMED.search(header), _XML.search(start), _NAMED.search(start)):
        if found:
            try:
                name = codecs.lookup(found[1].decode()).name
                b"a".decode(name, "replace")
            except LookupError:  # unknown, or no encoding of text
                continue
            if not name.startswith("utf-16"):  # a meta that could be read is none
                return _MEANT.get(name, name)
    return None
