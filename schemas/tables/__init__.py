"""The public tables, in the order in which each stands after those it refers to."""

from schemas.table import Table
from schemas.tables.agreement_mentions import AGREEMENT_MENTIONS
from schemas.tables.agreements import AGREEMENTS
from schemas.tables.arrivals import ARRIVALS
from schemas.tables.commitment_candidates import COMMITMENT_CANDIDATES
from schemas.tables.commitment_mentions import COMMITMENT_MENTIONS
from schemas.tables.commitments import COMMITMENTS
from schemas.tables.corrections import CORRECTIONS
from schemas.tables.institution_mentions import INSTITUTION_MENTIONS
from schemas.tables.institutions import INSTITUTIONS
from schemas.tables.meeting_mentions import MEETING_MENTIONS
from schemas.tables.meeting_participants import MEETING_PARTICIPANTS
from schemas.tables.meetings import MEETINGS
from schemas.tables.official_mentions import OFFICIAL_MENTIONS
from schemas.tables.officials import OFFICIALS
from schemas.tables.rejects import REJECTS
from schemas.tables.report_clusters import REPORT_CLUSTERS
from schemas.tables.report_lines import REPORT_LINES
from schemas.tables.report_texts import REPORT_TEXTS
from schemas.tables.reports import REPORTS
from schemas.tables.runs import RUNS
from schemas.tables.target_mentions import TARGET_MENTIONS
from schemas.tables.targets import TARGETS

# The first number changes where a reader breaks, the second where a column joins.
SCHEMA_VERSION = "1.1"

RELEASE_TABLES: tuple[Table, ...] = (
    REPORTS,
    REPORT_TEXTS,
    REPORT_LINES,
    REPORT_CLUSTERS,
    COMMITMENTS,
    INSTITUTIONS,
    OFFICIALS,
    COMMITMENT_MENTIONS,
    COMMITMENT_CANDIDATES,
    AGREEMENTS,
    AGREEMENT_MENTIONS,
    TARGETS,
    TARGET_MENTIONS,
    MEETINGS,
    MEETING_MENTIONS,
    MEETING_PARTICIPANTS,
    OFFICIAL_MENTIONS,
    INSTITUTION_MENTIONS,
    CORRECTIONS,
)
LOG_TABLES: tuple[Table, ...] = (ARRIVALS, REJECTS, RUNS)
TABLES: dict[str, Table] = {table.name: table for table in (*RELEASE_TABLES, *LOG_TABLES)}
