//! What a visitor of a community sees: what it is, how one gets in, what is promised, who answers for it. Nothing of what
//! members say or offer.

use super::charter::paragraphs;
use crate::error_page::No;
use crate::preview::Preview;
use crate::shell::{Place, Shell, page};
use crate::visit::Visit;
use askama::Template;
use community::CommunityFace;
use kernel::{Standing, Who};
use poem::Response;

#[derive(Template)]
#[template(path = "visitor/welcome.html")]
struct WelcomePage {
    s: Shell,
    way_in: WayIn,
    headline: String,
    lead: Vec<String>,
    /// How many members vouch; nothing where the team welcomes.
    sponsors: Option<u32>,
    /// The first words of each promise.
    promises: Vec<String>,
    organisation: String,
    postal_address: String,
    contact: String,
}

/// What the reader can do from here.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum WayIn {
    /// Ask to come in, or sign in.
    Stranger,
    /// Signed in, not known here: ask to come in.
    SignedIn,
    /// The team has closed the door for now.
    Closed,
}

/// The page, for whoever is not inside.
pub(crate) async fn welcome(visit: &Visit) -> Result<Response, No> {
    let way_in = match visit.caller.who {
        Who::Account(_) => WayIn::SignedIn,
        Who::Member(me) if me.standing == Standing::Left => WayIn::SignedIn,
        Who::Member(_) => WayIn::Closed,
        Who::Anonymous | Who::Program(_) | Who::House => WayIn::Stranger,
    };
    let s = visit.shell("", Place::Elsewhere).await?;
    Ok(page(&of(s, way_in, &visit.face)))
}

fn of(s: Shell, way_in: WayIn, face: &CommunityFace) -> WelcomePage {
    let headline = if face.tagline.is_empty() { face.name.clone() } else { face.tagline.clone() };
    WelcomePage {
        s,
        way_in,
        headline,
        lead: paragraphs(&face.welcome),
        sponsors: face.policy.sponsors(),
        promises: paragraphs(&face.charter).iter().take(5).map(|promise| first_sentence(promise)).collect(),
        organisation: face.organisation.clone(),
        postal_address: face.postal_address.clone(),
        contact: face.contact_email.clone(),
    }
}

/// Up to the first full stop, so that a promise stays a line.
fn first_sentence(text: &str) -> String {
    text.split_inclusive(['.', '!', '?']).next().unwrap_or_default().trim().to_owned()
}

/// For a stranger where members vouch and where the team welcomes, for somebody signed in, and behind a closed door.
pub(super) fn previews(preview: &Preview) -> Vec<(String, String)> {
    let shown = |name: &str, s: Shell, way_in, sponsors| {
        let page = WelcomePage { sponsors, ..sample(preview, s, way_in) };
        preview.page(name, &page)
    };
    let visitor = || preview.visitor("visitor-ask");
    vec![
        shown("welcome", visitor(), WayIn::Stranger, Some(3)),
        shown("welcome_team", visitor(), WayIn::Stranger, None),
        shown("welcome_signed_in", visitor().without_sign_in(), WayIn::SignedIn, Some(1)),
        shown("welcome_closed", visitor().without_sign_in(), WayIn::Closed, Some(3)),
    ]
}

fn sample(preview: &Preview, mut s: Shell, way_in: WayIn) -> WelcomePage {
    s.title.clear();
    let face = super::charter::sample(preview);
    WelcomePage {
        s,
        way_in,
        headline: face.tagline,
        lead: vec![face.welcome],
        sponsors: None,
        promises: face.charter.iter().take(5).map(|promise| first_sentence(promise)).collect(),
        organisation: face.organisation,
        postal_address: "3 rue des Tanneurs, 58800 Corbigny".to_owned(),
        contact: "bonjour@foyer.example".to_owned(),
    }
}

#[cfg(test)]
mod tests {
    use super::first_sentence;

    #[test]
    fn a_promise_is_shown_by_its_first_sentence() {
        assert_eq!(
            first_sentence("Je réponds, même pour dire non. Un « non merci » vaut mieux."),
            "Je réponds, même pour dire non."
        );
        assert_eq!(first_sentence("Sans point"), "Sans point");
        assert_eq!(first_sentence(""), "");
    }
}
