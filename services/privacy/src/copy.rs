//! Everything about me, in one machine-readable piece (bar P2).

use crate::{PrivacyError, jobs::PrepareCopy, limits, map, store};
use database::{Db, Schedule, audit::Entry};
use kernel::{Act, Caller, MemberId, Timestamp};
use serde_json::{Map, Value, json};

/// How it stands with somebody's copy.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct CopyView {
    /// Asked for when.
    pub asked_at: Timestamp,
    /// Made when; nothing while it is being made.
    pub made_at: Option<Timestamp>,
    /// Gone from when on.
    pub expires_at: Timestamp,
}

/// The caller wants a copy of everything about them in this community: a job makes it, and a letter says so. Asking again while
/// one is being made changes nothing; asking again later replaces it.
pub async fn ask_copy(db: &Db, caller: &Caller) -> Result<(), PrivacyError> {
    let me = caller.must_as_member(Act::ManageOwnData)?;
    let mut tx = db.begin(caller).await?;
    let ends = tx.now() + limits::COPY_KEPT;
    store::copy::ask(&mut tx, me.member, ends).await?;
    let schedule = Schedule::default().meaning(format!("copy:{}", me.member));
    tx.enqueue_with(&PrepareCopy { member: me.member }, schedule).await?;
    tx.record(Entry { actor: Some(me.member), subject: Some(me.member), act: "copy_asked", detail: json!({}) });
    Ok(tx.commit().await?)
}

/// The caller's copy, unless there is none or its time is over.
pub async fn my_copy(db: &Db, caller: &Caller) -> Result<Option<CopyView>, PrivacyError> {
    let me = caller.must_as_member(Act::ManageOwnData)?;
    let mut tx = db.begin(caller).await?;
    let found = store::copy::of(&mut tx, me.member).await?;
    tx.commit().await?;
    Ok(found)
}

/// What the caller's copy holds, `{"community", "made_at", "tables": {table: [row]}}`; nothing when there is none yet, or its time is
/// over. To whoever has just shown that it is them: a session that was left open somewhere hands out nobody's life.
pub async fn fetch(db: &Db, caller: &Caller) -> Result<Option<Value>, PrivacyError> {
    let me = caller.must_as_member(Act::FetchOwnCopy)?;
    let mut tx = db.begin(caller).await?;
    let content = store::copy::content(&mut tx, me.member).await?;
    tx.commit().await?;
    Ok(content)
}

/// Makes the copy that was asked for; false when none is wanted (any more). The house only.
pub async fn make(db: &Db, caller: &Caller, member: MemberId) -> Result<bool, PrivacyError> {
    caller.must(Act::WorkJob)?;
    let mut tx = db.begin(caller).await?;
    if store::copy::of(&mut tx, member).await?.is_none() {
        return Ok(false);
    }
    let face = community::views::face_tx(&mut tx).await.map_err(membership::MembershipError::from)?;
    let rows = store::copy::rows(&mut tx, member).await?;
    let content = json!({ "community": face.name, "made_at": tx.now(), "tables": tables(rows)? });
    store::copy::keep(&mut tx, member, &content).await?;
    tx.commit().await?;
    Ok(true)
}

/// Of each row, the columns that the map gives to whoever this link leads to.
fn tables(rows: Vec<(String, Value)>) -> Result<Value, PrivacyError> {
    let columns = map::columns()?;
    let mut tables: Map<String, Value> = Map::new();
    for (source, row) in rows {
        let (table, link) = source.split_once('.').unwrap_or((&source, ""));
        let is_theirs = |name: &String| {
            columns.iter().any(|column| {
                column.table == table && column.name == *name && column.copied_by.iter().any(|by| by == link)
            })
        };
        let Value::Object(fields) = row else { continue };
        let theirs: Map<String, Value> = fields.into_iter().filter(|(name, _)| is_theirs(name)).collect();
        if let Value::Array(rows) = tables.entry(table).or_insert_with(|| json!([])) {
            rows.push(Value::Object(theirs));
        }
    }
    Ok(Value::Object(tables))
}

#[cfg(test)]
mod tests {
    use crate::map;
    use std::collections::BTreeSet;

    #[test]
    fn p2_every_link_that_the_map_knows_is_followed() {
        let statement = include_str!("store/copy.sql");
        let columns = map::columns().unwrap();
        let links: BTreeSet<String> = columns
            .iter()
            .flat_map(|column| column.copied_by.iter().map(|by| format!("'{}.{by}'", column.table)))
            .collect();
        let missing: Vec<_> = links.iter().filter(|link| !statement.contains(link.as_str())).collect();
        assert!(links.len() > 12 && missing.is_empty(), "not followed: {missing:?}");
    }
}
