-- question: Which reports contradict each other: on a stage, a date, a due year or a party?
-- grain: One row a thing told about and pair of claims that cannot both be right; each claim with the
--   first report that makes it.
-- needs: mentions_as_of
-- rule: Stages contradict where, of one day, one report tells that a commitment is stalled or withdrawn and
--   another that it was agreed, signed, under way or fulfilled. Dates contradict where neither lies in
--   the other (11 August 2025 lies in August 2025). Due years contradict where one target is told with
--   two. Parties contradict where one commitment was signed on one day by different bodies.
-- columns:
--   about: What they disagree on: stage, signed_on, held_on, due_year or party.
--   subject_id: The commitment (stage, party), agreement (signed_on), meeting (held_on) or metric, value
--     and currency (due_year) that they tell of.
--   setting: The day (stage), or the kind of document and the day (party), that both tell of; else empty.
--   one_says: What one report says.
--   one_report_id: That report.
--   one_quote: Its words.
--   other_says: What another says.
--   other_report_id: That report.
--   other_quote: Its words.
WITH current_reports AS (
    SELECT report_id, published_on, is_original
    FROM reports
    WHERE superseded_by IS NULL
),

stages AS (
    SELECT
        'stage' AS about,
        mention.commitment_id AS subject_id,
        telling.counts_on::VARCHAR AS setting,
        CASE WHEN mention.stage IN ('stalled', 'withdrawn') THEN 'stopped' ELSE 'going' END AS claim,
        mention.stage AS says,
        mention.report_id,
        mention.quote
    FROM mentions_as_of(NULL::DATE) AS telling
    JOIN commitment_mentions AS mention USING (mention_id)
    WHERE telling.stage <> 'proposed'
        AND telling.counts_precision = 'day'
),

signing_days AS (
    SELECT
        'signed_on' AS about,
        agreement_id AS subject_id,
        '' AS setting,
        left(
            signed_on::VARCHAR,
            CASE signed_precision WHEN 'day' THEN 10 WHEN 'month' THEN 7 ELSE 4 END
        ) AS claim,
        claim AS says,
        report_id,
        quote
    FROM agreement_mentions
    WHERE signed_on IS NOT NULL
),

meeting_days AS (
    SELECT
        'held_on' AS about,
        meeting_id AS subject_id,
        '' AS setting,
        left(
            held_on::VARCHAR,
            CASE held_precision WHEN 'day' THEN 10 WHEN 'month' THEN 7 ELSE 4 END
        ) AS claim,
        claim AS says,
        report_id,
        quote
    FROM meeting_mentions
    WHERE held_on IS NOT NULL
),

due_years AS (
    SELECT
        'due_year' AS about,
        concat_ws(' ', metric, printf('%.0f', value), currency) AS subject_id,
        '' AS setting,
        due_year::VARCHAR AS claim,
        claim AS says,
        report_id,
        quote
    FROM target_mentions
    WHERE due_year IS NOT NULL
        AND value IS NOT NULL
),

parties AS (
    SELECT
        'party' AS about,
        agreement.commitment_id AS subject_id,
        agreement.kind || ' ' || agreement.signed_on::VARCHAR AS setting,
        concat_ws(' – ', party_vn.name, party_kr.name) AS claim,
        claim AS says,
        mention.report_id,
        mention.quote
    FROM agreements AS agreement
    JOIN agreement_mentions AS mention USING (agreement_id)
    JOIN institutions AS party_vn ON party_vn.institution_id = agreement.party_vn_id
    JOIN institutions AS party_kr ON party_kr.institution_id = agreement.party_kr_id
    WHERE agreement.commitment_id IS NOT NULL
        AND agreement.signed_precision = 'day'
),

claims AS (
    FROM stages
    UNION ALL
    FROM signing_days
    UNION ALL
    FROM meeting_days
    UNION ALL
    FROM due_years
    UNION ALL
    FROM parties
),

first_tellings AS (
    SELECT claim.*
    FROM claims AS claim
    JOIN current_reports AS report USING (report_id)
    QUALIFY row_number() OVER (
        PARTITION BY claim.about, claim.subject_id, claim.setting, claim.claim
        ORDER BY report.published_on NULLS LAST, report.is_original DESC, claim.report_id, claim.quote
    ) = 1
)

SELECT
    one.about,
    one.subject_id,
    one.setting,
    one.says AS one_says,
    one.report_id AS one_report_id,
    one.quote AS one_quote,
    other.says AS other_says,
    other.report_id AS other_report_id,
    other.quote AS other_quote
FROM first_tellings AS one
JOIN first_tellings AS other USING (about, subject_id, setting)
WHERE one.claim < other.claim
    AND NOT starts_with(other.claim, one.claim)
    AND one.report_id <> other.report_id
ORDER BY one.about, one.subject_id, one.setting, one.claim, other.claim
