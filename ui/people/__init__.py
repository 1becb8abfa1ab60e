"""The tab "People": everybody in the news, and the profile of one."""
