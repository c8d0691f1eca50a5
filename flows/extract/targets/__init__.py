"""Finding targets: figures, what governs them, what they measure and when they are due."""
