"""An answerer for each shape of answer."""
