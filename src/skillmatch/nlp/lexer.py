"""Tokenize the forms of a taxonomy, each distinct word once."""

from __future__ import annotations

from skillmatch.nlp.normalise import cut_ending, fold_text, fold_word
from skillmatch.nlp.tokenizer import FoldingTokenizer

Key = tuple[int, ...]  # hashes of folded words, as in `Token.norm`


class Lexer:
    """Turn short texts into words and keys as the tokenizer of documents would.

    Parameters
    ----------
    tokenizer
        The tokenizer of documents.
    """

    def __init__(self, tokenizer: FoldingTokenizer) -> None:
        self._tokenizer = tokenizer.rules
        self._strings = tokenizer.rules.vocab.strings
        self._known: dict[str, list[tuple[str, int]]] = {}

    def words(self, folded: str) -> list[tuple[str, int]]:
        """Return the words of a text that `fold_text` folded, with the hashes of their folded forms."""
        known = self._known
        chunks = folded.split()
        if len(chunks) == 1:
            return known.get(folded) or self._split(chunks[0])
        return [word for chunk in chunks for word in known.get(chunk) or self._split(chunk)]

    def key(self, text: str) -> Key:
        """Return the hashes of the folded words of a text."""
        return tuple([code for _, code in self.words(fold_text(text))])

    def stems(self, text: str) -> str:
        """Return the folded words of a text without endings."""
        return " ".join([cut_ending(self.word(code)) for code in self.key(text)])

    def fold(self, word: str) -> int:
        """Return the hash of a folded word."""
        code: int = self._strings.add(word)
        return code

    def word(self, code: int) -> str:
        """Return the folded word of a hash."""
        word: str = self._strings[code]
        return word

    def _split(self, chunk: str) -> list[tuple[str, int]]:
        if chunk.isalpha():
            words = [(chunk, self.fold(fold_word(chunk)))]
        else:
            words = [(token.text, token.norm) for token in self._tokenizer(chunk)]
        self._known[chunk] = words
        return words
