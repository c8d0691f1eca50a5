"""Reference data, reviewed like code, and the project's own sample reports."""
