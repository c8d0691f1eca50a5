"""The warehouse on disk: releases of Parquet files, the DuckDB catalog, checks, the log."""
