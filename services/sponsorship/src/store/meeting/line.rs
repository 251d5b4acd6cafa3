//! What the two write to find a day.

use database::{CommunityTx, DatabaseError};
use kernel::{MeetingId, MeetingLineId, MemberId};

/// Lines between the newcomer and whoever has agreed: an earlier host's are not counted.
pub(crate) async fn lines_written(tx: &mut CommunityTx, meeting: MeetingId) -> Result<i64, DatabaseError> {
    let community = tx.community().0;
    Ok(sqlx::query_scalar!(
        r#"select count(*) as "count!" from meeting_line l
           join meeting g on g.community_id = l.community_id and g.id = l.meeting_id
           where l.community_id = $1 and l.meeting_id = $2 and (g.agreed_at is null or l.written_at >= g.agreed_at)"#,
        community,
        meeting.0,
    )
    .fetch_one(tx.conn())
    .await?)
}

/// False when a line of that id was written before. Each is later than the last, so that they stay in order.
pub(crate) async fn write(
    tx: &mut CommunityTx,
    id: MeetingLineId,
    meeting: MeetingId,
    author: MemberId,
    words: &str,
) -> Result<bool, DatabaseError> {
    let (community, now) = (tx.community().0, tx.now());
    let done = sqlx::query!(
        "insert into meeting_line (community_id, id, meeting_id, author_id, body, written_at)
         select $1, $2, $3, $4, $5, greatest($6, (
             select max(l.written_at) + interval '1 microsecond' from meeting_line l
             where l.community_id = $1 and l.meeting_id = $3
         ))
         on conflict (community_id, id) do nothing",
        community,
        id.0,
        meeting.0,
        author.0,
        words,
        now,
    )
    .execute(tx.conn())
    .await?;
    Ok(done.rows_affected() == 1)
}
