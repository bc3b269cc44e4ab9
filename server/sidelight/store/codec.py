"""A reading as bytes, and back: exact, small, and quick to unpack.

msgspec writes and fills the dataclasses as they stand. Two things are taken out
first: the article, which is kept by itself so that it survives any change to the
layers, and the words, whose three long tuples are one list of gaps and one string.
"""

import zlib
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace
from hashlib import sha256
from itertools import accumulate
from typing import Any

import msgspec
import msgspec.inspect

from sidelight.errors import InvalidInput
from sidelight.model import Article, Reading, Span, Words

# Level 1 halves what is stored; level 6 takes twice as long for 9% less.
LEVEL = 1

# Changes with every field of a reading, so that one stored without a layer that has
# come since is not taken for a text in which that layer is empty.
SHAPE = sha256(repr(msgspec.inspect.type_info(Reading)).encode()).hexdigest()[:8]

_NO_ARTICLE = Article("")
_NO_WORDS = Words()


class UnreadableError(Exception):
    """The bytes are no reading of this version's shape."""


class _Layers(msgspec.Struct, array_like=True, frozen=True, gc=False):
    layers: Reading
    gaps: list[int]
    folded: str


_encode_article = msgspec.json.Encoder().encode
_decode_article = msgspec.json.Decoder(Article).decode
_encode_layers = msgspec.msgpack.Encoder().encode
_decode_layers = msgspec.msgpack.Decoder(_Layers).decode


def pack_article(article: Article) -> bytes:
    """Return `article` as compressed JSON.

    Raises `InvalidInput` for half a surrogate pair, which no encoding can hold.
    """
    try:
        return zlib.compress(_encode_article(article), LEVEL)
    except UnicodeEncodeError as error:
        message = "The report holds half a character (a lone UTF-16 surrogate)."
        raise InvalidInput(message) from error


def unpack_article(packed: bytes) -> Article:
    """Return what `pack_article` was given; raises `UnreadableError`."""
    try:
        return _decode_article(zlib.decompress(packed))
    except (zlib.error, msgspec.MsgspecError) as error:
        raise UnreadableError from error


def pack_page(page: Mapping[str, Any]) -> bytes:
    """Return an AnnotationPage as compressed JSON."""
    return zlib.compress(msgspec.json.encode(page), LEVEL)


def unpack_page(packed: bytes) -> dict[str, Any]:
    """Return what `pack_page` was given."""
    return msgspec.json.decode(zlib.decompress(packed), type=dict[str, Any])


def pack_spans(spans: Sequence[Span]) -> bytes:
    """Return spans as msgpack."""
    return msgspec.msgpack.encode([(span.start, span.end) for span in spans])


def unpack_spans(packed: bytes) -> tuple[Span, ...]:
    """Return what `pack_spans` was given."""
    pairs = msgspec.msgpack.decode(packed, type=list[tuple[int, int]])
    return tuple(Span(*pair) for pair in pairs)


def pack_layers(reading: Reading) -> bytes:
    """Return all of `reading` but its article, as compressed msgpack.

    A word holds no line break, being a run of letters and digits.
    """
    words = reading.words
    layers = _Layers(
        replace(reading, article=_NO_ARTICLE, words=_NO_WORDS),
        list(_gaps(words)),
        "\n".join(words.folded),
    )
    return zlib.compress(_encode_layers(layers), LEVEL)


def unpack_layers(packed: bytes, article: Article) -> Reading:
    """Return the reading of `article` that was packed; raises `UnreadableError`."""
    try:
        found = _decode_layers(zlib.decompress(packed))
    except (zlib.error, msgspec.MsgspecError) as error:
        raise UnreadableError from error
    edges = tuple(accumulate(found.gaps))
    folded = tuple(found.folded.split("\n")) if edges else ()
    if len(folded) * 2 != len(edges):
        raise UnreadableError
    words = Words(edges[::2], edges[1::2], folded)
    return replace(found.layers, article=article, words=words)


def _gaps(words: Words) -> Iterator[int]:
    """Yield how far each edge of a word is from the edge before it."""
    before = 0
    for start, end in zip(words.starts, words.ends, strict=True):
        yield start - before
        yield end - start
        before = end
