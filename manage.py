#!/usr/bin/env python
"""The same as the `agragati` command, for those who look for it here."""

from agragati.config.cli import main

if __name__ == "__main__":
    main()
