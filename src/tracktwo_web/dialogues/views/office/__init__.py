"""The convenor's office, and what of it the neutral secretariat may enter."""
