"""Bytes in, reports out: reading files, tables and web pages, and telling the sections of a report apart."""
