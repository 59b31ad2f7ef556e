"""Build a taxonomy from documents: which known skills they name, and which unknown terms look like skills.

propose(paths, matcher)          proposals for a person to review, with the evidence
gather_evidence(paths, matcher)  known skills, document by document
find_impact(paths, old, new)     documents whose skills a change of the taxonomy changes
"""

from skillmatch.discovery.evidence import gather_evidence as gather_evidence
from skillmatch.discovery.impact import Impact as Impact
from skillmatch.discovery.impact import find_impact as find_impact
from skillmatch.discovery.ranking import Discovery as Discovery
from skillmatch.discovery.ranking import discover as discover
from skillmatch.discovery.ranking import propose as propose

__all__ = ["Discovery", "Impact", "discover", "find_impact", "gather_evidence", "propose"]
