"""Names of bodies (ministries, institutes, provinces, companies) as they stand in running text."""
