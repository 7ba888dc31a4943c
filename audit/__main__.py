"""`python -m audit` is `claim-audit`."""

from audit.cli import main

if __name__ == "__main__":
    main()
