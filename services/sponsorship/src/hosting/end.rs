//! How meetings end by themselves: the newcomer is in or gone, or the host is gone.

use super::turn;
use crate::rules::Rules;
use crate::store::meeting::Meeting;
use crate::words::TurnState;
use crate::{SponsorshipError, store};
use database::CommunityTx;
use kernel::{MemberId, Timestamp};
use notice::{Kind, Tell, tell_tx};

/// Ends a meeting and tells the host whose turn it is, or who has agreed. The caller holds the meeting.
pub(super) async fn over(tx: &mut CommunityTx, meeting: &Meeting) -> Result<(), SponsorshipError> {
    let asked = store::meeting::drop_turn(tx, meeting.id).await?;
    store::meeting::end(tx, meeting.id).await?;
    if let Some(host) = asked.or(meeting.host) {
        let told = Tell::new(host, Kind::MeetingOver, format!("meeting-over:{}", meeting.id));
        tell_tx(tx, told.by(meeting.applicant)).await?;
    }
    Ok(())
}

/// Whoever is in, refused or gone needs none of the meetings they had asked for by `until`. How many that were.
pub(crate) async fn end_of_newcomer(
    tx: &mut CommunityTx,
    applicant: MemberId,
    until: Timestamp,
) -> Result<u64, SponsorshipError> {
    let open = store::meeting::open_of(tx, applicant, until).await?;
    for meeting in &open {
        over(tx, meeting).await?;
    }
    Ok(open.len() as u64)
}

/// Whoever has gone is no host any more: it is the next one's turn for those who waited for them. The caller holds the head.
/// How many rows that were.
pub(crate) async fn end_of_host(
    tx: &mut CommunityTx,
    host: MemberId,
    gone_at: Timestamp,
) -> Result<u64, SponsorshipError> {
    let left = store::hosts::leave(tx, host, gone_at).await?;
    let waiting = store::meeting::waiting_for(tx, host, gone_at).await?;
    if waiting.is_empty() {
        return Ok(left);
    }
    let rules = Rules::load(tx).await?;
    for meeting in &waiting {
        store::meeting::reopen(tx, meeting.id).await?;
        turn::move_on(tx, &rules, &meeting.wanted(), (host, TurnState::Dropped)).await?;
    }
    Ok(left + waiting.len() as u64)
}
