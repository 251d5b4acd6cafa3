//! "Ready to click": whoever tries `maillon run` may become one of the people of its demo communities.
//!
//! The address shows a button, because opening an address changes nothing; the button asks for a sign-in letter in that
//! person's name and uses the letter's link at once. Nothing else is short-cut. Where no guests are named, as under `maillon serve`, there is no such address.

use community::CommunityFace;
use database::Db;
use kernel::{Caller, EmailAddress, SignInId};
use membership::redeem::{self, RedeemLink, SignedIn};
use membership::{MembershipError, factor, sign_in::AskSignIn};
use poem::{
    IntoResponse, Request, Response,
    http::{Method, StatusCode},
};
use std::{collections::BTreeMap, sync::Arc};
use web::pages::{guest, signin};

/// Where guests' addresses begin.
pub const PATH: &str = "/guest/";

/// Whom anybody may become, by the name in the address.
#[derive(Clone, Debug, Default)]
pub struct Guests(BTreeMap<String, Guest>);

/// One of them.
#[derive(Clone, Debug)]
struct Guest {
    email: EmailAddress,
    /// Their second key, where it is known to everybody.
    key: Option<&'static str>,
}

impl Guests {
    /// Adds somebody; tells the path that leads to them.
    pub fn add(&mut self, email: EmailAddress) -> String {
        self.insert(Guest { email, key: None })
    }

    /// Adds somebody with an office, whose second key everybody knows: their page shows its code of the moment as well.
    pub fn add_with_key(&mut self, email: EmailAddress, key: &'static str) -> String {
        self.insert(Guest { email, key: Some(key) })
    }

    fn insert(&mut self, guest: Guest) -> String {
        let name = guest.email.as_str().split('@').next().unwrap_or_default().to_owned();
        let path = format!("{PATH}{name}");
        self.0.insert(name, guest);
        path
    }

    /// Whether there are any.
    pub fn are_welcome(&self) -> bool {
        !self.0.is_empty()
    }

    /// Answers one of the guests' addresses.
    pub async fn answer(&self, request: &Request) -> Response {
        let name = request.uri().path().strip_prefix(PATH).unwrap_or_default();
        match (self.0.get(name), request.method()) {
            (None, _) => StatusCode::NOT_FOUND.into_response(),
            (Some(guest), &Method::GET | &Method::HEAD) => guest::offer(request, name, guest.code(request).as_deref()),
            (Some(guest), &Method::POST) => enter(request, name, &guest.email).await,
            (Some(_), _) => StatusCode::METHOD_NOT_ALLOWED.into_response(),
        }
    }
}

impl Guest {
    /// What a code app with their key shows at this moment.
    fn code(&self, request: &Request) -> Option<String> {
        let db = request.data::<Db>()?;
        factor::code_of(self.key?, db.clock().now()).ok()
    }
}

/// Asks in a guest's name and uses the letter.
async fn enter(request: &Request, name: &str, email: &EmailAddress) -> Response {
    let known = request.extensions().get::<Caller>().zip(request.extensions().get::<Arc<CommunityFace>>());
    let (Some((caller, face)), Some(db)) = (known, request.data::<Db>()) else {
        return StatusCode::NOT_FOUND.into_response();
    };
    match ask(db, caller, face, email).await {
        Ok(Some(signed)) => signin::come_in(&signed),
        Ok(None) => guest::enough(request, name, None),
        Err(MembershipError::TooOften(too_often)) => guest::enough(request, name, Some(too_often)),
        Err(error) => {
            tracing::error!(%error, "a guest could not be let in");
            StatusCode::INTERNAL_SERVER_ERROR.into_response()
        }
    }
}

/// The guest's session; nothing when this address has had its letters for this hour.
async fn ask(
    db: &Db,
    caller: &Caller,
    face: &CommunityFace,
    email: &EmailAddress,
) -> Result<Option<SignedIn>, MembershipError> {
    let visitor = Caller::anonymous(caller.community, caller.language).from_client(caller.client);
    let (id, browser) = (SignInId(db.entropy().id()), db.entropy().token());
    let cmd = AskSignIn {
        id,
        email: email.clone(),
        browser: browser.clone(),
        device: String::new(),
        return_to: "/".to_owned(),
        host: face.primary_host.clone().unwrap_or_default(),
        language: caller.language,
    };
    membership::sign_in::ask(db, &visitor, cmd).await?;
    let letter = membership::sign_in::letter(db, &Caller::house(caller.community), id).await?;
    let Some(letter) = letter else { return Ok(None) };
    let (device, user_agent) = (String::new(), "maillon run".to_owned());
    let cmd = RedeemLink { token: letter.link_token, browser, device, user_agent };
    redeem::redeem_link(db, &visitor, cmd).await.map(Some)
}
