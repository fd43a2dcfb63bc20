"""The demonstration of two nodes, one a side, that share no server."""
