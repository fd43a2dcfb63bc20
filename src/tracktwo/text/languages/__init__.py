"""The authentic languages beside each other: what does not say the same."""
