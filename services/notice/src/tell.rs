//! Telling one member of one event, inside the transaction that caused it.

use crate::{Kind, store};
use database::{CommunityTx, DatabaseError, Topic};
use kernel::{ConversationId, GroupId, ListingId, MemberId, NotificationId, SponsorshipId};

/// What is told to whom. Build it with [`Tell::new`] and the methods that follow.
#[derive(Debug, Clone)]
pub struct Tell {
    /// Who is told.
    pub member: MemberId,
    /// Of what.
    pub kind: Kind,
    /// Who did it, if that may be known.
    pub actor: Option<MemberId>,
    /// The listing it is about.
    pub listing: Option<ListingId>,
    /// The group it is about.
    pub group: Option<GroupId>,
    /// The conversation it is about.
    pub conversation: Option<ConversationId>,
    /// The sponsorship it is about.
    pub sponsorship: Option<SponsorshipId>,
    /// What the thing is called now: a listing's title, a group's name, else empty.
    pub subject: String,
    /// The same meaning is told to the same member once only.
    pub meaning: String,
}

impl Tell {
    /// `kind` to `member`; `meaning` is the event's own name, such as `given:<sponsorship>`.
    pub fn new(member: MemberId, kind: Kind, meaning: impl Into<String>) -> Self {
        Self {
            member,
            kind,
            actor: None,
            listing: None,
            group: None,
            conversation: None,
            sponsorship: None,
            subject: String::new(),
            meaning: meaning.into(),
        }
    }

    /// Who did it.
    #[must_use]
    pub fn by(mut self, actor: MemberId) -> Self {
        self.actor = Some(actor);
        self
    }

    /// About this listing, under the title it has now.
    #[must_use]
    pub fn about_listing(mut self, listing: ListingId, title: impl Into<String>) -> Self {
        self.listing = Some(listing);
        self.subject = title.into();
        self
    }

    /// About this group, under the name it has now.
    #[must_use]
    pub fn about_group(mut self, group: GroupId, name: impl Into<String>) -> Self {
        self.group = Some(group);
        self.subject = name.into();
        self
    }

    /// In this conversation.
    #[must_use]
    pub fn in_conversation(mut self, conversation: ConversationId) -> Self {
        self.conversation = Some(conversation);
        self
    }

    /// About this sponsorship.
    #[must_use]
    pub fn about_sponsorship(mut self, sponsorship: SponsorshipId) -> Self {
        self.sponsorship = Some(sponsorship);
        self
    }
}

/// Writes the notification and, once the transaction is committed, announces it to the member's open pages. Nothing happens,
/// and nothing is returned, when the member was told of this meaning before.
pub async fn tell_tx(tx: &mut CommunityTx, tell: Tell) -> Result<Option<NotificationId>, DatabaseError> {
    let id = NotificationId(tx.entropy().id());
    if !store::insert_notification(tx, id, &tell).await? {
        return Ok(None);
    }
    tx.announce(tell.member, Topic::Notification { notification: id });
    Ok(Some(id))
}
