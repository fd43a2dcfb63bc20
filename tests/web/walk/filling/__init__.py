"""The data on which every page is walked: dialogues in every state that pages show."""
