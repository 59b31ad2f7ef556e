"""The labels of a job ad: what opens a line or a sentence up to its colon says what holds behind it."""

from __future__ import annotations

import re

from skillmatch.models import MentionRequirement

_LABEL = re.compile(r"[\W\d]*(?P<label>[a-z][^:\n.;/|]{1,44}?) ?:")
_WISH_WORD = re.compile(
    r"\b(?:nice|plus(?:es)?|bonus|(?:would|will|even) be (?:great|good|lovely|ideal|nice|cool|handy)|good to have"
    r"|helps?|helpful|advantages?|extra points|cherry|icing|prefer(?:red|ably|ences?)|desir(?:ed|able)|optional|ideally"
    r"|beneficial|makes? us (?:glad|happy|smile)|brownie points|wish(?:es|list)?|welcome|not (?:vital|essential|a must)"
    r"|treat)\b"
)
# Persons that are welcome: "Darts players welcome", no wish for a skill.
_ALL_WELCOME = re.compile(
    r"\b(?:\w+(?:ers|ors|ants|ates|ists|ees)|people|everyone|everybody|all|parents|women|men|families|students)"
    r"(?: are| also| very| most)* welcome\b"
)
_MUST_WORD = re.compile(
    r"\b(?:must(?:[- ]haves?)?|essentials?|requirements?|required|requires?|minimum|indispensable"
    r"|mandatory|compulsory|vital|crucial|non-negotiable|should (?:have|bring|offer|know)|we (?:need|expect|require"
    r"|look for|want)|do without|(?:is|are) needed|what (?:you|we) (?:bring|need|have))\b"
)
_NO_NEED = re.compile(r"\b(?:not|\w+n't|no|never|nor)\b")


def labelled(clause: str) -> MentionRequirement | None:
    """Tell by the label that opens a clause what it asks for, None if nothing tells.

    Parameters
    ----------
    clause
        A clause in small letters.

    Examples
    --------
    >>> labelled("would be great: redis"), labelled("we can't do without: excel"), labelled("note: redis")
    ('preferred', 'required', None)
    """
    label = _LABEL.match(clause)
    if label is None:
        return None
    words = label["label"]
    if _WISH_WORD.search(words):
        return None if _ALL_WELCOME.search(words) else "preferred"
    asked = _MUST_WORD.search(words)
    return "required" if asked and (asked[0] == "do without" or not _NO_NEED.search(words)) else None
