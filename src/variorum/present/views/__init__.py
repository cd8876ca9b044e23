"""What pages show of a case, apart from how they are laid out: made from its tables, the same for dossier and web."""
