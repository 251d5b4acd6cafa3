//! Every letter from samples, for `maillon preview` and for the tests that read them all.

use crate::letters::{
    account_changed::AccountChanged, application::Application, community_removal::CommunityRemoval,
    complaints::Complaints, confirm_address::ConfirmAddress, copy_ready::CopyReady, digest::Digest, founder::Founder,
    guest_request::GuestRequest, help_suggested::HelpSuggested, idle::Idle, invitation::Invitation,
    listing_expiring::ListingExpiring, mandate::Mandate, meeting::Meeting, new_message::NewMessage,
    newcomer_admitted::NewcomerAdmitted, outing::Outing, saved_search::SavedSearch, sign_in::SignIn,
    someone_applied::SomeoneApplied, sponsorship_asked::SponsorshipAsked, sponsorship_declined::SponsorshipDeclined,
    sponsorship_given::SponsorshipGiven, sponsorship_reminder::SponsorshipReminder, standing::Standing, urgent::Urgent,
    welcome::Welcome,
};
use crate::mail::letter::{ComposeError, Content, House, Letter, Reader, Stop, compose};
use crate::paths;
use kernel::EmailAddress;
use phrases::Words;

/// One letter of each kind, in `words`, as `house` sends it, and those that come in a second form; each with its name.
pub fn samples(words: Words, house: &House) -> Result<Vec<(String, Letter)>, ComposeError> {
    let mut named: Vec<(String, Letter)> =
        of_each_kind(words, house)?.into_iter().map(|letter| (letter.kind.slug().to_owned(), letter)).collect();
    let shared = sample(&SignIn::sample_shared(house), words, house)?;
    named.push((format!("{}-shared", shared.kind.slug()), shared));
    Ok(named)
}

fn of_each_kind(words: Words, house: &House) -> Result<Vec<Letter>, ComposeError> {
    let (w, h) = (&words, house);
    Ok(vec![
        sample(&SignIn::sample(h), words, h)?,
        sample(&ConfirmAddress::sample(h), words, h)?,
        sample(&AccountChanged::sample(h), words, h)?,
        sample(&SponsorshipAsked::sample(w, h), words, h)?,
        sample(&SponsorshipReminder::sample(w, h), words, h)?,
        sample(&Invitation::sample(w, h), words, h)?,
        sample(&SponsorshipGiven::sample(h), words, h)?,
        sample(&SponsorshipDeclined::sample(h), words, h)?,
        sample(&Welcome::sample(h), words, h)?,
        sample(&Founder::sample(h), words, h)?,
        sample(&NewcomerAdmitted::sample(h), words, h)?,
        sample(&SomeoneApplied::sample(w, h), words, h)?,
        sample(&NewMessage::sample(w, h), words, h)?,
        sample(&ListingExpiring::sample(w, h), words, h)?,
        sample(&Digest::sample(w, h), words, h)?,
        sample(&CopyReady::sample(w, h), words, h)?,
        sample(&CommunityRemoval::sample(w, h), words, h)?,
        sample(&Standing::sample(w, h), words, h)?,
        sample(&Meeting::sample(w, h), words, h)?,
        sample(&Application::sample(w, h), words, h)?,
        sample(&Idle::sample(w, h), words, h)?,
        sample(&GuestRequest::sample(w, h), words, h)?,
        sample(&SavedSearch::sample(w, h), words, h)?,
        sample(&Mandate::sample(w, h), words, h)?,
        sample(&Outing::sample(w, h), words, h)?,
        sample(&Urgent::sample(w, h), words, h)?,
        sample(&Complaints::sample(h), words, h)?,
        sample(&HelpSuggested::sample(w, h), words, h)?,
    ])
}

fn sample<C: Content>(content: &C, words: Words, house: &House) -> Result<Letter, ComposeError> {
    let stop = Stop {
        one_click: paths::one_click(&house.home, "k3v8"),
        page: paths::stop(&house.home, "k3v8"),
        settings: paths::letter_settings(&house.home),
    };
    let reader = Reader {
        name: "Odile Martin".to_owned(),
        address: sample_address(),
        words,
        stop: C::KIND.can_be_stopped().then_some(stop),
    };
    compose(content, house, &reader)
}

#[expect(clippy::expect_used, reason = "a constant that the tests read")]
fn sample_address() -> EmailAddress {
    "odile.martin@example.test".parse().expect("an address")
}

#[cfg(test)]
mod tests;
