//! Letters that were complained of, and how a community stands because of them.

use crate::complaints::{Figures, LEAVE_THOUGH_HELD, LetterWatch};
use database::{CommunityTx, DatabaseError};
use kernel::{CommunityId, EmailAddress, Timestamp};
use sqlx::PgConnection;
use uuid::Uuid;

/// What was there when the row was locked.
#[derive(Debug)]
pub(crate) struct Known {
    pub alarmed_at: Option<Timestamp>,
    pub let_go_at: Option<Timestamp>,
}

/// The letter to this address that a complaint is about, over all communities: the one of this name, with or without its brackets, else the last
/// one. Nothing when it is one that judges nobody.
pub(crate) async fn letter_to(
    conn: &mut PgConnection,
    email: &EmailAddress,
    message: Option<&str>,
    since: Timestamp,
) -> Result<Option<(CommunityId, Uuid)>, DatabaseError> {
    let found = sqlx::query!(
        r#"select community_id, id, kind <> all ($4) as "counts!" from letter
           where recipient = $1 and at > $2 and outcome = 'sent'
           order by coalesce(message_id = $3, false) desc, kind <> all ($4) desc, at desc, id desc limit 1"#,
        email.as_str(),
        since,
        message.map(named),
        &always()
    )
    .fetch_optional(conn)
    .await?;
    Ok(found.filter(|row| row.counts).map(|row| (row.community_id.into(), row.id)))
}

/// As a letter's line holds it: `<id@domain>`.
fn named(message: &str) -> String {
    format!("<{}>", message.trim().trim_start_matches('<').trim_end_matches('>'))
}

fn always() -> Vec<String> {
    LEAVE_THOUGH_HELD.map(str::to_owned).to_vec()
}

pub(crate) async fn lock(tx: &mut CommunityTx) -> Result<Known, DatabaseError> {
    let (community, now) = (tx.community().0, tx.now());
    let row = sqlx::query!(
        "insert into letter_watch (community_id, counted_at) values ($1, $2)
         on conflict (community_id) do update set counted_at = excluded.counted_at
         returning alarmed_at, let_go_at",
        community,
        now
    )
    .fetch_one(tx.conn())
    .await?;
    Ok(Known { alarmed_at: row.alarmed_at, let_go_at: row.let_go_at })
}

/// False when this person's complaint is counted already, or the letter has gone.
pub(crate) async fn mark(
    tx: &mut CommunityTx,
    letter: Uuid,
    email: &EmailAddress,
    since: Timestamp,
) -> Result<bool, DatabaseError> {
    let (community, now) = (tx.community().0, tx.now());
    let done = sqlx::query!(
        "update letter set complained_at = $4
         where community_id = $1 and id = $2 and complained_at is null and not exists (
             select from letter other
             where other.community_id = $1 and other.recipient = $3 and other.at > $5 and other.complained_at is not null
         )",
        community,
        letter,
        email.as_str(),
        now,
        since
    )
    .execute(tx.conn())
    .await?;
    Ok(done.rows_affected() == 1)
}

/// Letters sent since then, but those that judge nobody, and those of them that were complained of.
pub(crate) async fn figures(tx: &mut CommunityTx, since: Timestamp) -> Result<Figures, DatabaseError> {
    let community = tx.community().0;
    let row = sqlx::query!(
        r#"select count(*) as "letters!", count(complained_at) as "complaints!" from letter
           where community_id = $1 and at > $2 and outcome = 'sent' and kind <> all ($3)"#,
        community,
        since,
        &always()
    )
    .fetch_one(tx.conn())
    .await?;
    Ok(Figures { letters: row.letters, complaints: row.complaints })
}

pub(crate) async fn note(tx: &mut CommunityTx, figures: Figures, is_told: bool) -> Result<(), DatabaseError> {
    let (community, now) = (tx.community().0, tx.now());
    sqlx::query!(
        "update letter_watch set letters = $2, complaints = $3, counted_at = $4,
             alarmed_at = case when $5 then $4 else alarmed_at end
         where community_id = $1",
        community,
        figures.letters,
        figures.complaints,
        now,
        is_told
    )
    .execute(tx.conn())
    .await?;
    Ok(())
}

/// False when the letters wait already.
pub(crate) async fn hold(tx: &mut CommunityTx) -> Result<bool, DatabaseError> {
    let (community, now) = (tx.community().0, tx.now());
    let done = sqlx::query!(
        "update community set letters_held_since = $2 where id = $1 and letters_held_since is null",
        community,
        now
    )
    .execute(tx.conn())
    .await?;
    Ok(done.rows_affected() == 1)
}

/// False when the letters did not wait.
pub(crate) async fn let_go(tx: &mut CommunityTx, reason: &str) -> Result<bool, DatabaseError> {
    let (community, now) = (tx.community().0, tx.now());
    // In the order in which a complaint locks them.
    sqlx::query!("select community_id from letter_watch where community_id = $1 for no key update", community)
        .fetch_optional(tx.conn())
        .await?;
    let done = sqlx::query!(
        "update community set letters_held_since = null where id = $1 and letters_held_since is not null",
        community
    )
    .execute(tx.conn())
    .await?;
    if done.rows_affected() == 0 {
        return Ok(false);
    }
    sqlx::query!(
        "update letter_watch set let_go_at = $2, alarmed_at = null, reason = $3 where community_id = $1",
        community,
        now,
        reason
    )
    .execute(tx.conn())
    .await?;
    Ok(true)
}

struct Row {
    community_id: Uuid,
    name: String,
    letters: i64,
    complaints: i64,
    counted_at: Timestamp,
    letters_held_since: Option<Timestamp>,
    alarmed_at: Option<Timestamp>,
    let_go_at: Option<Timestamp>,
    reason: String,
}

impl From<Row> for LetterWatch {
    fn from(row: Row) -> Self {
        Self {
            community: row.community_id.into(),
            name: row.name,
            figures: Figures { letters: row.letters, complaints: row.complaints },
            counted_at: row.counted_at,
            held_since: row.letters_held_since,
            alarmed_at: row.alarmed_at,
            let_go_at: row.let_go_at,
            reason: row.reason,
        }
    }
}

pub(crate) async fn own(tx: &mut CommunityTx) -> Result<Option<LetterWatch>, DatabaseError> {
    let community = tx.community().0;
    let found = sqlx::query_as!(
        Row,
        "select w.community_id, c.name, w.letters, w.complaints, w.counted_at, c.letters_held_since, w.alarmed_at, w.let_go_at, w.reason
         from letter_watch w join community c on c.id = w.community_id
         where w.community_id = $1",
        community
    )
    .fetch_optional(tx.conn())
    .await?;
    Ok(found.map(LetterWatch::from))
}

/// Read as `maillon_platform`.
pub(crate) async fn watched(
    conn: &mut PgConnection,
    warned_after: Timestamp,
) -> Result<Vec<LetterWatch>, DatabaseError> {
    let rows = sqlx::query_as!(
        Row,
        "select w.community_id, c.name, w.letters, w.complaints, w.counted_at, c.letters_held_since, w.alarmed_at, w.let_go_at, w.reason
         from letter_watch w join community c on c.id = w.community_id
         where c.letters_held_since is not null or w.alarmed_at > $1
         order by c.letters_held_since is null, coalesce(c.letters_held_since, w.alarmed_at) desc, w.community_id
         limit 100",
        warned_after
    )
    .fetch_all(conn)
    .await?;
    Ok(rows.into_iter().map(LetterWatch::from).collect())
}
