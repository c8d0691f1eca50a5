-- wrong: A cluster of wire copies has two originals, or reports and report_clusters differ.
-- grain: One row a cluster.
-- columns:
--   cluster_id: The cluster.
--   n_originals: How many of its reports are marked as the original.
--   n_differing: How many of its rows in report_clusters do not agree with reports.
WITH clusters AS (
    SELECT
        cluster_id,
        count(*) FILTER (WHERE is_original) AS n_originals
    FROM reports
    GROUP BY cluster_id
),

differing AS (
    SELECT
        part.cluster_id,
        count(*) AS n_differing
    FROM report_clusters AS part
    JOIN reports AS report USING (report_id)
    WHERE report.cluster_id <> part.cluster_id
        OR report.is_original <> part.is_original
    GROUP BY part.cluster_id
)

SELECT
    cluster_id,
    clusters.n_originals,
    coalesce(differing.n_differing, 0) AS n_differing
FROM clusters
LEFT JOIN differing USING (cluster_id)
WHERE clusters.n_originals > 1
    OR differing.n_differing > 0
ORDER BY cluster_id
