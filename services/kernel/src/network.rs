//! Which hosts are on the network of whoever runs this.

use std::net::IpAddr;

/// Whether a host is this machine or one of its own network: a loopback, private or link-local address, a name without a dot, or one below
/// `internal`. What is said to any other can be read on the way. IPv6 addresses with or without brackets.
pub fn is_ours(host: &str) -> bool {
    let host = host.trim_start_matches('[').trim_end_matches(']');
    match host.parse::<IpAddr>() {
        Ok(IpAddr::V4(address)) => address.is_loopback() || address.is_private() || address.is_link_local(),
        Ok(IpAddr::V6(address)) => address.is_loopback() || address.is_unique_local(),
        Err(_) => !host.trim_end_matches('.').contains('.') || host.ends_with(".internal"),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn addresses_and_names_of_ones_own_network_are_told_from_others() {
        for ours in [
            "127.0.0.1",
            "10.1.2.3",
            "192.168.0.9",
            "169.254.1.1",
            "::1",
            "[fd00::1]",
            "localhost",
            "db",
            "db.internal",
            "",
        ] {
            assert!(is_ours(ours), "{ours}");
        }
        for other in ["93.184.215.14", "[2001:db8::1]", "db.example", "db.example.", "internal.example"] {
            assert!(!is_ours(other), "{other}");
        }
    }
}
