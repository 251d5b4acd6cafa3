//! A community's letters of which people complain, and whether they may go on.

use crate::error_page::No;
use crate::form::Form;
use crate::kit::{self, Html, Tone};
use crate::preview::Preview;
use crate::shell::{Place, Shell, page_with, see, see_and_say};
use crate::visit::Visit;
use askama::Template;
use kernel::{CommunityId, Refusal};
use membership::{
    complaints::{self, LetterWatch},
    limits,
};
use poem::web::Path;
use poem::{Response, handler};

#[derive(Template)]
#[template(path = "operator/letters.html")]
struct LettersPage {
    s: Shell,
    form: Form,
    /// Where the form leads.
    action: String,
    /// How the community stands, if there is something to say.
    watch: Option<LetterWatch>,
}

#[handler]
pub(super) async fn show(Path(community): Path<String>, visit: Visit) -> Result<Response, No> {
    if !visit.is_signed_in() {
        return Ok(see(&visit.sign_in_first()));
    }
    draw(&visit, of(&community)?, Form::blank(visit.words)).await
}

#[handler]
pub(super) async fn let_go(Path(community): Path<String>, visit: Visit, mut form: Form) -> Result<Response, No> {
    let community = of(&community)?;
    let Some(reason) = form.required("reason", limits::REASON) else { return draw(&visit, community, form).await };
    match complaints::let_go(&visit.db, &visit.caller, community, &reason).await {
        Ok(()) => Ok(see_and_say("/operator", "operator-done-held")),
        Err(error) => {
            form.refused(error)?;
            draw(&visit, community, form).await
        }
    }
}

async fn draw(visit: &Visit, community: CommunityId, form: Form) -> Result<Response, No> {
    let (face, watch) = complaints::of(&visit.db, &visit.caller, community).await?;
    let title = visit.words.t1("operator-held-title", "community", &face.name);
    let s = visit.shell(&title, Place::Elsewhere).await?;
    let page = LettersPage { s, form, action: action(community), watch };
    Ok(page_with(page.form.status(), &page))
}

fn action(community: CommunityId) -> String {
    format!("/operator/communities/{community}/letters")
}

fn of(community: &str) -> Result<CommunityId, No> {
    community.parse().map_err(|_| No(Refusal::NOT_FOUND))
}

impl LettersPage {
    /// What there is to say.
    fn notice(&self) -> Html {
        let (s, figures) = (&self.s, self.watch.as_ref().map(|watch| figures(&self.s, watch)).unwrap_or_default());
        match self.watch.as_ref().map(|watch| (watch.held_since, watch.alarmed_at)) {
            Some((Some(since), _)) => {
                let title = s.t1("operator-held-since", "date", s.date(&since));
                kit::notice(Tone::Warn, &title, &format!("{figures}. {}", s.t("operator-held-text")))
            }
            Some((None, Some(warned))) => {
                let title = s.t1("operator-watch-warned", "date", s.date(&warned));
                kit::notice(Tone::Warn, &title, &format!("{figures}. {}", s.t("operator-warned-text")))
            }
            _ => kit::notice(Tone::Good, &s.t("operator-held-none"), ""),
        }
    }
}

/// How many complaints about how many letters.
pub(super) fn figures(s: &Shell, watch: &LetterWatch) -> String {
    s.t2("operator-watch-figures", "complaints", watch.figures.complaints, "letters", watch.figures.letters)
}

/// A community whose letters wait, one that was warned, and one of which there is nothing to say.
pub(super) fn previews(preview: &Preview, s: &Shell) -> Vec<(String, String)> {
    let mut wrong = Form::blank(preview.words);
    wrong.required("reason", limits::REASON);
    let title = preview.words.t1("operator-held-title", "community", "Entraide Nièvre");
    let draw = |form: Form, watch: Option<LetterWatch>| LettersPage {
        s: Shell { title: title.clone(), ..s.clone() },
        form,
        action: "/operator/communities/1/letters".to_owned(),
        watch,
    };
    let (held, warned) = (sample(preview, true), sample(preview, false));
    vec![
        preview.page("operator_letters", &draw(Form::blank(preview.words), Some(held.clone()))),
        preview.page("operator_letters_error", &draw(wrong, Some(held))),
        preview.page("operator_letters_warned", &draw(Form::blank(preview.words), Some(warned))),
        preview.page("operator_letters_calm", &draw(Form::blank(preview.words), None)),
    ]
}

/// A community of which people complain.
pub(in crate::pages) fn sample(preview: &Preview, is_held: bool) -> LetterWatch {
    let at = preview.now - chrono::Duration::days(2);
    LetterWatch {
        community: CommunityId(uuid::Uuid::from_u128(1)),
        name: "Entraide Nièvre".to_owned(),
        figures: complaints::Figures { letters: 1_420, complaints: if is_held { 6 } else { 3 } },
        counted_at: at,
        held_since: is_held.then_some(at),
        alarmed_at: Some(at),
        let_go_at: None,
        reason: String::new(),
    }
}
