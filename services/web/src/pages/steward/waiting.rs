//! `GET /steward/waiting`: whether the waiting room empties.

use crate::error_page::No;
use crate::kit::{Bar, Html, bars};
use crate::preview::Preview;
use crate::shell::{Place, Shell, page};
use crate::visit::Visit;
use askama::Template;
use kernel::Role;
use phrases::Words;
use poem::{Response, handler};
use sponsorship::funnel::{Unanswered, WaitingFigures, WaitingMonth};

#[derive(Template)]
#[template(path = "steward/waiting.html")]
struct WaitingPage {
    s: Shell,
    figures: WaitingFigures,
    chart: Html,
    median: String,
}

impl WaitingPage {
    fn of(s: Shell, figures: WaitingFigures) -> Self {
        let words = s.words;
        let median = match figures.median_days {
            Some(days) => words.t1("steward-waiting-median", "days", words.decimal(days)),
            None => words.t("steward-waiting-median-none"),
        };
        Self { chart: chart(&figures.months, words), median, figures, s }
    }

    fn name(&self, month: &WaitingMonth) -> String {
        name(month, self.s.words)
    }

    /// The months from the first in which anything happened: a young community is not shown a year of noughts.
    fn since_the_beginning(&self) -> &[WaitingMonth] {
        let quiet = |month: &WaitingMonth| month.asked + month.sponsored + month.admitted + month.closed == 0;
        let months = &self.figures.months;
        let first = months.iter().position(|month| !quiet(month)).unwrap_or(months.len().saturating_sub(1));
        months.get(first..).unwrap_or_default()
    }

    /// The figures of a month, in the order of the table's columns.
    fn counts(&self, month: &WaitingMonth) -> [String; 4] {
        [month.asked, month.sponsored, month.admitted, month.closed].map(|count| self.s.number(count))
    }
}

/// `GET /steward/waiting`
#[handler]
pub async fn show(visit: Visit) -> Result<Response, No> {
    let figures = sponsorship::funnel::waiting_figures(&visit.db, &visit.caller).await?;
    let s = visit.shell(&visit.words.t("steward-waiting-title"), Place::Elsewhere).await?;
    Ok(page(&WaitingPage::of(s, figures)))
}

/// All twelve months together, from those who asked to those who are in.
fn chart(months: &[WaitingMonth], words: Words) -> Html {
    let sum = |of: fn(&WaitingMonth) -> i64| months.iter().map(of).sum();
    let rows = [
        ("steward-waiting-asked", sum(|month| month.asked)),
        ("steward-waiting-sponsored", sum(|month| month.sponsored)),
        ("steward-waiting-admitted", sum(|month| month.admitted)),
        ("steward-waiting-closed", sum(|month| month.closed)),
    ];
    let rows = rows.map(|(key, count)| Bar { label: words.t(key), count });
    bars(&words.t("steward-waiting-year"), &rows, &words)
}

/// A month by its name: `mars 2026`.
fn name(month: &WaitingMonth, words: Words) -> String {
    // At noon it is the same month everywhere.
    words.month_year(&month.month.and_hms_opt(12, 0, 0).unwrap_or_default().and_utc())
}

pub(super) fn previews(p: &Preview) -> Vec<(String, String)> {
    let month = |ago: i64, asked| WaitingMonth {
        month: p.ago(ago).date_naive(),
        asked,
        sponsored: asked / 2,
        admitted: asked / 3,
        closed: asked / 5,
    };
    let unanswered = |name: &str, days, asked| Unanswered {
        member: p.person(name, "Corbigny", Role::None),
        applied_at: p.ago(days),
        asked,
    };
    let figures = WaitingFigures {
        months: (0..12).rev().map(|n| month(n * 30, 40 - n * 3)).collect(),
        median_days: Some(8.5),
        waiting: 31,
        waiting_long: 6,
        unanswered: vec![unanswered("Jean-Michel de la Roche-Guyon", 44, 3), unanswered("Léa", 12, 0)],
    };
    let empty = WaitingFigures {
        months: figures
            .months
            .iter()
            .map(|month| WaitingMonth { month: month.month, ..WaitingMonth::default() })
            .collect(),
        ..WaitingFigures::default()
    };
    let draw = |figures| WaitingPage::of(p.steward("steward-waiting-title", Place::Elsewhere), figures);
    vec![p.page("desk-waiting", &draw(figures)), p.page("desk-waiting-empty", &draw(empty))]
}
