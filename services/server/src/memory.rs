//! What this process holds.

/// The most memory this process ever held, in MiB; 0 where the system does not say.
pub fn peak_mib() -> u64 {
    kibibytes("VmHWM:") / 1_024
}

/// The memory this process holds now, in bytes; 0 where the system does not say.
pub fn resident_bytes() -> u64 {
    kibibytes("VmRSS:") * 1_024
}

fn kibibytes(row: &str) -> u64 {
    let status = std::fs::read_to_string("/proc/self/status").unwrap_or_default();
    let line = status.lines().find_map(|line| line.strip_prefix(row)).unwrap_or_default();
    line.split_whitespace().next().and_then(|figure| figure.parse().ok()).unwrap_or(0)
}
