//! Start.
fn main() { let f = std::env::args_os().nth(1).map(Into::into); if let Err(e) = glossator::ui::open_window(f) { eprintln!("{e}"); std::process::exit(2) } }
