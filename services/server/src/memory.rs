//! What this process holds and takes.

/// The most memory this process ever held, in MiB; 0 where the system does not say.
pub fn peak_mib() -> u64 {
    kibibytes("VmHWM:") / 1_024
}

/// The memory this process holds now, in bytes; 0 where the system does not say.
pub fn resident_bytes() -> u64 {
    kibibytes("VmRSS:") * 1_024
}

/// Seconds of a core that this process has taken so far, in itself and for the system; 0 where the system does not say.
pub fn processor_seconds() -> f64 {
    // `proc_pid_stat(5)`: utime and stime are the 14th and 15th field, in hundredths of a second; the second, in brackets, may hold spaces.
    let status = std::fs::read_to_string("/proc/self/stat").unwrap_or_default();
    let after_name = status.rsplit_once(')').map_or("", |(_, rest)| rest);
    after_name.split_whitespace().skip(11).take(2).filter_map(|ticks| ticks.parse::<f64>().ok()).sum::<f64>() / 100.0
}

fn kibibytes(row: &str) -> u64 {
    let status = std::fs::read_to_string("/proc/self/status").unwrap_or_default();
    let line = status.lines().find_map(|line| line.strip_prefix(row)).unwrap_or_default();
    line.split_whitespace().next().and_then(|figure| figure.parse().ok()).unwrap_or(0)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn whatever_is_counted_takes_time() {
        let before = processor_seconds();
        let began = std::time::Instant::now();
        while processor_seconds() <= before {
            assert!(began.elapsed().as_secs() < 30, "thirty seconds took nothing");
        }
    }
}
