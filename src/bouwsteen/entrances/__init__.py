"""Floor 6: the doors. Screens and words for people; everything is put together here."""
