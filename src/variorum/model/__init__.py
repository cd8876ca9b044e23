"""The nouns of Variorum: frozen records, closed vocabularies, ids. Imports nothing of the rest."""
