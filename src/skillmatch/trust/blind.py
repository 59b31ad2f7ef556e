"""Blind mode: documents without what tells who the person is.

The document is blinded before it is profiled, so nothing that was taken out can be in a profile, a score, a reason or a
highlight: no later step has seen it. Every stretch becomes the same mark, whatever its length, so that two people who
differ in nothing else have the same text.
"""

from __future__ import annotations

import dataclasses
from collections.abc import Collection, Iterable, Iterator

from skillmatch.models import Document, Failure, SkillProfile
from skillmatch.nlp.replacing import replace_stretches
from skillmatch.nlp.traces import ALWAYS, TraceKind, find_traces
from skillmatch.trust.pseudonyms import pseudonym, pseudonym_of

MARK = "█████"


def blind_document(document: Document, key: bytes, *, kinds: Collection[TraceKind] = ALWAYS) -> Document:
    r"""Take out of a resume what tells who the person is, and give it a pseudonym.

    Parameters
    ----------
    document
        A resume.
    key
        For the pseudonym, see `skillmatch.trust.pseudonyms`.
    kinds
        What to take out; `ALWAYS`, and of `OPTIONAL` what is asked for.

    Returns
    -------
    A document whose offsets index its own, blinded text. Warnings keep their message and lose what they quote.

    Examples
    --------
    >>> blind_document(Document(document_id="jo.txt", text="Jo Doe\njo@example.org\nNurse"), b"key").text
    '█████\n█████\nNurse'
    """
    stretches: list[tuple[int, int, str]] = []
    last = None
    for trace in find_traces(document, kinds=kinds):
        if last == trace.kind and not document.text[stretches[-1][1] : trace.start].strip(" -"):
            stretches[-1] = (stretches[-1][0], trace.end, MARK)  # so that the words of a name cannot be counted
        else:
            stretches.append((trace.start, trace.end, MARK))
        last = trace.kind
    blinded = replace_stretches(document, stretches)
    return dataclasses.replace(
        blinded,
        document_id=pseudonym(key, document),
        sha256="",
        warnings=tuple(dataclasses.replace(warning, detail="") for warning in document.warnings),
    )


def blind_documents(
    documents: Iterable[Document | Failure], key: bytes, *, kinds: Collection[TraceKind] = ALWAYS
) -> Iterator[Document | Failure]:
    """Blind documents as they come; a failure keeps its reason and loses the name of its file."""
    for document in documents:
        if isinstance(document, Failure):
            yield _blind_failure(document, key)
        else:
            yield blind_document(document, key, kinds=kinds)


def blind_profile(profile: SkillProfile | Failure, key: bytes) -> SkillProfile | Failure:
    """Give a stored profile a pseudonym, by the name of its document.

    A profile was made without what tells who the person is; its warnings lose what they quote.
    """
    if isinstance(profile, Failure):
        return _blind_failure(profile, key)
    name = pseudonym_of(key, profile.document_id)
    warnings = tuple(dataclasses.replace(warning, detail="") for warning in profile.warnings)
    return dataclasses.replace(profile, document_id=name, warnings=warnings)


def _blind_failure(failure: Failure, key: bytes) -> Failure:
    name = pseudonym_of(key, failure.document_id)
    return dataclasses.replace(failure, document_id=name, message=failure.message.replace(failure.document_id, name))
