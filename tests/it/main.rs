//! All tests of the program as a whole, in one binary, since linking is slow.

mod cli;
mod crash;
mod golden;
mod layers;
mod properties;
mod refusals;
mod support;
mod window;
