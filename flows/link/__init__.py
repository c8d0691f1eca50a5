"""From the records of all reports to the public tables: years, identities, copies, things told twice."""
