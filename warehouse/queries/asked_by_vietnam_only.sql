-- vi: Đề nghị nào của Việt Nam chưa thấy phía Hàn Quốc đáp lại?
-- en: Which requests of Viet Nam has the Korean side not answered in any report?
SELECT name_vi, current_stage, n_independent, first_told_on, last_told_on, quote
FROM one_sided
WHERE side = 'vn'
ORDER BY n_independent DESC, commitment_id
