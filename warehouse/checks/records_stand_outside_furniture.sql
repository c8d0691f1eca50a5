-- wrong: A record rests on words in a line of furniture (players, related links, forms, credits).
-- grain: One row a record and line.
-- columns:
--   table_name: The table that holds the record.
--   report_id: The report.
--   line: The line of furniture.
--   quote: What the record quotes.
WITH records AS (
    SELECT 'commitment_mentions' AS table_name, report_id, span_start, span_end, quote
    FROM commitment_mentions
    UNION ALL
    SELECT 'commitment_candidates', report_id, span_start, span_end, quote
    FROM commitment_candidates
    UNION ALL
    SELECT 'agreement_mentions', report_id, span_start, span_end, quote
    FROM agreement_mentions
    UNION ALL
    SELECT 'target_mentions', report_id, span_start, span_end, quote
    FROM target_mentions
    UNION ALL
    SELECT 'meeting_mentions', report_id, span_start, span_end, quote
    FROM meeting_mentions
    UNION ALL
    SELECT 'official_mentions', report_id, span_start, span_end, quote
    FROM official_mentions
    UNION ALL
    SELECT 'institution_mentions', report_id, span_start, span_end, quote
    FROM institution_mentions
)

SELECT
    record.table_name,
    record.report_id,
    line.line,
    record.quote
FROM records AS record
JOIN report_lines AS line USING (report_id)
WHERE line.kind = 'furniture'
    AND record.span_start < line.span_end
    AND line.span_start < record.span_end
ORDER BY ALL
