//! Sentences of the reading text.
