-- wrong: Two rows of a table share a key.
-- grain: One row a key that stands more than once.
-- columns:
--   table_name: The table.
--   id: The key.
--   n_rows: How many rows share it.
SELECT 'reports' AS table_name, report_id AS id, count(*) AS n_rows
FROM reports
GROUP BY report_id
HAVING count(*) > 1
UNION ALL
SELECT 'report_texts', report_id, count(*)
FROM report_texts
GROUP BY report_id
HAVING count(*) > 1
UNION ALL
SELECT 'report_lines', concat_ws(' ', report_id, line), count(*)
FROM report_lines
GROUP BY report_id, line
HAVING count(*) > 1
UNION ALL
SELECT 'report_clusters', concat_ws(' ', cluster_id, report_id), count(*)
FROM report_clusters
GROUP BY cluster_id, report_id
HAVING count(*) > 1
UNION ALL
SELECT 'commitments', commitment_id, count(*)
FROM commitments
GROUP BY commitment_id
HAVING count(*) > 1
UNION ALL
SELECT 'institutions', institution_id, count(*)
FROM institutions
GROUP BY institution_id
HAVING count(*) > 1
UNION ALL
SELECT 'officials', official_id, count(*)
FROM officials
GROUP BY official_id
HAVING count(*) > 1
UNION ALL
SELECT 'commitment_mentions', mention_id, count(*)
FROM commitment_mentions
GROUP BY mention_id
HAVING count(*) > 1
UNION ALL
SELECT 'commitment_candidates', concat_ws(' ', candidate_id, report_id), count(*)
FROM commitment_candidates
GROUP BY candidate_id, report_id
HAVING count(*) > 1
UNION ALL
SELECT 'agreements', agreement_id, count(*)
FROM agreements
GROUP BY agreement_id
HAVING count(*) > 1
UNION ALL
SELECT 'agreement_mentions', agreement_mention_id, count(*)
FROM agreement_mentions
GROUP BY agreement_mention_id
HAVING count(*) > 1
UNION ALL
SELECT 'targets', target_id, count(*)
FROM targets
GROUP BY target_id
HAVING count(*) > 1
UNION ALL
SELECT 'target_mentions', target_mention_id, count(*)
FROM target_mentions
GROUP BY target_mention_id
HAVING count(*) > 1
UNION ALL
SELECT 'meetings', meeting_id, count(*)
FROM meetings
GROUP BY meeting_id
HAVING count(*) > 1
UNION ALL
SELECT 'meeting_mentions', meeting_mention_id, count(*)
FROM meeting_mentions
GROUP BY meeting_mention_id
HAVING count(*) > 1
UNION ALL
SELECT 'meeting_participants', concat_ws(' ', meeting_mention_id, official_id), count(*)
FROM meeting_participants
GROUP BY meeting_mention_id, official_id
HAVING count(*) > 1
UNION ALL
SELECT 'official_mentions', concat_ws(' ', report_id, official_id), count(*)
FROM official_mentions
GROUP BY report_id, official_id
HAVING count(*) > 1
UNION ALL
SELECT 'institution_mentions', concat_ws(' ', report_id, institution_id), count(*)
FROM institution_mentions
GROUP BY report_id, institution_id
HAVING count(*) > 1
UNION ALL
SELECT 'corrections', concat_ws(' ', record_id, column_name), count(*)
FROM corrections
GROUP BY record_id, column_name
HAVING count(*) > 1
ORDER BY ALL
