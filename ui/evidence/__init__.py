"""The article beside the tabs, as it was printed, with what is cited of it marked."""
