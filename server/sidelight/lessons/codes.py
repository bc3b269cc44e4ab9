"""Codes that are read from a wall and typed, and names that nobody has to type."""

import secrets

ALPHABET = "23456789BCDFGHJKMNPQRSTVWXZ"
"""No 0 and O, 1, I and L, which look alike; no vowels, which make words."""

CODE_LENGTH = 6
"""27 ** 6 codes are 387 million: at ten guesses a minute for each address, a guesser
meets one of a hundred open lessons after some eight months."""

_NAME_BYTES = 16


def new_code() -> str:
    """Return a join code: six characters, from the system's source of secrets."""
    return "".join(secrets.choice(ALPHABET) for _ in range(CODE_LENGTH))


def written_code(typed: str) -> str:
    """Return a code as it was meant: in capitals, without spaces and hyphens."""
    return "".join(c for c in typed.upper() if not c.isspace() and c not in "-–.")


def new_name() -> str:
    """Return an unguessable name of 128 bits, fit for an address or a cookie."""
    return secrets.token_urlsafe(_NAME_BYTES)
