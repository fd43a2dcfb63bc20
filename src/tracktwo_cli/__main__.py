"""`python -m tracktwo_cli`: the same as `tracktwo`."""

from tracktwo_cli.main import main

main()
