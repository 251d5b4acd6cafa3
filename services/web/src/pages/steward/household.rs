//! With whom a member shares a household, and a steward's word about it.

use super::effects::date;
use crate::error_page::No;
use crate::form::Form;
use crate::preview::Preview;
use crate::shell::{Place, Shell, page_with, see_and_say};
use crate::visit::Visit;
use askama::Template;
use kernel::{HouseholdId, MemberId, Refusal, Role};
use membership::MemberCard;
use poem::web::Path;
use poem::{Request, Response, handler};
use sponsorship::{
    Day, EnterTogether, Entered, FallView, HouseholdEffects, KeepTogether, SponsorshipError, TieState, TieView,
};
use uuid::Uuid;

#[derive(Template)]
#[template(path = "steward/household.html")]
struct HouseholdPage {
    s: Shell,
    form: Form,
    member: MemberCard,
    ties: Vec<TieView>,
    /// What it would do if they counted as one with somebody that was asked about.
    effects: Option<HouseholdEffects>,
}

impl HouseholdPage {
    fn state(&self, tie: &TieView) -> String {
        match tie.state {
            TieState::Asked => self.s.t("household-desk-asked"),
            TieState::Looked => self.s.t("household-desk-looked"),
            TieState::Counts => self.s.t("household-desk-counts"),
            TieState::Ending { at } => self.s.t1("household-desk-ending", "day", self.s.date(&at)),
        }
    }

    #[expect(clippy::unused_self, reason = "the template asks the page")]
    fn is_ending(&self, tie: &TieView) -> bool {
        matches!(tie.state, TieState::Ending { .. })
    }

    #[expect(clippy::unused_self, reason = "the template asks the page")]
    fn waits(&self, tie: &TieView) -> bool {
        matches!(tie.state, TieState::Looked | TieState::Asked)
    }

    fn told(&self, effects: &HouseholdEffects) -> String {
        let key = if effects.touched == 0 { "household-effects-none" } else { "household-effects-some" };
        self.s.t1(key, "n", effects.touched)
    }

    fn falls(&self, fall: &FallView) -> String {
        let (name, day) = (fall.member.name.as_str(), date(self.s.words, fall.until));
        if fall.paths == 0 {
            return self.s.t2("standing-falls-orphan", "name", name, "day", day);
        }
        self.s.t2("standing-falls-thin", "name", name, "paths", i64::from(fall.paths))
    }
}

/// `GET /steward/members/:id/household`
#[handler]
pub async fn show(visit: Visit, Path(id): Path<Uuid>, request: &Request) -> Result<Response, No> {
    let query = Form::parse_text(visit.words, request.uri().query().unwrap_or_default().as_bytes());
    let form = Form::blank(visit.words).with("id", visit.fresh_id().to_string()).with("with", query.text("with"));
    draw(&visit, MemberId(id), form).await
}

/// `POST /steward/members/:id/household`
#[handler]
pub async fn enter(visit: Visit, Path(id): Path<Uuid>, mut form: Form) -> Result<Response, No> {
    let other = named(form.text("with"));
    let cmd = EnterTogether {
        id: HouseholdId(form.text("id").parse().unwrap_or_else(|_| visit.fresh_id())),
        member: MemberId(id),
        other: other.unwrap_or(MemberId(Uuid::max())),
        reason: form.text("reason").to_owned(),
        seen: form.text("seen").to_owned(),
    };
    let back = format!("/steward/members/{id}/household");
    match sponsorship::enter_together(&visit.db, &visit.caller, cmd).await {
        Ok(Entered::Counts) => Ok(see_and_say(&back, "household-is-entered")),
        Ok(Entered::Waits) => Ok(see_and_say(&back, "household-is-proposed")),
        // The page says that this is nobody's address.
        Err(SponsorshipError::NotFound) if other.is_none() => draw(&visit, MemberId(id), form).await,
        Err(error) => {
            form.refused(error)?;
            draw(&visit, MemberId(id), form).await
        }
    }
}

/// `POST /steward/households/:id/keep`
#[handler]
pub async fn keep(visit: Visit, Path(id): Path<Uuid>, mut form: Form) -> Result<Response, No> {
    let cmd = KeepTogether { id: HouseholdId(id), reason: form.text("reason").to_owned() };
    let member = form.text("member").parse().unwrap_or(Uuid::max());
    match sponsorship::keep_together(&visit.db, &visit.caller, cmd).await {
        Ok(()) => Ok(see_and_say(&format!("/steward/members/{member}/household"), "household-is-kept")),
        Err(error) => {
            form.refused(error)?;
            draw(&visit, MemberId(member), form).await
        }
    }
}

/// Whoever the address of a page names, or the id alone.
fn named(text: &str) -> Option<MemberId> {
    text.split(['/', '?', '#', ' ']).find_map(|part| part.parse().ok()).map(MemberId)
}

async fn draw(visit: &Visit, id: MemberId, mut form: Form) -> Result<Response, No> {
    let ties = sponsorship::household_of(&visit.db, &visit.caller, id).await?;
    let found = membership::views::member(&visit.db, &visit.caller, id).await?;
    let member = found.map(|view| view.card).ok_or(No(Refusal::NOT_FOUND))?;
    let mut effects = None;
    if !form.text("with").is_empty() {
        match named(form.text("with")) {
            None => form.fail("with", visit.words.t("household-with-unknown")),
            Some(other) => match sponsorship::household_effects(&visit.db, &visit.caller, id, other).await {
                Ok(found) => {
                    form.set("seen", &found.seen);
                    effects = Some(found);
                }
                Err(error) => form.refused(error)?,
            },
        }
    }
    let title = visit.words.t1("household-desk-title", "name", member.name.as_str());
    let s = visit.shell(&title, Place::Elsewhere).await?;
    Ok(page_with(form.status(), &HouseholdPage { s, form, member, ties, effects }))
}

pub(super) fn previews(p: &Preview) -> Vec<(String, String)> {
    use crate::pages::household::sample;
    let member = p.person("Minh", "Chaumot", Role::None);
    let person = |name: &str| p.person(name, "Corbigny", Role::None);
    let day = Day::new(i32::try_from(p.ahead(30).timestamp() / 86_400).unwrap_or_default());
    let fall = |name: &str, paths| FallView { member: person(name), paths, need: 3, until: day };
    let effects = HouseholdEffects {
        member: member.clone(),
        other: person("Anne Petit"),
        falls: vec![fall("Léa Dubois", 0), fall("Thomas Lambert", 2)],
        unclear: vec![person("Fatou Diop")],
        touched: 3,
        two_stewards: true,
        seen: "abc".to_owned(),
    };
    let draw = |form, ties, effects| {
        let title = p.words.t1("household-desk-title", "name", member.name.as_str());
        let s = p.steward("steward-title", Place::Elsewhere).titled(title);
        HouseholdPage { s, form, member: member.clone(), ties, effects }
    };
    let mut wrong = Form::blank(p.words).with("with", "/members/9");
    wrong.required("reason", 500);
    let ties = || {
        vec![
            sample(p, 1, "Anne Petit", TieState::Ending { at: p.ahead(9) }, true),
            sample(p, 2, "Bruno Faure", TieState::Looked, true),
        ]
    };
    vec![
        p.page("desk-household", &draw(Form::blank(p.words), ties(), None)),
        p.page("desk-household-none", &draw(Form::blank(p.words), Vec::new(), None)),
        p.page("desk-household-error", &draw(wrong, ties(), Some(effects))),
    ]
}
