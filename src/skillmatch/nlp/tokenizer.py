r"""Tokenizer rules for resumes and job ads.

The stock English rules keep URLs, contractions and emoticons together and split "C++/C#" or "SQL(Postgres" wrongly.
Ours are few: letters, digits and the signs of names (+ # . inside a word) stay together, everything else is a token of
its own, and a version at the end of a word is split off ("HTML5", "Python3.x", "C++17/20").
"""

from __future__ import annotations

import re
from collections.abc import Callable

from spacy.attrs import NORM  # type: ignore[import-not-found]
from spacy.language import Language
from spacy.tokenizer import Tokenizer  # type: ignore[import-not-found]
from spacy.tokens import Doc
from spacy.util import DummyTokenizer, registry

from skillmatch.nlp.normalise import fold_text, fold_word

# A dot opens a word only before a letter (".NET"); plus and number signs never do.
_PREFIX = re.compile(r"\.(?![A-Za-z])|[^\w.]|_")
_SUFFIX = re.compile(r"(?:[^\w+#]|_|(?<![A-Za-z+])\+{2,}|(?<![A-Za-z0-9+])\+|(?<![A-Za-z])#)$")
_INFIX = re.compile(
    r"[^\w.+#'@\-]"
    r"|\.{2,}"
    r"|(?<=[a-z]{3})\.(?=[A-Z][a-z]{2})"  # the end of a sentence glued to the next
    r"|(?<=\w)[-@](?=\w)"
    r"|(?<=#)(?=\.[A-Za-z])"  # C#.NET
    r"|(?<=\w)(?='s\b)"
    r"|(?<=[+#])(?=[A-Za-z]{2})"  # a list that lost its commas: C++Java
    r"|(?<=[a-z\d])\+(?=[A-Z])"  # Docker+K8s
    r"|(?<=[\u3040-\u30ff\u4e00-\u9fff\uac00-\ud7af])(?=[A-Za-z])"  # a name amid script without spaces
    r"|(?<=[A-Za-z\d+#])(?=[\u3040-\u30ff\u4e00-\u9fff\uac00-\ud7af])"
    r"|(?<=[^\W\d_]{2})(?=\d[\d.]*x?\+?(?:$|[/,;)(|]))"  # a version
    r"|(?<=[+#])(?=\d[\d.]*x?\+?(?:$|[/,;)(|]))"
)
_LETTERS = re.compile(r"[A-Za-z]+")  # no rule cuts them: the test of a new word that spares it all others

LONGEST_RUN = 400  # characters without space; longer ones are read in pieces
CACHE = 200_000  # distinct chunks whose tokens are remembered: spaCy's 10,000 are used up after some hundred documents
TAIL = 4  # characters at the end of a word that a suffix rule looks at
_LONG_RUN = re.compile(rf"\S{{{LONGEST_RUN + 1}}}")
_PIECES = re.compile(rf"\S{{1,{LONGEST_RUN}}}(?!\S)\s*|\S{{{LONGEST_RUN}}}|\s+")


def build_tokenizer(nlp: Language) -> Tokenizer:
    """Build the tokenizer; words are compared by `fold_word` through their `norm_`."""
    nlp.vocab.lex_attr_getters[NORM] = fold_word  # type: ignore[attr-defined]
    return Tokenizer(
        nlp.vocab,
        rules={},
        prefix_search=_PREFIX.match,
        suffix_search=_find_suffix,
        infix_finditer=_INFIX.finditer,
        token_match=_LETTERS.fullmatch,
        url_match=None,
        max_cache_size=CACHE,
    )


def _find_suffix(word: str) -> re.Match[str] | None:
    return _SUFFIX.search(word, max(len(word) - TAIL, 0))


def _has_long_run(text: str) -> bool:
    """Tell whether some run without white space is too long; from blank to blank, since a pattern tries every place."""
    start = 0
    while len(text) - start > LONGEST_RUN:
        blank = text.rfind(" ", start, start + LONGEST_RUN + 1)
        if blank < 0:
            return _LONG_RUN.search(text, start) is not None
        start = blank + 1
    return False


class FoldingTokenizer(DummyTokenizer):  # it holds nothing that would have to be saved
    """Fold a text, then tokenize it: `doc.text` is the folded text, as long as the original.

    Both are kept in `doc.user_data`: the original as "text", what `doc.text` would join anew as "folded".
    """

    def __init__(self, nlp: Language) -> None:
        self.rules = build_tokenizer(nlp)

    def __call__(self, text: str) -> Doc:
        """Tokenize a text."""
        folded = fold_text(text)
        doc = self._join(folded) if _has_long_run(folded) else self.rules(folded)
        doc.user_data.update(text=text, folded=folded)
        return doc

    def _join(self, text: str) -> Doc:
        """Tokenize piece by piece: spaCy's time grows with the square of the longest run without space."""
        words: list[str] = []
        spaces: list[bool] = []
        for piece in _PIECES.findall(text):
            doc = self.rules(piece)
            words += [token.text for token in doc]
            spaces += [token.whitespace_ != "" for token in doc]
        return Doc(self.rules.vocab, words=words, spaces=spaces)


@registry.tokenizers("skillmatch_tokenizer")  # type: ignore[untyped-decorator]
def make_tokenizer() -> Callable[[Language], FoldingTokenizer]:
    """Make the tokenizer for ``spacy.blank("en", config=...)``."""
    return FoldingTokenizer
