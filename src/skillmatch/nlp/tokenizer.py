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
from spacy.util import registry

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
    r"|(?<=[^\W\d_]{2})(?=\d[\d.]*x?\+?(?:$|[/,;)(|]))"  # a version
    r"|(?<=[+#])(?=\d[\d.]*x?\+?(?:$|[/,;)(|]))"
)


def build_tokenizer(nlp: Language) -> Tokenizer:
    """Build the tokenizer; words are compared by `fold_word` through their `norm_`."""
    nlp.vocab.lex_attr_getters[NORM] = fold_word  # type: ignore[attr-defined]
    return Tokenizer(
        nlp.vocab,
        rules={},
        prefix_search=_PREFIX.match,
        suffix_search=_SUFFIX.search,
        infix_finditer=_INFIX.finditer,
        token_match=None,
        url_match=None,
    )


class FoldingTokenizer:
    """Fold a text, then tokenize it: `doc.text` is the folded text, as long as the original.

    Both are kept in `doc.user_data`: the original as "text", what `doc.text` would join anew as "folded".
    """

    def __init__(self, nlp: Language) -> None:
        self.rules = build_tokenizer(nlp)

    def __call__(self, text: str) -> Doc:
        """Tokenize a text."""
        folded = fold_text(text)
        doc: Doc = self.rules(folded)
        doc.user_data.update(text=text, folded=folded)
        return doc


@registry.tokenizers("skillmatch_tokenizer")  # type: ignore[untyped-decorator]
def make_tokenizer() -> Callable[[Language], FoldingTokenizer]:
    """Make the tokenizer for ``spacy.blank("en", config=...)``."""
    return FoldingTokenizer
