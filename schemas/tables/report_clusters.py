"""`report_clusters`: which reports carry the same agency text."""

from schemas.table import Column, Rule, Table

REPORT_CLUSTERS = Table(
    name="report_clusters",
    grain="One row a wire-copy cluster and report in it; a report that shares its text with none has no row.",
    key=("cluster_id", "report_id"),
    columns=(
        Column("cluster_id", "text", "Identifies the cluster."),
        Column("report_id", "text", "The report.", refers_to="reports.report_id"),
        Column(
            "shared_sentences",
            "int32",
            "How many of its sentences the report shares with another of the cluster.",
            at_least=0,
        ),
        Column("containment", "float64", "Share of its sentences so shared, from 0 to 1.", at_least=0),
        Column(
            "is_original",
            "boolean",
            "Whether it is the one that the others copy: the earliest, or the agency's own.",
        ),
    ),
    rules=(Rule("containment_is_share", "containment <= 1", "A share is at most 1."),),
)
