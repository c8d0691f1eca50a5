-- wrong: The words at the span of a record are not its quote (where no text is kept, none are missed).
-- grain: One row a record.
-- columns:
--   table_name: The table that holds the record.
--   report_id: The report.
--   span_start: Where the span begins.
--   span_end: Where it ends.
--   quote: What the record quotes.
--   cut: What stands there.
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
    record.span_start,
    record.span_end,
    record.quote,
    substring(told.text, record.span_start + 1, record.span_end - record.span_start) AS cut
FROM records AS record
JOIN report_texts AS told USING (report_id)
WHERE cut IS DISTINCT FROM record.quote
ORDER BY ALL
