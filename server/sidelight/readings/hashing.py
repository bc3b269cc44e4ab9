"""Features without names: columns of numbers, combined and hashed (Weinberger 2009).

A *column* is an array with one number for each token. A *template* names columns
and how far from the token each is looked up; the numbers found there, mixed into
one, say which row of a table of weights counts. A row's weights, one for each
label, are small whole numbers, so sums are exact on every machine.
"""

from collections.abc import Iterator, Mapping, Sequence
from zlib import crc32

import numpy as np
from numpy.typing import NDArray

Column = NDArray[np.uint32]
Columns = Mapping[str, Column]
Template = tuple[tuple[str, int], ...]

# Odd constants of xxHash and MurmurHash, which spread every bit of their input.
_STEP = np.uint32(0x9E3779B1)
_MIX = np.uint32(0x85EBCA6B)
_FIFTEEN = np.uint32(15)
_THIRTEEN = np.uint32(13)


def number(kind: str, value: str) -> int:
    """Return the number that stands for a value in the columns of one kind."""
    return crc32(f"{kind}\0{value}".encode())


def rows(
    columns: Columns, templates: Sequence[Template], bits: int
) -> Iterator[NDArray[np.int64]]:
    """Yield, template by template, the row that counts for each token.

    Rows are below 2 ** `bits`. Beyond the first and last token every column is 0.
    """
    length = len(next(iter(columns.values())))
    shifted: dict[tuple[str, int], Column] = {}
    for order, template in enumerate(templates):
        start = (order + 1) * int(_STEP) & 0xFFFFFFFF
        mixed = np.full(length, start, dtype=np.uint32)
        for place in template:
            if place not in shifted:
                shifted[place] = _shift(columns[place[0]], place[1])
            mixed ^= shifted[place]
            mixed *= _STEP
            mixed ^= mixed >> _FIFTEEN
            mixed *= _MIX
            mixed ^= mixed >> _THIRTEEN
        yield (mixed >> np.uint32(32 - bits)).astype(np.int64)


def scores(
    columns: Columns, templates: Sequence[Template], weights: NDArray[np.int8]
) -> NDArray[np.int16]:
    """Return each token's score for each label, in the unit of the weights.

    `weights` has 2 ** bits rows. Weights lie within ±127, templates are fewer than
    258, so that a sum fits in 16 bits.
    """
    bits = len(weights).bit_length() - 1
    length = len(next(iter(columns.values())))
    total = np.zeros((length, weights.shape[1]), dtype=np.int16)
    for counted in rows(columns, templates, bits):
        total += np.take(weights, counted, axis=0)
    return total


def _shift(column: Column, offset: int) -> Column:
    """Return for each token the number `offset` tokens further on, 0 at the ends."""
    if offset == 0:
        return column
    moved = np.zeros_like(column)
    if offset > 0:
        moved[:-offset] = column[offset:]
    else:
        moved[-offset:] = column[:offset]
    return moved
