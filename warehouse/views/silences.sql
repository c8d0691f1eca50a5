-- question: Which commitments has nobody mentioned for long, in how many reports that could have done so?
-- grain: One row a commitment that is neither fulfilled nor withdrawn; the longest silence first.
-- needs: commitment_status
-- rule: A report could have mentioned a commitment where it tells of another one of the same sector.
--   The silence runs from the last report that mentions the commitment to the latest report of all.
-- columns:
--   commitment_id: The commitment.
--   name_vi: Its name in Vietnamese.
--   name_en: Its name in English.
--   sector: The field it belongs to.
--   current_stage: The stage it stands at.
--   last_reported_on: Day of publication of the last report that mentions it.
--   silent_days: Days since then.
--   n_silent_reports: Reports published since then that could have mentioned it and did not.
--   n_relevant_reports: Reports of the sector since its first report: those that mentioned it and those
--     that could have.
--   n_reports: Number of reports that mention it.
WITH reports_of_sectors AS (
    SELECT DISTINCT
        commitment.sector,
        report.report_id,
        report.published_on
    FROM commitment_mentions AS mention
    JOIN commitments AS commitment USING (commitment_id)
    JOIN reports AS report USING (report_id)
    WHERE report.superseded_by IS NULL
        AND report.published_on IS NOT NULL
),

reports_a_day AS (
    SELECT
        sector,
        published_on,
        count(*) AS n_reports
    FROM reports_of_sectors
    GROUP BY sector, published_on
),

relevant AS (
    SELECT
        status.commitment_id,
        coalesce(sum(day.n_reports) FILTER (WHERE day.published_on > status.last_reported_on), 0)::BIGINT
            AS n_silent_reports,
        sum(day.n_reports)::BIGINT AS n_relevant_reports
    FROM commitment_status AS status
    JOIN reports_a_day AS day
        ON day.sector = status.sector
        AND day.published_on >= status.first_reported_on
    GROUP BY status.commitment_id
)

SELECT
    status.commitment_id,
    status.name_vi,
    status.name_en,
    status.sector,
    status.current_stage,
    status.last_reported_on,
    status.silent_days,
    relevant.n_silent_reports,
    relevant.n_relevant_reports,
    status.n_reports
FROM commitment_status AS status
JOIN relevant USING (commitment_id)
WHERE status.current_stage IS DISTINCT FROM 'fulfilled'
    AND status.current_stage IS DISTINCT FROM 'withdrawn'
ORDER BY status.silent_days DESC, status.commitment_id
