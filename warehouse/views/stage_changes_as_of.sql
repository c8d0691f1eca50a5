-- question: How has each commitment moved from stage to stage, by what had been published by day d?
-- grain: One row a change of stage; a new cycle is a change too.
-- needs: mentions_as_of
-- macro: stage_changes_as_of(d)
-- rule: This file is the rule by which stages move.
--   An act counts on the day it happened, else on the day its report (of a wire copy, the original) was
--   published; what has neither, what is only reaffirmed, and background without a day of its own, counts
--   on none (mentions_as_of).
--   Acts count in the order of their days; those of one day in the order of `ladder` below, with stalled
--   and withdrawn last. A month or a year stands at its first day, unless the same act is also
--   told with a finer date inside it: then that one counts and the coarser is left out.
--   An act moves the commitment up the ladder from proposed to fulfilled, never down. stalled and
--   withdrawn move it wherever it stands. After stalled, any other act takes it back to the highest step
--   of its cycle; after withdrawn (though it was told to be stalled since), any other act opens a new
--   cycle, which starts from that act.
--   A renewable commitment that was signed opens a new cycle, too, when it is signed again more than 90
--   days after the last signing, or when anything follows its lapse (stalled after the signing).
-- columns:
--   commitment_id: The commitment.
--   position: Number of the change in the history of the commitment, from 1.
--   changed_on: The day of the act that changed the stage.
--   changed_precision: How fine changed_on is: day, month or year.
--   from_stage: The stage before; null for the first.
--   stage: The stage since.
--   cycle: Number of the cycle, from 1; further ones after a withdrawal, a lapse or a renewal.
--   mention_id: The mention that the change rests on.
--   report_id: The report that tells it.
--   quote: The words that tell it.
WITH ladder AS (
    SELECT step, stage, step > 5 AS is_stop
    FROM (
        VALUES
            (1, 'proposed'), (2, 'agreed'), (3, 'signed'), (4, 'in_progress'), (5, 'fulfilled'),
            (6, 'stalled'), (7, 'withdrawn')
    ) AS steps (step, stage)
),

dated_acts AS (
    SELECT DISTINCT
        commitment_id,
        stage,
        counts_on AS acted_on,
        counts_precision AS precision
    FROM mentions_as_of(d)
    WHERE counts_on IS NOT NULL
),

told_with_a_finer_date AS (
    SELECT commitment_id, stage, date_trunc('month', acted_on)::DATE AS acted_on, 'month' AS precision
    FROM dated_acts
    WHERE precision = 'day'
    UNION
    SELECT commitment_id, stage, date_trunc('year', acted_on)::DATE AS acted_on, 'year' AS precision
    FROM dated_acts
    WHERE precision IN ('day', 'month')
),

acts AS (
    SELECT
        act.commitment_id,
        act.stage,
        act.acted_on,
        act.precision,
        ladder.step,
        ladder.is_stop,
        commitment.renewable
    FROM dated_acts AS act
    ANTI JOIN told_with_a_finer_date USING (commitment_id, stage, acted_on, precision)
    JOIN ladder USING (stage)
    JOIN commitments AS commitment USING (commitment_id)
),

acts_with_what_came_before AS (
    SELECT
        *,
        count(*) FILTER (WHERE stage = 'withdrawn') OVER earlier AS n_withdrawn,
        NOT is_stop AND coalesce(lag(is_stop) OVER in_time, FALSE) AS resumes,
        count(*) FILTER (WHERE stage = 'signed') OVER earlier AS n_signed,
        max(acted_on) FILTER (WHERE stage = 'signed') OVER earlier AS last_signed_on
    FROM acts
    WINDOW
        in_time AS (PARTITION BY commitment_id ORDER BY acted_on, step),
        earlier AS (
            PARTITION BY commitment_id ORDER BY acted_on, step
            ROWS BETWEEN UNBOUNDED PRECEDING AND 1 PRECEDING
        )
),

acts_since_the_last_signing AS (
    SELECT
        *,
        max(n_withdrawn) FILTER (WHERE NOT is_stop) OVER (
            PARTITION BY commitment_id ORDER BY acted_on, step
            ROWS BETWEEN UNBOUNDED PRECEDING AND 1 PRECEDING
        ) AS n_withdrawn_before,
        count(*) FILTER (WHERE resumes) OVER (
            PARTITION BY commitment_id, n_signed ORDER BY acted_on, step
            ROWS BETWEEN UNBOUNDED PRECEDING AND 1 PRECEDING
        ) AS n_resumed
    FROM acts_with_what_came_before
),

acts_that_open_cycles AS (
    SELECT
        *,
        (resumes AND n_withdrawn > coalesce(n_withdrawn_before, 0))
        OR (
            renewable
            AND n_signed > 0
            AND n_resumed = 0
            AND (resumes OR (stage = 'signed' AND acted_on > last_signed_on + 90))
        ) AS opens_cycle
    FROM acts_since_the_last_signing
),

acts_in_cycles AS (
    SELECT
        *,
        1 + count(*) FILTER (WHERE opens_cycle) OVER (
            PARTITION BY commitment_id ORDER BY acted_on, step
        ) AS cycle
    FROM acts_that_open_cycles
),

highest_steps AS (
    SELECT
        *,
        max(step) FILTER (WHERE NOT is_stop) OVER (
            PARTITION BY commitment_id, cycle ORDER BY acted_on, step
        ) AS highest_step
    FROM acts_in_cycles
),

standings AS (
    SELECT
        act.*,
        standing.stage AS standing
    FROM highest_steps AS act
    JOIN ladder AS standing
        ON standing.step = CASE WHEN act.is_stop THEN act.step ELSE act.highest_step END
),

standings_with_the_one_before AS (
    SELECT
        *,
        lag(standing) OVER (PARTITION BY commitment_id ORDER BY acted_on, step) AS standing_before
    FROM standings
),

changes AS (
    SELECT
        *,
        row_number() OVER (PARTITION BY commitment_id ORDER BY acted_on, step) AS position
    FROM standings_with_the_one_before
    WHERE standing IS DISTINCT FROM standing_before OR opens_cycle
),

tellings_of_changes AS (
    SELECT
        change.*,
        telling.mention_id,
        telling.report_id
    FROM changes AS change
    JOIN mentions_as_of(d) AS telling
        ON telling.commitment_id = change.commitment_id
        AND telling.counts_on = change.acted_on
        AND telling.stage = change.stage
    QUALIFY row_number() OVER (
        PARTITION BY change.commitment_id, change.position
        ORDER BY
            telling.counts_precision = change.precision DESC,
            telling.is_background,
            telling.is_original DESC,
            telling.published_on,
            telling.mention_id
    ) = 1
)

SELECT
    change.commitment_id,
    change.position,
    change.acted_on AS changed_on,
    change.precision AS changed_precision,
    change.standing_before AS from_stage,
    change.standing AS stage,
    change.cycle,
    change.mention_id,
    change.report_id,
    mention.quote
FROM tellings_of_changes AS change
JOIN commitment_mentions AS mention USING (mention_id)
ORDER BY change.commitment_id, change.position
