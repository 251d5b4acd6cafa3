//! One member, and how the reader is linked to them.

use super::{
    entry::{self, Entry},
    office,
};
use crate::error_page::No;
use crate::form::Form;
use crate::pages::linked::{self, Linked};
use crate::preview::Preview;
use crate::shell::{Place, Shell, page};
use crate::visit::Visit;
use askama::Template;
use exchange::{ListingFilter, ListingRow};
use kernel::{MemberId, PageRequest, Refusal, Role, Standing};
use membership::MemberView;
use poem::web::Path;
use poem::{Response, handler};
use uuid::Uuid;

#[derive(Template)]
#[template(path = "members/one.html")]
#[expect(clippy::struct_excessive_bools, reason = "each shows a button of its own")]
struct OnePage {
    s: Shell,
    person: MemberView,
    office: Option<String>,
    mine: bool,
    /// Whether the reader may vouch for this person, who is in already.
    may_endorse: bool,
    /// Whether the reader may say that they share a household with this person.
    may_share: bool,
    /// Whether the reader may ask for something in this person's name.
    may_ask_for: bool,
    linked: Option<Linked>,
    entry: Option<Entry>,
    listings: Vec<ListingRow>,
    /// What a steward may do here; nothing for others.
    judge: Option<Judge>,
    /// What an owner may give here.
    roles: Option<Form>,
}

/// The steward's corner of the page.
struct Judge {
    form: Form,
    suspended: bool,
    /// Whether they stand where one can be put out.
    may_go: bool,
}

impl Judge {
    fn of(form: Form, standing: Standing) -> Self {
        let suspended = standing == Standing::Suspended;
        Self { form, suspended, may_go: suspended || standing.is_inside() }
    }
}

/// `GET /members/:id`
#[handler]
pub async fn show(visit: Visit, Path(id): Path<Uuid>) -> Result<Response, No> {
    let id = MemberId(id);
    let person = membership::views::member(&visit.db, &visit.caller, id).await?.ok_or(No(Refusal::NOT_FOUND))?;
    let mine = visit.caller.me().is_some_and(|me| me.member == id);
    let inside = person.card.standing.is_inside();
    let linked = if mine || !inside { None } else { linked::to(&visit, &person.card).await? };
    let entry = entry::of(&visit, id).await?;
    let filter = ListingFilter { author: Some(id), ..ListingFilter::default() };
    let listings =
        exchange::views::listings(&visit.db, &visit.caller, &filter, &PageRequest::new(10, None)).await?.items;
    let s = visit.shell(&person.card.name, Place::Members).await?;
    let judges = membership::suspend::could_judge(&visit.caller, &person.card);
    let judge = judges.then(|| Judge::of(Form::blank(visit.words), person.card.standing));
    let may_endorse = sponsorship::could_endorse(&visit.caller, &person.card, &visit.face.policy);
    let may_share = sponsorship::household::could_share(&visit.caller, &person.card);
    let may_ask_for = exchange::mandate::could_ask_for(&visit.caller, &person.card);
    let gives = membership::role::could_give_role(&visit.caller, &person.card);
    let roles =
        gives.then(|| Form::blank(visit.words).with("member", id.to_string()).with("role", person.card.role.as_str()));
    Ok(page(&OnePage {
        office: office(s.words, person.card.role),
        s,
        person,
        mine,
        may_endorse,
        may_share,
        may_ask_for,
        linked,
        entry,
        listings,
        judge,
        roles,
    }))
}

pub(super) fn previews(p: &Preview) -> Vec<(String, String)> {
    let card = p.person("Guy", "Chaumot", Role::Steward);
    let about = p.words.t("members-sample-about");
    let draw = |judge: Option<Judge>, about: &str, linked: bool| {
        let s = Shell { title: card.name.clone(), ..p.steward("members-title", Place::Members) };
        let person = MemberView { card: card.clone(), about: about.to_owned() };
        let roles = judge.is_some().then(|| Form::blank(p.words).with("role", "steward"));
        OnePage {
            s,
            person,
            office: office(p.words, card.role),
            mine: false,
            may_endorse: linked,
            may_share: linked,
            may_ask_for: linked,
            linked: linked.then(|| linked::sample(p, &card.name)),
            entry: linked.then(|| entry::sample(p)),
            listings: Vec::new(),
            judge,
            roles,
        }
    };
    let judge = |standing| Judge::of(Form::blank(p.words), standing);
    vec![
        p.page("people-one", &draw(None, &about, true)),
        p.page("people-one-unlinked", &draw(None, "", false)),
        p.page("people-one-steward", &draw(Some(judge(Standing::Member)), &about, true)),
        p.page("people-one-later", &OnePage { linked: Some(linked::sample_later(p)), ..draw(None, &about, true) }),
        p.page("people-one-suspended", &draw(Some(judge(Standing::Suspended)), &about, true)),
    ]
}
