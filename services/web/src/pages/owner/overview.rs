//! `GET /owner`: all settings of the community.

use crate::error_page::No;
use crate::form::Form;
use crate::kit::{self, Html, Tone};
use crate::pages::operator::letters;
use crate::preview::Preview;
use crate::shell::{Place, Shell, page_with};
use crate::visit::Visit;
use askama::Template;
use community::GuestRight;
use community::settings::OwnHosts;
use community::views::CommunityFace;
use kernel::Language;
use membership::{
    MemberCard,
    complaints::{self, LetterWatch},
};
use phrases::Words;
use poem::http::StatusCode;
use poem::{Response, handler};

#[derive(Template)]
#[template(path = "owner/overview.html")]
struct OwnerPage {
    s: Shell,
    identity: Form,
    policy: Form,
    hosts: Form,
    own_hosts: OwnHosts,
    roles: Form,
    officers: Vec<(MemberCard, String)>,
    languages: Vec<(String, String)>,
    guest_rights: Vec<(String, String)>,
    /// What there is to say of its letters: people complain of them, they wait, or they leave again.
    letters: Option<Html>,
}

/// The four forms of the page; those not given are drawn as stored.
#[derive(Default)]
pub(super) struct Typed {
    pub identity: Option<Form>,
    pub policy: Option<Form>,
    pub hosts: Option<Form>,
    pub roles: Option<Form>,
}

/// `GET /owner`
#[handler]
pub async fn show(visit: Visit) -> Result<Response, No> {
    draw(&visit, Typed::default()).await
}

/// The page, with what was typed where something was refused.
pub(super) async fn draw(visit: &Visit, typed: Typed) -> Result<Response, No> {
    let face = community::settings::settings(&visit.db, &visit.caller).await?;
    let visit = &visit.showing(face);
    let face = &visit.face;
    let found = membership::views::officers(&visit.db, &visit.caller).await?;
    let own_hosts = community::settings::own_hosts(&visit.db, &visit.caller, &visit.base()?).await?;
    let watch = complaints::own(&visit.db, &visit.caller).await?;
    let s = visit.shell(&visit.words.t("owner-title"), Place::Elsewhere).await?;
    let page = OwnerPage {
        letters: watch.map(|watch| about_letters(&s, &watch)),
        identity: typed.identity.unwrap_or_else(|| stored_identity(visit, face)),
        policy: typed.policy.unwrap_or_else(|| stored_policy(visit, face)),
        hosts: typed.hosts.unwrap_or_else(|| stored_hosts(visit, face.version, &own_hosts)),
        own_hosts,
        roles: typed.roles.unwrap_or_else(|| Form::blank(visit.words)),
        officers: officers(&s, found),
        languages: spoken(),
        guest_rights: guest_rights(visit.words),
        s,
    };
    let forms = [&page.identity, &page.policy, &page.hosts, &page.roles];
    let wrong = forms.into_iter().find(|form| !form.is_good()).map(Form::status);
    Ok(page_with(wrong.unwrap_or(StatusCode::OK), &page))
}

fn officers(s: &Shell, people: Vec<MemberCard>) -> Vec<(MemberCard, String)> {
    let office = |card: MemberCard| crate::pages::members::office(s.words, card.role).map(|office| (card, office));
    people.into_iter().filter_map(office).collect()
}

/// How the community's letters stand.
fn about_letters(s: &Shell, watch: &LetterWatch) -> Html {
    let figures = |key: &str| s.t2(key, "complaints", watch.figures.complaints, "letters", watch.figures.letters);
    match (watch.held_since, watch.alarmed_at, watch.let_go_at) {
        (Some(_), _, _) => kit::notice(Tone::Warn, &s.t("owner-watch-held-title"), &figures("owner-watch-held-text")),
        (None, None, Some(at)) => {
            kit::notice(Tone::Good, &s.t1("owner-watch-gone-title", "date", s.date(&at)), &watch.reason)
        }
        _ => kit::notice(Tone::Warn, &s.t("owner-watch-title"), &figures("owner-watch-text")),
    }
}

fn stored_identity(visit: &Visit, face: &CommunityFace) -> Form {
    let mut form = Form::blank(visit.words)
        .with("version", face.version.to_string())
        .with("name", &face.name)
        .with("tagline", &face.tagline)
        .with("welcome", &face.welcome)
        .with("charter", &face.charter)
        .with("organisation", &face.organisation)
        .with("postal_address", &face.postal_address)
        .with("contact_email", &face.contact_email)
        .with("brand_primary", face.brand.primary.to_string())
        .with("brand_accent", face.brand.accent.to_string());
    for language in &face.languages {
        form = form.with("languages", language.code());
    }
    form
}

fn stored_policy(visit: &Visit, face: &CommunityFace) -> Form {
    let named = if face.policy.names_to_sponsors { "yes" } else { "" };
    let form = Form::blank(visit.words)
        .with("names_to_sponsors", named)
        .with("version", face.version.to_string())
        .with("email_domains", face.policy.email_domains.join("\n"))
        .with("categories", face.categories.join("\n"))
        .with("listing_days", face.listing_days.to_string())
        .with("application_days", face.policy.application_days.to_string())
        .with("fair_share", face.policy.fair_share.map_or_else(String::new, |things| things.to_string()));
    face.policy.guest_rights.iter().fold(form, |form, right| form.with("guest_rights", right.as_str()))
}

fn stored_hosts(visit: &Visit, version: i32, hosts: &OwnHosts) -> Form {
    let all: Vec<&str> = hosts.active.iter().chain(&hosts.waiting).map(String::as_str).collect();
    Form::blank(visit.words).with("version", version.to_string()).with("hosts", all.join("\n"))
}

/// What can be granted to whoever waits, in words.
fn guest_rights(words: Words) -> Vec<(String, String)> {
    let said = |right: &GuestRight| match right {
        GuestRight::Bulletins => words.t("owner-guest-bulletins"),
        GuestRight::Request => words.t("owner-guest-request"),
        GuestRight::Outings => words.t("owner-guest-outings"),
    };
    GuestRight::ALL.iter().map(|right| (right.as_str().to_owned(), said(right))).collect()
}

fn spoken() -> Vec<(String, String)> {
    Language::ALL.iter().map(|language| (language.code().to_owned(), language.own_name().to_owned())).collect()
}

pub(super) fn previews(p: &Preview) -> Vec<(String, String)> {
    let draw = |identity: Form, watch: Option<LetterWatch>| {
        let s = p.steward("owner-title", Place::Elsewhere);
        OwnerPage {
            identity,
            policy: Form::blank(p.words).with("listing_days", "60").with("application_days", "90").with(
                "categories",
                format!("{}\n{}", p.words.t("owner-sample-categories-1"), p.words.t("owner-sample-categories-2")),
            ),
            hosts: Form::blank(p.words).with("hosts", "entraide.nievre.example\nvoisins.example"),
            own_hosts: OwnHosts {
                active: vec!["entraide.nievre.example".to_owned()],
                waiting: vec!["voisins.example".to_owned()],
            },
            roles: Form::blank(p.words),
            officers: officers(&s, p.people()),
            languages: spoken(),
            guest_rights: guest_rights(p.words),
            letters: watch.map(|watch| about_letters(&s, &watch)),
            s,
        }
    };
    let filled = Form::blank(p.words)
        .with("name", "Entraide Nièvre")
        .with("brand_primary", "#1f5c47")
        .with("brand_accent", "#dd9d2f")
        .with("languages", "fr");
    let mut wrong = Form::blank(p.words).with("brand_primary", "#12");
    wrong.fail("brand_primary", p.words.t("common-field-colour"));
    wrong.required("name", 80);
    let held = draw(filled.clone(), Some(letters::sample(p, true)));
    vec![p.page("owned", &draw(filled, None)), p.page("owned-held", &held), p.page("owned-error", &draw(wrong, None))]
}
