//! Introducing oneself.

use crate::error_page::No;
use crate::form::Form;
use crate::pages::query::query;
use crate::pages::visitor::paragraphs;
use crate::preview::Preview;
use crate::shell::{Place, Shell, page_with, see, see_and_say};
use crate::visit::Visit;
use askama::Template;
use kernel::{MemberId, Standing, Who};
use membership::limits;
use phrases::Words;
use poem::{Response, handler};
use sponsorship::{Apply, InviterFace, Via};

#[derive(Template)]
#[template(path = "join/apply.html")]
struct ApplyPage {
    s: Shell,
    form: Form,
    charter: Vec<String>,
    /// Who opened the way here, if anybody did.
    inviter: Option<String>,
    by_office: bool,
}

#[handler]
pub(super) async fn join(visit: Visit) -> Result<Response, No> {
    if let Some(elsewhere) = elsewhere(&visit)? {
        return Ok(elsewhere);
    }
    let asked = query(&visit);
    let form = Form::blank(visit.words).with("id", visit.fresh_id().to_string()).with("via", asked.text("via"));
    shown(&visit, form).await
}

#[handler]
pub(super) async fn send(visit: Visit, mut form: Form) -> Result<Response, No> {
    if let Some(elsewhere) = elsewhere(&visit)? {
        return Ok(elsewhere);
    }
    let Some(cmd) = read(&mut form, visit.words) else { return shown(&visit, form).await };
    match sponsorship::apply(&visit.db, &visit.caller, cmd).await {
        Ok(applied) if applied.admitted => Ok(see_and_say("/", "join-done-admitted")),
        Ok(_) => Ok(see_and_say("/waiting", "join-done")),
        Err(error) => {
            form.refused(error)?;
            shown(&visit, form).await
        }
    }
}

/// Whoever is known here already has a better place; strangers sign in first.
fn elsewhere(visit: &Visit) -> Result<Option<Response>, No> {
    match visit.caller.who {
        Who::Anonymous => Ok(Some(see(&visit.sign_in_first()))),
        Who::Member(me) if me.standing.is_waiting() => Ok(Some(see("/waiting"))),
        Who::Member(me) if me.standing.is_inside() => Ok(Some(see("/"))),
        Who::Member(me) if me.standing != Standing::Left => {
            sponsorship::may_apply(&visit.caller)?;
            Ok(None)
        }
        Who::Member(_) | Who::Account(_) | Who::Program(_) | Who::House => Ok(None),
    }
}

fn read(form: &mut Form, words: Words) -> Option<Apply> {
    let id = form.id();
    let name = form.required("name", limits::NAME);
    let about = form.required("about", limits::ABOUT);
    let town = form.optional("town", limits::TOWN);
    // Asked together with the rest, so that nobody is sent back twice.
    if !form.ticked("charter_accepted") {
        form.fail("charter_accepted", words.refusal("CHARTER_NOT_ACCEPTED"));
        return None;
    }
    Some(Apply {
        id: MemberId(id?),
        name: name?,
        about: about?,
        town: town?,
        charter_accepted: form.ticked("charter_accepted"),
        via: Via::of(form.text("via")),
    })
}

async fn shown(visit: &Visit, form: Form) -> Result<Response, No> {
    let inviter = sponsorship::peek(&visit.db, visit.caller.community, form.text("via")).await?;
    let s = visit.shell(&visit.words.t("join-title"), Place::Elsewhere).await?;
    let page = ApplyPage {
        s,
        charter: paragraphs(&visit.face.charter),
        inviter: inviter.map(|InviterFace { name, .. }| name),
        by_office: visit.face.policy.steward_admits(),
        form,
    };
    Ok(page_with(page.form.status(), &page))
}

/// Alone, brought by somebody, where the team welcomes, and with faults.
pub(super) fn previews(preview: &Preview) -> Vec<(String, String)> {
    let charter: Vec<String> = community::preset::all()
        .first()
        .map(|preset| preset.charter.get(preview.words.language).clone())
        .unwrap_or_default();
    let shown = |name: &str, form, inviter: Option<&str>, by_office| {
        let s = preview.visitor("join-title").without_sign_in();
        let inviter = inviter.map(str::to_owned);
        preview.page(name, &ApplyPage { s, form, charter: charter.clone(), inviter, by_office })
    };
    let blank = || Form::blank(preview.words);
    let mut wrong = blank().with("name", "Thomas").with("town", "Chaumot");
    wrong.fail("about", preview.words.t("common-field-missing"));
    wrong.fail("charter_accepted", preview.words.refusal("CHARTER_NOT_ACCEPTED"));
    vec![
        shown("join", blank(), None, false),
        shown("join_invited", blank(), Some("Anne Lemaire"), false),
        shown("join_team", blank(), None, true),
        shown("join_error", wrong, None, false),
    ]
}
