"""Tell names that are given to animals, persons, ships and houses: "two retrievers, Pascal and Django"."""

from __future__ import annotations

import re

REACH = 9  # words before a name in which it is said what bears it

_ANIMALS = """
    dog cat horse pony parrot hamster rabbit goat cow bull donkey mule hen duck goose goldfish fish tortoise
    snake retriever
    labrador terrier spaniel poodle collie hound puppy kitten mare stallion foal lamb pig llama ferret budgie
"""
_CRAFT = "ketch yacht schooner dinghy tug ship boat barge ferry sloop trawler"
_OTHERS = """
    keeper boy girl man woman lady child baby toddler player pupil patient guest colleague friend neighbour
    neighbor owner
    farmer skipper captain chap bloke guy character singer actor village town island street pub cafe
    restaurant hotel club
    band house farm racehorse drink cocktail dish
"""
_OWNED = rf"(?:{'|'.join([*_ANIMALS.split(), *_CRAFT.split()])})s?"
_NAMED = rf"(?:{'|'.join([*_ANIMALS.split(), *_CRAFT.split(), *_OTHERS.split()])})s?"
_WHOSE = "an? the two three four five both old my our his her their your office family rescue guide"
_CALLED = re.compile(
    rf"\b(?:(?:{'|'.join(_WHOSE.split())}) (?:[\w-]+ ){{0,2}}?{_OWNED} (?:, )?|{_NAMED} (?:called|named) )"
    r"(?:\w+ (?:,|and|&) )*$"
)


def is_called(lead: str) -> bool:
    """Tell whether words before a name say that an animal, a person or a place is called so.

    Parameters
    ----------
    lead
        Up to `REACH` words of the same sentence in small letters, one blank between.

    Examples
    --------
    >>> is_called("my dog"), is_called("two golden retrievers , pascal and"), is_called("a tool called")
    (True, True, False)
    """
    return _CALLED.search(f"{lead} ") is not None
