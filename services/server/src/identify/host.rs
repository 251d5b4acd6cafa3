//! The host that was addressed, taken literally (bar T12): in lower case, with no dot at the end, on our own port or
//! none. Every other spelling is nobody's host. What proxies say of other hosts is not read at all.

use poem::{Request, http::header};

/// The host's name without its port, or nothing when the request does not name exactly one in the one right way.
pub fn of(request: &Request, port: u16) -> Option<String> {
    let mut said = request.headers().get_all(header::HOST).iter();
    let host = match (said.next(), said.next()) {
        (Some(one), None) => one.to_str().ok()?.to_owned(),
        // HTTP/2 names it in the address instead.
        (None, _) => request.uri().authority()?.as_str().to_owned(),
        (Some(_), Some(_)) => return None,
    };
    if request.uri().authority().is_some_and(|authority| authority.as_str() != host) {
        return None;
    }
    let name = match host.rsplit_once(':') {
        Some((name, said)) => (said.parse() == Ok(port)).then_some(name)?,
        None => host.as_str(),
    };
    plain(name).then(|| name.to_owned())
}

fn plain(name: &str) -> bool {
    let letters = |c: char| c.is_ascii_lowercase() || c.is_ascii_digit() || c == '-' || c == '.';
    (1..=253).contains(&name.len()) && name.chars().all(letters) && name.split('.').all(|label| !label.is_empty())
}

#[cfg(test)]
mod tests {
    use super::*;

    fn host(headers: &[&str], port: u16) -> Option<String> {
        let mut builder = Request::builder()
            .uri_str("/")
            .header("x-forwarded-host", "b.example")
            .header("forwarded", "host=b.example");
        for value in headers {
            builder = builder.header("host", *value);
        }
        of(&builder.finish(), port)
    }

    #[test]
    fn t12_only_the_one_right_spelling_of_a_host_is_understood() {
        assert_eq!(host(&["a.localhost:8080"], 8080).as_deref(), Some("a.localhost"));
        assert_eq!(host(&["a.example"], 443).as_deref(), Some("a.example"));
        assert_eq!(host(&["a.example:443"], 443).as_deref(), Some("a.example"));
        let wrong: &[&[&str]] = &[
            &[],
            &[""],
            &["A.localhost:8080"],
            &["a.localhost.:8080"],
            &["a.localhost:81"],
            &["a.localhost:8080:8080"],
            &["a..localhost:8080"],
            &["a.localhost:8080", "b.localhost:8080"],
            &["user@a.localhost:8080"],
            &["a.localhost:8080/b"],
            &["a.localhost :8080"],
            &["[::1]:8080"],
        ];
        for headers in wrong {
            assert_eq!(host(headers, 8080), None, "{headers:?}");
        }
    }
}
