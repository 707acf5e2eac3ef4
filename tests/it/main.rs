//! All tests of the program as a whole, in one binary, since linking is slow.

#![allow(
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::panic,
    clippy::print_stdout,
    reason = "a test that unwraps fails where it should"
)]

mod analysis;
mod check;
mod cli;
mod crash;
mod golden;
mod layers;
mod picture;
mod properties;
mod refusals;
mod report;
mod review;
mod suite;
mod support;
mod thesis;
mod window;
