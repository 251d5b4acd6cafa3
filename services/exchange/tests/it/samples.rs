use crate::ground::Ground;
use exchange::{Direction, Draft, Kind, Publish, Settlement, publish::publish};
use kernel::{Caller, ListingId, Page, PageRequest};

pub fn draft(title: &str) -> Draft {
    Draft {
        direction: Some(Direction::Offer),
        kind: Some(Kind::Loan),
        settlements: vec![Settlement::Gift],
        title: title.to_owned(),
        body: "Elle dort dans mon atelier, autant qu’elle serve.".to_owned(),
        category: String::new(),
        town: "Corbigny".to_owned(),
        ..Draft::default()
    }
}

pub async fn published(ground: &Ground, author: &Caller, title: &str) -> ListingId {
    published_as(ground, author, draft(title)).await
}

pub async fn published_as(ground: &Ground, author: &Caller, draft: Draft) -> ListingId {
    let id = ListingId(ground.id());
    publish(&ground.db, author, Publish { id, draft }).await.unwrap();
    id
}

pub fn first(wanted: u32) -> PageRequest {
    PageRequest::new(wanted, None)
}

pub fn titles(page: &Page<exchange::ListingRow>) -> Vec<&str> {
    page.items.iter().map(|row| row.title.as_str()).collect()
}
