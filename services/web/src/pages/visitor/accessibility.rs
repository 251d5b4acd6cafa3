//! The accessibility statement that the law asks of public bodies (decree 2019-768): how far the pages answer the RGAA, what does
//! not yet, whom to tell, where to complain. Its figures and its gaps are those of the grid in `infra/rgaa.md`.

use super::contact::Contact;
use crate::error_page::No;
use crate::preview::Preview;
use crate::rgaa::{Answer, REVIEW, Review, sentence_of};
use crate::shell::{Place, Shell, page};
use crate::visit::Visit;
use askama::Template;
use chrono::NaiveTime;
use phrases::{Value, Words};
use poem::{Response, handler};

#[derive(Template)]
#[template(path = "visitor/accessibility.html")]
struct AccessibilityPage {
    s: Shell,
    who: Contact,
    said: Said,
}

/// What the grid says, in words.
struct Said {
    /// The state of conformity, as the law names it.
    level: String,
    /// Who looked, and when.
    reviewed: String,
    /// How many criteria are held.
    held: String,
    /// How many are not, were not judged, do not apply; what is none is left out.
    rest: Vec<String>,
    /// What is not accessible, a sentence each.
    missing: Vec<String>,
}

impl Said {
    fn of(review: &Review, community: &str, words: Words) -> Self {
        let noon = NaiveTime::from_hms_opt(12, 0, 0).unwrap_or_default();
        let day = review.on.map(|on| words.date(&on.and_time(noon).and_utc())).unwrap_or_default();
        let figures = [("held", review.count(Answer::Conform)), ("judged", review.judged()), ("share", review.share())];
        Self {
            level: words.t1(&format!("visitor-accessibility-level-{}", review.level().key()), "community", community),
            reviewed: words.t1("visitor-accessibility-results-text", "day", day),
            held: words.tn("visitor-accessibility-held", &figures.map(|(name, figure)| (name, Value::from(figure)))),
            rest: [("missed", Answer::NotConform), ("unjudged", Answer::NotJudged), ("absent", Answer::NotApplicable)]
                .into_iter()
                .filter_map(|(key, answer)| counted(review, key, answer, words))
                .collect(),
            missing: review.of(Answer::NotConform).into_iter().map(|one| words.t(&sentence_of(one))).collect(),
        }
    }
}

/// How many criteria have this answer, and which; nothing where there is none.
fn counted(review: &Review, key: &str, answer: Answer, words: Words) -> Option<String> {
    let which = review.of(answer);
    let line = || words.t2(&format!("visitor-accessibility-{key}"), "n", which.len(), "which", which.join(", "));
    (!which.is_empty()).then(line)
}

/// `GET /accessibility`
#[handler]
pub(super) async fn accessibility(visit: Visit) -> Result<Response, No> {
    let s = visit.shell(&visit.words.t("visitor-accessibility-title"), Place::Elsewhere).await?;
    Ok(page(&AccessibilityPage { who: Contact::of(&visit.face), said: Said::of(&REVIEW, &s.brand.name, s.words), s }))
}

pub(super) fn preview(preview: &Preview) -> (String, String) {
    let s = preview.visitor("visitor-accessibility-title");
    let page = AccessibilityPage { who: Contact::sample_foyer(), said: Said::of(&REVIEW, &s.brand.name, s.words), s };
    preview.page("accessibility", &page)
}
