//! Who still is who they were when a lasting connection of theirs was opened.
//!
//! Ten thousand open pages would ask ten thousand times; whoever holds them asks once for all of a community (bars A6 and C3).

use crate::{MembershipError, session::outlives, store};
use database::Db;
use kernel::{Caller, CommunityId, Me, SessionId, Timestamp};
use std::collections::HashMap;

/// What a lasting connection was opened with, by somebody whom [`crate::session::identify`] knew. Whoever holds it learns nothing
/// from it but whether it is still so.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Held {
    /// The session.
    pub session: SessionId,
    /// The member, where the account had a place in the community.
    pub me: Option<Me>,
}

impl Held {
    /// What `caller` holds with this session.
    pub fn by(caller: &Caller, session: SessionId) -> Self {
        Self { session, me: caller.me() }
    }
}

/// A session as it is at this moment.
#[derive(Debug)]
pub(crate) struct Standing {
    pub session: SessionId,
    pub created_at: Timestamp,
    pub seen_at: Timestamp,
    /// Who its account is here now.
    pub me: Option<Me>,
}

/// For each of them, in their order, whether it still holds: the session is good, and its member stands where they stood and holds the
/// office they held. What they may hear was decided for somebody else otherwise. One statement, however many there are.
///
/// No permission is asked for: only the house calls it, for connections whose callers it has identified itself, and hands the answer to
/// nobody.
///
/// # Errors
/// When the database fails.
pub async fn still_hold(db: &Db, community: CommunityId, held: &[Held]) -> Result<Vec<bool>, MembershipError> {
    let mut sessions: Vec<SessionId> = held.iter().map(|held| held.session).collect();
    sessions.sort_unstable();
    sessions.dedup();
    let mut tx = db.begin(community).await?;
    let now = tx.now();
    let open = store::session::standing(&mut tx, &sessions).await?;
    tx.commit().await?;
    let open: HashMap<SessionId, Standing> = open.into_iter().map(|found| (found.session, found)).collect();
    Ok(held.iter().map(|held| open.get(&held.session).is_some_and(|found| holds(now, *held, found))).collect())
}

/// Whoever had no place here when they came holds as long as their session does.
fn holds(now: Timestamp, held: Held, found: &Standing) -> bool {
    outlives(now, found.created_at, found.seen_at, held.me.map(|me| me.role))
        && held.me.is_none_or(|me| found.me == Some(me))
}

#[cfg(test)]
mod tests {
    use super::*;
    use chrono::{DateTime, Duration};
    use kernel::{AccountId, MemberId, Role};
    use uuid::Uuid;

    fn me(member: u128, standing: kernel::Standing, role: Role) -> Me {
        Me { account: AccountId(Uuid::from_u128(1)), member: MemberId(Uuid::from_u128(member)), standing, role }
    }

    #[test]
    fn whoever_stands_elsewhere_or_holds_another_office_does_not_hold() {
        let now = DateTime::from_timestamp(2_000_000_000, 0).unwrap();
        let session = SessionId(Uuid::from_u128(9));
        let was = me(1, kernel::Standing::Member, Role::None);
        let still = |held: Option<Me>, is: Option<Me>, idle: Duration| {
            let found = Standing { session, created_at: now - idle, seen_at: now - idle, me: is };
            holds(now, Held { session, me: held }, &found)
        };
        let moment = Duration::zero();
        assert!(still(Some(was), Some(was), moment));
        assert!(still(None, None, moment) && still(None, Some(was), moment));
        for other in [
            None,
            Some(me(1, kernel::Standing::Suspended, Role::None)),
            Some(me(1, kernel::Standing::Member, Role::Steward)),
            Some(me(2, kernel::Standing::Member, Role::None)),
        ] {
            assert!(!still(Some(was), other, moment), "{other:?}");
        }
        let steward = me(1, kernel::Standing::Member, Role::Steward);
        let hour = Duration::hours(1);
        assert!(still(Some(was), Some(was), hour));
        assert!(!still(Some(steward), Some(steward), hour), "whoever holds an office is idle for less long");
    }
}
