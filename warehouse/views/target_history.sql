-- question: How have the targets changed: from which value and due year to which, told when and by whom?
-- grain: One row a target in the current version of a report, each metric and currency in the order of telling.
-- columns:
--   metric: What is counted.
--   currency: ISO 4217 code; null for heads and where not told.
--   told_on: Day of publication of the report; null where not known.
--   value: The quantity as told, in whole units of the currency or in heads.
--   value_max: The upper end, where a range is told.
--   due_year: The year by which it is to be reached, as told.
--   qualifier: Words such as about, over, at least.
--   flag: What is odd about it, such as a misprint or a missing currency.
--   is_first: Whether this report is the first to tell the target with this value and due year.
--   value_before: The value told just before for the same metric and currency.
--   due_year_before: The due year told just before for the same metric and currency.
--   commitment_id: The commitment that it is the target of.
--   quote: The words.
--   outlet: Outlet of the report.
--   title: Title of the report.
--   url: Address of the report.
--   is_original: False where the report is a wire copy of another one.
--   report_id: The report.
--   target_id: The target.
SELECT
    mention.metric,
    mention.currency,
    report.published_on AS told_on,
    mention.value,
    mention.value_max,
    mention.due_year,
    mention.qualifier,
    mention.flag,
    row_number() OVER (
        PARTITION BY mention.target_id
        ORDER BY report.published_on NULLS LAST, mention.target_mention_id
    ) = 1 AS is_first,
    lag(mention.value) OVER in_order_of_telling AS value_before,
    lag(mention.due_year) OVER in_order_of_telling AS due_year_before,
    target.commitment_id,
    mention.quote,
    report.outlet,
    report.title,
    report.url,
    report.is_original,
    mention.report_id,
    mention.target_id
FROM target_mentions AS mention
JOIN reports AS report USING (report_id)
JOIN targets AS target USING (target_id)
WHERE report.superseded_by IS NULL
WINDOW in_order_of_telling AS (
    PARTITION BY mention.metric, mention.currency
    ORDER BY
        report.published_on NULLS LAST,
        mention.value,
        mention.due_year NULLS LAST,
        mention.target_mention_id
)
ORDER BY
    mention.metric,
    mention.currency,
    told_on NULLS LAST,
    mention.value,
    mention.due_year NULLS LAST,
    mention.target_mention_id
