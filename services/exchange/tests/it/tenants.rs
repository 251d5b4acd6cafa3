use crate::{
    ground::Ground,
    samples::{draft, first, published},
};
use exchange::{
    Close, CloseByOffice, Edit, ListingFilter, Publish, Renew, close::close, edit::edit, moderate::close_by_office,
    publish::publish, renew::renew, seen::mark_seen, views,
};
use kernel::{Caller, ListingId, Refusal, Refuse};

/// Everything that can be tried with an id, and what came back.
async fn answers(ground: &Ground, steward: &Caller, id: ListingId) -> Vec<String> {
    let db = &ground.db;
    let refusal = |result: Result<(), exchange::ExchangeError>| match result {
        Ok(()) => "done".to_owned(),
        Err(error) => format!("{error}: {:?}", error.refusal()),
    };
    vec![
        format!("{:?}", views::listing(db, steward, id).await.unwrap()),
        format!("{:?}", views::rows(db, steward, &[id]).await.unwrap()),
        refusal(views::helpers(db, steward, id).await.map(drop)),
        refusal(edit(db, steward, Edit { id, draft: draft("Autre titre") }).await),
        refusal(renew(db, steward, Renew { id }).await.map(drop)),
        refusal(close(db, steward, Close { id, helped_by: None, thanks: String::new() }).await.map(drop)),
        refusal(close_by_office(db, steward, CloseByOffice { id, reason: "Raison".to_owned() }).await),
        refusal(mark_seen(db, steward, id).await),
    ]
}

#[tokio::test]
async fn t4_a_foreign_listing_answers_like_an_absent_one() {
    let ground = Ground::open().await;
    let (here, elsewhere) = (ground.community("a").await, ground.community("b").await);
    let (odile, stranger) = (ground.member(here, "Odile").await, ground.steward(elsewhere, "Eve").await);
    let foreign = published(&ground, &odile, "Perceuse").await;
    let absent = ListingId(ground.id());
    let told = answers(&ground, &stranger, foreign).await;
    assert_eq!(told, answers(&ground, &stranger, absent).await);
    assert!(told.iter().filter(|answer| answer.contains(Refusal::NOT_FOUND.code)).count() >= 4, "{told:?}");
    ground.close().await;
}

#[tokio::test]
async fn t5_no_write_crosses_into_another_community() {
    let ground = Ground::open().await;
    let (here, elsewhere) = (ground.community("a").await, ground.community("b").await);
    let (odile, stranger) = (ground.member(here, "Odile").await, ground.steward(elsewhere, "Eve").await);
    let foreign = published(&ground, &odile, "Perceuse").await;
    let before = views::listing(&ground.db, &odile, foreign).await.unwrap();
    answers(&ground, &stranger, foreign).await;
    // The same id may live in both communities, and the two are strangers.
    publish(&ground.db, &stranger, Publish { id: foreign, draft: draft("Une autre") }).await.unwrap();
    assert_eq!(views::listing(&ground.db, &odile, foreign).await.unwrap(), before);
    let theirs = views::listings(&ground.db, &stranger, &ListingFilter::default(), &first(10)).await.unwrap();
    assert_eq!(theirs.items.iter().map(|row| row.title.as_str()).collect::<Vec<_>>(), ["Une autre"]);
    ground.close().await;
}
