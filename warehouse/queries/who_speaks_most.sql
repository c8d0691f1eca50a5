-- vi: Quan chức nào được dẫn lời nhiều nhất về các cam kết, và nói về những cam kết nào?
-- en: Which officials are quoted most on commitments, and on which?
SELECT
    name,
    country,
    sum(n_reports)::BIGINT AS n_reports,
    string_agg(DISTINCT commitment_id, ', ' ORDER BY commitment_id) AS commitments
FROM who_said
GROUP BY name, country
ORDER BY n_reports DESC, name
LIMIT 20
