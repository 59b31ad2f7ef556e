"""Tell a firm from its product: "worked for SAP", "at Oracle you will", "Salesforce, Dublin, 2018"."""

from __future__ import annotations

import re

# Firms whose name is also that of a skill, folded.
_NAMES = """
    adobe airbnb airtable akamai alteryx amazon ansys apple asana atlassian autodesk bentley bloomberg bosch
    canva cerner cisco cloudera cloudflare confluent dassault databricks datadog dell digitalocean docker
    docusign dropbox elastic epic ericsson facebook fastly figma fortinet github gitlab google hashicorp
    heroku huawei hubspot ibm informatica intel intuit jetbrains juniper lenovo linkedin mailchimp mathworks
    meta microsoft miro monday mongodb mozilla mulesoft netflix netlify nokia notion nutanix nvidia okta
    oracle palantir paypal qlik rackspace sage salesforce samsung sap sas servicenow shopify siemens slack
    snowflake splunk spotify squarespace stripe surveymonkey tableau teradata twilio twitter uber unity veeam
    vercel vmware wix wordpress workday xero youtube zendesk zoom
"""
FIRMS = frozenset(_NAMES.split())
REACH = 8  # words before a firm in which it is announced

# What is said of one firm among others; counts for names that are no firm of the list too.
OTHERS = "clients customers partners competitors employers companies brands sponsors investors vendors".split()  # noqa: SIM905
OTHERS_BEFORE = re.compile(
    rf"\b(?:{'|'.join(OTHERS)})\b"
    r"(?: \w+)? (?:include|including|such as|like|are|were|:)"
)
_WORKED_FOR = re.compile(
    r"\b(?:work(?:s|ed|ing)? for|employed (?:by|with)|hired by|joined|joining|left|leaving|interned (?:at|with|for)"
    r"|internship (?:at|with)|career (?:at|with)|job (?:at|with)|years (?:at|for)|recruited by|poached by"
    r"|(?:acquired|bought|backed|owned|funded|sponsored) by|the likes of|compet(?:e|es|ing) with|rivals? (?:to|of|like)"
    r"|competitors? (?:to|of|like)|partnership with|partner(?:s|ed|ing) with|on behalf of|subsidiary of|spin ?off of"
    r"|(?:colleagues?|friends?|people|recruiters?|guests?|speakers?) (?:at|from)|sold to|share(?:s|holder)? (?:of|in))"
    r"(?: [\w.]+ (?:,|and|or|&))*$"
)
_FORMER = re.compile(r"\b(?:former|ex|formerly(?: of| at)?|previously(?: of| at)?)(?: -)?$")
# Where people meet: "interviews are held on Zoom".
MEETING_TOOLS = frozenset(["zoom", "teams", "skype", "slack", "webex", "discord", "whatsapp", "facetime"])
MEETING_BEFORE = re.compile(
    r"\b(?:interview|call|meeting|chat|session|webinar|lesson|class|open day)(?:s|es|ed)?\b(?: \w+){0,3} (?:on|via"
    r"|over|by|through)$"
)
_DOES = re.compile(
    r"(?:(?:has|have|had|recently|also|then|later) )?(?:hired|sent|made|offered|paid|promoted|asked|gave|moved"
    r"|posted|employed"
    r"|recruited|sponsored|acquired|bought|announced|opened|employs|sponsors|pays|invited|rejected|laid off)\b"
)
_LAND = re.compile(
    r"(?:Ireland|Germany|Deutschland|France|India|UK|USA|Poland|Spain|Italy|Canada|Australia|Japan|Switzerland"
    r"|Austria|Sweden|Norway|Denmark|Netherlands|Belgium|Europe|EMEA|APAC|Labs?|Technologies|Research|Campus|HQ)$"
)
_HEAD_END = re.compile(r"(?:[,:.(|–—-]|(?:19|20)\d\d)$")


def is_firm(name: str, lead: str, following: str, *, opens: bool) -> str | None:
    """Say why a name stands for the firm, None if nothing tells.

    Parameters
    ----------
    name
        The folded word.
    lead, following
        The words around in one sentence; `lead` is in small letters.
    opens
        Whether the name opens its line or follows the comma behind an occupation.
    """
    if name not in FIRMS:
        return None
    if _WORKED_FOR.search(lead) or _FORMER.search(lead):
        return "an employer"
    if _DOES.match(following):
        return "a firm, by what is done"
    first, _, rest = following.partition(" ")
    if _LAND.match(first):
        return "a firm in a country"
    town, _, end = rest.partition(" ")
    if opens and first in (",", "-", "–", "|") and town.istitle() and (not end or _HEAD_END.match(end.split()[0])):
        return "an employer and its town"
    return None
