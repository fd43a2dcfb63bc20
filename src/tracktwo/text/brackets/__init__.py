"""Brackets as a tree: read, written again byte for byte, checked."""
