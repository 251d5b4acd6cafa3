//! Sessions: who is behind a cookie, at this very moment.
//!
//! Whatever writes asks PostgreSQL, so that what was revoked is refused at the next request. What only reads may go by what
//! the process remembers for less than a second ([`Presented`], bar A6).

use crate::{MembershipError, limits, redeem::session_hash, store};
use database::{Db, audit::Entry};
use kernel::{Act, Assurance, Caller, CommunityId, Forbidden, Language, Role, SessionId, Timestamp, Who};
use serde_json::json;
use std::sync::{
    Arc,
    atomic::{AtomicBool, Ordering},
};

/// A browser somebody is signed in with, in this community.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct SessionView {
    /// Which.
    pub id: SessionId,
    /// What the browser calls itself.
    pub user_agent: String,
    /// Signed in when.
    pub created_at: Timestamp,
    /// Last used when, to the minute.
    pub seen_at: Timestamp,
}

/// Whom a good session belongs to.
#[derive(Debug, Clone)]
pub struct Known {
    /// The person as a use case takes them.
    pub caller: Caller,
    /// Their session.
    pub session: SessionId,
    /// What a member is called; empty for an account without a place here.
    pub name: String,
    /// Where a member lives; may be empty.
    pub town: String,
}

/// Who the session's token belongs to in `community`, if it is good: not revoked, not too old, not idle too long (less long
/// for stewards, owners and operators). The member's own language; `hint` for whoever is no member.
pub async fn identify(
    db: &Db,
    community: CommunityId,
    token: &str,
    hint: Language,
) -> Result<Option<Known>, MembershipError> {
    let mut tx = db.begin(community).await?;
    let now = tx.now();
    let Some(found) = store::session::by_token(&mut tx, &session_hash(token)).await? else {
        tx.commit().await?;
        return Ok(None);
    };
    let staff = found.me.is_some_and(|me| is_staff(me.role));
    if !is_alive(now, found.created_at, found.seen_at, staff) {
        // Written down, so that it stays ended should the clock go back (bar A7).
        store::session::revoke(&mut tx, found.account, found.session).await?;
        tx.commit().await?;
        return Ok(None);
    }
    if now - found.seen_at >= limits::SEEN_EVERY {
        store::session::seen(&mut tx, found.session, found.account).await?;
    }
    if found.sure.is_over(now) {
        store::session::forget_what_is_over(&mut tx, found.session).await?;
    }
    tx.commit().await?;
    let who = found.me.map_or(Who::Account(found.account), Who::Member);
    let language = found.language.unwrap_or(hint);
    let caller = Caller::new(community, who, language).assured(found.sure.at(now));
    Ok(Some(Known { caller, session: found.session, name: found.name, town: found.town }))
}

/// The token of the session that a request came with, for the door that finds out later whether the request writes.
#[derive(Clone, Debug)]
pub struct Presented {
    token: String,
    from_memory: bool,
    wrote: Arc<AtomicBool>,
}

impl Presented {
    /// `from_memory`: whom it belongs to was remembered and not asked for.
    pub fn new(token: String, from_memory: bool) -> Self {
        Self { token, from_memory, wrote: Arc::default() }
    }

    /// `caller` as they are at this very moment, before they write something; nobody if the session is good no more.
    pub async fn for_a_write(&self, db: &Db, caller: Caller) -> Result<Caller, MembershipError> {
        self.wrote.store(true, Ordering::SeqCst);
        if !self.from_memory {
            return Ok(caller);
        }
        let known = identify(db, caller.community, &self.token, caller.language).await?;
        let now = known.map_or_else(|| Caller::anonymous(caller.community, caller.language), |known| known.caller);
        Ok(Caller { language: caller.language, ..now }.in_the_request_of(&caller))
    }

    /// Whether [`Presented::for_a_write`] was asked.
    pub fn wrote(&self) -> bool {
        self.wrote.load(Ordering::SeqCst)
    }

    /// The token itself.
    pub fn into_token(self) -> String {
        self.token
    }
}

/// What makes the house surer than a session alone does, and until when. What is over is written down as over, so that it
/// stays so should the clock go back (bar A7).
#[derive(Debug, Clone, Copy, Default)]
pub(crate) struct Sure {
    /// Signed in a moment ago.
    pub fresh_until: Option<Timestamp>,
    /// A second factor was shown.
    pub proved_until: Option<Timestamp>,
    /// Whether the account has one: then signing in is not enough any more.
    pub has_factor: bool,
}

impl Sure {
    fn is_over(self, now: Timestamp) -> bool {
        [self.fresh_until, self.proved_until].into_iter().flatten().any(|until| until <= now)
    }

    fn at(self, now: Timestamp) -> Assurance {
        let holds = |until: Option<Timestamp>| until.is_some_and(|until| now < until);
        if holds(self.proved_until) {
            Assurance::SecondFactor
        } else if !self.has_factor && holds(self.fresh_until) {
            Assurance::FreshSignIn
        } else {
            Assurance::Session
        }
    }
}

fn is_staff(role: Role) -> bool {
    matches!(role, Role::Steward | Role::Owner)
}

/// Bar A5: 30 days and 14 idle; staff 12 hours and 30 minutes idle.
fn is_alive(now: Timestamp, created_at: Timestamp, seen_at: Timestamp, staff: bool) -> bool {
    let (life, idle) = if staff {
        (limits::STAFF_SESSION_LIFE, limits::STAFF_SESSION_IDLE)
    } else {
        (limits::SESSION_LIFE, limits::SESSION_IDLE)
    };
    now - created_at < life && now - seen_at < idle
}

/// Whether a session of somebody with this office is neither too old nor idle too long.
pub(crate) fn outlives(now: Timestamp, created_at: Timestamp, seen_at: Timestamp, role: Option<Role>) -> bool {
    is_alive(now, created_at, seen_at, role.is_some_and(is_staff))
}

/// Ends one of the caller's own sessions, this one or another. Harmless to repeat.
pub async fn sign_out(db: &Db, caller: &Caller, session: SessionId) -> Result<(), MembershipError> {
    caller.must(Act::SignOut)?;
    let account = caller.account().ok_or(Forbidden::ByRule)?;
    let mut tx = db.begin(caller.community).await?;
    let known = store::session::revoke(&mut tx, account, session).await?;
    tx.commit().await?;
    if known { Ok(()) } else { Err(MembershipError::NotFound) }
}

/// Ends the session in which a browser was when somebody signed in with it again, so that its secret opens nothing any more. Nothing to do when it
/// was in none, or that one ended meanwhile.
pub async fn end_former(db: &Db, caller: &Caller, former: Option<SessionId>) -> Result<(), MembershipError> {
    let Some(former) = former else { return Ok(()) };
    match sign_out(db, caller, former).await {
        Err(MembershipError::NotFound) => Ok(()),
        done => done,
    }
}

/// Ends all of the caller's sessions, in every community of the installation: whoever lost a telephone wants it out everywhere,
/// and the one community that is asked learns nothing of the others. The addresses of their calendars end with them.
pub async fn sign_out_everywhere(db: &Db, caller: &Caller) -> Result<(), MembershipError> {
    caller.must(Act::SignOut)?;
    let account = caller.account().ok_or(Forbidden::ByRule)?;
    let mut tx = db.begin(caller.community).await?;
    store::session::end_everywhere(&mut tx, account).await?;
    let actor = caller.me().map(|me| me.member);
    tx.record(Entry { actor, subject: actor, act: "sessions_ended", detail: json!({ "account": account }) });
    tx.commit().await?;
    Ok(())
}

/// The caller's open sessions in this community, the last used first.
pub async fn sessions(db: &Db, caller: &Caller) -> Result<Vec<SessionView>, MembershipError> {
    caller.must(Act::ManageOwnAccount)?;
    let account = caller.account().ok_or(Forbidden::ByRule)?;
    let mut tx = db.begin(caller.community).await?;
    let now = tx.now();
    let staff = caller.me().is_some_and(|me| is_staff(me.role));
    let mut open = store::session::open(&mut tx, account).await?;
    tx.commit().await?;
    open.retain(|session| is_alive(now, session.created_at, session.seen_at, staff));
    Ok(open)
}

#[cfg(test)]
mod tests {
    use super::*;
    use chrono::{DateTime, Duration};

    #[test]
    fn a5_a7_a_session_is_good_until_its_limit_and_not_a_second_longer() {
        let now = DateTime::from_timestamp(2_000_000_000, 0).unwrap();
        let second = Duration::seconds(1);
        for (staff, life, idle) in
            [(false, Duration::days(30), Duration::days(14)), (true, Duration::hours(12), Duration::minutes(30))]
        {
            assert!(is_alive(now, now - life + second, now, staff));
            assert!(!is_alive(now, now - life, now, staff));
            assert!(is_alive(now, now - idle, now - idle + second, staff));
            assert!(!is_alive(now, now - idle, now - idle, staff));
        }
        assert!(!is_alive(now + Duration::days(3_650), now, now, false), "ten years later nothing panics");
        assert!(
            is_alive(now - Duration::hours(1), now, now, false),
            "a clock that goes back does not end what is good"
        );
    }
}
