-- wrong: A document has not just one current version, or a version gives way to another document's.
-- grain: One row a document.
-- columns:
--   document_id: The document.
--   n_current: How many of its versions are current.
--   n_astray: How many are superseded by a version of another document, or by none there is.
SELECT
    version.document_id,
    count(*) FILTER (WHERE version.superseded_by IS NULL) AS n_current,
    count(*) FILTER (
        WHERE version.superseded_by IS NOT NULL
            AND newer.document_id IS DISTINCT FROM version.document_id
    ) AS n_astray
FROM reports AS version
LEFT JOIN reports AS newer ON newer.report_id = version.superseded_by
GROUP BY version.document_id
HAVING n_current <> 1 OR n_astray > 0
ORDER BY version.document_id
