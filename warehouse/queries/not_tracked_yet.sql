-- vi: Những việc cụ thể nào được nói tới mà chưa ai theo dõi?
-- en: Which certain things are spoken of that nobody tracks yet?
SELECT candidate_id, label, kind, stages, n_independent, first_reported_on, last_reported_on, quote
FROM emerging_commitments
ORDER BY n_independent DESC, last_reported_on DESC NULLS LAST, candidate_id
