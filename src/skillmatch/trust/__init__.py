"""What decisions about people need: proof that identity does not count, workings, and records.

Each command calls one of these; in brackets stands what it is made of:

leaks       do results change with the identity? (traces, names, telephone, swapping, identities)
blind       what is left when the identity is taken out? (pseudonyms)
impact      how often is each group selected, and why? (results, groups, drivers)
lint        is the job ad sound? (wording)
letter      what is a candidate told?
audit       what was decided, and was the log touched since? (records, keyring)
"""

from __future__ import annotations
