"""Explanation: a report with its records underlined in its words, and the rule that made each."""
