//! A person's row inside the community.

use crate::standing::transition::Transition;
use chrono_tz::Tz;
use community::names::likeness;
use database::{CommunityTx, DatabaseError};
use kernel::{AccountId, EmailAddress, Language, MemberId, Role, Standing, Timestamp};
use uuid::Uuid;

/// A member's row, locked until the transaction ends.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Locked {
    pub id: MemberId,
    pub account: AccountId,
    pub number: i32,
    pub standing: Standing,
    pub role: Role,
}

/// A row to be written.
#[derive(Debug)]
pub(crate) struct NewRow<'a> {
    pub id: MemberId,
    pub account: AccountId,
    pub number: i32,
    pub name: &'a str,
    pub about: &'a str,
    pub town: &'a str,
    pub standing: Standing,
    pub role: Role,
    pub founder: bool,
    pub language: Language,
    pub accepted_charter: bool,
}

impl<'a> NewRow<'a> {
    /// Somebody trusted by decree, a member from this moment on.
    pub(crate) fn founding(
        id: MemberId,
        account: AccountId,
        number: i32,
        name: &'a str,
        role: Role,
        language: Language,
    ) -> Self {
        let standing = Standing::Member;
        Self {
            id,
            account,
            number,
            name,
            about: "",
            town: "",
            standing,
            role,
            founder: true,
            language,
            accepted_charter: false,
        }
    }
}

macro_rules! locked {
    ($row:expr) => {
        $row.map(|row| {
            Ok(Locked {
                id: row.id.into(),
                account: row.account_id.into(),
                number: row.number,
                standing: row.standing.parse().map_err(DatabaseError::damaged)?,
                role: row.role.parse().map_err(DatabaseError::damaged)?,
            })
        })
        .transpose()
    };
}

pub(crate) async fn lock(tx: &mut CommunityTx, member: MemberId) -> Result<Option<Locked>, DatabaseError> {
    let community = tx.community().0;
    let row = sqlx::query!(
        "select id, account_id, number, standing, role from member where community_id = $1 and id = $2 for no key update",
        community,
        member.0
    )
    .fetch_optional(tx.conn())
    .await?;
    locked!(row)
}

/// Notes that the stewards are told of this person now, unless they were told after `since`. Whether they are to be told.
pub(crate) async fn announce(tx: &mut CommunityTx, member: MemberId, since: Timestamp) -> Result<bool, DatabaseError> {
    let (community, now) = (tx.community().0, tx.now());
    let done = sqlx::query!(
        "update member set announced_at = $3
         where community_id = $1 and id = $2 and (announced_at is null or announced_at <= $4)",
        community,
        member.0,
        now,
        since
    )
    .execute(tx.conn())
    .await?;
    Ok(done.rows_affected() == 1)
}

pub(crate) async fn lock_by_account(tx: &mut CommunityTx, account: AccountId) -> Result<Option<Locked>, DatabaseError> {
    let community = tx.community().0;
    let row = sqlx::query!(
        "select id, account_id, number, standing, role from member where community_id = $1 and account_id = $2 for no key update",
        community,
        account.0
    )
    .fetch_optional(tx.conn())
    .await?;
    locked!(row)
}

/// The owners in good standing, locked in id order: whoever wants to take one away waits here for whoever else does.
pub(crate) async fn lock_owners(tx: &mut CommunityTx) -> Result<Vec<MemberId>, DatabaseError> {
    let community = tx.community().0;
    let ids = sqlx::query_scalar!(
        "select id from member where community_id = $1 and role = 'owner' and standing = 'member' order by id for no key update",
        community
    )
    .fetch_all(tx.conn())
    .await?;
    Ok(ids.into_iter().map(MemberId).collect())
}

/// The next `count` numbers; gives back the first. Holds the community's row until the transaction ends, and a transaction
/// that is taken back gives its numbers back: so they stay dense.
pub(crate) async fn take_numbers(tx: &mut CommunityTx, count: i32) -> Result<i32, DatabaseError> {
    let community = tx.community().0;
    Ok(sqlx::query_scalar!(
        r#"update community set next_member_number = next_member_number + $2 where id = $1
           returning next_member_number - $2 as "first!""#,
        community,
        count
    )
    .fetch_one(tx.conn())
    .await?)
}

/// Keeps the community's count of members.
pub(crate) async fn count(tx: &mut CommunityTx, change: i32) -> Result<(), DatabaseError> {
    if change != 0 {
        let community = tx.community().0;
        sqlx::query!("update community set members = members + $2 where id = $1", community, change)
            .execute(tx.conn())
            .await?;
    }
    Ok(())
}

/// False when the id is taken.
pub(crate) async fn insert(tx: &mut CommunityTx, row: &NewRow<'_>) -> Result<bool, DatabaseError> {
    let (community, now) = (tx.community().0, tx.now());
    let done = sqlx::query!(
        "insert into member (community_id, id, account_id, number, name, about, town, standing, role, founder, language, timezone,
             applied_at, charter_accepted_at, joined_at, likeness)
         select $1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, c.timezone, $12, $13, $14, $15
         from community c where c.id = $1
         on conflict (community_id, id) do nothing",
        community,
        row.id.0,
        row.account.0,
        row.number,
        row.name,
        row.about,
        row.town,
        row.standing.as_str(),
        row.role.as_str(),
        row.founder,
        row.language.code(),
        now,
        row.accepted_charter.then_some(now),
        row.standing.is_inside().then_some(now),
        likeness(row.name),
    )
    .execute(tx.conn())
    .await?;
    Ok(done.rows_affected() == 1)
}

/// Goes one way of the table. Seniority begins at the door; offices end with membership; whoever asks again begins anew.
pub(crate) async fn set_standing(
    tx: &mut CommunityTx,
    member: MemberId,
    way: &Transition,
) -> Result<(), DatabaseError> {
    let (community, now) = (tx.community().0, tx.now());
    sqlx::query!(
        "update member set standing = $3,
             joined_at = case when $4 then $7 when $6 then null else joined_at end,
             ended_at = case when $5 then $7 else null end,
             role = case when $5 then 'none' else role end,
             applied_at = case when $6 then $7 else applied_at end,
             charter_accepted_at = case when $6 then $7 else charter_accepted_at end
         where community_id = $1 and id = $2",
        community,
        member.0,
        way.to.as_str(),
        way.joins(),
        way.ends(),
        way.asks_again(),
        now
    )
    .execute(tx.conn())
    .await?;
    Ok(())
}

pub(crate) async fn is_owner(tx: &mut CommunityTx, email: &EmailAddress) -> Result<bool, DatabaseError> {
    let community = tx.community().0;
    Ok(sqlx::query_scalar!(
        r#"select exists (
               select 1 from member m join account a on a.id = m.account_id
               where m.community_id = $1 and m.role = 'owner' and a.email = $2
           ) as "owner!""#,
        community,
        email.as_str()
    )
    .fetch_one(tx.conn())
    .await?)
}

/// Where a suspended member stood before, as the journal says.
pub(crate) async fn before_suspension(
    tx: &mut CommunityTx,
    member: MemberId,
) -> Result<Option<Standing>, DatabaseError> {
    let community = tx.community().0;
    sqlx::query_scalar!(
        r#"select detail ->> 'from' as "word!" from journal
           where community_id = $1 and subject_id = $2 and act = 'standing_changed' and detail ->> 'to' = 'suspended'
           order by at desc limit 1"#,
        community,
        member.0
    )
    .fetch_optional(tx.conn())
    .await?
    .map(|word| word.parse().map_err(DatabaseError::damaged))
    .transpose()
}

pub(crate) async fn reword(
    tx: &mut CommunityTx,
    member: MemberId,
    name: &str,
    about: &str,
    town: &str,
) -> Result<(), DatabaseError> {
    let community = tx.community().0;
    sqlx::query!(
        "update member set name = $3, about = $4, town = $5, likeness = $6 where community_id = $1 and id = $2",
        community,
        member.0,
        name,
        about,
        town,
        likeness(name)
    )
    .execute(tx.conn())
    .await?;
    Ok(())
}

/// Works out what the names are like that stand here from before that was kept. How many.
pub(crate) async fn work_out_likeness(tx: &mut CommunityTx) -> Result<u64, DatabaseError> {
    let community = tx.community().0;
    let rows = sqlx::query!(
        "select id, name from member where community_id = $1 and likeness is null order by id limit 500 for no key update",
        community
    )
    .fetch_all(tx.conn())
    .await?;
    if rows.is_empty() {
        return Ok(0);
    }
    let ids: Vec<Uuid> = rows.iter().map(|row| row.id).collect();
    let likenesses: Vec<String> = rows.iter().map(|row| likeness(&row.name)).collect();
    let done = sqlx::query!(
        "update member m set likeness = r.likeness from unnest($2::uuid[], $3::text[]) as r (id, likeness)
         where m.community_id = $1 and m.id = r.id",
        community,
        &ids,
        &likenesses
    )
    .execute(tx.conn())
    .await?;
    Ok(done.rows_affected())
}

/// Whether others may read their name on a chain.
pub(crate) async fn name_in_chains(tx: &mut CommunityTx, member: MemberId, named: bool) -> Result<(), DatabaseError> {
    let community = tx.community().0;
    sqlx::query!(
        "update member set named_in_chains = $3 where community_id = $1 and id = $2",
        community,
        member.0,
        named
    )
    .execute(tx.conn())
    .await?;
    Ok(())
}

pub(crate) async fn localise(
    tx: &mut CommunityTx,
    member: MemberId,
    language: Language,
    timezone: Tz,
) -> Result<(), DatabaseError> {
    let community = tx.community().0;
    sqlx::query!(
        "update member set language = $3, timezone = $4 where community_id = $1 and id = $2",
        community,
        member.0,
        language.code(),
        timezone.name()
    )
    .execute(tx.conn())
    .await?;
    Ok(())
}

/// As if they were here today, and had been told of nothing.
pub(crate) async fn begins_anew(tx: &mut CommunityTx, member: MemberId) -> Result<(), DatabaseError> {
    let (community, today) = (tx.community().0, tx.now().date_naive());
    sqlx::query!(
        "update member set here_on = greatest(here_on, $3), idle_told_on = null where community_id = $1 and id = $2",
        community,
        member.0,
        today
    )
    .execute(tx.conn())
    .await?;
    Ok(())
}
