//! `maillon`: one binary, several roles.

use clap::Parser;
use server::{commands::Maillon, settings::LogFormat};
use std::process::ExitCode;
use tracing_subscriber::EnvFilter;

/// An answer is some hundred small texts that live for a millisecond.
#[global_allocator]
static ALLOCATOR: mimalloc::MiMalloc = mimalloc::MiMalloc;

fn main() -> ExitCode {
    // Before anything else is there that somebody's picture could reach: see `pictures::child`.
    if std::env::args_os().nth(1).is_some_and(|role| role == pictures::child::ROLE) {
        return pictures::child::main();
    }
    // They hold the keys of the house and the address of the database.
    if pictures::child::close_to_children().is_err() {
        return ExitCode::FAILURE;
    }
    roles()
}

#[tokio::main]
async fn roles() -> ExitCode {
    // Several libraries speak TLS; all of them shall use this implementation.
    if rustls::crypto::ring::default_provider().install_default().is_err() {
        return ExitCode::FAILURE;
    }
    let maillon = Maillon::parse();
    let filter = EnvFilter::try_from_env("MAILLON_LOG").unwrap_or_else(|_| EnvFilter::new(maillon.usual_log()));
    let lines = tracing_subscriber::fmt().with_env_filter(filter).with_writer(std::io::stderr);
    match maillon.settings().log_format {
        LogFormat::Text => lines.init(),
        LogFormat::Json => lines.json().flatten_event(true).init(),
    }
    match maillon.run().await {
        Ok(()) => ExitCode::SUCCESS,
        Err(error) => {
            server::say::complain(&error);
            ExitCode::FAILURE
        }
    }
}
