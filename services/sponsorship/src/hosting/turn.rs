//! Whose turn it is, and what happens when it goes by.

use super::{LOOK_AGAIN, Place, TO_ANSWER};
use crate::head::Head;
use crate::jobs::{HostTurnOver, MeetingLetter, SeekHost};
use crate::rules::Rules;
use crate::tokens::{SponsorFacts, too_new};
use crate::words::{MeetingNews, MeetingState, TurnState, Way};
use crate::{SponsorshipError, store};
use database::{CommunityTx, Db, Schedule};
use kernel::{Act, Caller, MeetingId, MemberId};
use notice::{Kind, Tell, tell_tx};

/// What an applicant is looking for.
#[derive(Debug, Clone)]
pub(crate) struct Wanted {
    pub(crate) meeting: MeetingId,
    pub(crate) applicant: MemberId,
    pub(crate) place: Place,
    pub(crate) way: Way,
}

/// Hosts whose tokens are looked at in one statement.
const AT_A_TIME: usize = 50;

/// Asks the host whose turn it is. False when there is nobody; then one looks again later. The caller holds the head.
pub(crate) async fn next(tx: &mut CommunityTx, rules: &Rules, wanted: &Wanted) -> Result<bool, SponsorshipError> {
    let in_turn = store::hosts::in_turn(tx, wanted).await?;
    for some in in_turn.chunks(AT_A_TIME) {
        if let Some(host) = first_able(tx, rules, some).await? {
            ask(tx, wanted, host).await?;
            return Ok(true);
        }
    }
    let at = tx.now() + LOOK_AGAIN;
    // With its day: the job that looks now has its meaning until it is done, and another of the same would not be written.
    let later = Schedule::at(at).meaning(format!("seek-host:{}:{}", wanted.meeting, at.date_naive()));
    tx.enqueue_with(&SeekHost { meeting: wanted.meeting }, later).await?;
    Ok(false)
}

/// The first of these who could vouch at this moment: to meet somebody who cannot help would be time lost for both.
async fn first_able(
    tx: &mut CommunityTx,
    rules: &Rules,
    in_turn: &[MemberId],
) -> Result<Option<MemberId>, SponsorshipError> {
    let now = tx.now();
    let facts = SponsorFacts::load(tx, in_turn).await?;
    let old_enough = |facts: &SponsorFacts| too_new(rules, facts.founder, facts.joined_at, now).is_none();
    let able = |facts: &SponsorFacts| {
        if rules.by_office {
            return facts.allowance(rules, now).barred_until.is_none();
        }
        old_enough(facts) && facts.free(rules, now) > 0
    };
    let is_able = |host: &&MemberId| facts.iter().any(|facts| facts.id == **host && able(facts));
    Ok(in_turn.iter().find(is_able).copied())
}

async fn ask(tx: &mut CommunityTx, wanted: &Wanted, host: MemberId) -> Result<(), SponsorshipError> {
    let (meeting, until) = (wanted.meeting, tx.now() + TO_ANSWER);
    store::meeting::give_turn(tx, meeting, host, until).await?;
    let told = Tell::new(host, Kind::MeetingAsked, format!("meeting-asked:{meeting}"));
    tell_tx(tx, told.by(wanted.applicant)).await?;
    letter(tx, meeting, host, MeetingNews::Asked).await?;
    let over = Schedule::at(until).meaning(format!("host-turn-over:{meeting}:{host}"));
    tx.enqueue_with(&HostTurnOver { meeting, host }, over).await?;
    Ok(())
}

/// A letter about a meeting, now.
pub(crate) async fn letter(
    tx: &mut CommunityTx,
    meeting: MeetingId,
    member: MemberId,
    news: MeetingNews,
) -> Result<(), SponsorshipError> {
    tx.enqueue(&MeetingLetter { meeting, member, news }).await?;
    Ok(())
}

/// The host's turn ends like this; the applicant hears that it is the next one's, without a name, and it is. The caller holds
/// the head and the meeting.
pub(crate) async fn move_on(
    tx: &mut CommunityTx,
    rules: &Rules,
    wanted: &Wanted,
    (host, became): (MemberId, TurnState),
) -> Result<(), SponsorshipError> {
    let meeting = wanted.meeting;
    store::meeting::end_turn(tx, meeting, host, became).await?;
    let told = Tell::new(wanted.applicant, Kind::MeetingMovedOn, format!("meeting-moved-on:{meeting}:{host}"));
    tell_tx(tx, told).await?;
    letter(tx, meeting, wanted.applicant, MeetingNews::MovedOn).await?;
    next(tx, rules, wanted).await?;
    Ok(())
}

/// Ends a turn that found no answer in time, tells both, and asks the next host. True when it ended now. For the house.
pub async fn turn_over(db: &Db, caller: &Caller, meeting: MeetingId, host: MemberId) -> Result<bool, SponsorshipError> {
    caller.must(Act::WorkJob)?;
    let mut tx = db.begin(caller.community).await?;
    let _head = Head::take(&mut tx).await?;
    let rules = Rules::load(&mut tx).await?;
    let Some(held) = store::meeting::hold(&mut tx, meeting).await? else { return Ok(false) };
    let turn = store::meeting::turn_of(&mut tx, meeting, host).await?;
    if !turn.is_some_and(|turn| turn.state == TurnState::Asked && turn.until_at <= tx.now()) {
        return Ok(false);
    }
    let told = Tell::new(host, Kind::MeetingMissed, format!("meeting-missed:{meeting}"));
    tell_tx(&mut tx, told).await?;
    letter(&mut tx, meeting, host, MeetingNews::Missed).await?;
    move_on(&mut tx, &rules, &held.wanted(), (host, TurnState::Missed)).await?;
    tx.commit().await?;
    Ok(true)
}

/// Looks once more for a host, where it is nobody's turn. True when one was asked. For the house.
pub async fn seek_host(db: &Db, caller: &Caller, meeting: MeetingId) -> Result<bool, SponsorshipError> {
    caller.must(Act::WorkJob)?;
    let mut tx = db.begin(caller.community).await?;
    let _head = Head::take(&mut tx).await?;
    let rules = Rules::load(&mut tx).await?;
    let Some(held) = store::meeting::hold(&mut tx, meeting).await? else { return Ok(false) };
    if held.state != MeetingState::Seeking || store::meeting::is_somebodys_turn(&mut tx, meeting).await? {
        return Ok(false);
    }
    let found = next(&mut tx, &rules, &held.wanted()).await?;
    tx.commit().await?;
    Ok(found)
}
