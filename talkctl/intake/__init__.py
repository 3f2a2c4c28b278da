"""From files on disk to the library: finding, decoding, reading, and joining what is new."""
