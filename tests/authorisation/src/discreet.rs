//! Listings that are not for everybody, about whom everything is told to somebody, and a member who has nothing to do with them.

use crate::life::{Life, photographed};
use chrono::Duration;
use exchange::{
    Audience, Direction, Draft, Kind, ListingFilter, News, Publish, SaveSearch, Settlement, TypedExtent, saved_search,
};
use kernel::{Caller, ListingId, MemberId, SavedSearchId};
use kit::Stage;
use sponsorship::Apply;

/// Who is tied to nobody.
pub const OUTSIDER: &str = "zoe@here.test";

/// An audience, and the word that stands in every text of its listings and nowhere else.
pub const SIGNS: [(Audience, &str); 5] = [
    (Audience::Friends, "canariamis"),
    (Audience::Group, "canarigroupe"),
    (Audience::Stewards, "canariequipe"),
    (Audience::StewardsMay, "canaripeut"),
    (Audience::StewardsThen, "canaripuis"),
];

/// Comes in as the rules would let her: she offers what is asked for, asks for what is offered, and keeps a search that finds it all.
pub async fn outsider(stage: &Stage, life: &Life) -> Caller {
    let visitor = stage.caller(life.community, OUTSIDER).await;
    let member = MemberId(stage.db.entropy().id());
    let apply = Apply {
        id: member,
        name: "Zoé".to_owned(),
        about: "De passage.".to_owned(),
        town: "Corbigny".to_owned(),
        charter_accepted: true,
        via: None,
    };
    sponsorship::apply(&stage.db, &visitor, apply).await.unwrap();
    let mut tx = stage.db.begin(life.community).await.unwrap();
    membership::admit_tx(&mut tx, member, None, "").await.unwrap();
    tx.commit().await.unwrap();
    let zoe = stage.caller(life.community, OUTSIDER).await;
    for (direction, title) in
        [(Direction::Offer, "Une bétonnière à prêter"), (Direction::Request, "Cherche bétonnière")]
    {
        publish(stage, &zoe, draft(direction, title, Audience::Everyone)).await;
    }
    let search = SaveSearch {
        id: SavedSearchId(stage.db.entropy().id()),
        name: "Bétonnière".to_owned(),
        filter: ListingFilter { words: Some("bétonnière".to_owned()), ..ListingFilter::default() },
        news: News::Daily,
    };
    saved_search::save_search(&stage.db, &zoe, search).await.unwrap();
    zoe
}

/// For each audience an offer with a photo, a request, and an outing, published by `author`.
pub async fn published(stage: &Stage, author: &Caller) -> Vec<ListingId> {
    let mine = groups::views::my_groups(&stage.db, author).await.unwrap();
    let mine = mine.iter().find(|group| group.is_in()).unwrap().id;
    let mut all = Vec::new();
    for (audience, sign) in SIGNS {
        let group = (audience == Audience::Group).then_some(mine);
        let draft = |direction, title: &str, audience| Draft { group, ..self::draft(direction, title, audience) };
        let offer = draft(Direction::Offer, &format!("Bétonnière {sign}"), audience);
        let photo = publish(stage, author, offer).await;
        photographed(stage, author, photo).await;
        let request =
            publish(stage, author, draft(Direction::Request, &format!("Cherche bétonnière {sign}"), audience)).await;
        let starts_at = (stage.now() + Duration::days(5)).to_rfc3339();
        let outing = Draft {
            kind: Some(Kind::Outing),
            extent: TypedExtent { starts_at, ..TypedExtent::default() },
            ..draft(Direction::Offer, &format!("Visite du chantier {sign}"), audience)
        };
        all.extend([photo, request, publish(stage, author, outing).await]);
    }
    all
}

fn draft(direction: Direction, title: &str, audience: Audience) -> Draft {
    let sign = SIGNS.iter().find(|(one, _)| *one == audience).map_or("", |(_, sign)| sign);
    Draft {
        direction: Some(direction),
        kind: Some(Kind::Loan),
        settlements: vec![Settlement::Gift],
        title: title.to_owned(),
        body: format!("Pour une dalle. {sign}"),
        category: String::new(),
        town: "Corbigny".to_owned(),
        audience,
        ..Draft::default()
    }
}

async fn publish(stage: &Stage, author: &Caller, draft: Draft) -> ListingId {
    let id = ListingId(stage.db.entropy().id());
    exchange::publish::publish(&stage.db, author, Publish { id, draft }).await.unwrap();
    id
}
