//! `GET /me`: everything I can set, on one page.

use crate::error_page::No;
use crate::form::Form;
use crate::preview::Preview;
use crate::shell::{Place, Shell, page_with};
use crate::visit::Visit;
use askama::Template;
use kernel::Language;
use phrases::Words;
use poem::{Response, handler};

#[derive(Template)]
#[template(path = "me/overview.html")]
struct MePage {
    s: Shell,
    email: String,
    profile: Form,
    letters: Form,
    naming: Form,
    languages: Vec<(String, String)>,
    hours: Vec<(String, String)>,
    inside: bool,
    /// Whether the community shares out what is given.
    fair: bool,
    /// Where all of the reader's communities are listed: on the platform's own host.
    elsewhere: String,
}

/// `GET /me`
#[handler]
pub async fn show(visit: Visit) -> Result<Response, No> {
    draw(&visit, None, None).await
}

/// The page; the forms as typed where one of them was refused, else as stored.
pub(super) async fn draw(visit: &Visit, profile: Option<Form>, letters: Option<Form>) -> Result<Response, No> {
    let own = membership::views::own(&visit.db, &visit.caller).await?;
    let s = visit.shell(&visit.words.t("me-title"), Place::Elsewhere).await?;
    let page = MePage {
        email: own.email.to_string(),
        profile: profile.unwrap_or_else(|| stored_profile(visit, &own)),
        letters: letters.unwrap_or_else(|| stored_letters(visit, &own)),
        naming: stored_naming(visit.words, own.named),
        languages: spoken(&visit.face.languages),
        hours: hours(&s),
        inside: own.card.standing.is_inside(),
        fair: visit.face.policy.fair_share.is_some(),
        elsewhere: format!("{}/my-communities", visit.site.platform()),
        s,
    };
    let wrong = [&page.profile, &page.letters].into_iter().find(|form| !form.is_good()).map(Form::status);
    Ok(page_with(wrong.unwrap_or(poem::http::StatusCode::OK), &page))
}

fn stored_profile(visit: &Visit, own: &membership::OwnProfile) -> Form {
    Form::blank(visit.words)
        .with("name", &own.card.name)
        .with("town", &own.card.town)
        .with("about", &own.about)
        .with("language", own.language.code())
        .with("timezone", own.timezone.to_string())
}

fn stored_letters(visit: &Visit, own: &membership::OwnProfile) -> Form {
    let letters = own.letters;
    let mut form = Form::blank(visit.words).with("digest_hour", letters.digest_hour.to_string());
    let ticks = [
        ("digest", letters.digest),
        ("message_letters", letters.message_letters),
        ("sponsorship_letters", letters.sponsorship_letters),
        ("listing_letters", letters.listing_letters),
        ("search_letters", letters.search_letters),
        ("urgent_letters", letters.urgent_letters),
    ];
    for (name, _) in ticks.into_iter().filter(|(_, wanted)| *wanted) {
        form = form.with(name, "yes");
    }
    form
}

fn stored_naming(words: Words, named: bool) -> Form {
    let form = Form::blank(words);
    if named { form.with("named", "yes") } else { form }
}

fn spoken(languages: &[Language]) -> Vec<(String, String)> {
    languages.iter().map(|language| (language.code().to_owned(), language.own_name().to_owned())).collect()
}

fn hours(s: &Shell) -> Vec<(String, String)> {
    (0..24).map(|hour| (hour.to_string(), s.t1("me-hour", "hour", hour))).collect()
}

pub(super) fn previews(p: &Preview) -> Vec<(String, String)> {
    let draw = |profile: Form, inside| {
        let s = p.member("me-title", Place::Elsewhere);
        MePage {
            email: "odile.martin@example.test".to_owned(),
            profile,
            letters: Form::blank(p.words).with("digest_hour", "8").with("digest", "yes").with("message_letters", "yes"),
            naming: stored_naming(p.words, inside),
            languages: spoken(&Language::ALL),
            hours: hours(&s),
            s,
            inside,
            fair: inside,
            elsewhere: "/my-communities".to_owned(),
        }
    };
    let filled = Form::blank(p.words)
        .with("name", "Odile Martin")
        .with("town", "Corbigny")
        .with("about", p.words.t("me-sample-about"))
        .with("language", "fr")
        .with("timezone", "Europe/Paris");
    let mut wrong = Form::blank(p.words);
    wrong.required("name", 60);
    vec![
        p.page("mine", &draw(filled.clone(), true)),
        p.page("mine-error", &draw(wrong, true)),
        p.page("mine-waiting", &draw(filled, false)),
    ]
}
