"""`runs` (log): what each run did."""

from schemas.table import Column, Table

RUNS = Table(
    name="runs",
    grain="One row a run that has ended.",
    key=("run_id",),
    columns=(
        Column("run_id", "text", "Identifies the run."),
        Column("started_at", "timestamp", "When it began, in UTC."),
        Column("finished_at", "timestamp", "When it ended, in UTC."),
        Column("rules_version", "text", "Version of the rules and reference data it read with."),
        Column("n_files", "int32", "Files seen.", at_least=0),
        Column("n_new", "int32", "Reports that were new or changed.", at_least=0),
        Column("n_rejected", "int32", "Files, items and rows refused.", at_least=0),
        Column("seconds", "float64", "How long it took, in seconds.", at_least=0),
        Column("outcome", "text", "How it ended, such as published, nothing_new or failed."),
    ),
)
