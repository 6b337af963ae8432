"""The log of deeds: who did what to which thing, in the same transaction as the deed, never changed."""
