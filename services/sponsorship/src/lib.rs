//! Getting in: members vouch for newcomers, the trust engine decides, and every decision can be explained years later.
//!
//! A sponsorship is one row a pair: requested by an applicant (by address, by a member's personal link, by an invitation),
//! given or declined by the member, and, once the newcomer is in, an edge of the community's graph. The engine
//! ([`trust`]) is pure; this noun brings it the rows, holds the locks, and writes down what follows.
//!
//! Invariants
//! - A decision takes the trust head first, then the people in the order of their ids, and is one transaction: the word,
//!   the trust event, the admission with its verdict and certificate, notifications and jobs (design: trust, section 10).
//! - A word is given once a pair, and promises one token until it carries (then it is paid) or ends (then it is free again);
//!   under the head's lock nobody ever promises more than they have (bars M2, M3).
//! - Nobody vouches for themselves, while applying, under review, too young in the community, or from elsewhere (bar M5).
//! - Asking tells nothing: the answer, the row and the jobs are the same whether or not an address is a member's (bar A1).
//!   [`deliver`] finds the member later, at once or when somebody with that address is admitted; [`asked_of_me`] and [`give`]
//!   find such requests by the member's own address as well.
//! - Saying no is private: until a request's time is over the applicant sees it wait, then they read "not this time", as after
//!   one that ran out. Whatever they can try meanwhile (ask again, take it back, count what is open) answers as if it waited.
//! - Asking by a personal link says nothing of an address asked before: what the member is not to get twice is written as a
//!   request that is withheld from them ([`limits`], infra/decisions/0007).
//! - Nobody is put out before whoever decides has seen whom it touches; what is done is what was shown, or it is shown again. Where it
//!   touches many, two stewards agree. Nobody is put out by a computation ([`going`], [`review`]).
//! - A host is asked in turn, within their own bounds, and only while they could vouch; having met somebody they answer the request
//!   like any other sponsor ([`hosting`]). Nobody assigns anybody, and an applicant is never told who passed.
//! - Two of one household are one voice. Whom a tie lets fall is looked at before it counts ([`household`]).
//! - An invitation is used once, by one guarded update, and kept afterwards (bar M6). While it is open it holds one of its
//!   sponsor's tokens, as the word does that it becomes (infra/decisions/0027).

pub mod admission;
pub mod admit;
pub mod appeal;
pub mod application;
pub mod apply;
pub mod ask;
pub mod ask_via_link;
mod by_invitation;
pub mod cancel;
pub mod certificate;
mod decision;
pub mod decline;
pub mod deliver;
pub mod error;
pub mod expire;
pub mod funnel;
pub mod give;
pub mod going;
pub mod gone;
mod graph;
mod head;
pub mod health;
pub mod hosting;
pub mod household;
pub mod import;
pub mod invite;
pub mod jobs;
pub mod letters;
pub mod liability;
pub mod limits;
pub mod measure;
pub mod peek;
mod people;
pub mod personal_link;
pub mod recheck;
pub mod refuse;
pub mod reinstate;
pub mod reservation;
pub mod review;
pub mod revoke_invitation;
mod rules;
mod settle;
mod store;
mod token;
mod tokens;
pub mod views;
pub mod withdraw;
pub mod words;

pub use admission::{BY_OFFICE, EMAIL_DOMAIN};
pub use admit::{Admit, admit};
pub use appeal::{AnswerAppeal, Appeal, answer_appeal, appeal};
pub use application::{ApplicationEnd, ApplicationFacts, renew_application};
pub use apply::{Applied, Apply, Via, apply, may_apply};
pub use ask::{AskSponsor, ask_sponsor};
pub use ask_via_link::{AskViaLink, ask_via_link};
pub use cancel::{CancelRequest, cancel_request};
pub use certificate::{Recheck, recheck_certificate};
pub use decline::{Decline, decline};
pub use deliver::deliver;
pub use error::SponsorshipError;
pub use expire::expire;
pub use funnel::{WaitingFigures, waiting_figures};
pub use give::{Give, Given, give};
pub use going::{
    CallOff, ConfirmDeparture, EffectsView, FallView, PutOut, PutOutcome, call_off, confirm_departure, put_out, what_if,
};
pub use graph::check::kept_graph_is_true;
pub use health::{HealthView, health};
pub use hosting::{
    AgreeToMeet, AskHost, CallOffMeeting, HostMeeting, HostTerms, JoinRota, LineView, MyHosting, OwnMeeting, PassOn,
    RecordMeeting, RotaPlace, RotaView, SeekingView, WriteLine, agree_to_meet, ask_host, call_off_meeting, join_rota,
    leave_rota, meeting_for_host, my_hosting, own_meetings, pass_on, record_meeting, rota, write_to_host,
    write_to_newcomer,
};
pub use household::{
    AnswerTogether, EndTogether, EnterTogether, Entered, HouseholdEffects, KeepTogether, Said, SayTogether, TieState,
    TieView, answer_together, end_together, enter_together, household_effects, household_of, keep_together,
    my_household, say_together,
};
pub use import::{Imported, ImportedSponsorship, LeftOut, import_sponsorships};
pub use invite::{Invite, invite};
pub use jobs::{
    AdmissionTold, ApplicationLetter, ExpireSponsorship, HostTurnOver, HouseholdEnds, InvitationLetter, LegacyEnds,
    MeasureTrust, MeetingLetter, RecheckApplicant, RecheckReviews, ReviewDue, SeekHost, SponsorshipAsked,
    SponsorshipDeclined, SponsorshipGiven, SponsorshipReminder, SponsorshipUnanswered, StandingLetter,
    WatchApplications,
};
pub use liability::{GiveMeasure, LiftMeasure, give_measure, lift_measure, measure_over};
pub use measure::measure;
pub use peek::{InviterFace, peek};
pub use personal_link::{personal_link, renew_personal_link};
pub use recheck::recheck;
pub use refuse::{Refuse, refuse};
pub use reinstate::{Reinstate, reinstate};
pub use reservation::{
    AnswerReservation, Confide, DecideReservation, Decided, WithdrawReservation, answer_reservation, confide,
    decide_reservation, withdraw_reservation,
};
pub use review::{ConfirmMember, Endorse, Endorsed, confirm_member, could_endorse, endorse};
pub use revoke_invitation::{RevokeInvitation, revoke_invitation};
pub use views::{
    AdmissionView, AppealView, ArrivingView, AskedView, ChainStep, Common, ConnectionView, DecisionView, GivenView,
    InvitationState, InvitationView, MeasureView, NewcomerView, OpenAppeal, OpenReservation, OwnStanding, PolicyView,
    ProposalView, RecordView, RequestView, ReservationAboutMe, ReviewView, Tie, TokensView, UnderReview,
    VerdictSummary, VoiceView, WaitingRoom, WitnessStep, admission_of, appeals, arriving, arriving_one, asked_of_me,
    closest, connection, given_by_me, invitations, measures, newcomers, open_requests, open_reservations, own_standing,
    policy, proposal, proposals, request, reservations_about_me, reviews, ties, tokens, waiting,
};
pub use withdraw::{Withdraw, withdraw};
pub use words::{
    ApplicationNews, AskedState, Category, Cause, Degree, MeetingNews, MeetingState, MetBy, News, Relation, Route,
    State, TurnState, Way,
};

/// Words of the engine that this noun's views speak in.
pub use trust::{Arrow, Band, Basis, Closeness, Consequences, Day, Figures, Missing, Outcome, Record};
