//! Processes, as the system shows them under `/proc`.

use std::{fs, process::Command};

/// Sends a signal, by its name.
pub fn signal(name: &str, pid: u32) {
    let done = Command::new("kill").args([name, &pid.to_string()]).status().unwrap();
    assert!(done.success(), "kill {name} {pid}");
}

/// Processes that stand still until this is dropped.
pub struct Frozen(Vec<u32>);

/// Freezes processes, all of them at about the same time.
pub fn freeze(pids: Vec<u32>) -> Frozen {
    assert!(!pids.is_empty(), "nobody to freeze");
    for pid in &pids {
        signal("-STOP", *pid);
    }
    Frozen(pids)
}

impl Drop for Frozen {
    fn drop(&mut self) {
        for pid in &self.0 {
            // Whoever has ended meanwhile needs no thawing.
            let _gone = Command::new("kill").args(["-CONT", &pid.to_string()]).status();
        }
    }
}

/// A process and its children.
pub fn family(parent: u32) -> Vec<u32> {
    let children = everybody().filter(|pid| status(*pid, "PPid:") == Some(u64::from(parent)));
    [parent].into_iter().chain(children).collect()
}

/// Processes that were started with `word` in their command line.
pub fn started_with(word: &str) -> Vec<u32> {
    let says = |pid: &u32| fs::read(format!("/proc/{pid}/cmdline")).is_ok_and(|line| holds(&line, word.as_bytes()));
    everybody().filter(says).collect()
}

/// The memory a process holds, in MiB.
pub fn resident_mib(pid: u32) -> u64 {
    status(pid, "VmRSS:").unwrap() / 1_024
}

fn everybody() -> impl Iterator<Item = u32> {
    let entries = fs::read_dir("/proc").unwrap().filter_map(Result::ok);
    entries.filter_map(|entry| entry.file_name().to_str()?.parse().ok())
}

fn status(pid: u32, row: &str) -> Option<u64> {
    let status = fs::read_to_string(format!("/proc/{pid}/status")).ok()?;
    let line = status.lines().find_map(|line| line.strip_prefix(row))?;
    line.split_whitespace().next()?.parse().ok()
}

fn holds(text: &[u8], part: &[u8]) -> bool {
    text.windows(part.len()).any(|window| window == part)
}
