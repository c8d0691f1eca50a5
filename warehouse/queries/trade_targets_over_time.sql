-- vi: Mục tiêu kim ngạch thương mại song phương thay đổi ra sao: bao nhiêu tỷ, đến năm nào, báo nào nói?
-- en: How has the target for two-way trade changed: how many billions, by which year, told by whom?
SELECT told_on, value / 1e9 AS billions, currency, due_year, qualifier, flag, outlet, quote
FROM target_history
WHERE metric = 'bilateral_trade'
    AND is_first
ORDER BY told_on NULLS LAST, value, due_year
