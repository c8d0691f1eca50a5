-- vi: Cam kết nào đã quá hạn mà chưa hoàn thành?
-- en: Which commitments are overdue?
SELECT commitment_id, name_vi, due_on, due_precision, current_stage, last_reported_on
FROM commitment_status
WHERE is_overdue
ORDER BY due_on, commitment_id
