"""The service over HTTP, and the tools over MCP: thin layers above `skillmatch.server.service`.

from skillmatch.server.app import create_app      needs the extra ``server``
from skillmatch.server.mcp import create_server   needs the extra ``mcp``
"""

from __future__ import annotations
