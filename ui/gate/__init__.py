"""What stands between the network and the page: every request passes through all of it, and nothing reaches the page past it."""
