"""What words and identifiers mean: the vocabulary, the prefixes and the bridge of spellings."""
