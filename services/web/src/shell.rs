//! What all pages share: title, menus, brand, language, what was just done. A page's struct has a field `s: Shell` and
//! its template extends `shell.html`.

use crate::brand::BrandView;
use crate::headers::{CONTENT_POLICY, SCRIPT_POLICY, policy_of_the_map};
use crate::kit::{self, Html, Size};
use crate::rgaa::REVIEW;
use crate::tiles::Tiles;
use askama::Template;
use chrono_tz::Tz;
use kernel::{Language, Timestamp};
use phrases::Words;
use poem::http::{HeaderValue, StatusCode, header};
use poem::{Request, Response};
use std::ops::Deref;

/// The frame of a page. Derefs to [`Words`], so that templates say `s.t("…")`, `s.day(at)`, `s.ago(at, s.now)`.
#[derive(Debug, Clone)]
pub struct Shell {
    /// The reader's words.
    pub words: Words,
    /// The community's face.
    pub brand: BrandView,
    /// The page's own title, without the community's name.
    pub title: String,
    /// The address shown, path and query, to come back to after choosing a language.
    pub here: String,
    /// The moment of the request.
    pub now: Timestamp,
    /// The main menu; empty for visitors.
    pub menu: Vec<MenuItem>,
    /// Icons at the side: the team's desk, notifications.
    pub side: Vec<MenuItem>,
    /// The name of who is signed in.
    pub person: Option<String>,
    /// Whether a visitor is offered to sign in here.
    pub offers_sign_in: bool,
    /// What was just done, said once.
    pub flash: Option<String>,
    /// When the community is going to be removed, if it is: said on every page to whoever has signed in.
    pub closing: Option<Timestamp>,
}

/// A place in a menu.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct MenuItem {
    /// Where it leads.
    pub href: &'static str,
    /// Its icon.
    pub icon: &'static str,
    /// Its words.
    pub label: String,
    /// How much is new there.
    pub count: u32,
    /// Whether the page shown is there.
    pub here: bool,
}

/// The places of a member's menu.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Place {
    /// `/`
    Home,
    /// `/listings`
    Listings,
    /// `/messages`
    Messages,
    /// `/members`
    Members,
    /// A page of no menu place.
    Elsewhere,
}

/// What is new for a member.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct News {
    /// Conversations with something unread.
    pub messages: u32,
    /// Unread notifications.
    pub notifications: u32,
}

/// Making a shell.
impl Shell {
    /// A visitor's shell.
    pub fn new(words: Words, brand: BrandView, here: impl Into<String>, now: Timestamp) -> Self {
        Self {
            words,
            brand,
            title: String::new(),
            here: here.into(),
            now,
            menu: Vec::new(),
            side: Vec::new(),
            person: None,
            offers_sign_in: true,
            flash: None,
            closing: None,
        }
    }

    /// Gives the page its title.
    #[must_use]
    pub fn titled(mut self, title: impl Into<String>) -> Self {
        self.title = title.into();
        self
    }

    /// Somebody signed in, without a menu: applicants, accounts, launch.
    #[must_use]
    pub fn signed_in(mut self, name: impl Into<String>) -> Self {
        self.person = Some(name.into());
        self
    }

    /// A member's menu.
    #[must_use]
    pub fn member(mut self, name: impl Into<String>, place: Place, news: News) -> Self {
        let item = |href, icon, key: &str, count, at| MenuItem {
            href,
            icon,
            label: self.words.t(key),
            count,
            here: place == at,
        };
        self.menu = vec![
            item("/", "home", "common-nav-home", 0, Place::Home),
            item("/listings", "list", "common-nav-listings", 0, Place::Listings),
            item("/messages", "message", "common-nav-messages", news.messages, Place::Messages),
            item("/members", "users", "common-nav-members", 0, Place::Members),
        ];
        self.side.push(self.bell(news.notifications));
        self.signed_in(name)
    }

    /// The team's desk beside the menu.
    #[must_use]
    pub fn steward(mut self) -> Self {
        let label = self.words.t("common-nav-desk");
        self.side.insert(0, MenuItem { href: "/steward", icon: "shield", label, count: 0, here: false });
        self
    }

    /// The operator's desk beside the menu.
    #[must_use]
    pub fn operator(mut self) -> Self {
        let label = self.words.t("common-nav-operator");
        self.side.insert(0, MenuItem { href: "/operator", icon: "chart", label, count: 0, here: false });
        self
    }

    /// Says on every page that the community is going to be removed.
    #[must_use]
    pub fn closing(mut self, at: Option<Timestamp>) -> Self {
        self.closing = at;
        self
    }

    /// On the pages where one signs in, it is not offered once more.
    #[must_use]
    pub fn without_sign_in(mut self) -> Self {
        self.offers_sign_in = false;
        self
    }

    /// Says once what was just done. `key` comes from a cookie, so only sentences that exist are said.
    #[must_use]
    pub fn flashed(mut self, key: Option<&str>) -> Self {
        self.flash = key.and_then(|key| self.words.find(key));
        self
    }

    fn bell(&self, count: u32) -> MenuItem {
        let label = match count {
            0 => self.words.t("common-notifications"),
            _ => self.words.t1("common-notifications-new", "n", count),
        };
        MenuItem { href: "/notifications", icon: "bell", label, count, here: false }
    }
}

/// For templates.
impl Shell {
    /// An icon, beside a word.
    pub fn icon(&self, name: &str) -> Html {
        kit::icon(name)
    }

    /// A larger icon.
    pub fn large_icon(&self, name: &str) -> Html {
        kit::large_icon(name)
    }

    /// A drawing for a listing without photo.
    pub fn still(&self, name: &str) -> Html {
        kit::still(name)
    }

    /// A face, 48 px.
    pub fn avatar(&self, name: &str) -> Html {
        kit::avatar(name, Size::Medium)
    }

    /// A face in a byline, 34 px.
    pub fn small_avatar(&self, name: &str) -> Html {
        kit::avatar(name, Size::Small)
    }

    /// A face at the head of a page, 72 px.
    pub fn large_avatar(&self, name: &str) -> Html {
        kit::avatar(name, Size::Large)
    }

    /// The address of an asset.
    pub fn asset(&self, name: &str) -> &'static str {
        crate::assets::asset(name)
    }

    /// The scripts of the map, for its page: ours first, which says what the other may do.
    pub fn script_of_the_map(&self) -> Html {
        Html::joined(&[kit::script("map.js"), kit::script("leaflet.js")])
    }

    /// The script of the pages where a town is typed, with the words it says.
    pub fn script_of_towns(&self) -> Html {
        kit::script_of_towns(self.words)
    }

    /// The script of the page that asks a device for a passkey.
    pub fn script(&self) -> Html {
        kit::script("passkey.js")
    }

    /// How far the pages conform to the RGAA, in the words that the law wants on every first page (decree 2019-768).
    pub(crate) fn conformity(&self) -> String {
        self.words.t(&format!("common-foot-accessibility-{}", REVIEW.level().key()))
    }

    /// What the browser's tab says.
    pub(crate) fn tab_title(&self) -> String {
        match self.title.as_str() {
            "" => self.brand.name.clone(),
            title => format!("{title} · {}", self.brand.name),
        }
    }

    /// When the community is going to be removed, for whoever has something in it.
    pub(crate) fn closes_for_its_people(&self) -> Option<Timestamp> {
        self.closing.filter(|_| self.person.is_some())
    }

    /// The languages spoken here, with where to choose them; none where there is nothing to choose.
    pub(crate) fn languages(&self) -> Vec<(Language, String)> {
        let back: String = url::form_urlencoded::byte_serialize(self.here.as_bytes()).collect();
        let choice = |language: &Language| (*language, format!("/language/{}?back={back}", language.code()));
        Some(&self.brand.languages).filter(|all| all.len() > 1).into_iter().flatten().map(choice).collect()
    }
}

impl Deref for Shell {
    type Target = Words;

    fn deref(&self) -> &Words {
        &self.words
    }
}

/// A rendered page.
pub fn page(template: &impl Template) -> Response {
    page_with(StatusCode::OK, template)
}

/// A rendered page with another status: a form to correct, a refusal.
pub fn page_with(status: StatusCode, template: &impl Template) -> Response {
    match template.render() {
        Ok(html) => {
            Response::builder().status(status).header(header::CONTENT_TYPE, "text/html; charset=utf-8").body(html)
        }
        Err(error) => {
            tracing::error!(%error, "a page did not render");
            Response::builder().status(StatusCode::INTERNAL_SERVER_ERROR).finish()
        }
    }
}

/// A rendered page that holds [`Shell::script`] or [`Shell::script_of_towns`]: the policy lets it run here, and on no page without.
pub(crate) fn page_with_script(status: StatusCode, template: &impl Template) -> Response {
    let mut answer = page_with(status, template);
    answer.headers_mut().insert(header::CONTENT_SECURITY_POLICY, HeaderValue::from_static(SCRIPT_POLICY));
    answer
}

/// A rendered page that holds [`Shell::script_of_the_map`]. Pictures come from elsewhere only where the installation was told whose.
pub(crate) fn page_of_the_map(status: StatusCode, template: &impl Template, tiles: Option<&Tiles>) -> Response {
    let mut answer = page_with(status, template);
    // Nothing but letters of a host name is added, so that it is a header; else the strictest policy stays.
    let policy = HeaderValue::from_str(&policy_of_the_map(tiles));
    let policy = policy.unwrap_or(HeaderValue::from_static(CONTENT_POLICY));
    answer.headers_mut().insert(header::CONTENT_SECURITY_POLICY, policy);
    answer
}

/// See-other after a write, so that reloading does not send twice.
pub fn see(path: &str) -> Response {
    Response::builder().status(StatusCode::SEE_OTHER).header(header::LOCATION, path).finish()
}

/// The same, saying on the next page what was done: `key` names a sentence.
pub fn see_and_say(path: &str, key: &str) -> Response {
    let mut answer = see(path);
    crate::cookies::give(&mut answer, crate::cookies::FLASH, key, Some(std::time::Duration::from_mins(1)));
    answer
}

/// The reader's words: those identified for this request, else the language the browser prefers.
pub fn words_of(request: &Request) -> Words {
    request.extensions().get::<Words>().copied().unwrap_or_else(|| {
        let wished = request.header(header::ACCEPT_LANGUAGE).and_then(Language::from_accept_language);
        Words::new(wished.unwrap_or_default(), Tz::Europe__Paris)
    })
}

#[cfg(test)]
pub(crate) fn sample_words() -> Words {
    Words::new(Language::Fr, Tz::Europe__Paris)
}
