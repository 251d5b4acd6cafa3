//! `GET /fairness`: what fairness means here, and where the reader stands. Nobody else is shown it.

use crate::doors::Doors;
use crate::error_page::No;
use crate::kit::{self, Html, Tone};
use crate::preview::Preview;
use crate::shell::{Place, Shell, page};
use crate::visit::Visit;
use askama::Template;
use exchange::{MyFairness, fairness, limits};
use poem::{Response, handler};

/// The addresses of this area.
pub fn doors(doors: Doors) -> Doors {
    doors.get("/fairness", show)
}

#[derive(Template)]
#[template(path = "fairness/mine.html")]
struct Mine {
    s: Shell,
    /// Nothing where the community has no such rule.
    stands: Option<MyFairness>,
}

/// `GET /fairness`
#[handler]
async fn show(visit: Visit) -> Result<Response, No> {
    let stands = fairness::my_fairness(&visit.db, &visit.caller).await?;
    let s = visit.shell(&visit.words.t("fairness-title"), Place::Elsewhere).await?;
    Ok(page(&Mine { s, stands }))
}

impl Mine {
    /// Where the reader stands, and what follows.
    fn said(&self, stands: &MyFairness) -> Html {
        let received = self.s.t1("fairness-received", "n", stands.received);
        match stands.until {
            Some(until) => {
                let text = self.s.t2("fairness-waits", "hours", limits::FAIR_DELAY_HOURS, "day", self.s.date(&until));
                kit::notice(Tone::Info, &received, &text)
            }
            None => kit::notice(Tone::Good, &received, &self.s.t("fairness-free")),
        }
    }

    /// The rule, in points.
    fn rule(&self, stands: &MyFairness) -> [String; 4] {
        let hours = limits::FAIR_DELAY_HOURS;
        [
            self.s.t2("fairness-rule-wait", "n", stands.share, "hours", hours),
            self.s.t("fairness-rule-told"),
            self.s.t("fairness-rule-free"),
            self.s.t("fairness-rule-end"),
        ]
    }
}

/// The page in all states.
pub fn previews(p: &Preview) -> Vec<(String, String)> {
    let draw = |name: &str, stands: Option<MyFairness>| {
        p.page(name, &Mine { s: p.member("fairness-title", Place::Elsewhere), stands })
    };
    let stands = |received, until| Some(MyFairness { share: 3, received, until });
    vec![
        draw("member-fair-free", stands(1, None)),
        draw("member-fair-waits", stands(4, Some(p.ahead(9)))),
        draw("member-fair-none", None),
    ]
}
