"""The platform: people, seats, rounds and pages over the library."""
