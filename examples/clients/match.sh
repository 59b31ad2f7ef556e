#!/usr/bin/env bash
# Rank resumes for a job with curl: bash match.sh JOB RESUME...
# The service: skillmatch serve, or SKILLMATCH_URL; a key, if it asks for one: SKILLMATCH_KEY.
set -euo pipefail
url=${SKILLMATCH_URL:-http://127.0.0.1:8000}
job=$1
shift
forms=(-F "jobs=@$job")
for resume in "$@"; do
  forms+=(-F "resumes=@$resume")
done
curl --silent --show-error --fail-with-body -H "X-API-Key: ${SKILLMATCH_KEY:-}" "${forms[@]}" "$url/v1/match?format=csv"
