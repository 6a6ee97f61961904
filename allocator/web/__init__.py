"""The web page: upload, allocate, adjust, download and re-balance in a browser on this machine."""
