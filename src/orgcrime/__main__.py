"""``python -m orgcrime`` is the command line."""

import sys

from orgcrime.cli import main

if __name__ == "__main__":
    sys.exit(main())
