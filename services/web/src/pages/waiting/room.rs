//! Where I stand, drawn and in words.

use super::request;
use crate::error_page::No;
use crate::form::Form;
use crate::kit::{self, Html, Link, LinkState};
use crate::shell::{Place, Shell, page_with, see};
use crate::visit::Visit;
use askama::Template;
use chrono::{Duration, NaiveTime};
use community::GuestRight;
use kernel::{SponsorshipId, Standing, Timestamp, Who};
use poem::{Response, handler};
use sponsorship::{ApplicationEnd, AskedState, ReservationAboutMe, WaitingRoom};

#[derive(Template)]
#[template(path = "waiting/room.html")]
pub(super) struct RoomPage {
    pub(super) s: Shell,
    pub(super) form: Form,
    pub(super) room: Room,
    pub(super) contact: String,
    /// What the community grants whoever waits.
    pub(super) rights: Vec<GuestRight>,
    /// The title of their request and where it stands, while they have one.
    pub(super) request: Option<(String, String)>,
}

/// What the page shows of a waiting room.
#[derive(Debug, Clone)]
pub(super) struct Room {
    pub(super) name: String,
    /// Whether the team decides.
    pub(super) by_office: bool,
    pub(super) given: u32,
    pub(super) needed: u32,
    pub(super) asked: Vec<Asked>,
    pub(super) may_ask: bool,
    /// The code of the rule that decided last.
    pub(super) rule: &'static str,
    /// Whether some who vouch share a household, so that their words count as one.
    pub(super) shared_household: bool,
    /// When only time stands in the way.
    pub(super) again_at: Option<Timestamp>,
    /// How long the application still lives.
    pub(super) end: Option<ApplicationEnd>,
    /// After how many days without an answer one had better ask somebody else.
    pub(super) patience_days: u32,
    /// Doubts about the reader that stewards have not decided yet; of what kind, and not whose.
    pub(super) reservations: Vec<ReservationAboutMe>,
}

/// A request as its applicant sees it.
#[derive(Debug, Clone)]
pub(super) struct Asked {
    pub(super) id: SponsorshipId,
    pub(super) who: String,
    pub(super) state: AskedState,
    pub(super) sentence: String,
    pub(super) since: Timestamp,
    pub(super) expires_at: Timestamp,
}

#[handler]
pub(super) async fn waiting(visit: Visit) -> Result<Response, No> {
    if let Some(elsewhere) = elsewhere(&visit) {
        return Ok(elsewhere);
    }
    let form = Form::blank(visit.words).with("id", visit.fresh_id().to_string());
    shown(&visit, form).await
}

/// Whoever does not wait has another place.
pub(super) fn elsewhere(visit: &Visit) -> Option<Response> {
    match visit.caller.who {
        Who::Anonymous => Some(see("/sign-in?return_to=%2Fwaiting")),
        Who::Account(_) => Some(see("/join")),
        Who::Member(me) if me.standing.is_waiting() => None,
        Who::Member(me) if me.standing.is_inside() => Some(see("/")),
        Who::Member(me) if me.standing == Standing::Left => Some(see("/join")),
        // The house refuses them.
        Who::Member(_) | Who::Program(_) | Who::House => None,
    }
}

/// The room, with what is being typed.
pub(super) async fn shown(visit: &Visit, form: Form) -> Result<Response, No> {
    let about = sponsorship::reservations_about_me(&visit.db, &visit.caller).await?;
    let room = Room::of(sponsorship::waiting(&visit.db, &visit.caller).await?, about);
    let s = visit.shell(&visit.words.t("waiting-title"), Place::Elsewhere).await?;
    let rights = visit.face.policy.guest_rights.clone();
    let request = request::current(visit).await?;
    let page = RoomPage { request, s, room, contact: visit.face.contact_email.clone(), rights, form };
    Ok(page_with(page.form.status(), &page))
}

impl Room {
    fn of(room: WaitingRoom, reservations: Vec<ReservationAboutMe>) -> Self {
        let may_ask = room.may_ask();
        let asked = room.asked.into_iter().map(|asked| Asked {
            id: asked.id,
            who: asked.who,
            state: asked.state,
            sentence: asked.sentence,
            since: asked.since,
            expires_at: asked.expires_at,
        });
        Self {
            name: room.applicant.name,
            by_office: room.by_office,
            given: room.given,
            needed: room.needed,
            asked: asked.collect(),
            may_ask,
            rule: room.verdict.rule,
            shared_household: room.verdict.shared_household,
            again_at: room.verdict.again_at,
            end: room.end,
            patience_days: room.patience_days,
            reservations,
        }
    }

    fn of_state(&self, state: AskedState) -> impl Iterator<Item = &Asked> {
        self.asked.iter().filter(move |asked| asked.state == state)
    }
}

impl RoomPage {
    /// Whether a request has waited so long that one had better ask somebody else.
    fn is_late(&self, asked: &Asked) -> bool {
        asked.state == AskedState::Waiting
            && self.s.now - asked.since >= chrono::Duration::days(i64::from(self.room.patience_days))
    }

    fn may_ask(&self) -> bool {
        self.rights.contains(&GuestRight::Request)
    }

    fn may_come_along(&self) -> bool {
        self.rights.contains(&GuestRight::Outings)
    }

    fn may_read_bulletins(&self) -> bool {
        self.rights.contains(&GuestRight::Bulletins)
    }

    /// One sentence that says where one is.
    fn headline(&self) -> String {
        let first = self.room.name.split_whitespace().next().unwrap_or_default();
        if self.room.by_office {
            return self.s.t1("waiting-headline-team", "name", first);
        }
        match self.room.needed.saturating_sub(self.room.given) {
            0 => self.s.t1("waiting-headline-soon", "name", first),
            missing => self.s.t2("waiting-headline", "name", first, "n", missing),
        }
    }

    fn lead(&self) -> String {
        if self.room.by_office {
            return self.s.t("waiting-lead-team");
        }
        self.s.t1("waiting-lead", "n", self.room.given)
    }

    /// The path: given links, then asked ones, then those still to be asked, as many as are needed.
    fn path(&self) -> Html {
        let first = |asked: &Asked| asked.who.split(['@', ' ']).next().unwrap_or_default().to_owned();
        let given = self.room.of_state(AskedState::Given).map(|asked| (Some(first(asked)), LinkState::Given));
        let open = self.room.of_state(AskedState::Waiting).map(|asked| (Some(first(asked)), LinkState::Asked));
        let rest = std::iter::repeat((None, LinkState::Open));
        let needed = usize::try_from(self.room.needed.max(self.room.given)).unwrap_or(usize::MAX).min(10);
        let links: Vec<Link> =
            given.chain(open).chain(rest).take(needed).map(|(name, state)| Link { name, state }).collect();
        kit::sponsor_path(&links, false, &self.s.words)
    }

    /// One doubt: of what kind, and since when.
    fn reservation(&self, one: &ReservationAboutMe) -> String {
        let noon = one.confided_on.and_time(NaiveTime::MIN).and_utc() + Duration::hours(12);
        let day = self.s.words.date(&noon);
        let category = crate::pages::newcomers::category(self.s.words, one.category);
        self.s.t2("reservation-mine-line", "category", category, "day", day)
    }

    /// Why one waits, in the words of the rule that decided.
    fn rule(&self) -> String {
        let key = match self.room.rule {
            "R2_PATHS" => "waiting-rule-paths",
            "R3_DISTANCE" => "waiting-rule-distance",
            "R4_TOKENS" => "waiting-rule-tokens",
            "R5_PACE" => "waiting-rule-pace",
            "R6_COOLING" => "waiting-rule-cooling",
            "R7_RESERVATION" => "waiting-rule-reservation",
            _ => return self.s.t1("waiting-rule-sponsors", "n", self.room.needed),
        };
        self.s.t(key)
    }
}
