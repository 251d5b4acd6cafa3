//! Many members at once: three statements a batch.

use crate::import::Row;
use chrono_tz::Tz;
use database::{CommunityTx, DatabaseError};
use kernel::{Language, MemberId, Timestamp};
use std::collections::BTreeSet;
use uuid::Uuid;

/// Who of a batch is here already.
#[derive(Debug)]
pub(crate) struct Known {
    pub addresses: BTreeSet<String>,
    pub ids: BTreeSet<MemberId>,
}

/// Opens the accounts that are missing, in order of their addresses, so that two imports never wait for each other in a ring.
pub(crate) async fn open_accounts(tx: &mut CommunityTx, rows: &[Row], language: Language) -> Result<(), DatabaseError> {
    let now = tx.now();
    let ids: Vec<Uuid> = rows.iter().map(|_| tx.entropy().id()).collect();
    let languages: Vec<String> = rows.iter().map(|row| row.language.unwrap_or(language).code().to_owned()).collect();
    sqlx::query!(
        "insert into account (id, email, language, created_at)
         select r.id, r.email, r.language, $4 from unnest($1::uuid[], $2::text[], $3::text[]) as r (id, email, language)
         order by r.email
         on conflict (email) do nothing",
        &ids,
        &addresses(rows),
        &languages,
        now
    )
    .execute(tx.conn())
    .await?;
    Ok(())
}

pub(crate) async fn known(tx: &mut CommunityTx, rows: &[Row]) -> Result<Known, DatabaseError> {
    let community = tx.community().0;
    let ids: Vec<Uuid> = rows.iter().map(|row| row.id.0).collect();
    let found = sqlx::query!(
        "select m.id, a.email from member m join account a on a.id = m.account_id
         where m.community_id = $1 and (a.email = any ($2) or m.id = any ($3))",
        community,
        &addresses(rows),
        &ids
    )
    .fetch_all(tx.conn())
    .await?;
    let ids = found.iter().map(|row| MemberId(row.id)).collect();
    Ok(Known { addresses: found.into_iter().map(|row| row.email).collect(), ids })
}

/// Writes the rows as members, numbered from `first` in their order.
pub(crate) async fn insert(
    tx: &mut CommunityTx,
    rows: &[Row],
    first: i32,
    language: Language,
    timezone: Tz,
) -> Result<(), DatabaseError> {
    let community = tx.community().0;
    let numbers: Vec<i32> = (first..).take(rows.len()).collect();
    let column = |text: fn(&Row) -> &str| -> Vec<String> { rows.iter().map(|row| text(row).to_owned()).collect() };
    let ids: Vec<Uuid> = rows.iter().map(|row| row.id.0).collect();
    let joined: Vec<Timestamp> = rows.iter().map(|row| row.joined_at).collect();
    let founders: Vec<bool> = rows.iter().map(|row| row.founder).collect();
    let languages: Vec<String> = rows.iter().map(|row| row.language.unwrap_or(language).code().to_owned()).collect();
    sqlx::query!(
        "insert into member (community_id, id, account_id, number, name, about, town, standing, founder, language, timezone, applied_at, joined_at)
         select $1, r.id, a.id, r.number, r.name, r.about, r.town, 'member', r.founder, r.language, $2, r.joined_at, r.joined_at
         from unnest($3::uuid[], $4::text[], $5::int[], $6::text[], $7::text[], $8::text[], $9::bool[], $10::text[], $11::timestamptz[])
             as r (id, email, number, name, about, town, founder, language, joined_at)
         join account a on a.email = r.email",
        community,
        timezone.name(),
        &ids,
        &addresses(rows),
        &numbers,
        &column(|row| &row.name),
        &column(|row| &row.about),
        &column(|row| &row.town),
        &founders,
        &languages,
        &joined
    )
    .execute(tx.conn())
    .await?;
    Ok(())
}

fn addresses(rows: &[Row]) -> Vec<String> {
    rows.iter().map(|row| row.email.as_str().to_owned()).collect()
}
