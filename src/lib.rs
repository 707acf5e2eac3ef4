//! Glossator: the close reading of scholarly texts.

pub mod text;
pub mod structure;
pub mod annotation;
pub mod sidecar;
pub mod session;
pub mod ui;
