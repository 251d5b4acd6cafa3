//! What a handler is handed: the database, who asks, the community that was addressed, and the frame of the page.

use crate::brand::{BrandView, Emblem};
use crate::cookies;
use crate::error_page::No;
use crate::shell::{News, Place, Shell};
use community::views::CommunityFace;
use database::Db;
use kernel::{Caller, Refusal, Role, SessionId, Who};
use phrases::Words;
use poem::{Error, FromRequest, Request, RequestBody, Result};
use std::sync::Arc;
use uuid::Uuid;

/// How the installation is reached from outside.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Site {
    /// `http` or `https`.
    pub scheme: String,
    /// The port people type, unless it is the scheme's usual one.
    pub port: Option<u16>,
    /// The platform's own host; a community's is `<slug>.` before it.
    pub host: String,
}

impl Site {
    /// The address of a path on `host`.
    pub fn address(&self, host: &str, path: &str) -> String {
        match self.port {
            Some(port) => format!("{}://{host}:{port}{path}", self.scheme),
            None => format!("{}://{host}{path}", self.scheme),
        }
    }
}

impl Site {
    /// The platform's host as the house takes it: communities' own addresses are made below it.
    pub fn base(&self) -> Result<community::HostName, No> {
        // As a `Host` header would name it: `localhost` is a host of ours, though nobody's own.
        community::HostName::from_header(&self.host).ok_or(No(Refusal::FAULT))
    }
}

/// One request, as a page sees it.
#[derive(Debug, Clone)]
pub struct Visit {
    /// The database and the tools of the house.
    pub db: Db,
    /// Who asks.
    pub caller: Caller,
    /// The session, when somebody has signed in.
    pub session: Option<SessionId>,
    /// The community that was addressed.
    pub face: Arc<CommunityFace>,
    /// How the installation is reached.
    pub site: Site,
    /// The reader's words.
    pub words: Words,
    /// Path and query of this request.
    pub here: String,
    flash: Option<String>,
}

impl Visit {
    /// The moment of this request.
    pub fn now(&self) -> kernel::Timestamp {
        self.db.clock().now()
    }

    /// A fresh id for a form: what it creates is created once, however often it is sent.
    pub fn fresh_id(&self) -> Uuid {
        self.db.entropy().id()
    }

    /// The frame for a page without menu: visitors, sign-in, applicants.
    pub fn plain(&self, title: &str) -> Shell {
        let shell = Shell::new(self.words, brand_of(&self.face), self.here.clone(), self.now());
        shell.titled(title).flashed(self.flash.as_deref())
    }

    /// The frame that fits who asks: a member's with menu and news, anybody else's without.
    pub async fn shell(&self, title: &str, place: Place) -> Result<Shell, No> {
        let shell = self.plain(title);
        let Who::Member(me) = self.caller.who else {
            return Ok(if self.caller.account().is_some() { shell.without_sign_in() } else { shell });
        };
        let own = membership::views::own(&self.db, &self.caller).await?;
        let name = own.card.name;
        if self.face.is_platform() {
            let shell = shell.signed_in(name);
            return Ok(if me.role == Role::Owner { shell.operator() } else { shell });
        }
        if !me.standing.is_inside() {
            return Ok(shell.signed_in(name));
        }
        let shell = shell.member(name, place, self.news().await?);
        Ok(if matches!(me.role, Role::Steward | Role::Owner) { shell.steward() } else { shell })
    }

    async fn news(&self) -> Result<News, No> {
        let messages = conversation::views::unread(&self.db, &self.caller).await?;
        let notifications = notice::unread(&self.db, &self.caller).await?;
        let small = |count: i64| u32::try_from(count).unwrap_or(0);
        Ok(News { messages: small(messages), notifications: small(notifications) })
    }

    /// Whether somebody has signed in.
    pub fn is_signed_in(&self) -> bool {
        self.caller.account().is_some()
    }

    /// Where to sign in first and then come back here.
    pub fn sign_in_first(&self) -> String {
        let back: String = url::form_urlencoded::byte_serialize(self.here.as_bytes()).collect();
        format!("/sign-in?return_to={back}")
    }
}

/// A community's face as the frame shows it.
pub fn brand_of(face: &CommunityFace) -> BrandView {
    if face.is_platform() {
        return BrandView { version: version_of(face), ..BrandView::platform() };
    }
    let organisation = match face.postal_address.as_str() {
        "" => face.organisation.clone(),
        address => format!("{}, {address}", face.organisation),
    };
    BrandView {
        name: face.name.clone(),
        organisation: Some(organisation).filter(|text| !text.is_empty()),
        version: version_of(face),
        emblem: Emblem::Link,
    }
}

/// Names the stylesheet by its colours, so that it may be kept for ever.
pub(crate) fn version_of(face: &CommunityFace) -> String {
    format!("{}-{}", face.brand.primary, face.brand.accent).replace('#', "")
}

impl<'a> FromRequest<'a> for Visit {
    async fn from_request(request: &'a Request, _: &mut RequestBody) -> Result<Self> {
        let known = request
            .extensions()
            .get::<Caller>()
            .cloned()
            .zip(request.extensions().get::<Arc<CommunityFace>>().cloned());
        let (Some((caller, face)), Some(db), Some(site)) = (known, request.data::<Db>(), request.data::<Site>()) else {
            // Only a door mounted without the server's identification gets here.
            return Err(Error::from(No(Refusal::FAULT)));
        };
        Ok(Self {
            db: db.clone(),
            session: request.extensions().get::<SessionId>().copied(),
            words: Words::new(caller.language, face.timezone),
            here: request.original_uri().path_and_query().map_or_else(|| "/".to_owned(), ToString::to_string),
            flash: cookies::read(request, cookies::FLASH),
            site: site.clone(),
            caller,
            face,
        })
    }
}
