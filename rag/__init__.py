"""Ask what local government did, and get the newspaper's own words under every claim."""
