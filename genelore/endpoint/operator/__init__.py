"""The operator's port: documents into the store and out of it, for those who have its token."""
