-- vi: Dự án VKIST giai đoạn 2 đang ở đâu, ai nói, ở báo nào, bằng lời gì?
-- en: Where does VKIST phase 2 stand, who said so, in which report, in which words?
SELECT current_stage, since_on, speaker, told_on, outlet, title, quote
FROM vkist_phase_2
WHERE is_evidence
