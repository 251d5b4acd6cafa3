//! Addresses to go back to, taken from outside: only ever a path on this very host.

/// The path, if it leads nowhere but to this host; else the home page.
///
/// Refused: absolute and protocol-relative addresses, backslashes (browsers read them as slashes), control characters.
pub fn local(path: &str) -> &str {
    let stays = path.starts_with('/')
        && !path.starts_with("//")
        && !path.contains('\\')
        && !path.chars().any(|c| c.is_control() || c.is_whitespace());
    if stays { path } else { "/" }
}

#[cfg(test)]
mod tests {
    use super::local;

    #[test]
    fn w7_nothing_leads_off_the_host() {
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
        ] {
            assert_eq!(local(away), "/", "{away:?}");
        }
        assert_eq!(local("/listings?kind=offer#top"), "/listings?kind=offer#top");
    }
}
