"""Reference data: what `seeds/` says, read once, checked, and handed to the steps as plain values."""
