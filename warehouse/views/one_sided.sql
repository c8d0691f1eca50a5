-- question: Which commitments does only one side push, so that nobody has heard the other side say yes?
-- grain: One row a commitment of which every act told so far is that of one side.
-- needs: commitment_status
-- columns:
--   commitment_id: The commitment.
--   name_vi: Its name in Vietnamese.
--   name_en: Its name in English.
--   side: The side that pushes it: vn or kr.
--   current_stage: The stage it stands at.
--   n_acts: Number of mentions in which that side acts.
--   n_reports: Number of reports that tell of them.
--   n_independent: The same, wire copies of one text counted once.
--   first_told_on: Day of publication of the first.
--   last_told_on: Day of publication of the last.
--   report_id: The last report.
--   quote: Its words.
WITH acts AS (
    SELECT
        mention.commitment_id,
        mention.side,
        mention.report_id,
        mention.quote,
        mention.mention_id,
        report.published_on,
        report.cluster_id
    FROM commitment_mentions AS mention
    JOIN reports AS report USING (report_id)
    WHERE report.superseded_by IS NULL
        AND mention.stage <> 'reaffirmed'
        AND mention.side IS NOT NULL
),

acts_of_one_side AS (
    SELECT
        commitment_id,
        min(side) AS side,
        count(*) AS n_acts,
        count(DISTINCT report_id) AS n_reports,
        count(DISTINCT cluster_id) AS n_independent,
        min(published_on) AS first_told_on,
        max(published_on) AS last_told_on,
        first(report_id ORDER BY published_on DESC NULLS LAST, mention_id) AS report_id,
        first(quote ORDER BY published_on DESC NULLS LAST, mention_id) AS quote
    FROM acts
    GROUP BY commitment_id
    HAVING min(side) = max(side) AND min(side) <> 'both'
)

SELECT
    act.commitment_id,
    status.name_vi,
    status.name_en,
    act.side,
    status.current_stage,
    act.n_acts,
    act.n_reports,
    act.n_independent,
    act.first_told_on,
    act.last_told_on,
    act.report_id,
    act.quote
FROM acts_of_one_side AS act
JOIN commitment_status AS status USING (commitment_id)
ORDER BY act.n_independent DESC, act.commitment_id
