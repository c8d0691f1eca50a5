-- question: Who met whom, when and where?
-- grain: One row a meeting that the current version of a report tells of; the latest first.
-- columns:
--   meeting_id: The meeting.
--   held_on: Day on which it was held; null where not known.
--   held_precision: How fine held_on is: day, month or year.
--   kind: What sort of meeting it was.
--   place: Where it was held.
--   participants: Names of those who took part, separated by '; '.
--   n_reports: Number of reports that tell of it.
--   n_independent: The same, wire copies of one text counted once.
--   report_id: The first report that tells of it.
--   quote: Its words.
--   outlet: Its outlet.
--   url: Its address.
WITH tellings AS (
    SELECT
        mention.*,
        report.published_on,
        report.outlet,
        report.url,
        report.cluster_id,
        row_number() OVER (
            PARTITION BY mention.meeting_id
            ORDER BY report.published_on NULLS LAST, report.is_original DESC, mention.meeting_mention_id
        ) AS place_in_order
    FROM meeting_mentions AS mention
    JOIN reports AS report USING (report_id)
    WHERE report.superseded_by IS NULL
),

told AS (
    SELECT
        meeting_id,
        count(DISTINCT report_id) AS n_reports,
        count(DISTINCT cluster_id) AS n_independent
    FROM tellings
    GROUP BY meeting_id
),

participants AS (
    SELECT
        telling.meeting_id,
        string_agg(DISTINCT participant.name, '; ' ORDER BY participant.name) AS names
    FROM tellings AS telling
    JOIN meeting_participants AS participant USING (meeting_mention_id)
    GROUP BY telling.meeting_id
)

SELECT
    meeting.meeting_id,
    meeting.held_on,
    meeting.held_precision,
    meeting.kind,
    meeting.place,
    participants.names AS participants,
    told.n_reports,
    told.n_independent,
    telling.report_id,
    telling.quote,
    telling.outlet,
    telling.url
FROM meetings AS meeting
JOIN told USING (meeting_id)
JOIN tellings AS telling ON telling.meeting_id = meeting.meeting_id AND telling.place_in_order = 1
LEFT JOIN participants ON participants.meeting_id = meeting.meeting_id
ORDER BY meeting.held_on DESC NULLS LAST, meeting.meeting_id
