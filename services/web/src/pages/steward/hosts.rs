//! `GET /steward/hosts`: who meets newcomers, and who looks for somebody. To be seen, not to be assigned.

use crate::error_page::No;
use crate::pages::hosting::wording;
use crate::preview::Preview;
use crate::shell::{Place, Shell, page};
use crate::visit::Visit;
use askama::Template;
use kernel::{Role, Standing};
use poem::{Response, handler};
use sponsorship::{HostTerms, RotaPlace, RotaView, SeekingView, Way};

#[derive(Template)]
#[template(path = "steward/hosts.html")]
struct HostsPage {
    s: Shell,
    rota: RotaView,
}

impl HostsPage {
    fn terms(&self, place: &RotaPlace) -> String {
        wording::terms(&place.terms, self.s.words)
    }

    fn way(&self, seeking: &SeekingView) -> String {
        wording::way(seeking.way, self.s.words)
    }

    /// Whether nobody under review or gone is asked.
    fn is_asked(place: &RotaPlace) -> bool {
        place.member.standing == Standing::Member
    }
}

/// `GET /steward/hosts`
#[handler]
pub async fn show(visit: Visit) -> Result<Response, No> {
    let rota = sponsorship::rota(&visit.db, &visit.caller).await?;
    let s = visit.shell(&visit.words.t("hosting-rota-title"), Place::Elsewhere).await?;
    Ok(page(&HostsPage { s, rota }))
}

pub(super) fn previews(p: &Preview) -> Vec<(String, String)> {
    let host = |name: &str, town: &str, asked, missed| RotaPlace {
        member: p.person(name, town, Role::None),
        terms: HostTerms { town: town.to_owned(), in_person: true, by_video: asked > 1, a_month: 2 },
        last_asked_at: (asked > 0).then(|| p.ago(6)),
        asked_lately: asked,
        accepted: asked,
        missed,
        met: 1,
    };
    let seeking = |name: &str, waits: bool| SeekingView {
        applicant: p.person(name, "Corbigny", Role::None),
        town: "Corbigny".to_owned(),
        way: Way::Either,
        asked_at: p.ago(9),
        answer_by: waits.then(|| p.ahead(2)),
    };
    let full = RotaView {
        hosts: vec![
            host("Marie-Antoinette de la Fontaine-Beaumarchais", "Saint-Martin-du-Puy", 0, 0),
            host("Guy", "", 2, 1),
        ],
        seeking: vec![seeking("Jean-Michel de la Roche-Guyon", true), seeking("Léa", false)],
    };
    let draw = |rota| HostsPage { s: p.steward("hosting-rota-title", Place::Elsewhere), rota };
    vec![p.page("desk-hosts", &draw(full)), p.page("desk-hosts-empty", &draw(RotaView::default()))]
}
