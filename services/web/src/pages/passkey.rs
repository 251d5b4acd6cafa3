//! The page on which a device is asked for a passkey: with a script, because no browser asks without.

use crate::form::Form;
use crate::kit::Html;
use crate::preview::Preview;
use crate::shell::{Place, Shell, page_with_script};
use crate::visit::Visit;
use askama::Template;
use kernel::ChallengeId;
use membership::passkey::{Answer, Begun, Venue};
use poem::http::{StatusCode, header};
use poem::{Request, Response};
use serde_json::Value;
use uuid::Uuid;

/// What the device is asked for.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Kind {
    /// To make a key.
    Add,
    /// To show one.
    Prove,
    /// To show any, and say whose it is.
    SignIn,
}

impl Kind {
    /// As the script reads it.
    fn word(self) -> &'static str {
        match self {
            Self::Add => "create",
            Self::Prove | Self::SignIn => "get",
        }
    }

    fn title(self) -> &'static str {
        match self {
            Self::Add => "passkey-add-title",
            Self::Prove => "passkey-prove-title",
            Self::SignIn => "passkey-sign-in-title",
        }
    }

    fn lead(self) -> &'static str {
        match self {
            Self::Add => "passkey-add-lead",
            Self::Prove => "passkey-prove-lead",
            Self::SignIn => "passkey-sign-in-lead",
        }
    }

    /// The way without a passkey, in words.
    fn otherwise(self) -> &'static str {
        match self {
            Self::Add => "passkey-add-otherwise",
            Self::Prove => "passkey-prove-otherwise",
            Self::SignIn => "passkey-sign-in-otherwise",
        }
    }
}

#[derive(Template)]
#[template(path = "passkey/ask.html")]
struct AskPage {
    s: Shell,
    kind: Kind,
    lead: String,
    /// Where the answer goes.
    action: &'static str,
    options: String,
    challenge: String,
    /// What goes along with it.
    carried: Html,
    /// The page without a passkey.
    otherwise: String,
}

/// Where the answer goes, what goes along, and the page of the other way.
pub(crate) struct Way {
    pub action: &'static str,
    pub carried: Html,
    pub otherwise: String,
}

/// The page that asks.
pub(crate) fn ask(s: Shell, kind: Kind, venue: &Venue, begun: &Begun, way: Way) -> Response {
    page_with_script(StatusCode::OK, &drawn(s, kind, venue.domain(), begun, way))
}

fn drawn(s: Shell, kind: Kind, domain: &str, begun: &Begun, way: Way) -> AskPage {
    let (title, lead) = (s.t(kind.title()), s.t1(kind.lead(), "domain", domain));
    AskPage {
        s: s.titled(title),
        kind,
        lead,
        action: way.action,
        options: begun.options.to_string(),
        challenge: begun.challenge.to_string(),
        carried: way.carried,
        otherwise: way.otherwise,
    }
}

/// The host that was addressed, as passkeys know it.
pub(crate) fn venue(visit: &Visit, request: &Request) -> Venue {
    Venue::new(&visit.site, request.header(header::HOST).unwrap_or_default())
}

/// What the script wrote into the form; nonsense answers no challenge.
pub(crate) fn answer(form: &Form) -> Answer {
    let challenge = form.text("challenge").parse::<Uuid>().unwrap_or(Uuid::max());
    let credential = serde_json::from_str(form.text("credential")).unwrap_or(Value::Null);
    Answer { challenge: ChallengeId(challenge), credential }
}

/// The page for each of its errands.
pub(crate) fn previews(p: &Preview) -> Vec<(String, String)> {
    let begun = Begun { challenge: ChallengeId(Uuid::from_u128(1)), options: Value::Null };
    let draw = |name: &str, s: Shell, kind, otherwise: &str| {
        let way = Way { action: "/sign-in/passkey", carried: Html::default(), otherwise: otherwise.to_owned() };
        p.page(name, &drawn(s, kind, "maillon.example", &begun, way))
    };
    let member = || p.member("account-title", Place::Elsewhere);
    vec![
        draw("passkey_add", member(), Kind::Add, "/account"),
        draw("passkey_prove", member(), Kind::Prove, "/account/prove"),
        draw("passkey_sign_in", p.visitor("signin-title").without_sign_in(), Kind::SignIn, "/sign-in"),
    ]
}
