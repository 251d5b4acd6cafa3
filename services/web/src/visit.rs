//! What a handler is handed: the database, who asks, the community that was addressed, and the frame of the page.

use crate::brand::{BrandView, Emblem};
use crate::cookies;
use crate::error_page::No;
use crate::origin;
use crate::shell::{News, Place, Shell};
use crate::spawned::LONGEST;
use community::{CommunityFace, HostName, Outside};
use database::Db;
use kernel::{Act, Caller, Refusal, SessionId, Who};
use phrases::Words;
use poem::{Error, FromRequest, Request, RequestBody, Result};
use std::sync::Arc;
use tracing::Instrument as _;
use uuid::Uuid;

/// What the frame of a page says of whoever has signed in; read together with the session, so that it costs nothing more.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Person {
    /// What they are called here; empty for an account without a place in this community.
    pub name: String,
    /// Where they live; may be empty.
    pub town: String,
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
    pub site: Outside,
    /// What they are called, when somebody has signed in.
    pub person: Person,
    /// The reader's words.
    pub words: Words,
    /// Path and query of this request.
    pub here: String,
    flash: Option<String>,
    /// Whether the reader wanted this page: another site's link or picture is not their wish.
    wished: bool,
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
        shell.titled(title).flashed(self.flash.as_deref()).closing(self.face.removal_due_at)
    }

    /// The frame that fits who asks: a member's with menu and news, anybody else's without.
    pub async fn shell(&self, title: &str, place: Place) -> Result<Shell, No> {
        let shell = self.plain(title);
        let Who::Member(me) = self.caller.who else {
            return Ok(if self.caller.account().is_some() { shell.without_sign_in() } else { shell });
        };
        let name = self.person.name.as_str();
        if self.face.is_platform() {
            let shell = shell.signed_in(name);
            return Ok(if self.caller.may(Act::SeeOperatorDesk) { shell.operator() } else { shell });
        }
        if !me.standing.is_inside() {
            return Ok(shell.signed_in(name));
        }
        let shell = shell.member(name, place, self.news().await?);
        Ok(if self.caller.may(Act::SeeStewardDesk) { shell.steward() } else { shell })
    }

    async fn news(&self) -> Result<News, No> {
        let news = conversation::views::news(&self.db, &self.caller).await?;
        let small = |count: i64| u32::try_from(count).unwrap_or(0);
        Ok(News { messages: small(news.messages), notifications: small(news.notifications) })
    }

    /// Does what looking at a page leaves behind: seen, read. In a task of its own, which a client that goes away cannot cut
    /// in half; and waited for, so that the next page knows. It never breaks the page: a failure is only told.
    ///
    /// Nothing happens when another site sent the reader here: a `GET` from elsewhere must change nothing (rule 14 of the
    /// security page).
    pub async fn in_passing<F, T, E>(&self, what: &'static str, work: impl FnOnce(Db, Caller) -> F)
    where
        F: Future<Output = Result<T, E>> + Send + 'static,
        T: Send + 'static,
        E: std::error::Error + Send + 'static,
    {
        if !self.wished {
            return;
        }
        let work = tokio::time::timeout(LONGEST, work(self.db.clone(), self.caller.clone()));
        match tokio::spawn(work.in_current_span()).await {
            Ok(Ok(Ok(_))) => {}
            Ok(Err(_)) => tracing::warn!(what, "what a look leaves behind was given up"),
            Ok(Ok(Err(error))) => tracing::warn!(%error, what, "what a look leaves behind could not be written"),
            Err(error) => tracing::error!(%error, what, "what a look leaves behind ended without an answer"),
        }
    }

    /// The platform's host, below which communities' own addresses are made.
    pub fn base(&self) -> Result<HostName, No> {
        self.site.base().ok_or(No(Refusal::FAULT))
    }

    /// The same visit with a newer face of the community.
    #[must_use]
    pub fn showing(&self, face: CommunityFace) -> Self {
        Self { face: Arc::new(face), ..self.clone() }
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
        return BrandView { version: version_of(face), languages: face.languages.clone(), ..BrandView::platform() };
    }
    BrandView {
        name: face.name.clone(),
        organisation: Some(face.imprint()),
        version: version_of(face),
        emblem: Emblem::Link,
        languages: face.languages.clone(),
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
        let (Some((caller, face)), Some(db), Some(site)) = (known, request.data::<Db>(), request.data::<Outside>())
        else {
            // Only a door mounted without the server's identification gets here.
            return Err(Error::from(No(Refusal::FAULT)));
        };
        Ok(Self {
            db: db.clone(),
            session: request.extensions().get::<SessionId>().copied(),
            words: Words::new(caller.language, face.timezone),
            here: request.original_uri().path_and_query().map_or_else(|| "/".to_owned(), ToString::to_string),
            flash: cookies::read(request, cookies::FLASH),
            person: request.extensions().get::<Person>().cloned().unwrap_or_default(),
            wished: origin::is_readers_wish(request),
            site: site.clone(),
            caller,
            face,
        })
    }
}
