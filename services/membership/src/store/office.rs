//! Offices, and by which right somebody acts.

use database::{CommunityTx, DatabaseError};
use kernel::{Me, MemberId, Role};

/// Somebody as a caller, now; without a lock, for those who hold the trust head.
pub(crate) async fn me(tx: &mut CommunityTx, member: MemberId) -> Result<Option<Me>, DatabaseError> {
    let community = tx.community().0;
    let row = sqlx::query!(
        "select account_id, standing, role from member where community_id = $1 and id = $2",
        community,
        member.0
    )
    .fetch_optional(tx.conn())
    .await?;
    row.map(|row| {
        Ok(Me {
            account: row.account_id.into(),
            member,
            standing: row.standing.parse().map_err(DatabaseError::damaged)?,
            role: row.role.parse().map_err(DatabaseError::damaged)?,
        })
    })
    .transpose()
}

pub(crate) async fn set_role(tx: &mut CommunityTx, member: MemberId, role: Role) -> Result<(), DatabaseError> {
    let community = tx.community().0;
    sqlx::query!("update member set role = $3 where community_id = $1 and id = $2", community, member.0, role.as_str())
        .execute(tx.conn())
        .await?;
    Ok(())
}

pub(crate) async fn role(tx: &mut CommunityTx, member: MemberId) -> Result<Option<Role>, DatabaseError> {
    let community = tx.community().0;
    sqlx::query_scalar!("select role from member where community_id = $1 and id = $2", community, member.0)
        .fetch_optional(tx.conn())
        .await?
        .map(|role| role.parse().map_err(DatabaseError::damaged))
        .transpose()
}
