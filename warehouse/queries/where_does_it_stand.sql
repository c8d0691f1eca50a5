-- vi: Từng cam kết đang ở giai đoạn nào, từ khi nào, và báo nào viết như vậy bằng lời gì?
-- en: Where does each commitment stand, since when, and which report says so in which words?
SELECT name_vi, current_stage, stage_basis, since_on, outlet, quote
FROM commitment_status
ORDER BY since_on DESC NULLS LAST, commitment_id
