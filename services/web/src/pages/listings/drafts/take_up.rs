//! `GET /listings/drafts/{id}`: the form as it was kept, to go on with.

use super::{Row, filled::filled, own, samples};
use crate::error_page::No;
use crate::pages::listings::new::{self, New};
use crate::pages::listings::photos::Part;
use crate::pages::listings::questions::{self, Questions};
use crate::pages::mandates::behalf::Behalf;
use crate::preview::Preview;
use crate::shell::{Place, page_with_script};
use crate::visit::Visit;
use poem::http::StatusCode;
use poem::web::Path;
use poem::{Response, handler};
use uuid::Uuid;

#[handler]
pub(crate) async fn take_up(visit: Visit, Path(id): Path<Uuid>) -> Result<Response, No> {
    let kept = own(&visit, id.into()).await?;
    let rules = exchange::views::rules(&visit.db, &visit.caller).await?;
    let form = filled(visit.words, &kept);
    Ok(page_with_script(StatusCode::OK, &new::draw(&visit, form, &rules).await?))
}

pub(super) fn previews(preview: &Preview) -> Vec<(String, String)> {
    let words = preview.words;
    let rules = crate::pages::listings::samples::rules(words);
    let each = samples(preview).into_iter().enumerate().map(|(place, kept)| {
        let form = filled(words, &kept);
        let s = preview.member(new::title(questions::direction(&form)), Place::Listings);
        let behalf = Behalf::new(words, &form, None);
        let questions = Questions::new(form, &rules, words).with_photos(Part::showing(Vec::new()));
        let drawn = New {
            s,
            questions,
            behalf,
            usual: None,
            starts: Vec::new(),
            kept: Some(Row::of(&kept, words, &preview.now)),
        };
        let name = if place == 0 { "member-draft-take-up" } else { "member-draft-take-up-hardly-begun" };
        preview.page(name, &drawn)
    });
    each.collect()
}
