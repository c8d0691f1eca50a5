-- vi: Những tin nào mâu thuẫn nhau về giai đoạn, ngày ký, năm đến hạn hay bên ký?
-- en: Which reports contradict each other on a stage, a day of signing, a due year or a party?
SELECT about, subject_id, one_says, one_quote, other_says, other_quote
FROM conflicts
ORDER BY about, subject_id, one_says
