//! Sessions.

use crate::{
    hold,
    session::{SessionView, Sure},
};
use database::{CommunityTx, DatabaseError};
use kernel::{AccountId, Language, Me, SessionId, Timestamp, TokenHash};
use uuid::Uuid;

/// A session with whom it belongs to.
#[derive(Debug)]
pub(crate) struct Found {
    pub session: SessionId,
    pub account: AccountId,
    pub created_at: Timestamp,
    pub seen_at: Timestamp,
    pub sure: Sure,
    pub me: Option<Me>,
    pub language: Option<Language>,
    /// Empty, like the town, when there is no member.
    pub name: String,
    pub town: String,
}

pub(crate) async fn insert(
    tx: &mut CommunityTx,
    session: SessionId,
    account: AccountId,
    token: &TokenHash,
    user_agent: &str,
) -> Result<(), DatabaseError> {
    let (community, now) = (tx.community().0, tx.now());
    sqlx::query!(
        "insert into session (community_id, id, account_id, token_hash, user_agent, created_at, seen_at, expires_at, generation, fresh_until)
         select $1, $2, a.id, $4, $5, $6, $6, $7, a.session_generation, $8 from account a where a.id = $3",
        community,
        session.0,
        account.0,
        token.as_bytes(),
        user_agent,
        now,
        now + crate::limits::SESSION_LIFE,
        now + crate::limits::FRESH
    )
    .execute(tx.conn())
    .await?;
    here(tx, account).await
}

/// Notes that somebody is here today; once a day at the most. Whoever was told that they have been away for long is not any more.
async fn here(tx: &mut CommunityTx, account: AccountId) -> Result<(), DatabaseError> {
    let (community, today) = (tx.community().0, tx.now().date_naive());
    sqlx::query!(
        "update member set here_on = $3, idle_told_on = null where community_id = $1 and account_id = $2 and here_on < $3",
        community,
        account.0,
        today
    )
    .execute(tx.conn())
    .await?;
    Ok(())
}

/// Session, account and member in one query. How old it may be depends on the member's office, so the caller decides.
pub(crate) async fn by_token(tx: &mut CommunityTx, token: &TokenHash) -> Result<Option<Found>, DatabaseError> {
    let community = tx.community().0;
    let row = sqlx::query!(
        r#"select s.id, s.account_id, s.created_at, s.seen_at, s.fresh_until, s.proved_until,
               exists (select 1 from totp f where f.account_id = s.account_id and f.confirmed_at is not null and f.removed_at is null)
                   or exists (select 1 from passkey k where k.account_id = s.account_id and k.removed_at is null) as "has_factor!",
               m.id as "member?", m.standing as "standing?", m.role as "role?",
               m.language as "language?", m.name as "name?", m.town as "town?"
           from session s
           join account a on a.id = s.account_id and a.session_generation = s.generation
           left join member m on m.community_id = s.community_id and m.account_id = s.account_id
           where s.community_id = $1 and s.token_hash = $2 and s.revoked_at is null"#,
        community,
        token.as_bytes()
    )
    .fetch_optional(tx.conn())
    .await?;
    let Some(row) = row else { return Ok(None) };
    let account = AccountId(row.account_id);
    let me = me(account, row.member, row.standing, row.role)?;
    let language = row.language.map(|word| word.parse().map_err(DatabaseError::damaged)).transpose()?;
    Ok(Some(Found {
        session: row.id.into(),
        account,
        created_at: row.created_at,
        seen_at: row.seen_at,
        sure: Sure { fresh_until: row.fresh_until, proved_until: row.proved_until, has_factor: row.has_factor },
        me,
        language,
        name: row.name.unwrap_or_default(),
        town: row.town.unwrap_or_default(),
    }))
}

/// The time of the last use never goes back.
pub(crate) async fn seen(tx: &mut CommunityTx, session: SessionId, account: AccountId) -> Result<(), DatabaseError> {
    let (community, now) = (tx.community().0, tx.now());
    sqlx::query!(
        "update session set seen_at = greatest(seen_at, $3) where community_id = $1 and id = $2",
        community,
        session.0,
        now
    )
    .execute(tx.conn())
    .await?;
    here(tx, account).await
}

/// What was true for a while is not any more.
pub(crate) async fn forget_what_is_over(tx: &mut CommunityTx, session: SessionId) -> Result<(), DatabaseError> {
    let (community, now) = (tx.community().0, tx.now());
    sqlx::query!(
        "update session set fresh_until = case when fresh_until > $3 then fresh_until end,
             proved_until = case when proved_until > $3 then proved_until end
         where community_id = $1 and id = $2",
        community,
        session.0,
        now
    )
    .execute(tx.conn())
    .await?;
    Ok(())
}

/// The house is sure of this session until then, and it goes on under another token. False when the account has no such session.
pub(crate) async fn prove(
    tx: &mut CommunityTx,
    account: AccountId,
    session: SessionId,
    token: &TokenHash,
    until: Timestamp,
) -> Result<bool, DatabaseError> {
    let community = tx.community().0;
    let done = sqlx::query!(
        "update session set token_hash = $4, proved_until = $5
         where community_id = $1 and id = $2 and account_id = $3 and revoked_at is null",
        community,
        session.0,
        account.0,
        token.as_bytes(),
        until
    )
    .execute(tx.conn())
    .await?;
    Ok(done.rows_affected() == 1)
}

/// False when the account has no such session.
pub(crate) async fn revoke(
    tx: &mut CommunityTx,
    account: AccountId,
    session: SessionId,
) -> Result<bool, DatabaseError> {
    let (community, now) = (tx.community().0, tx.now());
    let done = sqlx::query!(
        "update session set revoked_at = coalesce(revoked_at, $4) where community_id = $1 and id = $2 and account_id = $3",
        community,
        session.0,
        account.0,
        now
    )
    .execute(tx.conn())
    .await?;
    Ok(done.rows_affected() == 1)
}

pub(crate) async fn revoke_all(tx: &mut CommunityTx, account: AccountId) -> Result<(), DatabaseError> {
    let (community, now) = (tx.community().0, tx.now());
    sqlx::query!(
        "update session set revoked_at = $3 where community_id = $1 and account_id = $2 and revoked_at is null",
        community,
        account.0,
        now
    )
    .execute(tx.conn())
    .await?;
    Ok(())
}

/// Every session of the account, whichever community it belongs to: none of them has the account's number any more.
pub(crate) async fn end_everywhere(tx: &mut CommunityTx, account: AccountId) -> Result<(), DatabaseError> {
    sqlx::query!("update account set session_generation = session_generation + 1 where id = $1", account.0)
        .execute(tx.conn())
        .await?;
    Ok(())
}

pub(crate) async fn open(tx: &mut CommunityTx, account: AccountId) -> Result<Vec<SessionView>, DatabaseError> {
    let community = tx.community().0;
    let rows = sqlx::query!(
        "select s.id, s.user_agent, s.created_at, s.seen_at from session s
         join account a on a.id = s.account_id and a.session_generation = s.generation
         where s.community_id = $1 and s.account_id = $2 and s.revoked_at is null
         order by s.seen_at desc, s.id limit 100",
        community,
        account.0
    )
    .fetch_all(tx.conn())
    .await?;
    Ok(rows
        .into_iter()
        .map(|row| SessionView {
            id: row.id.into(),
            user_agent: row.user_agent,
            created_at: row.created_at,
            seen_at: row.seen_at,
        })
        .collect())
}

/// Those of these sessions that nobody has ended, with whom each belongs to now.
pub(crate) async fn standing(
    tx: &mut CommunityTx,
    sessions: &[SessionId],
) -> Result<Vec<hold::Standing>, DatabaseError> {
    let (community, sessions) = (tx.community().0, sessions.iter().map(|session| session.0).collect::<Vec<_>>());
    let rows = sqlx::query!(
        r#"select s.id, s.account_id, s.created_at, s.seen_at,
               m.id as "member?", m.standing as "standing?", m.role as "role?"
           from session s
           join account a on a.id = s.account_id and a.session_generation = s.generation
           left join member m on m.community_id = s.community_id and m.account_id = s.account_id
           where s.community_id = $1 and s.id = any($2) and s.revoked_at is null"#,
        community,
        &sessions
    )
    .fetch_all(tx.conn())
    .await?;
    rows.into_iter()
        .map(|row| {
            let me = me(AccountId(row.account_id), row.member, row.standing, row.role)?;
            Ok(hold::Standing { session: row.id.into(), created_at: row.created_at, seen_at: row.seen_at, me })
        })
        .collect()
}

/// The member behind an account, where it has one here.
fn me(
    account: AccountId,
    member: Option<Uuid>,
    standing: Option<String>,
    role: Option<String>,
) -> Result<Option<Me>, DatabaseError> {
    let (Some(member), Some(standing), Some(role)) = (member, standing, role) else { return Ok(None) };
    Ok(Some(Me {
        account,
        member: member.into(),
        standing: standing.parse().map_err(DatabaseError::damaged)?,
        role: role.parse().map_err(DatabaseError::damaged)?,
    }))
}

pub(crate) async fn sweep(tx: &mut CommunityTx, before: Timestamp) -> Result<u64, DatabaseError> {
    let community = tx.community().0;
    let done = sqlx::query!(
        "delete from session where community_id = $1 and (expires_at < $2 or revoked_at < $2)",
        community,
        before
    )
    .execute(tx.conn())
    .await?;
    Ok(done.rows_affected())
}
