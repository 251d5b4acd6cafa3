//! Many members at once: four statements a batch.

use crate::import::Row;
use community::{CommunityFace, names::likeness};
use database::{CommunityTx, DatabaseError};
use kernel::{Language, MemberId, Timestamp};
use std::collections::HashMap;
use uuid::Uuid;

/// Who of a batch is here already: by the row's address, whoever has that address, and whom the row's key stands for.
pub(crate) type Known = HashMap<String, (Option<MemberId>, Option<MemberId>)>;

/// Opens the accounts that are missing, in order of their addresses, so that two imports never wait for each other in a ring.
pub(crate) async fn open_accounts(tx: &mut CommunityTx, rows: &[Row], language: Language) -> Result<(), DatabaseError> {
    let now = tx.now();
    let ids: Vec<Uuid> = rows.iter().map(|_| tx.entropy().id()).collect();
    sqlx::query!(
        "insert into account (id, email, language, created_at)
         select r.id, r.email, r.language, $4 from unnest($1::uuid[], $2::text[], $3::text[]) as r (id, email, language)
         order by r.email
         on conflict (email) do nothing",
        &ids,
        &addresses(rows),
        &languages(rows, language),
        now
    )
    .execute(tx.conn())
    .await?;
    Ok(())
}

pub(crate) async fn known(tx: &mut CommunityTx, rows: &[Row], marks: &[Vec<u8>]) -> Result<Known, DatabaseError> {
    let community = tx.community().0;
    let found = sqlx::query!(
        r#"select r.email as "email!", m.id as "here?", k.member_id as "keyed?"
           from unnest($2::text[], $3::bytea[]) as r (email, mark)
           left join account a on a.email = r.email
           left join member m on m.community_id = $1 and m.account_id = a.id
           left join import_key k on k.community_id = $1 and k.key_mark = r.mark
           where m.id is not null or k.member_id is not null"#,
        community,
        &addresses(rows),
        marks
    )
    .fetch_all(tx.conn())
    .await?;
    Ok(found.into_iter().map(|row| (row.email, (row.here.map(MemberId), row.keyed.map(MemberId)))).collect())
}

/// From now on these keys stand for these members.
pub(crate) async fn name(tx: &mut CommunityTx, marks: &[Vec<u8>], members: &[Uuid]) -> Result<(), DatabaseError> {
    if marks.is_empty() {
        return Ok(());
    }
    let community = tx.community().0;
    sqlx::query!(
        "insert into import_key (community_id, key_mark, member_id)
         select $1, r.mark, r.member_id from unnest($2::bytea[], $3::uuid[]) as r (mark, member_id)",
        community,
        marks,
        members
    )
    .execute(tx.conn())
    .await?;
    Ok(())
}

/// Whom the keys stand for: by their mark, or as the address of somebody here. A key that is no address is nobody's.
pub(crate) async fn by_keys(
    tx: &mut CommunityTx,
    keys: &[String],
    marks: &[Vec<u8>],
) -> Result<Vec<(String, MemberId)>, DatabaseError> {
    let community = tx.community().0;
    let found = sqlx::query!(
        r#"select r.key as "key!", coalesce(k.member_id, m.id) as "member!"
           from unnest($2::text[], $3::bytea[]) as r (key, mark)
           left join import_key k on k.community_id = $1 and k.key_mark = r.mark
           left join account a on a.email = r.key
           left join member m on m.community_id = $1 and m.account_id = a.id
           where k.member_id is not null or m.id is not null"#,
        community,
        keys,
        marks
    )
    .fetch_all(tx.conn())
    .await?;
    Ok(found.into_iter().map(|row| (row.key, row.member.into())).collect())
}

/// Writes the rows as members, under these ids, numbered from `first` in their order.
pub(crate) async fn insert(
    tx: &mut CommunityTx,
    rows: &[Row],
    ids: &[Uuid],
    first: i32,
    face: &CommunityFace,
) -> Result<(), DatabaseError> {
    let community = tx.community().0;
    let numbers: Vec<i32> = (first..).take(rows.len()).collect();
    let column = |text: fn(&Row) -> &str| -> Vec<String> { rows.iter().map(|row| text(row).to_owned()).collect() };
    let joined: Vec<Timestamp> = rows.iter().map(|row| row.joined_at).collect();
    let founders: Vec<bool> = rows.iter().map(|row| row.founder).collect();
    let languages = languages(rows, face.language());
    let likenesses: Vec<String> = rows.iter().map(|row| likeness(&row.name)).collect();
    sqlx::query!(
        "insert into member (community_id, id, account_id, number, name, about, town, standing, founder, language, timezone, applied_at, joined_at,
             likeness)
         select $1, r.id, a.id, r.number, r.name, r.about, r.town, 'member', r.founder, r.language, $2, r.joined_at, r.joined_at, r.likeness
         from unnest($3::uuid[], $4::text[], $5::int[], $6::text[], $7::text[], $8::text[], $9::bool[], $10::text[], $11::timestamptz[],
                 $12::text[])
             as r (id, email, number, name, about, town, founder, language, joined_at, likeness)
         join account a on a.email = r.email",
        community,
        face.timezone.name(),
        ids,
        &addresses(rows),
        &numbers,
        &column(|row| &row.name),
        &column(|row| &row.about),
        &column(|row| &row.town),
        &founders,
        &languages,
        &joined,
        &likenesses
    )
    .execute(tx.conn())
    .await?;
    Ok(())
}

fn addresses(rows: &[Row]) -> Vec<String> {
    rows.iter().map(|row| row.email.as_str().to_owned()).collect()
}

fn languages(rows: &[Row], otherwise: Language) -> Vec<String> {
    rows.iter().map(|row| row.language.unwrap_or(otherwise).code().to_owned()).collect()
}
