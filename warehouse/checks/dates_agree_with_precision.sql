-- wrong: A date stands without its precision, or the other way round, or is not the first day of its period.
-- grain: One row a date.
-- columns:
--   table_name: The table that holds it.
--   id: The key of its row.
--   date_column: The column that holds it.
--   on_day: The date.
--   precision: Its precision.
WITH dates AS (
    SELECT 'reports' AS table_name, report_id AS id, 'published_on' AS date_column, published_on AS on_day,
        published_precision AS precision
    FROM reports
    UNION ALL
    SELECT 'commitments', commitment_id, 'due_on', due_on, due_precision
    FROM commitments
    UNION ALL
    SELECT 'commitment_mentions', mention_id, 'acted_on', acted_on, acted_precision
    FROM commitment_mentions
    UNION ALL
    SELECT 'agreements', agreement_id, 'signed_on', signed_on, signed_precision
    FROM agreements
    UNION ALL
    SELECT 'agreement_mentions', agreement_mention_id, 'signed_on', signed_on, signed_precision
    FROM agreement_mentions
    UNION ALL
    SELECT 'meetings', meeting_id, 'held_on', held_on, held_precision
    FROM meetings
    UNION ALL
    SELECT 'meeting_mentions', meeting_mention_id, 'held_on', held_on, held_precision
    FROM meeting_mentions
)

SELECT table_name, id, date_column, on_day, precision
FROM dates
WHERE (on_day IS NULL) <> (precision IS NULL)
    OR precision NOT IN ('day', 'month', 'year')
    OR (precision IN ('month', 'year') AND date_trunc(precision, on_day) <> on_day)
ORDER BY ALL
