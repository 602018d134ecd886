"""The rules that find conflicts: each module one family, inside a document or across documents."""
