//! Cards, pages of cards, and one's own profile.

pub(crate) mod officers;

use crate::{
    card::{CardColumns, MemberCard},
    letters::ChooseLetters,
    views::{MemberView, OwnProfile},
};
use database::{CommunityTx, DatabaseError};
use kernel::{Cursor, MemberId, Page, PageRequest, Standing, Timestamp};
use uuid::Uuid;

struct CardRow {
    id: Uuid,
    number: i32,
    name: String,
    town: String,
    about: String,
    standing: String,
    role: String,
    founder: bool,
    joined_at: Option<Timestamp>,
    applied_at: Timestamp,
}

impl CardRow {
    fn card(self) -> Result<MemberCard, DatabaseError> {
        let Self { id, number, name, town, standing, role, founder, joined_at, about: _, applied_at: _ } = self;
        CardColumns { id, number, name, town, standing, role, founder, joined_at }.card()
    }
}

pub(crate) async fn one(tx: &mut CommunityTx, member: MemberId) -> Result<Option<MemberView>, DatabaseError> {
    let community = tx.community().0;
    let row = sqlx::query_as!(
        CardRow,
        "select id, number, name, town, about, standing, role, founder, joined_at, applied_at from member
         where community_id = $1 and id = $2",
        community,
        member.0
    )
    .fetch_optional(tx.conn())
    .await?;
    row.map(|row| {
        let about = row.about.clone();
        Ok(MemberView { card: row.card()?, about })
    })
    .transpose()
}

pub(crate) async fn cards(tx: &mut CommunityTx, members: &[MemberId]) -> Result<Vec<MemberCard>, DatabaseError> {
    let community = tx.community().0;
    let ids: Vec<Uuid> = members.iter().map(|member| member.0).collect();
    sqlx::query_as!(
        CardRow,
        "select id, number, name, town, about, standing, role, founder, joined_at, applied_at from member
         where community_id = $1 and id = any ($2)",
        community,
        &ids
    )
    .fetch_all(tx.conn())
    .await?
    .into_iter()
    .map(CardRow::card)
    .collect()
}

pub(crate) async fn page(
    tx: &mut CommunityTx,
    standings: &[Standing],
    search: &str,
    page: &PageRequest,
) -> Result<Page<MemberCard>, DatabaseError> {
    let community = tx.community().0;
    let standings: Vec<String> = standings.iter().map(|standing| standing.as_str().to_owned()).collect();
    let rows = sqlx::query_as!(
        CardRow,
        "select id, number, name, town, about, standing, role, founder, joined_at, applied_at from member
         where community_id = $1 and standing = any ($2) and ($3 = '' or name ilike $4 or town ilike $4)
             and ($5::timestamptz is null or (applied_at, id) < ($5, $6::uuid))
         order by applied_at desc, id desc
         limit $7",
        community,
        &standings,
        search,
        pattern(search),
        page.after.map(|place| place.at),
        page.after.map(|place| place.id),
        page.limit()
    )
    .fetch_all(tx.conn())
    .await?;
    let rows = Page::cut(rows, page, |row| Cursor { at: row.applied_at, id: row.id });
    rows.try_map(CardRow::card)
}

/// The words anywhere in a text; the signs that mean something to `like` mean themselves.
fn pattern(words: &str) -> String {
    let plain = words.replace('\\', "\\\\").replace('%', "\\%").replace('_', "\\_");
    format!("%{plain}%")
}

pub(crate) async fn own(tx: &mut CommunityTx, member: MemberId) -> Result<Option<OwnProfile>, DatabaseError> {
    let community = tx.community().0;
    let row = sqlx::query!(
        "select m.id, m.number, m.name, m.town, m.about, m.standing, m.role, m.founder, m.joined_at, m.applied_at, m.language,
             m.timezone, m.digest, m.digest_hour, m.message_letters, m.sponsorship_letters, m.listing_letters, m.search_letters, m.urgent_letters,
             m.named_in_chains, a.email
         from member m join account a on a.id = m.account_id
         where m.community_id = $1 and m.id = $2",
        community,
        member.0
    )
    .fetch_optional(tx.conn())
    .await?;
    row.map(|row| {
        Ok(OwnProfile {
            card: CardColumns {
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
            about: row.about,
            email: row.email.parse().map_err(DatabaseError::damaged)?,
            language: row.language.parse().map_err(DatabaseError::damaged)?,
            timezone: row.timezone.parse().map_err(DatabaseError::damaged)?,
            letters: ChooseLetters {
                digest: row.digest == "weekly",
                digest_hour: row.digest_hour,
                message_letters: row.message_letters,
                sponsorship_letters: row.sponsorship_letters,
                listing_letters: row.listing_letters,
                search_letters: row.search_letters,
                urgent_letters: row.urgent_letters,
            },
            named: row.named_in_chains,
            applied_at: row.applied_at,
        })
    })
    .transpose()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_search_means_its_signs_literally() {
        assert_eq!(pattern("50 %_\\"), "%50 \\%\\_\\\\%");
    }
}
