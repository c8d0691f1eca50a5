"""Promote a candidate: from what reports told of an untracked thing to an entry of the registry."""
