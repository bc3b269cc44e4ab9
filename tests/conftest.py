"""What holds for all tests."""

from hypothesis import settings

# How long an example takes is the machine's affair: tests/bench measures, tests do not.
settings.register_profile("sidelight", deadline=None)
settings.load_profile("sidelight")
