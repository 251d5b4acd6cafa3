//! The journal as its readers see it. Writing it is `database::audit`'s.

use crate::journal::EntryView;
use database::{CommunityTx, DatabaseError};
use kernel::{Cursor, Page, PageRequest, Timestamp};
use serde_json::Value;
use uuid::Uuid;

/// The newest first.
pub(crate) async fn page(tx: &mut CommunityTx, page: &PageRequest) -> Result<Page<EntryView>, DatabaseError> {
    let community = tx.community().0;
    let rows = sqlx::query!(
        r#"select j.id, j.seq, j.at, j.actor_id, a.name as "actor_name?", j.subject_id, s.name as "subject_name?", j.act, j.detail,
               n.note as "note?"
           from journal j
           left join member a on a.community_id = j.community_id and a.id = j.actor_id
           left join member s on s.community_id = j.community_id and s.id = j.subject_id
           left join journal_note n on n.community_id = j.community_id and n.seq = j.seq
           where j.community_id = $1 and ($2::timestamptz is null or (j.at, j.id) < ($2, $3::uuid))
           order by j.at desc, j.id desc
           limit $4"#,
        community,
        page.after.map(|place| place.at),
        page.after.map(|place| place.id),
        page.limit()
    )
    .fetch_all(tx.conn())
    .await?;
    let entries: Vec<(Uuid, EntryView)> = rows
        .into_iter()
        .map(|row| {
            let entry = EntryView {
                number: row.seq,
                at: row.at,
                actor: row.actor_id.map(Into::into),
                actor_name: row.actor_name.unwrap_or_default(),
                subject: row.subject_id.map(Into::into),
                subject_name: row.subject_name.unwrap_or_default(),
                act: row.act,
                detail: row.detail,
                reason: row.note.unwrap_or_default(),
            };
            (row.id, entry)
        })
        .collect();
    let page = Page::cut(entries, page, |(id, entry)| Cursor { at: entry.at, id: *id });
    Ok(page.map(|(_, entry)| entry))
}

/// When the admission policy was changed, by whom, and the entry's particulars; the newest first.
pub(crate) async fn policy_changes(
    tx: &mut CommunityTx,
    page: &PageRequest,
) -> Result<Page<(Timestamp, String, Value)>, DatabaseError> {
    let community = tx.community().0;
    let rows = sqlx::query!(
        r#"select j.id, j.at, a.name as "actor_name?", j.detail
           from journal j
           left join member a on a.community_id = j.community_id and a.id = j.actor_id
           where j.community_id = $1 and j.act = 'policy_changed'
               and ($2::timestamptz is null or (j.at, j.id) < ($2, $3::uuid))
           order by j.at desc, j.id desc
           limit $4"#,
        community,
        page.after.map(|place| place.at),
        page.after.map(|place| place.id),
        page.limit()
    )
    .fetch_all(tx.conn())
    .await?;
    let page = Page::cut(rows, page, |row| Cursor { at: row.at, id: row.id });
    Ok(page.map(|row| (row.at, row.actor_name.unwrap_or_default(), row.detail)))
}
