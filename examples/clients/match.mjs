// Rank resumes for a job with fetch: node match.mjs JOB RESUME...
// The service: skillmatch serve, or SKILLMATCH_URL; a key, if it asks for one: SKILLMATCH_KEY.
import { readFile } from "node:fs/promises";
import { basename } from "node:path";

const url = process.env.SKILLMATCH_URL ?? "http://127.0.0.1:8000";
const [job, ...resumes] = process.argv.slice(2);

const form = new FormData();
form.append("jobs", new Blob([await readFile(job)]), basename(job));
for (const resume of resumes) form.append("resumes", new Blob([await readFile(resume)]), basename(resume));

const headers = { "X-API-Key": process.env.SKILLMATCH_KEY ?? "" };
const response = await fetch(`${url}/v1/match`, { method: "POST", body: form, headers });
const answer = await response.json();
if (!response.ok) {
  console.error(`${answer.code}: ${answer.detail}`);
  process.exit(1);
}
for (const match of answer.matches) {
  console.log(String(match.rank).padStart(3), match.score.toFixed(1).padStart(5), "", match.document_id);
}
for (const failure of answer.failures) console.log(`          ${failure.document_id}: ${failure.message}`);
