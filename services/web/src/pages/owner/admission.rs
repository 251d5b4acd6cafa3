//! Who lets people in: the knobs, what they mean here, what others would mean, and how they came to be.

mod knobs;
mod meaning;

use crate::error_page::No;
use crate::form::Form;
use crate::kit::{self, Html, Tone};
use crate::preview::Preview;
use crate::shell::{Place, Shell, page_with, see_and_say};
use crate::visit::Visit;
use askama::Template;
use community::{Admission, ChangePolicy, PolicyChange, change_policy, policy_changes};
use kernel::PageRequest;
use meaning::{Line, Told};
use poem::{Request, Response, handler};
use sponsorship::PolicyView;

/// Changes that are shown.
const SHOWN: u32 = 20;

#[derive(Template)]
#[template(path = "owner/admission.html")]
struct AdmissionPage {
    s: Shell,
    form: Form,
    lines: Vec<Line>,
    /// What would change for whom; nothing while nothing else is looked at.
    verdict: Option<Html>,
    /// Everything that was looked at, to be sent with the change.
    confirm: Option<Form>,
    history: Vec<Told>,
}

/// `GET /owner/admission`, and with other knobs in the query: what these would mean.
#[handler]
pub async fn show(visit: Visit, request: &Request) -> Result<Response, No> {
    let mut form = Form::parse_text(visit.words, request.uri().query().unwrap_or_default().as_bytes());
    let wanted = match form.text("preset") {
        "" if form.ticked("look") => knobs::read(&mut form),
        "" => None,
        name => Admission::preset(name),
    };
    draw(&visit, form, wanted).await
}

/// `POST /owner/admission/change`: what was looked at becomes the policy.
#[handler]
pub async fn save(visit: Visit, mut form: Form) -> Result<Response, No> {
    let Some(admission) = knobs::read(&mut form) else { return draw(&visit, form, None).await };
    let version = form.text("version").parse().unwrap_or_default();
    let cmd = ChangePolicy { version, look: form.text("seen").to_owned(), admission: admission.clone() };
    match change_policy(&visit.db, &visit.caller, cmd).await {
        Ok(_) => Ok(see_and_say("/owner/admission", "policy-saved")),
        Err(error) => {
            form.refused(error)?;
            draw(&visit, form, Some(admission)).await
        }
    }
}

/// The page; what cannot be looked at is shown as it was typed, beside what holds.
async fn draw(visit: &Visit, mut form: Form, wanted: Option<Admission>) -> Result<Response, No> {
    let looked = wanted.is_some();
    let (view, looked) = match sponsorship::policy(&visit.db, &visit.caller, wanted).await {
        Ok(view) => (view, looked),
        Err(error) => {
            form.refused(error)?;
            (sponsorship::policy(&visit.db, &visit.caller, None).await?, false)
        }
    };
    let history = policy_changes(&visit.db, &visit.caller, PageRequest::new(SHOWN, None)).await?.items;
    let s = visit.shell(&visit.words.t("policy-title"), Place::Elsewhere).await?;
    let status = form.status();
    Ok(page_with(status, &AdmissionPage::new(s, form, &view, looked, &history)))
}

impl AdmissionPage {
    fn new(s: Shell, mut form: Form, view: &PolicyView, looked: bool, history: &[PolicyChange]) -> Self {
        let words = s.words;
        if looked || form.is_good() {
            knobs::write(&mut form, &view.then);
        }
        let confirm = looked.then(|| {
            let mut confirm = Form::blank(words).with("version", view.version.to_string()).with("seen", &view.look);
            knobs::write(&mut confirm, &view.then);
            confirm
        });
        let falling = words.t1("policy-falling", "n", view.falling);
        let verdict = looked.then(|| kit::notice(Tone::Info, &falling, &words.t("policy-nobody-goes")));
        let then = looked.then_some(&view.would_mean);
        let lines = meaning::lines(&view.means, then, words);
        let history = history.iter().map(|change| meaning::told(change, words)).collect();
        Self { s, form, lines, verdict, confirm, history }
    }

    /// The knobs of a form, unseen.
    fn hidden(form: &Form) -> Vec<Html> {
        knobs::NAMES.iter().chain(&["version", "seen"]).map(|name| form.hidden(name)).collect()
    }
}

pub(super) fn previews(p: &Preview) -> Vec<(String, String)> {
    let draw = |form: Form, looked, history: &[PolicyChange]| {
        let s = p.steward("policy-title", Place::Elsewhere);
        AdmissionPage::new(s, form, &meaning::sample(looked), looked, history)
    };
    let mut wrong = Form::blank(p.words);
    knobs::write(&mut wrong, &meaning::sample(false).now);
    wrong.set("sponsors", "x");
    wrong.fail("sponsors", p.words.t("common-field-number"));
    let history = [meaning::sample_change(p)];
    vec![
        p.page("owned-admission", &draw(Form::blank(p.words), false, &history)),
        p.page("owned-admission-looked", &draw(Form::blank(p.words), true, &history)),
        p.page("owned-admission-error", &draw(wrong, false, &[])),
    ]
}
