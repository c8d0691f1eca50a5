-- vi: Những ngày nào hai bên ký từ ba văn kiện trở lên, gồm những văn kiện gì?
-- en: On which days did the two sides sign three documents or more, and which?
SELECT
    signed_on,
    count(*) AS n_documents,
    string_agg(title, '; ' ORDER BY title) AS titles
FROM agreement_ledger
WHERE signed_precision = 'day'
GROUP BY signed_on
HAVING count(*) >= 3
ORDER BY signed_on DESC
