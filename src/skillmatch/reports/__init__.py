"""Write reports: table, JSON Lines, CSV, HTML."""
