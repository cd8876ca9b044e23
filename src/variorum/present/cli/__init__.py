"""The command line. Imports little, so that it starts at once; each command imports what it needs."""
