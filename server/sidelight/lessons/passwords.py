"""Passwords of teachers: hashed with Argon2id (RFC 9106), as argon2-cffi keeps it.

Its defaults are the RFC's second recommendation, for memory-constrained machines.
"""

import secrets

from argon2 import PasswordHasher
from argon2.exceptions import InvalidHashError, VerificationError

from sidelight.errors import InvalidInput
from sidelight.messages import message

SHORTEST = 10
LONGEST = 200
_WORDLESS = "23456789bcdfghjkmnpqrstvwxz"
_MADE = 20  # characters of 27: 95 bits

_hasher = PasswordHasher()
_NOBODYS = _hasher.hash(secrets.token_hex())


def made_password() -> str:
    """Return a password that nobody else has, easy to copy by hand."""
    drawn = "".join(secrets.choice(_WORDLESS) for _ in range(_MADE))
    return "-".join(drawn[n : n + 5] for n in range(0, _MADE, 5))


def hashed(password: str) -> str:
    """Return what is stored of a password; raises `InvalidInput` for a short one."""
    if not SHORTEST <= len(password) <= LONGEST:
        raise InvalidInput(
            message(
                "A password has %(shortest)s to %(longest)s characters.",
                shortest=SHORTEST,
                longest=LONGEST,
            )
        )
    return _hasher.hash(password)


def fits(password: str, secret: str | None) -> bool:
    """Tell whether a password is the one that was hashed.

    It takes as long where nobody has that name (`None`): the time tells nothing.
    """
    try:
        verified = _hasher.verify(secret or _NOBODYS, password[: LONGEST + 1])
    except (VerificationError, InvalidHashError):
        return False
    return verified and secret is not None
