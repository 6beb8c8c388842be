"""The ZIM edition: the site as one file for Kiwix, for each language and for all together."""
