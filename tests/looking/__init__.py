"""What the browser tests and the audit look with: each function takes a page or a folder, and returns faults in words.

A fault is a sentence's worth of text: where, and what. An empty list is good news. Every guard here has a test in
tests/browser/ that trips it.
"""
