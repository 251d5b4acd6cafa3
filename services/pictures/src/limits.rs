//! Every limit of pictures, in one place (bar U1). Tested at the limit and one beyond it.

use std::time::Duration;

/// Bytes of a picture as it is sent: 10 MiB.
pub const BYTES: u64 = 10 * 1024 * 1024;
/// Pixels of a side, as the header says.
pub const SIDE: u32 = 8_192;
/// Pixels in all, as the header says.
pub const PIXELS: u64 = 40_000_000;
/// Pixels of the longer side of what is kept to be looked at.
pub const LARGE: u32 = 1_600;
/// Pixels of the longer side of what is kept for lists.
pub const SMALL: u32 = 400;
/// How good the JPEG files are that are kept, of 100.
pub const QUALITY: u8 = 80;
/// The most that two files of these sizes weigh; what weighs more was not drawn by us.
pub const DRAWN: u64 = 8 * 1024 * 1024;

/// Bytes of address space of the child.
pub const CHILD_MEMORY: u64 = 512 * 1024 * 1024;
/// What the decoder may take of it for one picture; the rest is for what is drawn.
pub const DECODER_MEMORY: u64 = 384 * 1024 * 1024;
/// Seconds of processor time of the child.
pub const CHILD_SECONDS: u64 = 10;
/// Nobody waits longer for a child, whatever it does.
pub const DEADLINE: Duration = Duration::from_secs(10);
/// Children at once.
pub const AT_ONCE: usize = 2;
/// How long others wait for their turn. With [`DEADLINE`] less than a write may take in all.
pub const PATIENCE: Duration = Duration::from_secs(8);

#[cfg(test)]
mod tests {
    use super::*;

    const SERVE: &str = include_str!("../../../infra/deploy/maillon-serve.service");
    const WORK: &str = include_str!("../../../infra/deploy/maillon-work.service");

    /// The values of a setting, in their order.
    fn set<'a>(unit: &'a str, name: &str) -> Vec<&'a str> {
        unit.lines().filter_map(|line| line.strip_prefix(name)?.strip_prefix('=')).collect()
    }

    #[test]
    fn u2_the_service_has_room_for_its_children_and_outlives_them() {
        let gibibytes: u64 = set(SERVE, "MemoryMax")[0].trim_end_matches('G').parse().unwrap();
        let children = CHILD_MEMORY * u64::try_from(AT_ONCE).unwrap();
        assert!(gibibytes << 30 >= (1 << 30) + children, "{gibibytes} GiB");
        assert_eq!(set(SERVE, "OOMPolicy"), ["continue"]);
    }

    #[test]
    fn u2_no_service_may_read_the_memory_of_another_process() {
        for unit in [SERVE, WORK] {
            let never = "~ptrace process_vm_readv process_vm_writev pidfd_getfd";
            assert_eq!(set(unit, "SystemCallFilter"), ["@system-service", never]);
        }
    }
}
