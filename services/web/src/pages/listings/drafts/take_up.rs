//! `GET /listings/drafts/{id}`: the form as it was kept, to go on with.

use super::{filled::filled, own, samples};
use crate::error_page::No;
use crate::pages::listings::new::{self, New};
use crate::pages::listings::photos::Part;
use crate::pages::listings::questions::{self, Questions};
use crate::pages::mandates::behalf::Behalf;
use crate::preview::Preview;
use crate::shell::{Place, page};
use crate::visit::Visit;
use exchange::KeptDraft;
use phrases::Words;
use poem::web::Path;
use poem::{Response, handler};
use uuid::Uuid;

#[handler]
pub(crate) async fn take_up(visit: Visit, Path(id): Path<Uuid>) -> Result<Response, No> {
    let kept = own(&visit, id.into()).await?;
    let rules = exchange::views::rules(&visit.db, &visit.caller).await?;
    let form = filled(visit.words, &kept);
    let drawn = new::draw(&visit, form, &rules).await?;
    // Whoever goes on with something needs no idea to begin with.
    Ok(page(&New { starts: Vec::new(), kept: Some(said(&kept, visit.words)), ..drawn }))
}

/// Who sees it, and until when it is there.
fn said(kept: &KeptDraft, words: Words) -> String {
    words.t1("listing-draft-until", "day", words.date(&kept.goes_at()))
}

pub(super) fn previews(preview: &Preview) -> Vec<(String, String)> {
    let words = preview.words;
    let rules = crate::pages::listings::samples::rules(words);
    let each = samples(preview).into_iter().enumerate().map(|(place, kept)| {
        let form = filled(words, &kept);
        let s = preview.member(new::title(questions::direction(&form)), Place::Listings);
        let behalf = Behalf::new(words, &form, None);
        let questions = Questions::new(form, &rules, words).with_photos(Part::showing(Vec::new()));
        let drawn = New { s, questions, behalf, usual: None, starts: Vec::new(), kept: Some(said(&kept, words)) };
        let name = if place == 0 { "member-draft-take-up" } else { "member-draft-take-up-hardly-begun" };
        preview.page(name, &drawn)
    });
    each.collect()
}
