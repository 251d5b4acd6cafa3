//! Erasing: statement by statement what the data map says.

mod groups;
mod listings;

use crate::erase::Wish;
use database::{AccountTx, CommunityTx, DatabaseError};
use kernel::{AccountId, CommunityId, MemberId};

/// Whose words are looked for.
#[derive(Debug)]
pub(crate) struct Person {
    pub account: AccountId,
    pub email: String,
}

/// Notes the wish; false when it was noted before.
pub(crate) async fn ask(tx: &mut CommunityTx, member: MemberId) -> Result<bool, DatabaseError> {
    let (community, now) = (tx.community().0, tx.now());
    let done = sqlx::query!(
        "insert into erasure (community_id, member_id, asked_at) values ($1, $2, $3)
         on conflict (community_id, member_id) do nothing",
        community,
        member.0,
        now
    )
    .execute(tx.conn())
    .await?;
    Ok(done.rows_affected() == 1)
}

/// Nothing when they never asked.
pub(crate) async fn wish(tx: &mut CommunityTx, member: MemberId) -> Result<Option<Wish>, DatabaseError> {
    let community = tx.community().0;
    let done = sqlx::query_scalar!(
        r#"select erased_at is not null as "done!" from erasure where community_id = $1 and member_id = $2"#,
        community,
        member.0
    )
    .fetch_optional(tx.conn())
    .await?;
    Ok(done.map(|done| if done { Wish::Done } else { Wish::Open }))
}

pub(crate) async fn exists(tx: &mut CommunityTx, member: MemberId) -> Result<bool, DatabaseError> {
    let community = tx.community().0;
    Ok(sqlx::query_scalar!(
        r#"select exists (select 1 from member where community_id = $1 and id = $2) as "is!""#,
        community,
        member.0
    )
    .fetch_one(tx.conn())
    .await?)
}

/// The member's account and address; their row is held.
pub(crate) async fn person(tx: &mut CommunityTx, member: MemberId) -> Result<Option<Person>, DatabaseError> {
    let community = tx.community().0;
    let row = sqlx::query!(
        "select m.account_id, a.email from member m join account a on a.id = m.account_id
         where m.community_id = $1 and m.id = $2 for no key update of m",
        community,
        member.0
    )
    .fetch_optional(tx.conn())
    .await?;
    Ok(row.map(|row| Person { account: row.account_id.into(), email: row.email }))
}

/// What they wrote, and what was written about them: dashes in its place, so that what others wrote stays readable.
pub(crate) async fn words(tx: &mut CommunityTx, member: MemberId) -> Result<(), DatabaseError> {
    let community = tx.community().0;
    sqlx::query!(
        "update listing set title = '———', body = '—', town = '', close_reason = '', return_reason = '', urgent_reason = '', thanks = '',
             place = null, latitude = null, longitude = null, cell = null
         where community_id = $1 and author_id = $2",
        community,
        member.0
    )
    .execute(tx.conn())
    .await?;
    sqlx::query!("update listing set thanks = '' where community_id = $1 and helped_by = $2", community, member.0)
        .execute(tx.conn())
        .await?;
    sqlx::query!(
        "update notification set subject = '' where community_id = $1
             and listing_id in (select id from listing where community_id = $1 and author_id = $2)",
        community,
        member.0
    )
    .execute(tx.conn())
    .await?;
    sqlx::query!("update message set body = '—' where community_id = $1 and author_id = $2", community, member.0)
        .execute(tx.conn())
        .await?;
    sqlx::query!(
        "update sponsorship set sentence = '', note = '' where community_id = $1 and (sponsor_id = $2 or applicant_id = $2)",
        community,
        member.0
    )
    .execute(tx.conn())
    .await?;
    sqlx::query!(
        "update invitation set sentence = '', email = '' where community_id = $1 and (sponsor_id = $2 or used_by = $2)",
        community,
        member.0
    )
    .execute(tx.conn())
    .await?;
    sqlx::query!("update admission set reason = '' where community_id = $1 and member_id = $2", community, member.0)
        .execute(tx.conn())
        .await?;
    groups::words(tx, member).await?;
    meetings(tx, member).await?;
    decisions(tx, member).await
}

/// What they wrote to whoever was to meet them.
async fn meetings(tx: &mut CommunityTx, member: MemberId) -> Result<(), DatabaseError> {
    let community = tx.community().0;
    sqlx::query!(
        "update meeting set town = '', note = '' where community_id = $1 and applicant_id = $2",
        community,
        member.0
    )
    .execute(tx.conn())
    .await?;
    sqlx::query!("delete from meeting_line where community_id = $1 and author_id = $2", community, member.0)
        .execute(tx.conn())
        .await?;
    sqlx::query!("delete from rota where community_id = $1 and member_id = $2", community, member.0)
        .execute(tx.conn())
        .await?;
    Ok(())
}

/// What was decided about them and why, and what they said to it.
async fn decisions(tx: &mut CommunityTx, member: MemberId) -> Result<(), DatabaseError> {
    let (community, now) = (tx.community().0, tx.now());
    sqlx::query!("update departure set reason = '' where community_id = $1 and member_id = $2", community, member.0)
        .execute(tx.conn())
        .await?;
    sqlx::query!("update review set reason = '' where community_id = $1 and member_id = $2", community, member.0)
        .execute(tx.conn())
        .await?;
    sqlx::query!("update measure set reason = '' where community_id = $1 and member_id = $2", community, member.0)
        .execute(tx.conn())
        .await?;
    sqlx::query!(
        "update reservation set words = '', answer = '' where community_id = $1 and (applicant_id = $2 or confided_by = $2)",
        community,
        member.0
    )
    .execute(tx.conn())
    .await?;
    sqlx::query!(
        "update household set reason = '', ended_at = coalesce(ended_at, $3)
         where community_id = $1 and (member_id = $2 or other_id = $2)",
        community,
        member.0,
        now
    )
    .execute(tx.conn())
    .await?;
    sqlx::query!(
        "update reservation_voice set reason = '' where community_id = $1 and (steward_id = $2 or reservation_id in (
             select id from reservation where community_id = $1 and (applicant_id = $2 or confided_by = $2)))",
        community,
        member.0
    )
    .execute(tx.conn())
    .await?;
    sqlx::query!(
        "update appeal set words = '', answer = '' where community_id = $1 and member_id = $2",
        community,
        member.0
    )
    .execute(tx.conn())
    .await?;
    Ok(())
}

/// Their address, wherever it was written to or asked for.
pub(crate) async fn letters(tx: &mut CommunityTx, member: MemberId, email: &str) -> Result<(), DatabaseError> {
    let community = tx.community().0;
    sqlx::query!(
        "update letter set recipient = '', subject = '', answer = '' where community_id = $1 and (member_id = $2 or recipient = $3)",
        community,
        member.0,
        email
    )
    .execute(tx.conn())
    .await?;
    sqlx::query!(
        "update sponsorship set asked_email = null,
             state = case when sponsor_id is null and state = 'requested' then 'expired' else state end
         where community_id = $1 and (asked_email = $2 or sponsor_id = $3)",
        community,
        email,
        member.0
    )
    .execute(tx.conn())
    .await?;
    sqlx::query!("update invitation set email = '' where community_id = $1 and email = $2", community, email)
        .execute(tx.conn())
        .await?;
    Ok(())
}

/// Rows that are theirs alone.
pub(crate) async fn rows(
    tx: &mut CommunityTx,
    member: MemberId,
    account: AccountId,
    email: &str,
) -> Result<(), DatabaseError> {
    let community = tx.community().0;
    sqlx::query!("delete from session where community_id = $1 and account_id = $2", community, account.0)
        .execute(tx.conn())
        .await?;
    sqlx::query!("delete from address_change where community_id = $1 and account_id = $2", community, account.0)
        .execute(tx.conn())
        .await?;
    sqlx::query!("delete from passkey_challenge where community_id = $1 and account_id = $2", community, account.0)
        .execute(tx.conn())
        .await?;
    sqlx::query!("delete from sign_in where community_id = $1 and email = $2", community, email)
        .execute(tx.conn())
        .await?;
    sqlx::query!("delete from notification where community_id = $1 and member_id = $2", community, member.0)
        .execute(tx.conn())
        .await?;
    sqlx::query!("delete from member_place where community_id = $1 and member_id = $2", community, member.0)
        .execute(tx.conn())
        .await?;
    sqlx::query!("delete from outing_place where community_id = $1 and member_id = $2", community, member.0)
        .execute(tx.conn())
        .await?;
    sqlx::query!("delete from calendar_feed where community_id = $1 and member_id = $2", community, member.0)
        .execute(tx.conn())
        .await?;
    sqlx::query!("delete from listing_seen where community_id = $1 and member_id = $2", community, member.0)
        .execute(tx.conn())
        .await?;
    sqlx::query!(
        "delete from listing_match where community_id = $1 and (
             member_id = $2 or theirs_id in (select id from listing where community_id = $1 and author_id = $2)
         )",
        community,
        member.0
    )
    .execute(tx.conn())
    .await?;
    groups::memberships(tx, member).await?;
    listings::drafts(tx, member).await?;
    listings::searches(tx, member).await?;
    listings::mandates(tx, member).await?;
    sqlx::query!("delete from import_key where community_id = $1 and member_id = $2", community, member.0)
        .execute(tx.conn())
        .await?;
    sqlx::query!("delete from data_copy where community_id = $1 and member_id = $2", community, member.0)
        .execute(tx.conn())
        .await?;
    Ok(())
}

/// What was noted of them and by them in the journal; the numbers of the entries.
pub(crate) async fn notes(tx: &mut CommunityTx, member: MemberId) -> Result<Vec<i64>, DatabaseError> {
    let community = tx.community().0;
    Ok(sqlx::query_scalar!(
        "delete from journal_note n using journal j
         where n.community_id = $1 and j.community_id = $1 and j.seq = n.seq and (j.subject_id = $2 or j.actor_id = $2)
         returning n.seq",
        community,
        member.0
    )
    .fetch_all(tx.conn())
    .await?)
}

/// The place stays, with its number in the web of trust; nobody is in it, and it hangs on an account of nobody's.
pub(crate) async fn place(tx: &mut CommunityTx, member: MemberId) -> Result<(), DatabaseError> {
    let (community, now, nobody) = (tx.community().0, tx.now(), tx.entropy().id());
    sqlx::query!(
        "insert into account (id, email, language, created_at) values ($1, $1::uuid::text || '@erased.invalid', 'fr', $2)",
        nobody,
        now
    )
    .execute(tx.conn())
    .await?;
    sqlx::query!(
        "update member set name = '—', likeness = '', about = '', town = '', account_id = $3, link_generation = link_generation + 1,
             digest = 'never', message_letters = false, sponsorship_letters = false, listing_letters = false,
             search_letters = false, urgent_letters = false, named_in_chains = false
         where community_id = $1 and id = $2",
        community,
        member.0,
        nobody
    )
    .execute(tx.conn())
    .await?;
    sqlx::query!(
        "update erasure set erased_at = $3 where community_id = $1 and member_id = $2",
        community,
        member.0,
        now
    )
    .execute(tx.conn())
    .await?;
    Ok(())
}

/// In how many communities the account has a place, in whatever standing. Read as `maillon_platform`.
pub(crate) async fn memberships(tx: &mut AccountTx) -> Result<i64, DatabaseError> {
    let account = tx.account().0;
    Ok(sqlx::query_scalar!(r#"select count(account_id) as "count!" from member where account_id = $1"#, account)
        .fetch_one(tx.conn())
        .await?)
}

/// The same, leaving out one community that is going.
pub(crate) async fn memberships_beside(tx: &mut AccountTx, going: CommunityId) -> Result<i64, DatabaseError> {
    let account = tx.account().0;
    Ok(sqlx::query_scalar!(
        r#"select count(account_id) as "count!" from member where account_id = $1 and community_id <> $2"#,
        account,
        going.0
    )
    .fetch_one(tx.conn())
    .await?)
}

/// The account's row stays for what still points at it; its address goes, and what was known of that address. No session has its number any
/// more, so that none opens anything, wherever it is.
pub(crate) async fn account(tx: &mut CommunityTx, account: AccountId) -> Result<(), DatabaseError> {
    let community = tx.community().0;
    sqlx::query!("delete from suppressed_address where email = (select email from account where id = $1)", account.0)
        .execute(tx.conn())
        .await?;
    sqlx::query!("update launch set account_id = null where account_id = $1", account.0).execute(tx.conn()).await?;
    sqlx::query!(
        "delete from sign_in where community_id = $1 and email = (select email from account where id = $2)",
        community,
        account.0
    )
    .execute(tx.conn())
    .await?;
    sqlx::query!("delete from session where community_id = $1 and account_id = $2", community, account.0)
        .execute(tx.conn())
        .await?;
    sqlx::query!("delete from address_change where community_id = $1 and account_id = $2", community, account.0)
        .execute(tx.conn())
        .await?;
    // What kept others out of it, and the addresses it had before.
    sqlx::query!("delete from recovery_code where account_id = $1", account.0).execute(tx.conn()).await?;
    sqlx::query!("delete from totp where account_id = $1", account.0).execute(tx.conn()).await?;
    sqlx::query!("delete from passkey where account_id = $1", account.0).execute(tx.conn()).await?;
    sqlx::query!("delete from passkey_challenge where community_id = $1 and account_id = $2", community, account.0)
        .execute(tx.conn())
        .await?;
    sqlx::query!("delete from account_change where account_id = $1", account.0).execute(tx.conn()).await?;
    sqlx::query!(
        "update account set email = id::text || '@erased.invalid', session_generation = session_generation + 1 where id = $1",
        account.0
    )
    .execute(tx.conn())
    .await?;
    Ok(())
}
