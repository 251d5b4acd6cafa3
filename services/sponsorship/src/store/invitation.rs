//! Invitations.

use crate::invite::NewInvitation;
use crate::peek::InviterFace;
use chrono::Duration;
use database::{CommunityTx, DatabaseError};
use kernel::{InvitationId, MemberId, Timestamp, TokenHash};

/// Who wrote it, if there is one of that id.
pub(crate) async fn sponsor_of(tx: &mut CommunityTx, id: InvitationId) -> Result<Option<MemberId>, DatabaseError> {
    let community = tx.community().0;
    let found =
        sqlx::query_scalar!("select sponsor_id from invitation where community_id = $1 and id = $2", community, id.0)
            .fetch_optional(tx.conn())
            .await?;
    Ok(found.map(MemberId))
}

/// What a member has on the way.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Figures {
    pub(crate) open: i64,
    pub(crate) today: i64,
    pub(crate) to_this_address: i64,
}

pub(crate) async fn figures(tx: &mut CommunityTx, sponsor: MemberId, email: &str) -> Result<Figures, DatabaseError> {
    let (community, now) = (tx.community().0, tx.now());
    let row = sqlx::query!(
        r#"select count(*) filter (where open) as "open!", count(*) filter (where created_at > $4) as "today!",
               count(*) filter (where open and email = $3) as "to_this_address!"
           from (
               select email, created_at, used_at is null and revoked_at is null and expires_at > $5 as open
               from invitation where community_id = $1 and sponsor_id = $2
           ) mine"#,
        community,
        sponsor.0,
        email,
        now - Duration::days(1),
        now,
    )
    .fetch_one(tx.conn())
    .await?;
    Ok(Figures { open: row.open, today: row.today, to_this_address: row.to_this_address })
}

pub(crate) async fn insert(
    tx: &mut CommunityTx,
    new: &NewInvitation<'_>,
    ends: Timestamp,
) -> Result<(), DatabaseError> {
    let (community, now) = (tx.community().0, tx.now());
    sqlx::query!(
        "insert into invitation
             (community_id, id, sponsor_id, email, token_hash, relation, sentence, language, created_at, expires_at)
         values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10)
         on conflict (community_id, id) do nothing",
        community,
        new.cmd.id.0,
        new.sponsor.0,
        new.cmd.email.as_str(),
        new.token.as_bytes(),
        new.cmd.relation.as_str(),
        new.sentence,
        new.cmd.language.code(),
        now,
        ends,
    )
    .execute(tx.conn())
    .await?;
    Ok(())
}

/// False once it was used; true when it is revoked now or was before.
pub(crate) async fn revoke(tx: &mut CommunityTx, id: InvitationId, sponsor: MemberId) -> Result<bool, DatabaseError> {
    let (community, now) = (tx.community().0, tx.now());
    let revoked = sqlx::query!(
        "update invitation set revoked_at = coalesce(revoked_at, $4)
         where community_id = $1 and id = $2 and sponsor_id = $3 and used_at is null",
        community,
        id.0,
        sponsor.0,
        now,
    )
    .execute(tx.conn())
    .await?
    .rows_affected();
    Ok(revoked == 1)
}

/// An invitation that holds.
#[derive(Debug, Clone)]
pub(crate) struct OpenInvitation {
    pub(crate) id: InvitationId,
    pub(crate) sponsor: MemberId,
    pub(crate) email: String,
    pub(crate) relation: String,
    pub(crate) sentence: String,
}

pub(crate) async fn open(tx: &mut CommunityTx, token: TokenHash) -> Result<Option<OpenInvitation>, DatabaseError> {
    let (community, now) = (tx.community().0, tx.now());
    let row = sqlx::query!(
        "select id, sponsor_id, email, relation, sentence from invitation
         where community_id = $1 and token_hash = $2 and used_at is null and revoked_at is null and expires_at > $3",
        community,
        token.as_bytes(),
        now,
    )
    .fetch_optional(tx.conn())
    .await?;
    Ok(row.map(|row| OpenInvitation {
        id: row.id.into(),
        sponsor: row.sponsor_id.into(),
        email: row.email,
        relation: row.relation,
        sentence: row.sentence,
    }))
}

/// This member's open invitation to this address, if there is one.
pub(crate) async fn open_to(
    tx: &mut CommunityTx,
    sponsor: MemberId,
    email: &str,
) -> Result<Option<InvitationId>, DatabaseError> {
    let (community, now) = (tx.community().0, tx.now());
    let id = sqlx::query_scalar!(
        "select id from invitation
         where community_id = $1 and sponsor_id = $2 and email = $3 and used_at is null and revoked_at is null and expires_at > $4
         order by expires_at limit 1",
        community,
        sponsor.0,
        email,
        now,
    )
    .fetch_optional(tx.conn())
    .await?;
    Ok(id.map(InvitationId))
}

/// Uses it, once: of many who try, one gets true (bar M6).
pub(crate) async fn redeem(tx: &mut CommunityTx, id: InvitationId, by: MemberId) -> Result<bool, DatabaseError> {
    let (community, now) = (tx.community().0, tx.now());
    let used = sqlx::query!(
        "update invitation set used_at = $4, used_by = $3
         where community_id = $1 and id = $2 and used_at is null and revoked_at is null and expires_at > $4",
        community,
        id.0,
        by.0,
        now,
    )
    .execute(tx.conn())
    .await?
    .rows_affected();
    Ok(used == 1)
}

/// Whether it was this member who used it.
pub(crate) async fn was_used_by(
    tx: &mut CommunityTx,
    token: TokenHash,
    member: MemberId,
) -> Result<bool, DatabaseError> {
    let community = tx.community().0;
    Ok(sqlx::query_scalar!(
        r#"select exists (select 1 from invitation where community_id = $1 and token_hash = $2 and used_by = $3) as "was!""#,
        community,
        token.as_bytes(),
        member.0,
    )
    .fetch_one(tx.conn())
    .await?)
}

/// The inviter behind a token that holds.
pub(crate) async fn face(tx: &mut CommunityTx, token: TokenHash) -> Result<Option<InviterFace>, DatabaseError> {
    let (community, now) = (tx.community().0, tx.now());
    let row = sqlx::query!(
        "select m.name, m.town, i.sentence, i.language
         from invitation i
         join member m on m.community_id = i.community_id and m.id = i.sponsor_id
         where i.community_id = $1 and i.token_hash = $2 and i.used_at is null and i.revoked_at is null and i.expires_at > $3
           and m.standing = 'member'",
        community,
        token.as_bytes(),
        now,
    )
    .fetch_optional(tx.conn())
    .await?;
    Ok(row.map(|row| InviterFace {
        name: row.name,
        town: row.town,
        sentence: row.sentence,
        language: row.language.parse().ok(),
    }))
}
