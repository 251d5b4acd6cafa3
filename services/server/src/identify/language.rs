//! In which language to answer: as asked for in the address, else as chosen before, else as the browser prefers, else
//! the community's first. A community's own list of languages is never left.

use kernel::Language;
use poem::{Request, http::header};

/// What somebody unknown is answered in.
pub(super) fn wished(request: &Request, offered: &[Language]) -> Language {
    let browser = || request.header(header::ACCEPT_LANGUAGE).and_then(Language::from_accept_language);
    let offers = |language: &Language| offered.contains(language);
    chosen(request, offered)
        .or_else(|| browser().filter(offers))
        .or_else(|| offered.first().copied())
        .unwrap_or_default()
}

/// What a member is answered in: the address, or what was chosen in this browser, may ask for another language than theirs;
/// the browser's own preference may not.
pub(super) fn settle(request: &Request, own: Language, offered: &[Language]) -> Language {
    chosen(request, offered)
        .or_else(|| Some(own).filter(|language| offered.contains(language)))
        .or_else(|| offered.first().copied())
        .unwrap_or(own)
}

fn chosen(request: &Request, offered: &[Language]) -> Option<Language> {
    let kept = || web::cookies::read(request, web::cookies::LANGUAGE)?.parse().ok();
    let offers = |language: &Language| offered.contains(language);
    in_address(request).filter(offers).or_else(|| kept().filter(offers))
}

fn in_address(request: &Request) -> Option<Language> {
    let query = request.uri().query()?;
    url::form_urlencoded::parse(query.as_bytes()).find(|(key, _)| key == "lang")?.1.parse().ok()
}

#[cfg(test)]
mod tests {
    use super::*;
    use Language::{En, Fr};

    fn ask(path: &str, cookie: &str, browser: &str) -> Request {
        Request::builder().uri_str(path).header("cookie", cookie).header("accept-language", browser).finish()
    }

    #[test]
    fn the_nearest_wish_that_the_community_can_meet_wins() {
        let both = [Fr, En];
        assert_eq!(wished(&ask("/?lang=en", "__Host-lang=fr", "fr"), &both), En);
        assert_eq!(wished(&ask("/?a=1&lang=en#x", "", "fr"), &both), En);
        assert_eq!(wished(&ask("/", "__Host-lang=en", "fr"), &both), En);
        assert_eq!(wished(&ask("/", "", "en-GB"), &both), En);
        assert_eq!(wished(&ask("/", "", "de"), &both), Fr);
        assert_eq!(wished(&ask("/?lang=en", "__Host-lang=en", "en"), &[Fr]), Fr);
        assert_eq!(settle(&ask("/", "", "fr"), En, &both), En);
        assert_eq!(settle(&ask("/?lang=fr", "", "en"), En, &both), Fr);
        assert_eq!(settle(&ask("/", "__Host-lang=fr", "en"), En, &both), Fr);
        assert_eq!(settle(&ask("/?lang=en", "", "en"), En, &[Fr]), Fr);
    }
}
