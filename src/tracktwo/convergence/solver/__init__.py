"""Packages of more options than can be looked at one by one, found and proven by OR-Tools CP-SAT.

All of it is exact: whole numbers, one worker, a fixed seed, and limits in deterministic time, so that
the same input gives the same answer on every machine. What was not proven within the limit says so.
"""
