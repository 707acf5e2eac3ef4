//! References as they are written, with what a librarian reads in them.
