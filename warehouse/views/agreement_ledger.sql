-- question: Which documents stand between the two sides: between whom, signed when, told by how many reports?
-- grain: One row an instrument that the current version of a report tells of.
-- columns:
--   agreement_id: The instrument.
--   kind: What sort of document it is.
--   title: Its title.
--   commitment_id: The commitment that it is, or that it carries out.
--   party_vn: The Vietnamese party, by its canonical name where known, else as written.
--   party_kr: The Korean party, likewise.
--   level: What the parties are: state, ministry, agency, province, company or university.
--   standing: signed (exchanged, handed over, or referenced with its day of signing), amended, initialled,
--     planned or referenced: the furthest that a report tells.
--   signed_on: Day of signing; null where no report gives it.
--   signed_precision: How fine signed_on is: day, month or year.
--   first_reported_on: Day of publication of the first report that tells of it.
--   last_reported_on: Day of publication of the last one.
--   n_reports: Number of reports that tell of it.
--   n_independent: The same, wire copies of one text counted once.
--   report_id: The report that gives the evidence for standing.
--   quote: Its words.
--   outlet: Its outlet.
--   url: Its address.
WITH standings AS (
    SELECT act, place, standing
    FROM (
        VALUES
            ('signed', 1, 'signed'), ('exchanged', 2, 'signed'), ('handed_over', 3, 'signed'),
            ('amended', 4, 'amended'), ('initialled', 5, 'initialled'), ('planned', 6, 'planned'),
            ('referenced', 7, 'referenced')
    ) AS acts (act, place, standing)
),

tellings AS (
    SELECT
        mention.*,
        report.published_on,
        report.outlet,
        report.url,
        report.is_original,
        report.cluster_id
    FROM agreement_mentions AS mention
    JOIN reports AS report USING (report_id)
    WHERE report.superseded_by IS NULL
),

told AS (
    SELECT
        agreement_id,
        min(published_on) AS first_reported_on,
        max(published_on) AS last_reported_on,
        count(DISTINCT report_id) AS n_reports,
        count(DISTINCT cluster_id) AS n_independent,
        arg_min(party_vn, agreement_mention_id) FILTER (WHERE party_vn IS NOT NULL) AS party_vn_as_written,
        arg_min(party_kr, agreement_mention_id) FILTER (WHERE party_kr IS NOT NULL) AS party_kr_as_written,
        mode(level ORDER BY level) AS level
    FROM tellings
    GROUP BY agreement_id
),

evidence AS (
    SELECT
        telling.agreement_id,
        standing.standing,
        telling.report_id,
        telling.quote,
        telling.outlet,
        telling.url
    FROM tellings AS telling
    JOIN standings AS standing USING (act)
    QUALIFY row_number() OVER (
        PARTITION BY telling.agreement_id
        ORDER BY
            standing.place,
            telling.is_original DESC,
            telling.published_on NULLS LAST,
            telling.agreement_mention_id
    ) = 1
)

SELECT
    agreement.agreement_id,
    agreement.kind,
    agreement.title,
    agreement.commitment_id,
    coalesce(party_vn.name, told.party_vn_as_written) AS party_vn,
    coalesce(party_kr.name, told.party_kr_as_written) AS party_kr,
    told.level,
    CASE
        WHEN evidence.standing = 'referenced' AND agreement.signed_on IS NOT NULL THEN 'signed'
        ELSE evidence.standing
    END AS standing,
    agreement.signed_on,
    agreement.signed_precision,
    told.first_reported_on,
    told.last_reported_on,
    told.n_reports,
    told.n_independent,
    evidence.report_id,
    evidence.quote,
    evidence.outlet,
    evidence.url
FROM agreements AS agreement
JOIN told USING (agreement_id)
JOIN evidence USING (agreement_id)
LEFT JOIN institutions AS party_vn ON party_vn.institution_id = agreement.party_vn_id
LEFT JOIN institutions AS party_kr ON party_kr.institution_id = agreement.party_kr_id
ORDER BY agreement.signed_on NULLS LAST, agreement.agreement_id
