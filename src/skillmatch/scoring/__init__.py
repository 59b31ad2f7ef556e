"""Score profiles: how well a resume fits a job, why, and what is missing."""
