//! Temporary.
#[path = "it/properties.rs"]
mod properties;
