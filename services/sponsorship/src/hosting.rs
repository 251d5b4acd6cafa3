//! Hosts: members who agree to meet newcomers who know nobody, so that the waiting room empties without anybody's favour.
//!
//! Invariants
//! - It is the turn of whoever, among those near (then among those who meet by video), was asked longest ago; of two who were asked at
//!   the same moment, or never, of the one with the lower number. Nobody chooses a host, and no steward assigns one.
//! - Only a member in good standing who could vouch at this moment is asked, never oftener than they said, and never twice in
//!   ninety days for the same applicant. Turns are given under the trust head's lock, so that this holds however many ask at once.
//! - Whoever lets a turn go by or passes is not named to the applicant: they read that the next one is asked.
//! - Having met somebody obliges to nothing: the host gets a request like any sponsor's ([`crate::give`], [`crate::decline`]), which
//!   costs the same token and leads through the same rules.

mod agree;
mod ask;
mod call_off;
mod end;
mod line;
mod met;
mod pass;
mod place;
pub(crate) mod rota;
pub(crate) mod turn;
pub mod views;

pub use agree::{AgreeToMeet, agree_to_meet};
pub use ask::{AskHost, ask_host};
pub use call_off::{CallOffMeeting, call_off_meeting};
pub(crate) use end::{end_of_host, end_of_newcomer};
pub use line::{WriteLine, write_to_host, write_to_newcomer};
pub use met::{RecordMeeting, record_meeting};
pub use pass::{PassOn, pass_on};
pub(crate) use place::Place;
pub use rota::{JoinRota, MOST_A_MONTH, join_rota, leave_rota};
pub use turn::{seek_host, turn_over};
pub use views::{
    HostMeeting, HostTerms, LineView, MyHosting, OwnMeeting, RotaPlace, RotaView, SeekingView, meeting_for_host,
    my_hosting, own_meetings, rota,
};

use chrono::Duration;

/// How long a host has for an answer.
pub const TO_ANSWER: Duration = Duration::days(5);
/// How long until one looks again where nobody's turn it was.
pub const LOOK_AGAIN: Duration = Duration::days(7);
/// A host is not asked for the same applicant again within this time.
pub const ASKED_AGAIN: Duration = Duration::days(90);
/// The month over which a host's turns are counted.
pub const MONTH: Duration = Duration::days(30);
/// Meetings of one applicant that can be under way at once.
pub const AT_ONCE: i64 = 3;
/// Meetings one applicant can ask for in a month, whatever became of them.
pub const ASKED_A_MONTH: i64 = 6;
/// The longest note or line, characters.
pub const LONGEST_LINE: usize = 500;
/// Lines that are kept of one meeting.
pub const MOST_LINES: i64 = 40;
/// The longest town, characters.
pub const LONGEST_TOWN: usize = 80;
