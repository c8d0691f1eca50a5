"""Evaluation: what a build got right of labelled reports, and what it missed."""
