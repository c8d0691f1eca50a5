-- wrong: A row refers to one that is not there.
-- grain: One row a reference that leads nowhere.
-- columns:
--   table_name: The table that refers.
--   column_name: Its column.
--   id: The id that is not found.
SELECT 'reports' AS table_name, 'superseded_by' AS column_name, child.superseded_by AS id
FROM reports AS child
ANTI JOIN reports AS parent ON child.superseded_by = parent.report_id
WHERE child.superseded_by IS NOT NULL
UNION ALL
SELECT 'report_texts', 'report_id', child.report_id
FROM report_texts AS child
ANTI JOIN reports AS parent ON child.report_id = parent.report_id
WHERE child.report_id IS NOT NULL
UNION ALL
SELECT 'report_lines', 'report_id', child.report_id
FROM report_lines AS child
ANTI JOIN reports AS parent ON child.report_id = parent.report_id
WHERE child.report_id IS NOT NULL
UNION ALL
SELECT 'report_clusters', 'report_id', child.report_id
FROM report_clusters AS child
ANTI JOIN reports AS parent ON child.report_id = parent.report_id
WHERE child.report_id IS NOT NULL
UNION ALL
SELECT 'commitments', 'parent_id', child.parent_id
FROM commitments AS child
ANTI JOIN commitments AS parent ON child.parent_id = parent.commitment_id
WHERE child.parent_id IS NOT NULL
UNION ALL
SELECT 'commitment_mentions', 'report_id', child.report_id
FROM commitment_mentions AS child
ANTI JOIN reports AS parent ON child.report_id = parent.report_id
WHERE child.report_id IS NOT NULL
UNION ALL
SELECT 'commitment_mentions', 'commitment_id', child.commitment_id
FROM commitment_mentions AS child
ANTI JOIN commitments AS parent ON child.commitment_id = parent.commitment_id
WHERE child.commitment_id IS NOT NULL
UNION ALL
SELECT 'commitment_mentions', 'speaker_id', child.speaker_id
FROM commitment_mentions AS child
ANTI JOIN officials AS parent ON child.speaker_id = parent.official_id
WHERE child.speaker_id IS NOT NULL
UNION ALL
SELECT 'commitment_candidates', 'report_id', child.report_id
FROM commitment_candidates AS child
ANTI JOIN reports AS parent ON child.report_id = parent.report_id
WHERE child.report_id IS NOT NULL
UNION ALL
SELECT 'agreements', 'commitment_id', child.commitment_id
FROM agreements AS child
ANTI JOIN commitments AS parent ON child.commitment_id = parent.commitment_id
WHERE child.commitment_id IS NOT NULL
UNION ALL
SELECT 'agreements', 'party_vn_id', child.party_vn_id
FROM agreements AS child
ANTI JOIN institutions AS parent ON child.party_vn_id = parent.institution_id
WHERE child.party_vn_id IS NOT NULL
UNION ALL
SELECT 'agreements', 'party_kr_id', child.party_kr_id
FROM agreements AS child
ANTI JOIN institutions AS parent ON child.party_kr_id = parent.institution_id
WHERE child.party_kr_id IS NOT NULL
UNION ALL
SELECT 'agreement_mentions', 'report_id', child.report_id
FROM agreement_mentions AS child
ANTI JOIN reports AS parent ON child.report_id = parent.report_id
WHERE child.report_id IS NOT NULL
UNION ALL
SELECT 'agreement_mentions', 'agreement_id', child.agreement_id
FROM agreement_mentions AS child
ANTI JOIN agreements AS parent ON child.agreement_id = parent.agreement_id
WHERE child.agreement_id IS NOT NULL
UNION ALL
SELECT 'targets', 'commitment_id', child.commitment_id
FROM targets AS child
ANTI JOIN commitments AS parent ON child.commitment_id = parent.commitment_id
WHERE child.commitment_id IS NOT NULL
UNION ALL
SELECT 'target_mentions', 'report_id', child.report_id
FROM target_mentions AS child
ANTI JOIN reports AS parent ON child.report_id = parent.report_id
WHERE child.report_id IS NOT NULL
UNION ALL
SELECT 'target_mentions', 'target_id', child.target_id
FROM target_mentions AS child
ANTI JOIN targets AS parent ON child.target_id = parent.target_id
WHERE child.target_id IS NOT NULL
UNION ALL
SELECT 'meeting_mentions', 'report_id', child.report_id
FROM meeting_mentions AS child
ANTI JOIN reports AS parent ON child.report_id = parent.report_id
WHERE child.report_id IS NOT NULL
UNION ALL
SELECT 'meeting_mentions', 'meeting_id', child.meeting_id
FROM meeting_mentions AS child
ANTI JOIN meetings AS parent ON child.meeting_id = parent.meeting_id
WHERE child.meeting_id IS NOT NULL
UNION ALL
SELECT 'meeting_participants', 'meeting_mention_id', child.meeting_mention_id
FROM meeting_participants AS child
ANTI JOIN meeting_mentions AS parent ON child.meeting_mention_id = parent.meeting_mention_id
WHERE child.meeting_mention_id IS NOT NULL
UNION ALL
SELECT 'meeting_participants', 'official_id', child.official_id
FROM meeting_participants AS child
ANTI JOIN officials AS parent ON child.official_id = parent.official_id
WHERE child.official_id IS NOT NULL
UNION ALL
SELECT 'official_mentions', 'report_id', child.report_id
FROM official_mentions AS child
ANTI JOIN reports AS parent ON child.report_id = parent.report_id
WHERE child.report_id IS NOT NULL
UNION ALL
SELECT 'official_mentions', 'official_id', child.official_id
FROM official_mentions AS child
ANTI JOIN officials AS parent ON child.official_id = parent.official_id
WHERE child.official_id IS NOT NULL
UNION ALL
SELECT 'institution_mentions', 'report_id', child.report_id
FROM institution_mentions AS child
ANTI JOIN reports AS parent ON child.report_id = parent.report_id
WHERE child.report_id IS NOT NULL
UNION ALL
SELECT 'institution_mentions', 'institution_id', child.institution_id
FROM institution_mentions AS child
ANTI JOIN institutions AS parent ON child.institution_id = parent.institution_id
WHERE child.institution_id IS NOT NULL
ORDER BY ALL
