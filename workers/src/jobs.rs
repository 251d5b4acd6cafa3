//! What is done for each kind of job: one file a job, one function. Every one loads what is true now and finds out by
//! itself whether it is still needed.

mod send;

pub(crate) mod account_changed;
pub(crate) mod admission_told;
pub(crate) mod applicant_arrived;
pub(crate) mod application_letter;
pub(crate) mod confirm_address;
pub(crate) mod digest_letter;
pub(crate) mod erase_member;
pub(crate) mod expire_listing;
pub(crate) mod expire_sponsorship;
pub(crate) mod find_matches;
pub(crate) mod guest_request_letter;
pub(crate) mod host_turn_over;
pub(crate) mod invitation_letter;
pub(crate) mod legacy_ends;
pub(crate) mod listing_expiring;
pub(crate) mod measure_over;
pub(crate) mod measure_trust;
pub(crate) mod meeting_letter;
pub(crate) mod member_admitted;
pub(crate) mod member_gone;
pub(crate) mod message_letter;
pub(crate) mod plan_digests;
pub(crate) mod prepare_copy;
pub(crate) mod recheck_applicant;
pub(crate) mod recheck_reviews;
pub(crate) mod removal_letter;
pub(crate) mod remove_community;
pub(crate) mod reset_factors;
pub(crate) mod review_due;
pub(crate) mod seek_host;
pub(crate) mod sign_in_letter;
pub(crate) mod sponsorship_asked;
pub(crate) mod sponsorship_declined;
pub(crate) mod sponsorship_given;
pub(crate) mod sponsorship_reminder;
pub(crate) mod sponsorship_unanswered;
pub(crate) mod standing_letter;
pub(crate) mod sweep;
pub(crate) mod tell_removal;
pub(crate) mod watch_applications;
pub(crate) mod watch_request;
pub(crate) mod welcome_founder;
pub(crate) mod welcome_member;
