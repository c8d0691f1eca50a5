"""From a `Report` to records, each with its span, its quote and the rule that found it."""
