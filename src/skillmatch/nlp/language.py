"""Tell English from other languages by the share of the commonest words."""

from __future__ import annotations

import re
from collections import Counter

_WORD = re.compile(r"[^\W\d_]+")
_ENGLISH = frozenset("the and of to in a for with on is as an by at be or from that are will this you we our your have using used work".split())  # fmt: skip
_OTHERS = {
    "German": frozenset(
        "der die und das den von zu mit ist für auf im ein eine als des dem sich bei nach werden oder wir sie".split()
    ),
    "French": frozenset(
        "le la les des et de du un une en est pour dans que qui sur avec au aux par vous nous votre".split()
    ),
    "Spanish": frozenset("el la los las de y en que un una para con por del se su es como al más nuestro".split()),
    "Portuguese": frozenset("o os as de da do e em que um uma para com por não na no dos das ao".split()),
    "Italian": frozenset("il lo la gli le di e in che un una per con del della dei è nel al da si".split()),
    "Dutch": frozenset("de het een en van in is op te dat voor met zijn aan je wij ons bij of ook naar".split()),
    "Polish": frozenset("i w na z do się że jest oraz dla przez od po nie jako lub przy".split()),
    "Romanian": frozenset("și de la în cu pe din pentru care este un o sau prin ca mai".split()),
}
_SAMPLE = 3_000  # characters are plenty
MIN_WORDS = 40  # in less text, lists of product names look like no language at all
MIN_LATIN = 0.5


def foreign_language(text: str) -> str | None:
    """Name the language of a text if it is clearly not English; None if it is, or if it is too short to tell.

    Examples
    --------
    >>> foreign_language("Wir suchen für die Entwicklung und den Betrieb der Plattform eine Person mit Erfahrung " * 4)
    'German'
    """
    words = _WORD.findall(text[:_SAMPLE].lower())
    if len(words) < MIN_WORDS:
        return None
    latin = sum(word[0] < "\u0250" for word in words) / len(words)
    if latin < MIN_LATIN:
        return "a language in another script"
    counts = Counter(words)
    english = sum(counts[word] for word in _ENGLISH)
    name, hits = max(((name, sum(counts[word] for word in common)) for name, common in _OTHERS.items()), key=lambda pair: (pair[1], pair[0]))  # fmt: skip
    return name if hits > 2 * english and hits >= 0.06 * len(words) else None
