//! Who has not been here for long.

use chrono::NaiveDate;
use database::{CommunityTx, DatabaseError};
use kernel::{MemberId, Standing};

/// Notes today as the day on which they are told, for so many of those who were last here on `before` or earlier and were not told since.
/// Owners answer for their community and are left in peace; so are those who asked to be erased anyway.
pub(crate) async fn tell(tx: &mut CommunityTx, before: NaiveDate, most: i64) -> Result<Vec<MemberId>, DatabaseError> {
    let (community, today) = (tx.community().0, tx.now().date_naive());
    let told = sqlx::query_scalar!(
        "update member set idle_told_on = $3
         where community_id = $1 and id in (
             select m.id from member m
             where m.community_id = $1 and m.here_on <= $2 and m.standing not in ('suspended', 'expelled')
                 and m.role <> 'owner' and m.idle_told_on is null
                 and not exists (select 1 from erasure e where e.community_id = $1 and e.member_id = m.id)
             order by m.here_on, m.id
             limit $4
             for no key update)
         returning id",
        community,
        before,
        today,
        most
    )
    .fetch_all(tx.conn())
    .await?;
    Ok(told.into_iter().map(MemberId).collect())
}

/// Those who were last here on `before` or earlier, were told on `told` or earlier, and did not come since; with how they stand. Their
/// rows are held: whoever comes at this very moment is seen to have come, or comes too late.
pub(crate) async fn over(
    tx: &mut CommunityTx,
    before: NaiveDate,
    told: NaiveDate,
    most: i64,
) -> Result<Vec<(MemberId, Standing)>, DatabaseError> {
    let community = tx.community().0;
    let rows = sqlx::query!(
        "select m.id, m.standing from member m
         where m.community_id = $1 and m.here_on <= $2 and m.standing not in ('suspended', 'expelled')
             and m.role <> 'owner' and m.idle_told_on <= $3
             and not exists (select 1 from erasure e where e.community_id = $1 and e.member_id = m.id)
         order by m.here_on, m.id
         limit $4
         for no key update",
        community,
        before,
        told,
        most
    )
    .fetch_all(tx.conn())
    .await?;
    let standing = |word: String| word.parse::<Standing>().map_err(DatabaseError::damaged);
    rows.into_iter().map(|row| Ok((MemberId(row.id), standing(row.standing)?))).collect()
}

/// When somebody who was told was here last; nothing once they came back.
pub(crate) async fn told(tx: &mut CommunityTx, member: MemberId) -> Result<Option<NaiveDate>, DatabaseError> {
    let community = tx.community().0;
    Ok(sqlx::query_scalar!(
        "select here_on from member where community_id = $1 and id = $2 and idle_told_on is not null",
        community,
        member.0
    )
    .fetch_optional(tx.conn())
    .await?)
}
