//! What pages and GraphQL show of groups.

use crate::{GroupMemberView, GroupState, GroupView, Part, limits};
use database::{CommunityTx, DatabaseError};
use kernel::{Cursor, GroupId, MemberId, Page, PageRequest, Timestamp};
use membership::{CardColumns, MemberCard};
use std::collections::HashMap;
use uuid::Uuid;

/// A group as the joins bring it.
struct Record {
    id: Uuid,
    name: String,
    purpose: String,
    joining: String,
    state: String,
    asked_at: Timestamp,
    reason: String,
    members: i64,
    /// Whether the reader is in it; nothing where they have not even asked.
    mine: Option<bool>,
    keeper_id: Uuid,
    keeper_number: i32,
    keeper_name: String,
    keeper_town: String,
    keeper_standing: String,
    keeper_role: String,
    keeper_founder: bool,
    keeper_joined_at: Option<Timestamp>,
}

impl Record {
    fn view(self, reader: MemberId) -> Result<GroupView, DatabaseError> {
        let part = match self.mine {
            _ if self.keeper_id == reader.0 => Part::Keeps,
            Some(true) => Part::In,
            Some(false) => Part::Waits,
            None => Part::Outside,
        };
        let keeper = CardColumns {
            id: self.keeper_id,
            number: self.keeper_number,
            name: self.keeper_name,
            town: self.keeper_town,
            standing: self.keeper_standing,
            role: self.keeper_role,
            founder: self.keeper_founder,
            joined_at: self.keeper_joined_at,
        };
        Ok(GroupView {
            id: self.id.into(),
            name: self.name,
            purpose: self.purpose,
            joining: self.joining.parse().map_err(DatabaseError::damaged)?,
            state: self.state.parse().map_err(DatabaseError::damaged)?,
            keeper: keeper.for_peers()?,
            members: self.members,
            part,
            asked_at: self.asked_at,
            reason: self.reason,
            // What the reader may do, whoever shows it says.
            sees_listings: false,
            puts_out: false,
        })
    }
}

fn views(records: Vec<Record>, reader: MemberId) -> Result<Vec<GroupView>, DatabaseError> {
    records.into_iter().map(|record| record.view(reader)).collect()
}

/// Those in one state, the newest first.
pub(crate) async fn in_state(
    tx: &mut CommunityTx,
    state: GroupState,
    reader: MemberId,
    page: &PageRequest,
) -> Result<Page<GroupView>, DatabaseError> {
    let (community, beginning) = (tx.community().0, page.beginning());
    let records = sqlx::query_as!(
        Record,
        r#"select g.id, g.name, g.purpose, g.joining, g.state, g.asked_at, g.reason, g.members as "members!",
               (select c.joined_at is not null from circle_member c
                where c.community_id = $1 and c.circle_id = g.id and c.member_id = $3) as mine,
               k.id as keeper_id, k.number as keeper_number, k.name as keeper_name, k.town as keeper_town,
               k.standing as keeper_standing, k.role as keeper_role, k.founder as keeper_founder, k.joined_at as keeper_joined_at
           from (
               select c.*, (
                   select count(*) from circle_member i join member m on m.community_id = $1 and m.id = i.member_id
                   where i.community_id = $1 and i.circle_id = c.id and i.joined_at is not null
                       and m.standing in ('member', 'under_review')
               ) as members
               from circle c
               where c.community_id = $1 and c.state = $2 and (c.asked_at, c.id) < ($4, $5)
               order by c.asked_at desc, c.id desc
               limit $6
           ) g
           join member k on k.community_id = $1 and k.id = g.keeper_id
           order by g.asked_at desc, g.id desc"#,
        community,
        state.as_str(),
        reader.0,
        beginning.at,
        beginning.id,
        page.limit(),
    )
    .fetch_all(tx.conn())
    .await?;
    Ok(Page::cut(views(records, reader)?, page, |view| Cursor { at: view.asked_at, id: view.id.0 }))
}

/// The open groups somebody is in or waits to be let into, by name, then what they have asked the team for.
pub(crate) async fn of_member(tx: &mut CommunityTx, reader: MemberId) -> Result<Vec<GroupView>, DatabaseError> {
    let community = tx.community().0;
    let records = sqlx::query_as!(
        Record,
        r#"select g.id as "id!", g.name as "name!", g.purpose as "purpose!", g.joining as "joining!", g.state as "state!",
               g.asked_at as "asked_at!", g.reason as "reason!", (
                   select count(*) from circle_member i join member m on m.community_id = $1 and m.id = i.member_id
                   where i.community_id = $1 and i.circle_id = g.id and i.joined_at is not null
                       and m.standing in ('member', 'under_review')
               ) as "members!",
               (select c.joined_at is not null from circle_member c
                where c.community_id = $1 and c.circle_id = g.id and c.member_id = $2) as mine,
               k.id as keeper_id, k.number as keeper_number, k.name as keeper_name, k.town as keeper_town,
               k.standing as keeper_standing, k.role as keeper_role, k.founder as keeper_founder, k.joined_at as keeper_joined_at
           from (
               select g.* from circle_member c join circle g on g.community_id = $1 and g.id = c.circle_id and g.state = 'open'
               where c.community_id = $1 and c.member_id = $2
               union
               select g.* from circle g
               where g.community_id = $1 and g.keeper_id = $2 and g.state in ('asked', 'declined')
           ) g
           join member k on k.community_id = $1 and k.id = g.keeper_id
           order by g.state <> 'open', g.folded, g.id
           limit $3"#,
        community,
        reader.0,
        limits::GROUPS_EACH + limits::WAITING_SHOWN,
    )
    .fetch_all(tx.conn())
    .await?;
    views(records, reader)
}

pub(crate) async fn one(
    tx: &mut CommunityTx,
    id: GroupId,
    reader: MemberId,
) -> Result<Option<GroupView>, DatabaseError> {
    let community = tx.community().0;
    let record = sqlx::query_as!(
        Record,
        r#"select g.id, g.name, g.purpose, g.joining, g.state, g.asked_at, g.reason, (
                   select count(*) from circle_member i join member m on m.community_id = $1 and m.id = i.member_id
                   where i.community_id = $1 and i.circle_id = g.id and i.joined_at is not null
                       and m.standing in ('member', 'under_review')
               ) as "members!",
               (select c.joined_at is not null from circle_member c
                where c.community_id = $1 and c.circle_id = g.id and c.member_id = $3) as mine,
               k.id as keeper_id, k.number as keeper_number, k.name as keeper_name, k.town as keeper_town,
               k.standing as keeper_standing, k.role as keeper_role, k.founder as keeper_founder, k.joined_at as keeper_joined_at
           from circle g
           join member k on k.community_id = $1 and k.id = g.keeper_id
           where g.community_id = $1 and g.id = $2"#,
        community,
        id.0,
        reader.0,
    )
    .fetch_optional(tx.conn())
    .await?;
    record.map(|record| record.view(reader)).transpose()
}

/// What the team is asked for, the first first.
pub(crate) async fn asked(tx: &mut CommunityTx, reader: MemberId) -> Result<Vec<GroupView>, DatabaseError> {
    let community = tx.community().0;
    let records = sqlx::query_as!(
        Record,
        r#"select g.id, g.name, g.purpose, g.joining, g.state, g.asked_at, g.reason, 0::bigint as "members!",
               null::boolean as mine,
               k.id as keeper_id, k.number as keeper_number, k.name as keeper_name, k.town as keeper_town,
               k.standing as keeper_standing, k.role as keeper_role, k.founder as keeper_founder, k.joined_at as keeper_joined_at
           from circle g
           join member k on k.community_id = $1 and k.id = g.keeper_id
           where g.community_id = $1 and g.state = 'asked'
           order by g.asked_at, g.id
           limit $2"#,
        community,
        limits::WAITING_SHOWN,
    )
    .fetch_all(tx.conn())
    .await?;
    views(records, reader)
}

struct Person {
    id: Uuid,
    number: i32,
    name: String,
    town: String,
    standing: String,
    role: String,
    founder: bool,
    joined_at: Option<Timestamp>,
    /// Since when in the group.
    since: Option<Timestamp>,
}

impl Person {
    fn card(self) -> Result<MemberCard, DatabaseError> {
        let Self { id, number, name, town, standing, role, founder, joined_at, since: _ } = self;
        CardColumns { id, number, name, town, standing, role, founder, joined_at }.for_peers()
    }

    fn in_it(self) -> Result<GroupMemberView, DatabaseError> {
        let joined_at = self.since.unwrap_or_default();
        Ok(GroupMemberView { card: self.card()?, joined_at })
    }
}

/// Who is in it, those who have been longest first.
pub(crate) async fn members(
    tx: &mut CommunityTx,
    group: GroupId,
    page: &PageRequest,
) -> Result<Page<GroupMemberView>, DatabaseError> {
    let community = tx.community().0;
    let people = sqlx::query_as!(
        Person,
        r#"select m.id, m.number, m.name, m.town, m.standing, m.role, m.founder, m.joined_at, c.joined_at as since
           from circle_member c
           join member m on m.community_id = $1 and m.id = c.member_id
           where c.community_id = $1 and c.circle_id = $2 and c.joined_at is not null and m.standing in ('member', 'under_review')
             and ($3::timestamptz is null or (c.joined_at, c.member_id) > ($3, $4::uuid))
           order by c.joined_at, c.member_id
           limit $5"#,
        community,
        group.0,
        page.after.map(|after| after.at),
        page.after.map(|after| after.id),
        page.limit(),
    )
    .fetch_all(tx.conn())
    .await?;
    let found = people.into_iter().map(Person::in_it).collect::<Result<Vec<_>, DatabaseError>>()?;
    Ok(Page::cut(found, page, |view| Cursor { at: view.joined_at, id: view.card.id.0 }))
}

/// One of those who are in it, and inside.
pub(crate) async fn member(
    tx: &mut CommunityTx,
    group: GroupId,
    member: MemberId,
) -> Result<Option<GroupMemberView>, DatabaseError> {
    let community = tx.community().0;
    let person = sqlx::query_as!(
        Person,
        r#"select m.id, m.number, m.name, m.town, m.standing, m.role, m.founder, m.joined_at, c.joined_at as since
           from circle_member c
           join member m on m.community_id = $1 and m.id = c.member_id
           where c.community_id = $1 and c.circle_id = $2 and c.member_id = $3 and c.joined_at is not null
             and m.standing in ('member', 'under_review')"#,
        community,
        group.0,
        member.0,
    )
    .fetch_optional(tx.conn())
    .await?;
    person.map(Person::in_it).transpose()
}

/// Who is in it beside its keeper, of those whose name holds these letters, by name; one more than are shown. Names are compared after it is
/// known who is in it: comparing costs more than finding them.
pub(crate) async fn heirs(
    tx: &mut CommunityTx,
    group: GroupId,
    keeper: MemberId,
    named: &str,
) -> Result<Vec<GroupMemberView>, DatabaseError> {
    let community = tx.community().0;
    let people = sqlx::query_as!(
        Person,
        r#"with inside as materialized (
               select m.id, m.number, m.name, m.town, m.standing, m.role, m.founder, m.joined_at, c.joined_at as since
               from circle_member c
               join member m on m.community_id = $1 and m.id = c.member_id
               where c.community_id = $1 and c.circle_id = $2 and c.member_id <> $3 and c.joined_at is not null
                 and m.standing in ('member', 'under_review')
           ), compared as materialized (select i.*, folded(i.name) as folded from inside i)
           select id as "id!", number as "number!", name as "name!", town as "town!", standing as "standing!", role as "role!",
               founder as "founder!", joined_at, since
           from compared
           where strpos(folded, (select btrim(folded($4)))) > 0
           order by folded, id
           limit $5"#,
        community,
        group.0,
        keeper.0,
        named,
        limits::HEIRS_SHOWN + 1,
    )
    .fetch_all(tx.conn())
    .await?;
    people.into_iter().map(Person::in_it).collect()
}

/// Whether this member keeps it, and it is open.
pub(crate) async fn is_kept_by(tx: &mut CommunityTx, group: GroupId, member: MemberId) -> Result<bool, DatabaseError> {
    let community = tx.community().0;
    Ok(sqlx::query_scalar!(
        r#"select exists (
               select from circle where community_id = $1 and id = $2 and keeper_id = $3 and state = 'open'
           ) as "is!""#,
        community,
        group.0,
        member.0,
    )
    .fetch_one(tx.conn())
    .await?)
}

/// Who waits to be let in, where this member keeps it.
pub(crate) async fn waiting(
    tx: &mut CommunityTx,
    group: GroupId,
    keeper: MemberId,
) -> Result<Vec<MemberCard>, DatabaseError> {
    let community = tx.community().0;
    let people = sqlx::query_as!(
        Person,
        r#"select m.id, m.number, m.name, m.town, m.standing, m.role, m.founder, m.joined_at, c.joined_at as since
           from circle g
           join circle_member c on c.community_id = $1 and c.circle_id = g.id and c.joined_at is null
           join member m on m.community_id = $1 and m.id = c.member_id
           where g.community_id = $1 and g.id = $2 and g.keeper_id = $3 and g.state = 'open'
             and m.standing in ('member', 'under_review')
           order by c.asked_at, c.member_id
           limit $4"#,
        community,
        group.0,
        keeper.0,
        limits::WAITING_SHOWN,
    )
    .fetch_all(tx.conn())
    .await?;
    people.into_iter().map(Person::card).collect()
}

pub(crate) async fn names(tx: &mut CommunityTx, ids: &[GroupId]) -> Result<HashMap<GroupId, String>, DatabaseError> {
    let community = tx.community().0;
    let ids: Vec<Uuid> = ids.iter().map(|id| id.0).collect();
    let rows = sqlx::query!("select id, name from circle where community_id = $1 and id = any ($2)", community, &ids)
        .fetch_all(tx.conn())
        .await?;
    Ok(rows.into_iter().map(|row| (row.id.into(), row.name)).collect())
}
