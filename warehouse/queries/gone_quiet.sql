-- vi: Cam kết nào lâu nay không báo nào nhắc tới, dù nhiều tin cùng lĩnh vực lẽ ra có thể nhắc?
-- en: Which commitments has nobody mentioned for half a year, though reports of their sector could have?
SELECT commitment_id, name_vi, current_stage, last_reported_on, silent_days, n_silent_reports, n_relevant_reports
FROM silences
WHERE silent_days > 180
    AND n_silent_reports > 0
ORDER BY silent_days DESC, commitment_id
