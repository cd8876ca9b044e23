"""`python -m variorum` is the command line."""

from variorum.present.cli.app import main

if __name__ == "__main__":
    main()
