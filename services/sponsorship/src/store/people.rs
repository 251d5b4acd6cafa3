//! Members, as decisions need them.

use super::{number, uuids};
use crate::people::{End, Person};
use crate::personal_link::Owner;
use crate::tokens::SponsorFacts;
use chrono::Duration;
use database::{CommunityTx, DatabaseError};
use kernel::{MemberId, Timestamp};
use membership::{CardColumns, MemberCard};
use std::collections::{HashMap, HashSet};

/// Takes the members' rows in the order of their ids.
pub(crate) async fn hold(tx: &mut CommunityTx, ids: &[MemberId]) -> Result<Vec<Person>, DatabaseError> {
    let community = tx.community().0;
    let rows = sqlx::query!(
        "select m.id, m.number, m.standing, m.founder, m.joined_at, a.email
         from member m join account a on a.id = m.account_id
         where m.community_id = $1 and m.id = any($2)
         order by m.id
         for no key update of m",
        community,
        &uuids(ids),
    )
    .fetch_all(tx.conn())
    .await?;
    rows.into_iter()
        .map(|row| {
            Ok(Person {
                id: row.id.into(),
                number: number(row.number)?,
                standing: row.standing.parse().map_err(DatabaseError::damaged)?,
                founder: row.founder,
                joined_at: row.joined_at,
                email: row.email,
            })
        })
        .collect()
}

/// The same without taking rows, for pages.
pub(crate) async fn look_at(tx: &mut CommunityTx, id: MemberId) -> Result<Option<Person>, DatabaseError> {
    let community = tx.community().0;
    let row = sqlx::query!(
        "select m.id, m.number, m.standing, m.founder, m.joined_at, a.email
         from member m join account a on a.id = m.account_id
         where m.community_id = $1 and m.id = $2",
        community,
        id.0,
    )
    .fetch_optional(tx.conn())
    .await?;
    row.map(|row| {
        Ok(Person {
            id: row.id.into(),
            number: number(row.number)?,
            standing: row.standing.parse().map_err(DatabaseError::damaged)?,
            founder: row.founder,
            joined_at: row.joined_at,
            email: row.email,
        })
    })
    .transpose()
}

/// Tokens paid within a year, people they let in who lasted a year (a word for somebody who was in already brings none back), words promised to people who still wait, and invitations that are open.
pub(crate) async fn sponsor_facts(tx: &mut CommunityTx, ids: &[MemberId]) -> Result<Vec<SponsorFacts>, DatabaseError> {
    let (community, now) = (tx.community().0, tx.now());
    let year_ago = now - Duration::days(366);
    let rows = sqlx::query!(
        r#"select m.id, m.founder, m.joined_at,
               array(
                   select s.paid_at from sponsorship s
                   where s.community_id = $1 and s.sponsor_id = m.id and s.state in ('given', 'revoked') and s.paid_at > $3
               ) as "paid!: Vec<Timestamp>",
               (select count(*) from sponsorship s join member a on a.community_id = s.community_id and a.id = s.applicant_id
                where s.community_id = $1 and s.sponsor_id = m.id and s.state = 'given' and s.active_at is not null
                  and s.kind = 'admission' and a.standing = 'member' and a.joined_at < $3) as "lasted!",
               (select count(*) from sponsorship s join member a on a.community_id = s.community_id and a.id = s.applicant_id
                where s.community_id = $1 and s.sponsor_id = m.id and s.state = 'given' and s.active_at is null
                  and a.standing in ('applicant', 'guest')) as "promised!",
               (select count(*) from invitation i
                where i.community_id = $1 and i.sponsor_id = m.id and i.used_at is null and i.revoked_at is null
                  and i.expires_at > $4) as "invited!",
               array(
                   select e.given_at from measure e
                   where e.community_id = $1 and e.member_id = m.id and e.degree = 'strike' and e.lifted_at is null
               ) as "strikes!: Vec<Timestamp>",
               (select max(e.until_at) from measure e where e.community_id = $1 and e.member_id = m.id and e.degree = 'pause'
                  and e.lifted_at is null and e.until_at > $4) as paused_until,
               exists (select 1 from measure e where e.community_id = $1 and e.member_id = m.id and e.degree = 'smaller'
                  and e.lifted_at is null and e.until_at > $4) as "smaller!"
           from member m
           where m.community_id = $1 and m.id = any($2)"#,
        community,
        &uuids(ids),
        year_ago,
        now,
    )
    .fetch_all(tx.conn())
    .await?;
    Ok(rows
        .into_iter()
        .map(|row| SponsorFacts {
            id: row.id.into(),
            founder: row.founder,
            joined_at: row.joined_at,
            paid: row.paid,
            lasted: row.lasted,
            promised: row.promised,
            invited: row.invited,
            strikes: row.strikes,
            paused_until: row.paused_until,
            smaller: row.smaller,
        })
        .collect())
}

pub(crate) async fn link_owner(tx: &mut CommunityTx, id: MemberId) -> Result<Option<Owner>, DatabaseError> {
    let community = tx.community().0;
    let row = sqlx::query!(
        "select id, name, town, standing, link_generation from member where community_id = $1 and id = $2",
        community,
        id.0,
    )
    .fetch_optional(tx.conn())
    .await?;
    row.map(|row| {
        Ok(Owner {
            id: row.id.into(),
            name: row.name,
            town: row.town,
            standing: row.standing.parse().map_err(DatabaseError::damaged)?,
            generation: row.link_generation,
        })
    })
    .transpose()
}

pub(crate) async fn renew_link(tx: &mut CommunityTx, id: MemberId) -> Result<i32, DatabaseError> {
    let community = tx.community().0;
    let generation = sqlx::query_scalar!(
        "update member set link_generation = link_generation + 1 where community_id = $1 and id = $2 returning link_generation",
        community,
        id.0,
    )
    .fetch_one(tx.conn())
    .await?;
    Ok(generation)
}

/// Cards of the members with these numbers, wherever they stand: for stewards.
pub(crate) async fn cards(tx: &mut CommunityTx, numbers: &[u32]) -> Result<Vec<MemberCard>, DatabaseError> {
    let community = tx.community().0;
    let numbers: Vec<i32> = numbers.iter().filter_map(|number| i32::try_from(*number).ok()).collect();
    let rows = sqlx::query_as!(
        CardColumns,
        "select id, number, name, town, standing, role, founder, joined_at from member
         where community_id = $1 and number = any($2)",
        community,
        &numbers,
    )
    .fetch_all(tx.conn())
    .await?;
    rows.into_iter().map(CardColumns::card).collect()
}

/// These two, as far as they are inside.
pub(crate) async fn ends(tx: &mut CommunityTx, ids: [MemberId; 2]) -> Result<Vec<End>, DatabaseError> {
    let community = tx.community().0;
    let rows = sqlx::query!(
        "select id, number, name, town, standing, role, founder, joined_at, named_in_chains from member
         where community_id = $1 and id = any($2) and standing in ('member', 'under_review')",
        community,
        &uuids(&ids),
    )
    .fetch_all(tx.conn())
    .await?;
    rows.into_iter()
        .map(|row| {
            let card = CardColumns {
                id: row.id,
                number: row.number,
                name: row.name,
                town: row.town,
                standing: row.standing,
                role: row.role,
                founder: row.founder,
                joined_at: row.joined_at,
            };
            Ok(End { number: number(card.number)?, card: card.card()?, named: row.named_in_chains })
        })
        .collect()
}

/// The numbers of these, as far as they are inside.
pub(crate) async fn numbers_inside(
    tx: &mut CommunityTx,
    ids: &[MemberId],
) -> Result<Vec<(MemberId, u32)>, DatabaseError> {
    let community = tx.community().0;
    let rows = sqlx::query!(
        "select id, number from member
         where community_id = $1 and id = any($2) and standing in ('member', 'under_review')",
        community,
        &uuids(ids),
    )
    .fetch_all(tx.conn())
    .await?;
    rows.into_iter().map(|row| Ok((row.id.into(), number(row.number)?))).collect()
}

/// Who of these numbers is inside.
pub(crate) async fn ids_inside(tx: &mut CommunityTx, numbers: &[u32]) -> Result<HashMap<u32, MemberId>, DatabaseError> {
    let community = tx.community().0;
    let rows = sqlx::query!(
        "select id, number from member
         where community_id = $1 and number = any($2) and standing in ('member', 'under_review')",
        community,
        &stored(numbers),
    )
    .fetch_all(tx.conn())
    .await?;
    rows.into_iter().map(|row| Ok((number(row.number)?, row.id.into()))).collect()
}

/// Whom a reader may be told by name, of those who are inside.
#[derive(Debug, Clone, Copy)]
pub(crate) enum Namable<'n> {
    /// Everybody: stewards look after all.
    Everybody,
    /// Those who agreed, and these, whom the reader knows already.
    Agreed(&'n [u32]),
}

/// Cards of the members with these numbers who are inside and may be named.
pub(crate) async fn cards_inside(
    tx: &mut CommunityTx,
    numbers: &[u32],
    whom: Namable<'_>,
) -> Result<Vec<MemberCard>, DatabaseError> {
    let community = tx.community().0;
    let (everybody, known) = match whom {
        Namable::Everybody => (true, Vec::new()),
        Namable::Agreed(known) => (false, stored(known)),
    };
    let rows = sqlx::query_as!(
        CardColumns,
        "select id, number, name, town, standing, role, founder, joined_at from member
         where community_id = $1 and number = any($2) and standing in ('member', 'under_review')
             and ($3 or named_in_chains or number = any($4))",
        community,
        &stored(numbers),
        everybody,
        &known,
    )
    .fetch_all(tx.conn())
    .await?;
    rows.into_iter().map(CardColumns::card).collect()
}

fn stored(numbers: &[u32]) -> Vec<i32> {
    numbers.iter().filter_map(|number| i32::try_from(*number).ok()).collect()
}

/// Of these pairs of numbers, those of whom the first has given the second a word that counted, whatever became of it.
pub(crate) async fn vouched(tx: &mut CommunityTx, pairs: &[(u32, u32)]) -> Result<HashSet<(u32, u32)>, DatabaseError> {
    let community = tx.community().0;
    let (givers, takers): (Vec<i64>, Vec<i64>) =
        pairs.iter().map(|&(giver, taker)| (i64::from(giver), i64::from(taker))).unzip();
    let rows = sqlx::query!(
        "select g.number as giver, t.number as taker
         from unnest($2::bigint[], $3::bigint[]) as pair (giver, taker)
         join member g on g.community_id = $1 and g.number = pair.giver
         join member t on t.community_id = $1 and t.number = pair.taker
         where exists (
             select 1 from sponsorship s
             where s.community_id = $1 and s.sponsor_id = g.id and s.applicant_id = t.id and s.active_at is not null)",
        community,
        &givers,
        &takers,
    )
    .fetch_all(tx.conn())
    .await?;
    let number = |number: i32| u32::try_from(number).ok();
    Ok(rows.into_iter().filter_map(|row| number(row.giver).zip(number(row.taker))).collect())
}
