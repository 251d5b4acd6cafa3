//! `test-services stop`: stops the servers that tests of this checkout left running, and removes their data, unless a
//! test still uses them.

use kit::services;
use server::embedded::{Durability, Servers};

fn main() -> Result<(), Box<dyn std::error::Error>> {
    match std::env::args().nth(1).as_deref() {
        Some("stop") => stop(),
        _ => Err("usage: test-services stop".into()),
    }
}

fn stop() -> Result<(), Box<dyn std::error::Error>> {
    let home = services::home();
    if !home.join("postgres").exists() {
        return Ok(());
    }
    // Going in and out again stops whatever nobody else uses, running before or not.
    Servers::enter(&home, Durability::Disposable)?.leave()?;
    if !home.join("postgres/postmaster.pid").exists() {
        std::fs::remove_dir_all(home)?;
    }
    Ok(())
}
