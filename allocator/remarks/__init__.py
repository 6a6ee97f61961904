"""What is said about a list: every remark is worded once, by what it is about."""
