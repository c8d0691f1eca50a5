-- vi: Tìm những câu nhắc tới "lao động" hay "LAO ĐỘNG" khi chỉ gõ không dấu "lao dong".
-- en: Find the sentences that speak of "lao động", typed without accents as "lao dong".
SELECT commitment_id, told_on, outlet, quote
FROM commitment_timeline
WHERE strip_accents(replace(lower(quote), 'đ', 'd')) LIKE '%lao dong%'
ORDER BY told_on DESC NULLS LAST, mention_id
