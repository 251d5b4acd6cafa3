//! What a resolver knows of the one who asks, for the length of one operation.

use async_graphql::Context;
use database::Db;
use kernel::{Caller, SessionId};
use membership::{MembershipError, redeem::SignedIn, session};
use phrases::Words;
use std::sync::{Arc, Mutex, PoisonError};

/// One asker with one operation.
#[derive(Debug)]
pub struct Visit {
    /// Who asks, as the server found by host and session.
    pub caller: Caller,
    /// Their session, when they are signed in.
    pub session: Option<SessionId>,
    /// Speaks their language.
    pub words: Words,
    /// Where they ask from.
    pub origin: Origin,
    jar: Jar,
}

/// What the request says of the program that sent it. None of it is believed for anything but signing in.
#[derive(Debug, Clone, Default)]
pub struct Origin {
    /// The host that was addressed, without its port.
    pub host: String,
    /// What binds a sign-in letter to this browser or program, from its cookie; empty when it holds none.
    pub browser: String,
    /// What its long-lived cookie holds, which shows who has signed in with it before; empty when it has none.
    pub device: String,
    /// What it calls itself.
    pub user_agent: String,
}

/// Cookies to be given with the answer.
#[derive(Debug, Default)]
struct Jar(Mutex<Vec<Cookie>>);

/// A cookie to be given with the answer.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Cookie {
    /// The session's secret.
    Session(String),
    /// No session any more.
    NoSession,
    /// The nonce that binds a sign-in letter to the one who asked.
    Browser(String),
    /// What shows, at the next sign-in, who has signed in with it before.
    Device(String),
}

impl Visit {
    /// A visit without cookies to give yet.
    pub fn new(caller: Caller, session: Option<SessionId>, origin: Origin) -> Self {
        // A time zone matters for dates only, and this door sends dates as they are.
        let words = Words::new(caller.language, chrono_tz::UTC);
        Self { caller, session, words, origin, jar: Jar::default() }
    }

    /// Gives a cookie with the answer.
    pub fn give(&self, cookie: Cookie) {
        self.jar.0.lock().unwrap_or_else(PoisonError::into_inner).push(cookie);
    }

    /// The cookies to give.
    pub fn take_cookies(&self) -> Vec<Cookie> {
        std::mem::take(&mut *self.jar.0.lock().unwrap_or_else(PoisonError::into_inner))
    }
}

/// The house and who asks of it: what every resolver begins with.
#[derive(Clone, Copy)]
pub(crate) struct Desk<'a> {
    pub db: &'a Db,
    pub caller: &'a Caller,
    pub visit: &'a Visit,
    pub base: &'a Base,
}

/// The installation's own domain, below which communities live.
#[derive(Debug, Clone)]
pub(crate) struct Base {
    pub host: community::HostName,
    /// How the installation is reached.
    pub site: community::Outside,
    /// Where streets are looked up that members type.
    pub streets: places::Streets,
}

impl<'a> Desk<'a> {
    pub fn of(ctx: &Context<'a>) -> async_graphql::Result<Self> {
        let visit = Self::visit(ctx)?;
        Ok(Self { db: ctx.data::<Db>()?, caller: &visit.caller, visit, base: ctx.data::<Base>()? })
    }

    /// The session that asks; a visitor's is none that exists.
    pub fn session(&self) -> SessionId {
        self.visit.session.unwrap_or(SessionId(uuid::Uuid::max()))
    }

    /// In: what shows it is given with the answer, and the session in which this browser or program was is over.
    pub async fn come_in(&self, done: Result<SignedIn, MembershipError>) -> Result<SignedIn, MembershipError> {
        let signed = done?;
        session::end_former(self.db, self.caller, self.visit.session).await?;
        self.visit.give(Cookie::Session(signed.session_token.clone()));
        self.visit.give(Cookie::Device(signed.device.clone()));
        Ok(signed)
    }

    /// Who asks.
    pub fn visit(ctx: &Context<'a>) -> async_graphql::Result<&'a Visit> {
        Ok(ctx.data::<Arc<Visit>>()?)
    }
}
