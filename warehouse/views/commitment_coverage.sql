-- question: Which reports tell of which commitment, and how far do they say it has got?
-- grain: One row a commitment and current version of a report that mentions it.
-- columns:
--   commitment_id: The commitment.
--   report_id: The report.
--   told_on: Its day of publication; null where not known.
--   outlet: Its outlet.
--   title: Its title.
--   url: Its address.
--   is_original: False where it is a wire copy of another report.
--   stages: The stages that it tells, in the order of its text, separated by ', '.
--   n_occurrences: How many places of it tell of the commitment.
--   quote: The first words that do.
SELECT
    mention.commitment_id,
    mention.report_id,
    any_value(report.published_on) AS told_on,
    any_value(report.outlet) AS outlet,
    any_value(report.title) AS title,
    any_value(report.url) AS url,
    any_value(report.is_original) AS is_original,
    string_agg(mention.stage, ', ' ORDER BY mention.span_start, mention.mention_id) AS stages,
    sum(mention.n_occurrences)::INTEGER AS n_occurrences,
    first(mention.quote ORDER BY mention.span_start, mention.mention_id) AS quote
FROM commitment_mentions AS mention
JOIN reports AS report USING (report_id)
WHERE report.superseded_by IS NULL
GROUP BY mention.commitment_id, mention.report_id
ORDER BY mention.commitment_id, told_on NULLS LAST, mention.report_id
