-- vi: Vào cuối năm 2024, theo những tin đã đăng tới lúc đó, mỗi cam kết ở giai đoạn nào, và nay ở đâu?
-- en: Where did each commitment stand at the end of 2024, by what had been published then, and where now?
SELECT
    now.commitment_id,
    now.name_vi,
    past.current_stage AS stage_then,
    now.current_stage AS stage_now
FROM commitment_status AS now
LEFT JOIN as_of(DATE '2024-12-31') AS past USING (commitment_id)
WHERE past.current_stage IS DISTINCT FROM now.current_stage
ORDER BY now.commitment_id
