//! Ids as the outside sees them: opaque, and of one type each, so that a listing's id is nobody's member id.

use async_graphql::ID;
use data_encoding::BASE64URL_NOPAD;
use kernel::{
    AdmissionId, AppealId, BulletinId, ChallengeId, CommunityId, ConversationId, DepartureId, GroupId, HouseholdId,
    InvitationId, JobId, ListingId, MatchId, MeasureId, MeetingId, MeetingLineId, MemberId, MessageId, NotificationId,
    PasskeyId, PhotoId, ReservationId, ReviewId, SavedSearchId, SessionId, SponsorshipId,
};
use uuid::Uuid;

/// An id that goes out under its type's name.
pub trait Global: Copy + From<Uuid> + Into<Uuid> {
    /// The name, as in the schema.
    const NOUN: &'static str;

    /// The text that goes out.
    fn global(self) -> ID {
        let id: Uuid = self.into();
        ID(BASE64URL_NOPAD.encode(format!("{}:{}", Self::NOUN, id.as_hyphenated()).as_bytes()))
    }

    /// The id of a text that went out for this type; nothing for any other text.
    fn local(id: &ID) -> Option<Self> {
        let (noun, id) = open(id)?;
        (noun == Self::NOUN).then(|| Self::from(id))
    }

    /// The id somebody asks for. A text that is no id of this type asks for what does not exist, and is answered like
    /// that: absent, foreign and nonsense sound alike.
    fn asked(id: &ID) -> Self {
        Self::local(id).unwrap_or_else(|| Self::from(Uuid::max()))
    }
}

/// The type's name and id in a text that went out.
pub fn open(id: &ID) -> Option<(String, Uuid)> {
    let text = String::from_utf8(BASE64URL_NOPAD.decode(id.as_bytes()).ok()?).ok()?;
    let (noun, id) = text.split_once(':')?;
    Some((noun.to_owned(), Uuid::try_parse(id).ok()?))
}

macro_rules! global {
    ($($id:ty => $noun:literal),* $(,)?) => {$(
        impl Global for $id {
            const NOUN: &'static str = $noun;
        }
    )*};
}

global! {
    CommunityId => "Community",
    MemberId => "Member",
    SessionId => "Session",
    SponsorshipId => "Sponsorship",
    InvitationId => "Invitation",
    ListingId => "Listing",
    PhotoId => "Photo",
    BulletinId => "Bulletin",
    GroupId => "Group",
    ConversationId => "Conversation",
    MessageId => "Message",
    NotificationId => "Notification",
    JobId => "Job",
    AdmissionId => "Admission",
    PasskeyId => "Passkey",
    ChallengeId => "Challenge",
    DepartureId => "Departure",
    ReviewId => "Review",
    AppealId => "Appeal",
    MeetingId => "Meeting",
    MeetingLineId => "MeetingLine",
    MeasureId => "Measure",
    ReservationId => "Reservation",
    HouseholdId => "Household",
    MatchId => "Match",
    SavedSearchId => "SavedSearch",
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_id_comes_back_as_the_type_it_went_as_and_as_no_other() {
        let listing = ListingId(Uuid::from_u128(7));
        let text = listing.global();
        assert_eq!(ListingId::local(&text), Some(listing));
        assert_eq!(MemberId::local(&text), None);
        assert!(!text.contains("Listing"), "opaque");
        let plain = BASE64URL_NOPAD.encode(b"Listing:00000000-0000-0000-0000-000000000007");
        assert_eq!(text.as_str(), plain, "the same for ever");
    }

    #[test]
    fn nonsense_is_no_id() {
        for text in ["", "x", "TGlzdGluZw", "Listing:00000000-0000-0000-0000-000000000007", "\u{e9}", "TGlzdGluZzo3"] {
            let id = ID(text.to_owned());
            assert_eq!(ListingId::local(&id), None, "{text}");
            assert_eq!(ListingId::asked(&id), ListingId(Uuid::max()));
        }
    }
}
