//! Paths that came from outside, to go back to: only ever on the host that was addressed (bar W7).

/// The longest path believed, in bytes.
pub const LONGEST: usize = 500;

/// Whether `path` leads nowhere but to this very host.
///
/// Refused: absolute and protocol-relative addresses, backslashes (browsers read them as slashes), blanks and control
/// characters (browsers drop them), and what is longer than [`LONGEST`].
pub fn is_local(path: &str) -> bool {
    path.starts_with('/')
        && !path.starts_with("//")
        && path.len() <= LONGEST
        && !path.chars().any(|c| c == '\\' || c.is_control() || c.is_whitespace())
}

/// The path if it [`is_local`], else the home page.
pub fn local(path: &str) -> &str {
    if is_local(path) { path } else { "/" }
}

#[cfg(test)]
mod tests {
    use super::{LONGEST, local};

    #[test]
    fn w7_nothing_leads_off_the_host() {
        let long = format!("/{}", "a".repeat(LONGEST));
        for away in [
            "",
            "//evil.test",
            "///evil.test",
            "/\\evil.test",
            "\\\\evil.test",
            "https://evil.test",
            "http:evil.test",
            "javascript:alert(1)",
            "/\t/evil.test",
            "/\n/evil.test",
            " /x",
            "evil.test",
            "/\u{0}",
            "/ /evil.test",
            "/\u{a0}/evil.test",
            "/a\r\nset-cookie: b=c",
            "listings",
            "/a b",
            long.as_str(),
        ] {
            assert_eq!(local(away), "/", "{away:?}");
        }
        for good in ["/", "/listings?kind=offer#top", "/%2F%2Fevil.test", &long[..LONGEST]] {
            assert_eq!(local(good), good);
        }
    }
}
