"""Candidates: what a thing that nobody tracks yet is called, and where its name ends."""
