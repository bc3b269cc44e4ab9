"""Nicknames: pupils get one, so that nobody is asked for a name."""

import secrets
from collections.abc import Collection

_ADJECTIVES = """
    Amber Autumn Blue Brave Bright Brisk Calm Careful Cheerful Clever Coral Cosy Curious
    Daring Dotted Eager Early Evening Fair Fern Fleet Free Friendly Gentle Glad Golden
    Green Happy Hazel Honest Indigo Jolly Kind Lively Lucky Lunar Merry Mild Misty
    Modest Morning Nimble Northern Olive Patient Pearl Plucky Polite Quick Quiet Ready
    Rosy Ruby Sandy Silver Snowy Southern Spotted Spring Steady Striped Summer Sunny
    Swift Teal Thoughtful Tidy Upbeat Velvet Violet Warm Winter Witty Wise
""".split()

_ANIMALS = """
    Badger Beaver Bee Bison Blackbird Bumblebee Butterfly Camel Canary Chamois Chipmunk
    Cricket Crane Curlew Deer Dolphin Dormouse Dragonfly Duck Eagle Egret Falcon Ferret
    Finch Firefly Flamingo Fox Gazelle Gecko Goldfinch Hare Hedgehog Heron Hoopoe Ibex
    Kestrel Kingfisher Koala Ladybird Lark Lemur Lizard Lynx Magpie Marmot Marten Mole
    Moth Newt Nightingale Octopus Oriole Osprey Otter Owl Panda Panther Parrot Pelican
    Penguin Pheasant Plover Puffin Quail Rabbit Raven Robin Salmon Seahorse Seal
    Sparrow Squirrel Starling Stork Swallow Swan Swift Tern Thrush Tortoise Turtle
    Walrus Weasel Whale Wolf Woodpecker Wren Yak Zebra
""".split()

MOST = len(_ADJECTIVES) * len(_ANIMALS)
"""Nicknames without a number."""


def new_nickname(taken: Collection[str]) -> str:
    """Return a nickname that is not among those `taken`.

    Drawn at random, so that it tells neither who came when nor who sits where.
    Should all be taken, a number makes another.
    """
    used = set(taken)
    if len(used) < MOST:
        free = [
            name
            for adjective in _ADJECTIVES
            for animal in _ANIMALS
            if (name := f"{adjective} {animal}") not in used
        ]
        if free:
            return secrets.choice(free)
    number = 2
    while (name := f"{_ADJECTIVES[0]} {_ANIMALS[0]} {number}") in used:
        number += 1
    return name
