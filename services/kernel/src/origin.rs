//! Where a request says it comes from (bar W1): the one rule for every door that believes a cookie.

/// What the witnesses of a request say: its `Origin` and `Sec-Fetch-Site` headers.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Origin {
    /// All who spoke say: a page of the addressed host itself.
    Same,
    /// Somebody says otherwise: another site, a sibling community, or nobody nameable.
    Foreign,
    /// Nobody spoke: a program, or a very old browser.
    Unsaid,
}

/// Hears every witness. `scheme` is the one people use, which behind a proxy is not the one we are spoken to in; `host` is the
/// one addressed, with its port unless that is the scheme's own, and absent when none was named: then whoever speaks is
/// foreign. Header values that are no text count as foreign words.
pub fn of<'a>(
    scheme: &str,
    host: Option<&str>,
    origins: impl IntoIterator<Item = &'a [u8]>,
    fetch_sites: impl IntoIterator<Item = &'a [u8]>,
) -> Origin {
    let own = host.map(|host| format!("{scheme}://{host}"));
    let is_own = |origin: &[u8]| own.as_deref().is_some_and(|own| origin.eq_ignore_ascii_case(own.as_bytes()));
    let heard = origins.into_iter().map(is_own);
    let heard = heard.chain(fetch_sites.into_iter().map(|site| own.is_some() && site == b"same-origin"));
    heard.fold(Origin::Unsaid, |so_far, same| match (so_far, same) {
        (Origin::Foreign, _) | (_, false) => Origin::Foreign,
        (_, true) => Origin::Same,
    })
}

/// Whether a page was asked for by a page of the same host, or by nobody but the reader: typed, bookmarked, followed from a
/// letter. What a browser too old to say it asked for counts as the reader's wish.
pub fn is_readers_wish<'a>(fetch_sites: impl IntoIterator<Item = &'a [u8]>) -> bool {
    fetch_sites.into_iter().all(|site| site == b"same-origin" || site == b"none")
}

#[cfg(test)]
mod tests {
    use super::*;

    fn heard(origins: &[&str], sites: &[&str]) -> Origin {
        let bytes = |words: &[&str]| words.iter().map(|word| word.as_bytes().to_vec()).collect::<Vec<_>>();
        let (origins, sites) = (bytes(origins), bytes(sites));
        let host = Some("nievre.example:8443");
        of("https", host, origins.iter().map(Vec::as_slice), sites.iter().map(Vec::as_slice))
    }

    const OWN: &str = "https://nievre.example:8443";

    #[test]
    fn w1_every_witness_must_say_the_same() {
        assert_eq!(heard(&[], &[]), Origin::Unsaid);
        for (origins, sites) in [
            (&[OWN][..], &[][..]),
            (&[], &["same-origin"]),
            (&[OWN], &["same-origin"]),
            (&["HTTPS://Nievre.Example:8443"], &[]),
        ] {
            assert_eq!(heard(origins, sites), Origin::Same, "{origins:?} {sites:?}");
        }
        for (origins, sites) in [
            (&["null"][..], &[][..]),
            (&[""], &[]),
            (&["https://evil.test"], &[]),
            (&["https://noisettes.example:8443"], &[]),
            (&["https://nievre.example"], &[]),
            (&["http://nievre.example:8443"], &[]),
            (&["https://nievre.example:8443.evil.test"], &[]),
            (&[OWN], &["same-site"]),
            (&[OWN], &["cross-site"]),
            (&[OWN], &["none"]),
            (&[OWN, "https://evil.test"], &[]),
            (&["https://evil.test", OWN], &["same-origin"]),
            (&[], &["same-origin", "cross-site"]),
        ] {
            assert_eq!(heard(origins, sites), Origin::Foreign, "{origins:?} {sites:?}");
        }
    }

    #[test]
    fn w1_without_a_host_nobody_is_ours() {
        assert_eq!(of("https", None, [OWN.as_bytes()], []), Origin::Foreign);
        assert_eq!(of("https", None, [], [&b"same-origin"[..]]), Origin::Foreign);
    }

    #[test]
    fn w1_a_foreign_page_is_not_the_readers_wish() {
        let wish = |sites: &[&'static str]| is_readers_wish(sites.iter().map(|site| site.as_bytes()));
        assert!(wish(&[]) && wish(&["none"]) && wish(&["same-origin"]));
        for foreign in [&["cross-site"][..], &["same-site"], &["none", "cross-site"], &["nonsense"]] {
            assert!(!wish(foreign), "{foreign:?}");
        }
    }
}
