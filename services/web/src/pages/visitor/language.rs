//! Choosing a language: kept in a cookie of this host, then back to where one was.

use crate::back;
use crate::cookies::{self, LANGUAGE};
use crate::error_page::No;
use crate::form::Form;
use crate::shell::{see, words_of};
use kernel::{Language, Refusal};
use poem::web::Path;
use poem::{Request, Response, handler};
use std::time::Duration;

/// About a year.
const KEPT: Duration = Duration::from_hours(8_766);

#[handler]
pub(super) fn language(Path(code): Path<String>, request: &Request) -> Result<Response, No> {
    let language: Language = code.parse().map_err(|_| No(Refusal::NOT_FOUND))?;
    let wished = Form::parse_text(words_of(request), request.uri().query().unwrap_or_default().as_bytes());
    let mut answer = see(&without_language(back::local(wished.text("back"))));
    cookies::give(&mut answer, LANGUAGE, language.code(), Some(KEPT));
    Ok(answer)
}

/// An address that asks for a language of its own would win over the choice just made.
fn without_language(path: &str) -> String {
    let Some((place, query)) = path.split_once('?') else { return path.to_owned() };
    let kept: Vec<&str> = query.split('&').filter(|pair| !pair.starts_with("lang=")).collect();
    if kept.is_empty() { place.to_owned() } else { format!("{place}?{}", kept.join("&")) }
}

#[cfg(test)]
mod tests {
    use super::without_language;

    #[test]
    fn a_language_in_the_address_gives_way_to_the_one_chosen() {
        assert_eq!(without_language("/listings?lang=en&kind=loan"), "/listings?kind=loan");
        assert_eq!(without_language("/?lang=en"), "/");
        assert_eq!(without_language("/charter"), "/charter");
    }
}
