"""The parts of finding agreements: instruments, titles, parties, acts, lists, and one record each."""
