//! Cookies that belong to one host only: `__Host-` names, never a `Domain`, never readable by script.

use percent_encoding::percent_decode_str;
use poem::http::{HeaderValue, header};
use poem::web::cookie::{Cookie, SameSite};
use poem::{Request, Response};
use std::time::Duration;

/// The session.
pub const SESSION: &str = "__Host-maillon";
/// Binds a sign-in letter to the browser that asked for it.
pub const BROWSER: &str = "__Host-browser";
/// Shows, at the next sign-in, which addresses have been in with this browser before. Opens nothing.
pub const DEVICE: &str = "__Host-device";
/// What to say once on the next page: the name of a sentence.
pub const FLASH: &str = "__Host-flash";
/// The language somebody without account chose.
pub const LANGUAGE: &str = "__Host-lang";

/// What a cookie of the request holds: the value that was given, whatever signs are in it.
pub fn read(request: &Request, name: &str) -> Option<String> {
    let lines = request.headers().get_all(header::COOKIE).into_iter().filter_map(|line| line.to_str().ok());
    lines
        .flat_map(|line| line.split(';'))
        .filter_map(|pair| pair.trim().split_once('='))
        .find(|(key, _)| *key == name)
        // The library that writes our cookies escapes what may not stand in one.
        .and_then(|(_, value)| Some(percent_decode_str(value).decode_utf8().ok()?.into_owned()))
}

/// Gives the browser a cookie for `lasts`; without it, until the browser closes.
pub fn give(answer: &mut Response, name: &'static str, value: &str, lasts: Option<Duration>) {
    let mut cookie = host_cookie(name, value);
    if let Some(lasts) = lasts {
        cookie.set_max_age(lasts);
    }
    append(answer, &cookie);
}

/// Takes a cookie back.
pub fn take(answer: &mut Response, name: &'static str) {
    let mut cookie = host_cookie(name, "");
    cookie.set_max_age(Duration::ZERO);
    append(answer, &cookie);
}

fn host_cookie(name: &str, value: &str) -> Cookie {
    let mut cookie = Cookie::new_with_str(name, value);
    cookie.set_path("/");
    cookie.set_secure(true);
    cookie.set_http_only(true);
    cookie.set_same_site(SameSite::Lax);
    cookie
}

fn append(answer: &mut Response, cookie: &Cookie) {
    // Our names and values are plain ASCII; one that is not is not sent.
    if let Ok(line) = HeaderValue::from_str(&cookie.to_string()) {
        answer.headers_mut().append(header::SET_COOKIE, line);
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn w6_cookies_stay_on_their_host_and_away_from_script() {
        let mut answer = Response::default();
        give(&mut answer, SESSION, "secret", Some(Duration::from_mins(1)));
        take(&mut answer, FLASH);
        let lines: Vec<_> = answer.headers().get_all(header::SET_COOKIE).iter().map(|l| l.to_str().unwrap()).collect();
        assert_eq!(lines.len(), 2);
        for line in lines {
            let line = line.to_ascii_lowercase();
            assert!(line.starts_with("__host-") && line.contains("path=/") && line.contains("secure"), "{line}");
            assert!(line.contains("httponly") && line.contains("samesite=lax") && !line.contains("domain"), "{line}");
        }
    }

    #[test]
    fn a_value_comes_back_as_it_was_given() {
        for value in ["a+b;c@exemple.fr", "100%40", "é, \"quoted\"", "plain"] {
            let mut answer = Response::default();
            give(&mut answer, FLASH, value, None);
            let line = answer.headers()[header::SET_COOKIE].to_str().unwrap();
            let sent_back = line.split(';').next().unwrap();
            let request = Request::builder().header(header::COOKIE, sent_back).finish();
            assert_eq!(read(&request, FLASH).as_deref(), Some(value), "{line}");
        }
    }

    #[test]
    fn a_cookie_is_found_by_its_whole_name() {
        let request = Request::builder().header("cookie", "a=1; x__Host-maillon=no; __Host-maillon=yes=1").finish();
        assert_eq!(read(&request, SESSION).as_deref(), Some("yes=1"));
        assert_eq!(read(&request, FLASH), None);
    }
}
