"""`python -m effektmatt` is the command."""

import sys

from effektmatt.cli import main

sys.exit(main())
