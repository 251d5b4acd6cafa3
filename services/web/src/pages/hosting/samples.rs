//! Meetings, made up.

use crate::preview::Preview;
use kernel::{MeetingId, MeetingLineId, Role, SponsorshipId, Standing};
use sponsorship::{HostMeeting, HostTerms, LineView, MeetingState, MyHosting, TurnState, Way};
use uuid::Uuid;

/// A host with a meeting in every state.
pub(super) fn hosting(p: &Preview) -> MyHosting {
    MyHosting {
        terms: Some(HostTerms { town: "Corbigny".to_owned(), in_person: true, by_video: false, a_month: 2 }),
        town: "Corbigny".to_owned(),
        meetings: vec![
            meeting(p, MeetingState::Seeking, TurnState::Asked),
            meeting(p, MeetingState::Agreed, TurnState::Accepted),
            meeting(p, MeetingState::Met, TurnState::Accepted),
        ],
    }
}

/// One meeting as its host sees it.
pub(super) fn meeting(p: &Preview, state: MeetingState, turn: TurnState) -> HostMeeting {
    let mut applicant = p.person("Jean-Michel de la Roche-Guyon", "Saint-Martin-du-Puy", Role::None);
    applicant.standing = Standing::Applicant;
    HostMeeting {
        id: MeetingId(Uuid::from_u128(71)),
        applicant,
        about: p.words.t("requests-sample-about"),
        note: p.words.t("hosting-sample-note"),
        way: Way::Either,
        town: "Corbigny".to_owned(),
        state,
        turn,
        asked_at: p.ago(2),
        answer_by: p.ahead(3),
        met_on: (state == MeetingState::Met).then(|| p.ago(1).date_naive()),
        sponsorship: (state == MeetingState::Met).then(|| SponsorshipId(Uuid::from_u128(41))),
        lines: if turn == TurnState::Asked { Vec::new() } else { lines(p) },
    }
}

/// What the two wrote.
pub(crate) fn lines(p: &Preview) -> Vec<LineView> {
    let line = |n: u128, author: &str, mine, key: &str| LineView {
        id: MeetingLineId(Uuid::from_u128(80 + n)),
        author_name: author.to_owned(),
        mine,
        words: p.words.t(key),
        written_at: p.ago(1),
    };
    vec![line(1, "Odile", true, "hosting-sample-line-1"), line(2, "Jean-Michel", false, "hosting-sample-line-2")]
}
