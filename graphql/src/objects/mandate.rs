//! Asking for somebody else.

use super::{Listing, ListingExtent, Member, Photo};
use crate::{
    ids::Global as _,
    loaders,
    words::{ListingKind, MandateRelation, MandateState, Settlement},
};
use async_graphql::{Context, ID, Object, Result, SimpleObject};
use exchange::mandate::MandateView;
use kernel::{ListingId, Timestamp};

/// In whose name a listing asks, beside its author, the proxy.
#[derive(SimpleObject)]
pub struct OnBehalf {
    /// A first name, or a member's name.
    name: String,
    /// What they are to the proxy, where it was said.
    relation: Option<MandateRelation>,
    /// The member, where it is one.
    member_id: Option<ID>,
    /// The listing in which they go on by themselves, once they have taken it over.
    taken_as_id: Option<ID>,
}

impl From<exchange::mandate::OnBehalf> for OnBehalf {
    fn from(one: exchange::mandate::OnBehalf) -> Self {
        Self {
            name: one.name,
            relation: one.relation.map(Into::into),
            member_id: one.member.map(kernel::MemberId::global),
            taken_as_id: one.taken_as.map(ListingId::global),
        }
    }
}

/// Who asks for whom, and where it stands.
pub struct Mandate(pub(crate) MandateView);

#[Object]
impl Mandate {
    /// The request.
    async fn listing_id(&self) -> ID {
        self.0.listing.global()
    }
    /// The request as members read it in lists; absent before the member has agreed.
    async fn listing(&self, ctx: &Context<'_>) -> Result<Option<Listing>> {
        loaders::listing(ctx, self.0.listing).await
    }
    /// Its title.
    async fn title(&self) -> &str {
        &self.0.title
    }
    /// Its whole text.
    async fn body(&self) -> &str {
        &self.0.body
    }
    /// What it is about.
    async fn kind(&self) -> ListingKind {
        self.0.reading.kind.into()
    }
    /// What may be given in return.
    async fn settlements(&self) -> Vec<Settlement> {
        self.0.reading.settlements.iter().copied().map(Settlement::from).collect()
    }
    /// One of the community's categories, or empty.
    async fn category(&self) -> &str {
        &self.0.reading.category
    }
    /// Where; may be empty.
    async fn town(&self) -> &str {
        &self.0.reading.town
    }
    /// What it says besides its words: how many, when, for how long.
    async fn extent(&self) -> ListingExtent {
        ListingExtent(self.0.reading.extent.clone())
    }
    /// Its photos, the first first; at most six.
    async fn photos(&self) -> Vec<Photo> {
        self.0.reading.photos.iter().cloned().map(Photo).collect()
    }
    /// Another one as soon as any of this is another: `agreeMandate` and `takeOverMandate` take the one that was read.
    async fn mark(&self) -> &str {
        &self.0.reading.mark
    }
    /// Who asks.
    async fn proxy(&self) -> Member {
        Member(self.0.proxy.clone())
    }
    /// The first name of who was no member; empty for a member.
    async fn first_name(&self) -> &str {
        &self.0.first_name
    }
    /// The member in whose name it is, or to whom it was handed over.
    async fn member(&self) -> Option<Member> {
        self.0.member.clone().map(Member)
    }
    /// What they are to the proxy.
    async fn relation(&self) -> Option<MandateRelation> {
        self.0.relation.map(Into::into)
    }
    /// When the proxy said that they were asked to; of a member: when the member was asked.
    async fn said_at(&self) -> Timestamp {
        self.0.said_at
    }
    /// Where it stands.
    async fn state(&self) -> MandateState {
        self.0.stage.into()
    }
    /// Whether the asker may agree (`agreeMandate`).
    async fn may_agree(&self) -> bool {
        self.0.may_agree
    }
    /// Whether the asker may say no, or end it (`endMandate`).
    async fn may_end(&self) -> bool {
        self.0.may_end
    }
    /// Whether the asker may go on by themselves (`takeOverMandate`).
    async fn may_take_over(&self) -> bool {
        self.0.may_take_over
    }
    /// Whether the asker may hand it over (`offerMandate`).
    async fn may_offer(&self) -> bool {
        self.0.may_offer
    }
}

/// A ready request to begin with.
#[derive(SimpleObject)]
pub struct ListingExample {
    /// What it is about.
    pub(crate) kind: ListingKind,
    /// Its title.
    pub(crate) title: String,
    /// Its text.
    pub(crate) body: String,
}
