//! Bulletins.

use crate::bulletin::BulletinView;
use database::{CommunityTx, DatabaseError};
use kernel::{BulletinId, Cursor, Language, MemberId, Page, PageRequest};

/// False when the id is taken.
pub(crate) async fn insert(
    tx: &mut CommunityTx,
    id: BulletinId,
    author: MemberId,
    language: Language,
    title: &str,
    body: &str,
) -> Result<bool, DatabaseError> {
    let (community, now) = (tx.community().0, tx.now());
    let done = sqlx::query!(
        "insert into bulletin (community_id, id, author_id, title, body, language, published_at)
         values ($1, $2, $3, $4, $5, $6, $7) on conflict (community_id, id) do nothing",
        community,
        id.0,
        author.0,
        title,
        body,
        language.code(),
        now,
    )
    .execute(tx.conn())
    .await?;
    Ok(done.rows_affected() == 1)
}

/// Who wrote it, taken down or not.
pub(crate) async fn author(tx: &mut CommunityTx, id: BulletinId) -> Result<Option<MemberId>, DatabaseError> {
    let community = tx.community().0;
    let author =
        sqlx::query_scalar!("select author_id from bulletin where community_id = $1 and id = $2", community, id.0)
            .fetch_optional(tx.conn())
            .await?;
    Ok(author.map(MemberId))
}

/// False when there is none that stands.
pub(crate) async fn update(
    tx: &mut CommunityTx,
    id: BulletinId,
    title: &str,
    body: &str,
) -> Result<bool, DatabaseError> {
    let (community, now) = (tx.community().0, tx.now());
    let done = sqlx::query!(
        "update bulletin set title = $3, body = $4, edited_at = $5
         where community_id = $1 and id = $2 and taken_down_at is null",
        community,
        id.0,
        title,
        body,
        now,
    )
    .execute(tx.conn())
    .await?;
    Ok(done.rows_affected() == 1)
}

/// False when there is none that stands.
pub(crate) async fn take_down(tx: &mut CommunityTx, id: BulletinId) -> Result<bool, DatabaseError> {
    let (community, now) = (tx.community().0, tx.now());
    let done = sqlx::query!(
        "update bulletin set taken_down_at = $3 where community_id = $1 and id = $2 and taken_down_at is null",
        community,
        id.0,
        now,
    )
    .execute(tx.conn())
    .await?;
    Ok(done.rows_affected() == 1)
}

macro_rules! view {
    ($row:ident) => {
        Ok::<_, DatabaseError>(BulletinView {
            id: $row.id.into(),
            title: $row.title,
            body: $row.body,
            language: $row.language.parse().map_err(DatabaseError::damaged)?,
            published_at: $row.published_at,
            edited_at: $row.edited_at,
        })
    };
}

/// What stands, the newest first.
pub(crate) async fn page(tx: &mut CommunityTx, page: &PageRequest) -> Result<Page<BulletinView>, DatabaseError> {
    let community = tx.community().0;
    let beginning = page.beginning();
    let rows = sqlx::query!(
        "select id, title, body, language, published_at, edited_at from bulletin
         where community_id = $1 and taken_down_at is null and (published_at, id) < ($2, $3)
         order by published_at desc, id desc
         limit $4",
        community,
        beginning.at,
        beginning.id,
        page.limit(),
    )
    .fetch_all(tx.conn())
    .await?;
    let views = rows.into_iter().map(|row| view!(row)).collect::<Result<Vec<_>, _>>()?;
    Ok(Page::cut(views, page, |view| Cursor { at: view.published_at, id: view.id.0 }))
}

pub(crate) async fn by_id(tx: &mut CommunityTx, id: BulletinId) -> Result<Option<BulletinView>, DatabaseError> {
    let community = tx.community().0;
    let row = sqlx::query!(
        "select id, title, body, language, published_at, edited_at from bulletin
         where community_id = $1 and id = $2 and taken_down_at is null",
        community,
        id.0,
    )
    .fetch_optional(tx.conn())
    .await?;
    row.map(|row| view!(row)).transpose()
}
