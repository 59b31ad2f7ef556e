"""Tell English from other languages by the share of the commonest words."""

from __future__ import annotations

import re
from collections import Counter

_WORD = re.compile(r"[^\W\d_]+")
_COMMON = {
    "English": "the and of to in a for with on is as an by at be or from that are will this you we our your have work",
    "German": "der die und das den von zu mit ist für auf im ein eine als des dem sich bei nach werden oder wir sie",
    "French": "le la les des et de du un une en est pour dans que qui sur avec au aux par vous nous votre",
    "Spanish": "el la los las de y en que un una para con por del se su es como al más nuestro",
    "Portuguese": "o os as de da do e em que um uma para com por não na no dos das ao",
    "Italian": "il lo la gli le di e in che un una per con del della dei è nel al da si",
    "Dutch": "de het een en van in is op te dat voor met zijn aan je wij ons bij of ook naar",
    "Polish": "i w na z do się że jest oraz dla przez od po nie jako lub przy",
    "Romanian": "și de la în cu pe din pentru care este un o sau prin ca mai",
}
_WORDS = {name: frozenset(words.split()) for name, words in _COMMON.items()}
_SAMPLE = 3_000  # characters are plenty
MIN_WORDS = 40  # in less text, lists of product names look like no language at all
MIN_LATIN = 0.5  # share of words in Latin letters
MIN_SHARE = 0.06  # of all words; ordinary prose has three times as many of the commonest


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
    counts = Counter(words)
    if not text.isascii() and sum([n for word, n in counts.items() if word[0] < "\u0250"]) < MIN_LATIN * len(words):
        return "a language in another script"
    hits = {name: sum([counts[word] for word in common & counts.keys()]) for name, common in _WORDS.items()}
    english = hits.pop("English")
    name = max(sorted(hits), key=hits.__getitem__)
    return name if hits[name] > 2 * english and hits[name] >= MIN_SHARE * len(words) else None
