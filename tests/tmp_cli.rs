//! Temporary: removed when tests/it/main.rs names it.
#[path = "it/cli.rs"]
mod cli;
