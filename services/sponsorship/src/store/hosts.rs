//! Who agrees to meet newcomers, and whose turn it is.

use crate::hosting::rota::Terms;
use crate::hosting::turn::Wanted;
use crate::hosting::views::{HostTerms, RotaPlace};
use crate::hosting::{ASKED_AGAIN, MONTH};
use crate::limits::QUIET_AFTER_NO;
use crate::words::Way;
use database::{CommunityTx, DatabaseError};
use kernel::{MemberId, Timestamp};
use membership::CardColumns;

/// Writes what somebody agrees to, in the place of what they agreed to before. False when it is the same.
pub(crate) async fn join(tx: &mut CommunityTx, member: MemberId, terms: &Terms) -> Result<bool, DatabaseError> {
    let (community, now) = (tx.community().0, tx.now());
    let done = sqlx::query!(
        "insert into rota (community_id, member_id, town, town_key, department, in_person, by_video, a_month, joined_at)
         values ($1, $2, $3, $4, $5, $6, $7, $8, $9)
         on conflict (community_id, member_id) do update set town = excluded.town, town_key = excluded.town_key,
             department = excluded.department, in_person = excluded.in_person, by_video = excluded.by_video,
             a_month = excluded.a_month
         where (rota.town, rota.town_key, rota.department, rota.in_person, rota.by_video, rota.a_month)
             is distinct from (excluded.town, excluded.town_key, excluded.department, excluded.in_person, excluded.by_video, excluded.a_month)",
        community,
        member.0,
        terms.town,
        terms.place.key,
        terms.place.department,
        terms.in_person,
        terms.by_video,
        terms.a_month,
        now,
    )
    .execute(tx.conn())
    .await?;
    Ok(done.rows_affected() == 1)
}

/// Takes somebody out who had agreed by `until`; how many rows that were.
pub(crate) async fn leave(tx: &mut CommunityTx, member: MemberId, until: Timestamp) -> Result<u64, DatabaseError> {
    let community = tx.community().0;
    let done = sqlx::query!(
        "delete from rota where community_id = $1 and member_id = $2 and joined_at <= $3",
        community,
        member.0,
        until,
    )
    .execute(tx.conn())
    .await?;
    Ok(done.rows_affected())
}

/// Everybody whose turn it could be, in turn: those of the same town, then of the same département, then those who meet by video,
/// wherever; among these whoever was asked longest ago, never asked first. Whoever was asked as often as they said, was asked for
/// this applicant lately, or was asked by them for a word, is left out: as far as the applicant knows of it. Whose a typed address
/// was, and who said no, changes nothing here, because an applicant who is told that there is nobody could read it off (decision 7).
pub(crate) async fn in_turn(tx: &mut CommunityTx, wanted: &Wanted) -> Result<Vec<MemberId>, DatabaseError> {
    let (community, now) = (tx.community().0, tx.now());
    let (person, video) = (wanted.way != Way::Video, wanted.way != Way::Person);
    let hosts = sqlx::query_scalar!(
        r#"select r.member_id
           from (
               select r.member_id, r.in_person, r.by_video, r.a_month,
                   case when r.town_key <> '' and r.town_key = $3 then 0
                        when r.department <> '' and r.department = $4 then 1
                        else 2 end as distance
               from rota r where r.community_id = $1
           ) r
           join member m on m.community_id = $1 and m.id = r.member_id
           left join lateral (
               select max(t.asked_at) as last_at, count(*) filter (where t.asked_at > $7) as lately
               from meeting_turn t where t.community_id = $1 and t.host_id = r.member_id
           ) turns on true
           where m.standing = 'member' and m.id <> $2
             and ((r.in_person and $5 and r.distance < 2) or (r.by_video and $6))
             and turns.lately < r.a_month
             and not exists (
                 select 1 from meeting_turn t join meeting g on g.community_id = $1 and g.id = t.meeting_id
                 where t.community_id = $1 and t.host_id = m.id and g.applicant_id = $2
                   and (t.asked_at > $8 or t.state in ('asked', 'accepted'))
             )
             and not exists (
                 select 1 from sponsorship s
                 where s.community_id = $1 and s.sponsor_id = m.id and s.applicant_id = $2
                   and (s.state = 'given' or (s.via in ('link', 'invitation', 'host') and s.requested_at > $9))
             )
           order by r.distance, turns.last_at nulls first, m.number"#,
        community,
        wanted.applicant.0,
        wanted.place.key,
        wanted.place.department,
        person,
        video,
        now - MONTH,
        now - ASKED_AGAIN,
        now - QUIET_AFTER_NO,
    )
    .fetch_all(tx.conn())
    .await?;
    Ok(hosts.into_iter().map(MemberId).collect())
}

/// What a member agreed to.
pub(crate) async fn terms(tx: &mut CommunityTx, member: MemberId) -> Result<Option<HostTerms>, DatabaseError> {
    let community = tx.community().0;
    let row = sqlx::query!(
        "select town, in_person, by_video, a_month from rota where community_id = $1 and member_id = $2",
        community,
        member.0,
    )
    .fetch_optional(tx.conn())
    .await?;
    Ok(row.map(|row| HostTerms {
        town: row.town,
        in_person: row.in_person,
        by_video: row.by_video,
        a_month: u32::try_from(row.a_month).unwrap_or_default(),
    }))
}

/// Everybody who agreed, in the order in which they were asked, never asked first.
pub(crate) async fn rota(tx: &mut CommunityTx) -> Result<Vec<RotaPlace>, DatabaseError> {
    let (community, now) = (tx.community().0, tx.now());
    let rows = sqlx::query!(
        r#"select r.town as near, r.in_person, r.by_video, r.a_month,
               m.id, m.number, m.name, m.town, m.standing, m.role, m.founder, m.joined_at,
               turns.last_at as "last_at?", turns.lately as "lately!", turns.accepted as "accepted!", turns.missed as "missed!",
               (select count(*) from meeting g where g.community_id = $1 and g.host_id = m.id and g.state = 'met') as "met!"
           from rota r
           join member m on m.community_id = r.community_id and m.id = r.member_id
           left join lateral (
               select max(t.asked_at) as last_at, count(*) filter (where t.asked_at > $2) as lately,
                   count(*) filter (where t.state = 'accepted') as accepted, count(*) filter (where t.state = 'missed') as missed
               from meeting_turn t where t.community_id = $1 and t.host_id = r.member_id
           ) turns on true
           where r.community_id = $1
           order by turns.last_at nulls first, m.number
           limit 200"#,
        community,
        now - MONTH,
    )
    .fetch_all(tx.conn())
    .await?;
    rows.into_iter()
        .map(|row| {
            Ok(RotaPlace {
                terms: HostTerms {
                    town: row.near,
                    in_person: row.in_person,
                    by_video: row.by_video,
                    a_month: u32::try_from(row.a_month).unwrap_or_default(),
                },
                member: CardColumns {
                    id: row.id,
                    number: row.number,
                    name: row.name,
                    town: row.town,
                    standing: row.standing,
                    role: row.role,
                    founder: row.founder,
                    joined_at: row.joined_at,
                }
                .card()?,
                last_asked_at: row.last_at,
                asked_lately: row.lately,
                accepted: row.accepted,
                missed: row.missed,
                met: row.met,
            })
        })
        .collect()
}
