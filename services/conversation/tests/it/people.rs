use crate::ground::Ground;
use conversation::{Answer, ConversationError, Send, Sent, send::send, start::answer, views};
use exchange::{Direction, Draft, Kind, Publish, Settlement, publish::publish};
use kernel::{Caller, CommunityId, ConversationId, ListingId, MessageId, PageRequest};

/// Bruno offers a drill; Ada is the one who answers; Eve lives here too and has no part in it.
pub struct People {
    pub community: CommunityId,
    pub bruno: Caller,
    pub ada: Caller,
    pub eve: Caller,
    pub listing: ListingId,
}

pub async fn people(ground: &Ground) -> People {
    let community = ground.community("a").await;
    let bruno = ground.member(community, "Bruno").await;
    let listing = listing(ground, &bruno).await;
    let (ada, eve) = (ground.member(community, "Ada").await, ground.member(community, "Eve").await);
    People { community, bruno, ada, eve, listing }
}

pub async fn listing(ground: &Ground, author: &Caller) -> ListingId {
    let id = ListingId(ground.id());
    let draft = Draft {
        direction: Some(Direction::Offer),
        kind: Some(Kind::Loan),
        settlements: vec![Settlement::Gift],
        title: "Perceuse à percussion".to_owned(),
        body: "Elle dort dans mon atelier.".to_owned(),
        category: String::new(),
        town: "Corbigny".to_owned(),
        ..Draft::default()
    };
    publish(&ground.db, author, Publish { id, draft }).await.unwrap();
    id
}

pub fn asks(ground: &Ground, listing: ListingId, body: &str) -> Answer {
    Answer { id: ConversationId(ground.id()), listing, message: MessageId(ground.id()), body: body.to_owned() }
}

/// Ada has answered Bruno's listing.
pub async fn begun(ground: &Ground, people: &People) -> Sent {
    answer(&ground.db, &people.ada, asks(ground, people.listing, "Bonjour Bruno, samedi ?")).await.unwrap()
}

pub async fn says(
    ground: &Ground,
    who: &Caller,
    conversation: ConversationId,
    body: &str,
) -> Result<Sent, ConversationError> {
    send(&ground.db, who, Send { id: MessageId(ground.id()), conversation, body: body.to_owned() }).await
}

pub async fn unread(ground: &Ground, who: &Caller) -> i64 {
    views::unread(&ground.db, who).await.unwrap()
}

/// What was said, oldest first, as `who` sees it.
pub async fn said(ground: &Ground, who: &Caller, conversation: ConversationId) -> Vec<String> {
    let view = views::conversation(&ground.db, who, conversation, &PageRequest::new(100, None)).await.unwrap().unwrap();
    view.messages.items.iter().rev().map(|message| message.body.clone()).collect()
}
