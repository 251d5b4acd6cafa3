//! Words for people who are in already.

use super::request::Word;
use database::{CommunityTx, DatabaseError};
use kernel::{MemberId, SponsorshipId};

/// Whether a word of this pair stands.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Known {
    /// None.
    Nothing,
    /// This very one.
    This,
    /// Another.
    Another,
}

pub(crate) async fn standing(
    tx: &mut CommunityTx,
    id: SponsorshipId,
    sponsor: MemberId,
    member: MemberId,
) -> Result<Known, DatabaseError> {
    let community = tx.community().0;
    let found = sqlx::query_scalar!(
        "select id from sponsorship
         where community_id = $1 and sponsor_id = $2 and applicant_id = $3 and state = 'given'",
        community,
        sponsor.0,
        member.0,
    )
    .fetch_optional(tx.conn())
    .await?;
    Ok(match found {
        None => Known::Nothing,
        Some(known) if known == id.0 => Known::This,
        Some(_) => Known::Another,
    })
}

/// Writes the word, paid and carrying from now on. False when the id is taken.
pub(crate) async fn insert(
    tx: &mut CommunityTx,
    id: SponsorshipId,
    sponsor: MemberId,
    member: MemberId,
    word: &Word<'_>,
) -> Result<bool, DatabaseError> {
    let (community, now) = (tx.community().0, tx.now());
    let done = sqlx::query!(
        "insert into sponsorship (community_id, id, applicant_id, sponsor_id, state, kind, relation, sentence, met_in_person, via,
             requested_at, answered_at, active_at, paid_at, expires_at)
         values ($1, $2, $3, $4, 'given', 'endorsement', $5, $6, $7, 'inside', $8, $8, $8, $8, $8)
         on conflict do nothing",
        community,
        id.0,
        member.0,
        sponsor.0,
        word.relation.as_str(),
        word.sentence,
        word.met_in_person,
        now,
    )
    .execute(tx.conn())
    .await?;
    Ok(done.rows_affected() == 1)
}
