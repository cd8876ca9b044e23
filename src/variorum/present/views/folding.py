"""Are two words the same to someone who types them in a hurry? Without capitals and diacritics they are compared."""

import unicodedata


def folded(text: str) -> str:
    """The text without capitals and without marks on its letters."""
    if text.isascii():
        return text.lower()
    apart = unicodedata.normalize("NFKD", text.casefold())
    return "".join(character for character in apart if not unicodedata.combining(character))
