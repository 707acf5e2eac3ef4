//! Temporary.
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic)]
mod it {
    mod support;
    mod window;
}
