-- vi: Phía Hàn Quốc đã hứa hỗ trợ Việt Nam đăng cai APEC 2027 những gì, theo thứ tự thời gian?
-- en: What has the Korean side promised for Viet Nam's hosting of APEC 2027, in the order of time?
SELECT happened_on, stage, speaker, quote, outlet, url
FROM apec_2027
WHERE side IN ('kr', 'both')
ORDER BY happened_on NULLS LAST, report_id
