//! `GET /account`: where I am signed in, and how I get in.

use crate::error_page::No;
use crate::form::Form;
use crate::pages::query::query;
use crate::preview::Preview;
use crate::shell::{Place, Shell, page_with};
use crate::visit::Visit;
use askama::Template;
use kernel::{Act, PasskeyId, SessionId};
use membership::factor::{self, Protection};
use membership::passkey::{self, PasskeyView};
use membership::session::SessionView;
use poem::{Response, handler};
use uuid::Uuid;

#[derive(Template)]
#[template(path = "account/overview.html")]
struct AccountPage {
    s: Shell,
    email: String,
    /// Where letters are to go from now on, and what a new passkey is to be called.
    form: Form,
    protection: Protection,
    passkeys: Vec<PasskeyView>,
    /// Whether the house is sure enough of the reader to change how they get in.
    sure: bool,
    sessions: Vec<SessionView>,
    here: Option<SessionId>,
}

impl AccountPage {
    /// The program and the machine, as far as a browser tells.
    fn device(&self, session: &SessionView) -> String {
        let agent = session.user_agent.as_str();
        let browser = ["Firefox", "Edg", "Chrome", "Safari"].into_iter().find(|name| agent.contains(name));
        let machine = ["Android", "iPhone", "iPad", "Windows", "Macintosh", "Linux"]
            .into_iter()
            .find(|name| agent.contains(name));
        match (browser, machine) {
            (Some(browser), Some(machine)) => self.s.t2("account-device", "browser", browser, "machine", machine),
            _ => self.s.t("account-device-unknown"),
        }
    }

    fn is_here(&self, session: &SessionView) -> bool {
        self.here == Some(session.id)
    }

    /// Where it works, since when, and when it was shown last.
    fn passkey(&self, one: &PasskeyView) -> String {
        let since = self.s.t2("passkey-since", "domain", one.domain.as_str(), "when", self.s.date(&one.created_at));
        let used = one.used_at.map_or_else(
            || self.s.t("passkey-never-used"),
            |at| self.s.t1("passkey-used", "when", self.s.ago(&at, &self.s.now)),
        );
        format!("{since} {used}")
    }

    fn since(&self, session: &SessionView) -> String {
        self.s.t1("account-session-since", "when", self.s.day_time(&session.created_at))
    }
}

/// `GET /account`
#[handler]
pub async fn show(visit: Visit) -> Result<Response, No> {
    // What was typed before signing in again.
    let address = query(&visit).text("email").to_owned();
    let fresh = Form::blank(visit.words).with("id", visit.fresh_id().to_string()).with("email", address);
    draw(&visit, fresh).await
}

/// The page, with what was typed.
pub(super) async fn draw(visit: &Visit, form: Form) -> Result<Response, No> {
    let sessions = membership::session::sessions(&visit.db, &visit.caller).await?;
    let own = membership::account::own(&visit.db, &visit.caller).await?;
    let s = visit.shell(&visit.words.t("account-title"), Place::Elsewhere).await?;
    let page = AccountPage {
        email: own.email.to_string(),
        protection: factor::protection(&visit.db, &visit.caller).await?,
        passkeys: passkey::passkeys(&visit.db, &visit.caller).await?,
        sure: visit.caller.may_now(Act::ChangeOwnAccess),
        here: visit.session,
        s,
        sessions,
        form,
    };
    Ok(page_with(page.form.status(), &page))
}

pub(super) fn previews(p: &Preview) -> Vec<(String, String)> {
    let session = |n: u128, agent: &str| SessionView {
        id: SessionId(Uuid::from_u128(n)),
        user_agent: agent.to_owned(),
        created_at: p.ago(20),
        seen_at: p.ago(1),
    };
    let with = |days, codes| Protection { since: Some(p.ago(days)), recovery_codes: codes, passkeys: 0 };
    let passkey = |n: u128, name: &str, domain: &str, used: Option<i64>| PasskeyView {
        id: PasskeyId(Uuid::from_u128(n)),
        name: name.to_owned(),
        domain: domain.to_owned(),
        created_at: p.ago(30),
        used_at: used.map(|days| p.ago(days)),
    };
    let keys =
        || vec![passkey(1, "Téléphone", "maillon.example", Some(2)), passkey(2, "Clé USB", "entraide.example", None)];
    let draw = |form, sure, protection: Protection| AccountPage {
        s: p.member("account-title", Place::Elsewhere),
        email: "odile.martin@example.test".to_owned(),
        form,
        sure,
        passkeys: if protection.passkeys > 0 { keys() } else { Vec::new() },
        protection,
        sessions: vec![session(1, "Mozilla/5.0 (Android 9) Firefox/128.0"), session(2, "")],
        here: Some(SessionId(Uuid::from_u128(1))),
    };
    let mut wrong = Form::blank(p.words).with("email", "odile@");
    wrong.fail("email", p.words.t("common-field-email"));
    vec![
        p.page("account", &draw(Form::blank(p.words), true, Protection::default())),
        p.page("own_account_unsure", &draw(Form::blank(p.words), false, Protection::default())),
        p.page("own_account_error", &draw(wrong, true, Protection::default())),
        p.page("own_account_protected", &draw(Form::blank(p.words), true, with(40, 9))),
        p.page("own_account_passkeys", &draw(Form::blank(p.words), true, Protection { passkeys: 2, ..with(40, 9) })),
        p.page(
            "own_account_passkeys_only",
            &draw(Form::blank(p.words), false, Protection { since: None, passkeys: 2, ..with(40, 9) }),
        ),
        p.page("own_account_protected_unsure", &draw(Form::blank(p.words), false, with(40, 0))),
    ]
}
