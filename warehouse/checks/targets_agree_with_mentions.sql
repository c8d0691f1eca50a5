-- wrong: A mention of a target tells another metric, value, currency or due year than its target.
-- grain: One row a mention.
-- columns:
--   target_mention_id: The mention.
--   target_id: The target.
--   told: What the mention tells.
--   target: What the target is.
SELECT
    mention.target_mention_id,
    mention.target_id,
    concat_ws(' ', mention.metric, mention.value, mention.currency, mention.due_year) AS told,
    concat_ws(' ', target.metric, target.value, target.currency, target.due_year) AS target
FROM target_mentions AS mention
JOIN targets AS target USING (target_id)
WHERE mention.metric IS DISTINCT FROM target.metric
    OR mention.value IS DISTINCT FROM target.value
    OR mention.currency IS DISTINCT FROM target.currency
    OR mention.due_year IS DISTINCT FROM target.due_year
ORDER BY mention.target_mention_id
