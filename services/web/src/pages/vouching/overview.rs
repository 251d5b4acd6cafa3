//! All my vouching on one page.

use crate::error_page::No;
use crate::preview::Preview;
use crate::shell::{Place, Shell, page};
use crate::visit::Visit;
use askama::Template;
use kernel::{InvitationId, PageRequest, Role, SponsorshipId};
use poem::{Response, handler};
use sponsorship::{GivenView, InvitationState, InvitationView, Relation, State};
use uuid::Uuid;

#[derive(Template)]
#[template(path = "vouching/overview.html")]
struct OverviewPage {
    s: Shell,
    link: String,
    /// How many more people one may vouch for; nothing where it is not counted.
    left: Option<u32>,
    /// Why none is left or none may be given yet.
    wait: Option<String>,
    given: Vec<GivenView>,
    invitations: Vec<InvitationView>,
}

impl OverviewPage {
    fn is_open(invitation: &InvitationView) -> bool {
        invitation.state == InvitationState::Open
    }

    fn became(&self, invitation: &InvitationView) -> String {
        self.s.t(match invitation.state {
            InvitationState::Open => "vouching-invitation-open",
            InvitationState::Used => "vouching-invitation-used",
            InvitationState::Revoked => "vouching-invitation-revoked",
            InvitationState::Expired => "vouching-invitation-expired",
        })
    }

    fn stands(&self, given: &GivenView) -> String {
        self.s.t(match given.state {
            State::Given if given.carries => "vouching-given-carries",
            State::Given => "vouching-given-waits",
            _ => "vouching-given-ended",
        })
    }
}

/// `GET /vouching`
#[handler]
pub async fn show(visit: Visit) -> Result<Response, No> {
    let (db, caller) = (&visit.db, &visit.caller);
    let tokens = sponsorship::tokens(db, caller).await?;
    let token = sponsorship::personal_link(db, caller).await?;
    let newest = PageRequest::new(50, None);
    let given = sponsorship::given_by_me(db, caller, newest).await?.items;
    let invitations = sponsorship::invitations(db, caller, newest).await?.items;
    let s = visit.shell(&visit.words.t("vouching-title"), Place::Elsewhere).await?;
    let wait = tokens
        .wait_until()
        .and_then(|day| chrono::DateTime::from_timestamp(i64::from(day.number()) * 86_400, 0))
        .map(|day| s.date(&day));
    Ok(page(&OverviewPage {
        link: format!("{}/p/{token}", visit.site.home(&visit.face)),
        left: tokens.counted.then_some(tokens.left),
        wait: wait.map(|day| s.t1("vouching-wait", "day", day)),
        s,
        given,
        invitations,
    }))
}

pub(super) fn previews(p: &Preview) -> Vec<(String, String)> {
    let given = |n: u128, name: &str, state, carries| GivenView {
        id: SponsorshipId(Uuid::from_u128(n)),
        applicant: p.person(name, "Corbigny", Role::None),
        relation: Some(Relation::Neighbour),
        sentence: "Ma voisine de palier depuis six ans.".to_owned(),
        met_in_person: true,
        given_at: p.ago(20),
        state,
        carries,
    };
    let invitation = |n: u128, email: &str, state| InvitationView {
        id: InvitationId(Uuid::from_u128(n)),
        email: email.to_owned(),
        relation: Relation::Friend,
        sentence: "Nous jardinons ensemble.".to_owned(),
        language: kernel::Language::Fr,
        state,
        created_at: p.ago(4),
        expires_at: p.ahead(26),
    };
    let draw = |left, wait: Option<&str>, given, invitations| OverviewPage {
        s: p.member("vouching-title", Place::Elsewhere),
        link: "http://entraide.localhost:8080/p/7Z9k2m4q8r1t5v7x9z3b6d8f2h4j".to_owned(),
        left,
        wait: wait.map(str::to_owned),
        given,
        invitations,
    };
    let full = draw(
        Some(2),
        None,
        vec![
            given(1, "Thomas", State::Given, true),
            given(2, "Léa", State::Given, false),
            given(3, "Paul", State::Revoked, false),
        ],
        vec![
            invitation(
                4,
                "une.personne.au.nom.vraiment.tres.long@exemple-de-domaine.example.test",
                InvitationState::Open,
            ),
            invitation(5, "luc@example.test", InvitationState::Used),
        ],
    );
    let wait = p.words.t1("vouching-wait", "day", p.words.date(&p.ahead(30)));
    vec![
        p.page("vouched", &full),
        p.page("vouched-empty", &draw(None, None, Vec::new(), Vec::new())),
        p.page("vouched-no-token", &draw(Some(0), Some(&wait), Vec::new(), Vec::new())),
    ]
}
