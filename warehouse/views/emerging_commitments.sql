-- question: What do reports speak of that nobody tracks yet, and that may be worth an entry of its own?
-- grain: One row an untracked item; what most independent reports tell first.
-- columns:
--   candidate_id: The item; `camket promote` takes it, or its first letters.
--   label: What it is, in its fullest name.
--   kind: What kind of commitment it would be.
--   stages: The stages told, separated by ', '.
--   n_reports: Number of reports that tell it.
--   n_independent: The same, wire copies of one text counted once.
--   first_reported_on: Day of publication of the first.
--   last_reported_on: Day of publication of the last.
--   report_id: The first report.
--   quote: Its words.
SELECT
    candidate.candidate_id,
    first(candidate.label ORDER BY report.published_on NULLS LAST, candidate.report_id) AS label,
    min(candidate.kind) AS kind,
    string_agg(DISTINCT candidate.stage, ', ' ORDER BY candidate.stage) AS stages,
    count(DISTINCT candidate.report_id) AS n_reports,
    count(DISTINCT report.cluster_id) AS n_independent,
    min(report.published_on) AS first_reported_on,
    max(report.published_on) AS last_reported_on,
    first(candidate.report_id ORDER BY report.published_on NULLS LAST, candidate.report_id) AS report_id,
    first(candidate.quote ORDER BY report.published_on NULLS LAST, candidate.report_id) AS quote
FROM commitment_candidates AS candidate
JOIN reports AS report USING (report_id)
WHERE report.superseded_by IS NULL
GROUP BY candidate.candidate_id
ORDER BY n_independent DESC, n_reports DESC, candidate.candidate_id
