//! Start: run a command, or open the window. What failed is one sentence on standard error and exit code 2.

use std::io::{BufWriter, Write};
use std::process::ExitCode;

use clap::Parser;
use glossator::{cli, ui};

fn main() -> ExitCode {
    env_logger::Builder::from_env(env_logger::Env::default().default_filter_or("warn")).init();
    let args = cli::Args::parse();
    let result = match args.command {
        Some(command) => match cli::run(command, &mut BufWriter::new(std::io::stdout().lock())) {
            Err(error) if error.is_closed_output() => Ok(()),
            other => other.map_err(|error| error.to_string()),
        },
        None => ui::open_window(args.file),
    };
    match result {
        Ok(()) => ExitCode::SUCCESS,
        Err(why) => {
            // Nobody to hear it changes nothing.
            writeln!(std::io::stderr(), "glossator: {why}").ok();
            ExitCode::from(2)
        }
    }
}
