//! Changes of accounts: a table of the installation, without a tenant; each is told by one community.

use crate::account_change::What;
use database::{CommunityTx, DatabaseError};
use kernel::{AccountChangeId, AccountId, EmailAddress, Timestamp, TokenHash};
use uuid::Uuid;

pub(crate) async fn insert(
    tx: &mut CommunityTx,
    id: AccountChangeId,
    account: AccountId,
    what: &What,
    undo: &TokenHash,
    undo_until: Timestamp,
) -> Result<(), DatabaseError> {
    let (community, now) = (tx.community().0, tx.now());
    let (kind, former, factor) = columns(what);
    sqlx::query!(
        "insert into account_change (id, account_id, asked_in, kind, former_email, factor_id, undo_hash, made_at, undo_until)
         values ($1, $2, $3, $4, $5, $6, $7, $8, $9)",
        id.0,
        account.0,
        community,
        kind,
        former,
        factor,
        undo.as_bytes(),
        now,
        undo_until
    )
    .execute(tx.conn())
    .await?;
    Ok(())
}

fn columns(what: &What) -> (&'static str, Option<&str>, Option<Uuid>) {
    match what {
        What::Address { former } => ("address", Some(former.as_str()), None),
        What::FactorAdded(factor) => ("factor_added", None, Some(factor.0)),
        What::FactorRemoved(factor) => ("factor_removed", None, Some(factor.0)),
        What::PasskeyAdded(passkey) => ("passkey_added", None, Some(passkey.0)),
        What::PasskeyRemoved(passkey) => ("passkey_removed", None, Some(passkey.0)),
        What::ResetAsked => ("reset_asked", None, None),
    }
}

fn read(kind: &str, former: Option<String>, factor: Option<Uuid>) -> Result<What, DatabaseError> {
    match (kind, former, factor) {
        ("address", Some(former), _) => Ok(What::Address { former: former.parse().map_err(DatabaseError::damaged)? }),
        ("factor_added", _, Some(factor)) => Ok(What::FactorAdded(factor.into())),
        ("factor_removed", _, Some(factor)) => Ok(What::FactorRemoved(factor.into())),
        ("passkey_added", _, Some(passkey)) => Ok(What::PasskeyAdded(passkey.into())),
        ("passkey_removed", _, Some(passkey)) => Ok(What::PasskeyRemoved(passkey.into())),
        ("reset_asked", ..) => Ok(What::ResetAsked),
        _ => Err(DatabaseError::damaged(format!("a change of the kind {kind}"))),
    }
}

/// A change that was made in this community.
pub(crate) struct Row {
    pub id: AccountChangeId,
    pub place: i64,
    pub account: AccountId,
    pub what: What,
    pub made_at: Timestamp,
    pub undo_until: Timestamp,
    undone: bool,
}

impl Row {
    /// Whether it can still be taken back.
    pub fn is_open(&self, now: Timestamp) -> bool {
        !self.undone && now < self.undo_until
    }
}

/// Nothing when it was taken back.
pub(crate) async fn by_id(tx: &mut CommunityTx, id: AccountChangeId) -> Result<Option<Row>, DatabaseError> {
    let community = tx.community().0;
    let row = sqlx::query!(
        "select place, account_id, kind, former_email, factor_id, made_at, undo_until from account_change
         where asked_in = $1 and id = $2 and undone_at is null",
        community,
        id.0
    )
    .fetch_optional(tx.conn())
    .await?;
    row.map(|row| {
        Ok(Row {
            id,
            place: row.place,
            account: row.account_id.into(),
            what: read(&row.kind, row.former_email, row.factor_id)?,
            made_at: row.made_at,
            undo_until: row.undo_until,
            undone: false,
        })
    })
    .transpose()
}

pub(crate) async fn by_undo(tx: &mut CommunityTx, undo: &TokenHash) -> Result<Option<Row>, DatabaseError> {
    let community = tx.community().0;
    let row = sqlx::query!(
        r#"select id, place, account_id, kind, former_email, factor_id, made_at, undo_until, undone_at is not null as "undone!"
           from account_change where asked_in = $1 and undo_hash = $2"#,
        community,
        undo.as_bytes()
    )
    .fetch_optional(tx.conn())
    .await?;
    row.map(|row| {
        Ok(Row {
            id: row.id.into(),
            place: row.place,
            account: row.account_id.into(),
            what: read(&row.kind, row.former_email, row.factor_id)?,
            made_at: row.made_at,
            undo_until: row.undo_until,
            undone: row.undone,
        })
    })
    .transpose()
}

/// Marks this change and every later one of the account as taken back; answers them, the newest first.
pub(crate) async fn take_since(
    tx: &mut CommunityTx,
    account: AccountId,
    place: i64,
) -> Result<Vec<What>, DatabaseError> {
    let now = tx.now();
    let rows = sqlx::query!(
        r#"with taken as (
               update account_change set undone_at = $3
               where account_id = $1 and place >= $2 and undone_at is null
               returning place, kind, former_email, factor_id
           )
           select kind as "kind!", former_email, factor_id from taken order by place desc"#,
        account.0,
        place,
        now
    )
    .fetch_all(tx.conn())
    .await?;
    rows.into_iter().map(|row| read(&row.kind, row.former_email, row.factor_id)).collect()
}

/// Takes nothing back, and nothing can be.
pub(crate) async fn close(tx: &mut CommunityTx, id: AccountChangeId) -> Result<(), DatabaseError> {
    let now = tx.now();
    sqlx::query!("update account_change set undone_at = coalesce(undone_at, $2) where id = $1", id.0, now)
        .execute(tx.conn())
        .await?;
    Ok(())
}

/// Whether the account has a change of this kind that can still be taken back.
pub(crate) async fn is_open(tx: &mut CommunityTx, account: AccountId, what: &What) -> Result<bool, DatabaseError> {
    let (kind, ..) = columns(what);
    Ok(sqlx::query_scalar!(
        r#"select exists (select 1 from account_change where account_id = $1 and kind = $2 and undone_at is null) as "open!""#,
        account.0,
        kind
    )
    .fetch_one(tx.conn())
    .await?)
}

pub(crate) async fn holder(tx: &mut CommunityTx, email: &EmailAddress) -> Result<Option<AccountId>, DatabaseError> {
    let now = tx.now();
    let found = sqlx::query_scalar!(
        "select account_id from account_change
         where former_email = $1 and undone_at is null and undo_until > $2
           and not exists (select 1 from account where email = $1)
         order by place desc limit 1",
        email.as_str(),
        now
    )
    .fetch_optional(tx.conn())
    .await?;
    Ok(found.map(AccountId))
}

pub(crate) async fn sweep(tx: &mut CommunityTx, before: Timestamp) -> Result<u64, DatabaseError> {
    let community = tx.community().0;
    let done = sqlx::query!("delete from account_change where asked_in = $1 and undo_until < $2", community, before)
        .execute(tx.conn())
        .await?;
    Ok(done.rows_affected())
}
