//! Find.
