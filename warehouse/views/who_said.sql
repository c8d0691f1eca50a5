-- question: Who has spoken of which commitment, for which side, and what did they say last?
-- grain: One row an official, commitment and stage.
-- columns:
--   official_id: The official.
--   name: The official's canonical name.
--   country: Country of the office.
--   commitment_id: The commitment.
--   name_vi: Its name in Vietnamese.
--   name_en: Its name in English.
--   stage: What the official's words report.
--   side: Who commits or asks in the last of these words: vn, kr or both.
--   n_reports: Number of reports that tell it.
--   n_independent: The same, wire copies of one text counted once.
--   first_told_on: Day of publication of the first.
--   last_told_on: Day of publication of the last.
--   report_id: The last report.
--   quote: Its words.
--   role: The official's post as that report writes it.
WITH sayings AS (
    SELECT
        mention.speaker_id,
        mention.commitment_id,
        mention.stage,
        mention.side,
        mention.report_id,
        mention.quote,
        report.published_on,
        report.cluster_id,
        row_number() OVER (
            PARTITION BY mention.speaker_id, mention.commitment_id, mention.stage
            ORDER BY report.published_on DESC NULLS LAST, report.is_original DESC, mention.mention_id
        ) AS place
    FROM commitment_mentions AS mention
    JOIN reports AS report USING (report_id)
    WHERE report.superseded_by IS NULL
        AND mention.speaker_id IS NOT NULL
),

counts AS (
    SELECT
        speaker_id,
        commitment_id,
        stage,
        count(DISTINCT report_id) AS n_reports,
        count(DISTINCT cluster_id) AS n_independent,
        min(published_on) AS first_told_on,
        max(published_on) AS last_told_on
    FROM sayings
    GROUP BY speaker_id, commitment_id, stage
)

SELECT
    official.official_id,
    official.name,
    official.country,
    said.commitment_id,
    commitment.name_vi,
    commitment.name_en,
    said.stage,
    last_said.side,
    said.n_reports,
    said.n_independent,
    said.first_told_on,
    said.last_told_on,
    last_said.report_id,
    last_said.quote,
    naming.role
FROM counts AS said
JOIN sayings AS last_said USING (speaker_id, commitment_id, stage)
JOIN officials AS official ON official.official_id = said.speaker_id
JOIN commitments AS commitment ON commitment.commitment_id = said.commitment_id
LEFT JOIN official_mentions AS naming
    ON naming.report_id = last_said.report_id AND naming.official_id = said.speaker_id
WHERE last_said.place = 1
ORDER BY official.name, said.commitment_id, said.stage
