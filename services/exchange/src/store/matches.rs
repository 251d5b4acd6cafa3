//! Matches as they are kept: a row each way.

use crate::{limits, matching::Reason};
use database::{CommunityTx, DatabaseError};
use kernel::{ListingId, MatchId, MemberId, PageRequest, Timestamp};
use serde::{Deserialize, Serialize};
use std::collections::HashMap;
use uuid::Uuid;

pub(crate) struct NewMatch<'a> {
    pub id: MatchId,
    pub member: MemberId,
    pub mine: ListingId,
    pub theirs: ListingId,
    pub score: f64,
    pub reasons: &'a [Reason],
    pub told_at: Option<Timestamp>,
}

/// Why, as it is kept: an object, so that more can be said of a match later.
#[derive(Serialize, Deserialize)]
struct Why {
    why: Vec<Reason>,
}

/// Matches of a community are written by one at a time: two listings that find each other at once would wait for one another crosswise.
pub(crate) async fn lock(tx: &mut CommunityTx) -> Result<(), DatabaseError> {
    let key = format!("matches:{}", tx.community());
    sqlx::query!("select pg_advisory_xact_lock(hashtextextended($1, 0))", key).execute(tx.conn()).await?;
    Ok(())
}

/// False when the pair is known already, dismissed or not.
pub(crate) async fn insert(tx: &mut CommunityTx, new: &NewMatch<'_>) -> Result<bool, DatabaseError> {
    let (community, now) = (tx.community().0, tx.now());
    #[expect(clippy::cast_possible_truncation, reason = "from 0 to 1")]
    let score = new.score.clamp(0.0, 1.0) as f32;
    let written = sqlx::query!(
        "insert into listing_match (community_id, id, member_id, mine_id, theirs_id, score, reasons, found_at, told_at)
         values ($1, $2, $3, $4, $5, $6, $7, $8, $9)
         on conflict (community_id, mine_id, theirs_id) do nothing",
        community,
        new.id.0,
        new.member.0,
        new.mine.0,
        new.theirs.0,
        score,
        serde_json::to_value(Why { why: new.reasons.to_vec() })?,
        now,
        new.told_at,
    )
    .execute(tx.conn())
    .await?;
    Ok(written.rows_affected() == 1)
}

/// Of how many matches the member was told at once since.
pub(crate) async fn told_since(tx: &mut CommunityTx, member: MemberId, since: Timestamp) -> Result<i64, DatabaseError> {
    let community = tx.community().0;
    let told = sqlx::query_scalar!(
        r#"select count(*) as "count!" from listing_match
           where community_id = $1 and member_id = $2 and found_at > $3 and told_at > $3"#,
        community,
        member.0,
        since
    )
    .fetch_one(tx.conn())
    .await?;
    Ok(told)
}

/// How often somebody was not interested in a category lately.
#[derive(Debug, Default)]
pub(crate) struct Declined(HashMap<(MemberId, String), u32>);

impl Declined {
    /// None for what stands in no category.
    pub fn of(&self, member: MemberId, category: &str) -> u32 {
        self.0.get(&(member, category.to_owned())).copied().unwrap_or(0)
    }
}

pub(crate) async fn declined(tx: &mut CommunityTx, members: &[MemberId]) -> Result<Declined, DatabaseError> {
    let (community, since) = (tx.community().0, tx.now() - limits::dislike_remembered());
    let members: Vec<Uuid> = members.iter().map(|member| member.0).collect();
    let rows = sqlx::query!(
        r#"select x.member_id, l.category, count(*) as "times!"
           from listing_match x
           join listing l on l.community_id = x.community_id and l.id = x.theirs_id
           where x.community_id = $1 and x.member_id = any ($2) and x.dismissed_at > $3 and l.category <> ''
           group by x.member_id, l.category"#,
        community,
        &members,
        since
    )
    .fetch_all(tx.conn())
    .await?;
    let times = |times: i64| u32::try_from(times).unwrap_or(u32::MAX);
    Ok(Declined(rows.into_iter().map(|row| ((row.member_id.into(), row.category), times(row.times))).collect()))
}

/// False when it is absent, foreign or somebody else's.
pub(crate) async fn dismiss(tx: &mut CommunityTx, member: MemberId, id: MatchId) -> Result<bool, DatabaseError> {
    let (community, now) = (tx.community().0, tx.now());
    let done = sqlx::query!(
        "update listing_match set dismissed_at = coalesce(dismissed_at, $4)
         where community_id = $1 and member_id = $2 and id = $3",
        community,
        member.0,
        id.0,
        now
    )
    .execute(tx.conn())
    .await?;
    Ok(done.rows_affected() == 1)
}

/// A match of a member's, as it is kept.
pub(crate) struct Kept {
    pub id: MatchId,
    pub mine: ListingId,
    pub mine_title: String,
    pub theirs: ListingId,
    pub score: f64,
    pub reasons: Vec<Reason>,
    pub found_at: Timestamp,
}

/// The member's, the latest first: while both listings are open and promised to nobody, the other author is inside, and they were not
/// dismissed. Of one listing only, where one is given.
pub(crate) async fn of_member(
    tx: &mut CommunityTx,
    member: MemberId,
    mine: Option<ListingId>,
    page: &PageRequest,
) -> Result<Vec<Kept>, DatabaseError> {
    let (community, now, beginning) = (tx.community().0, tx.now(), page.beginning());
    let rows = sqlx::query!(
        "select x.id, x.mine_id, mine.title as mine_title, x.theirs_id, x.score, x.reasons, x.found_at
         from listing_match x
         join listing mine on mine.community_id = x.community_id and mine.id = x.mine_id
         join listing theirs on theirs.community_id = x.community_id and theirs.id = x.theirs_id
         join member m on m.community_id = x.community_id and m.id = theirs.author_id
         where x.community_id = $1 and x.member_id = $2 and ($3::uuid is null or x.mine_id = $3) and x.dismissed_at is null
           and mine.state = 'open' and theirs.state = 'open' and theirs.expires_at > $4
           and mine.reserved_at is null and theirs.reserved_at is null
           and m.standing in ('member', 'under_review')
           and (x.found_at, x.id) < ($5, $6)
         order by x.found_at desc, x.id desc
         limit $7",
        community,
        member.0,
        mine.map(Uuid::from),
        now,
        beginning.at,
        beginning.id,
        page.limit(),
    )
    .fetch_all(tx.conn())
    .await?;
    rows.into_iter()
        .map(|row| {
            Ok(Kept {
                id: row.id.into(),
                mine: row.mine_id.into(),
                mine_title: row.mine_title,
                theirs: row.theirs_id.into(),
                score: f64::from(row.score),
                reasons: serde_json::from_value::<Why>(row.reasons)?.why,
                found_at: row.found_at,
            })
        })
        .collect()
}
