"""How the files of an index in a folder are called."""

FILE = "wenzheng.db"
VECTORS = "wenzheng.faiss"
LOCK = "building.lock"
