//! What somebody has begun and keeps for later.

use crate::ground::{Ground, member_of};
use crate::samples::{draft, first, published};
use chrono::Duration;
use exchange::mandate::{AskFor, ForWhom, Relation, ask_for};
use exchange::saved_draft::{Behalf, delete_draft, save_draft, views};
use exchange::{
    Audience, DeleteDraft, Direction, Draft, ExchangeError, Publish, SaveDraft, SavedDraft, TypedExtent,
    publish::publish,
};
use kernel::{Caller, GroupId, ListingId, MemberId, Refuse, Standing};

/// A request of which nothing is said but this.
fn begun(title: &str) -> Draft {
    Draft { direction: Some(Direction::Request), title: title.to_owned(), ..Draft::default() }
}

fn cmd(id: ListingId, draft: Draft) -> SaveDraft {
    SaveDraft { id, draft, behalf: Behalf::default() }
}

async fn keeps(ground: &Ground, author: &Caller, draft: Draft) -> ListingId {
    let id = ListingId(ground.id());
    save_draft(&ground.db, author, cmd(id, draft)).await.unwrap();
    id
}

async fn mine(ground: &Ground, reader: &Caller) -> Vec<SavedDraft> {
    views::my_drafts(&ground.db, reader).await.unwrap()
}

async fn titles_of(ground: &Ground, reader: &Caller) -> Vec<String> {
    mine(ground, reader).await.into_iter().map(|kept| kept.draft.title).collect()
}

async fn rows(ground: &Ground) -> i64 {
    let mut owner = ground.scratch.owner().await;
    sqlx::query_scalar("select count(*) from listing_draft").fetch_one(&mut owner).await.unwrap()
}

#[tokio::test]
async fn what_was_typed_comes_back_as_it_was_and_keeping_again_keeps_one() {
    let ground = Ground::open().await;
    let community = ground.community("a").await;
    let (odile, bruno) = (ground.member(community, "Odile").await, ground.member(community, "Bruno").await);
    let extent =
        TypedExtent { quantity: "beaucoup".to_owned(), starts_at: "samedi".to_owned(), ..TypedExtent::default() };
    let typed = Draft { extent, category: "Magie".to_owned(), audience: Audience::Friends, ..begun("Un") };
    let behalf = Behalf {
        member: Some(member_of(&bruno)),
        name: "Jeanne".to_owned(),
        relation: Some(Relation::Mother),
        gone: false,
    };
    let id = ListingId(ground.id());
    let kept = SaveDraft { id, draft: typed.clone(), behalf: behalf.clone() };
    save_draft(&ground.db, &odile, kept.clone()).await.unwrap();
    let found = views::my_draft(&ground.db, &odile, id).await.unwrap().unwrap();
    assert_eq!((found.draft, found.behalf), (typed, behalf));
    ground.clock.advance(Duration::hours(1));
    save_draft(&ground.db, &odile, SaveDraft { draft: draft("Perceuse"), ..kept }).await.unwrap();
    let [again] = mine(&ground, &odile).await.try_into().unwrap();
    assert_eq!((again.draft, again.kept_at - again.begun_at), (draft("Perceuse"), Duration::hours(1)));
    ground.close().await;
}

#[tokio::test]
async fn a_draft_is_its_authors_alone() {
    let ground = Ground::open().await;
    let (community, elsewhere) = (ground.community("a").await, ground.community("b").await);
    let odile = ground.member(community, "Odile").await;
    let others = [
        ground.member(community, "Bruno").await,
        ground.steward(community, "Stéphane").await,
        ground.member(elsewhere, "Anna").await,
    ];
    let id = keeps(&ground, &odile, begun("Un trajet")).await;
    for other in &others {
        assert!(mine(&ground, other).await.is_empty());
        assert_eq!(views::my_draft(&ground.db, other, id).await.unwrap(), None);
        let away = delete_draft(&ground.db, other, DeleteDraft { id }).await;
        assert!(matches!(away, Err(ExchangeError::NotFound)));
        assert!(exchange::views::listing(&ground.db, other, id).await.unwrap().is_none());
    }
    for other in &others {
        save_draft(&ground.db, other, cmd(id, begun("Mien"))).await.unwrap();
        assert_eq!(titles_of(&ground, other).await, ["Mien"], "as if nobody had one of this id");
    }
    assert_eq!(titles_of(&ground, &odile).await, ["Un trajet"]);
    delete_draft(&ground.db, &odile, DeleteDraft { id }).await.unwrap();
    assert!(mine(&ground, &odile).await.is_empty());
    let out = ground.stands(&others[0], Standing::Suspended).await;
    let refused = save_draft(&ground.db, &out, cmd(id, begun("Moi aussi"))).await;
    assert!(matches!(refused, Err(ExchangeError::Forbidden(_))), "who may not publish begins nothing");
    ground.close().await;
}

#[tokio::test]
async fn ten_drafts_are_kept_and_the_eleventh_is_refused() {
    let ground = Ground::open().await;
    let community = ground.community("a").await;
    let odile = ground.member(community, "Odile").await;
    let oldest = keeps(&ground, &odile, begun("0")).await;
    for n in 1..10 {
        ground.clock.advance(Duration::minutes(1));
        keeps(&ground, &odile, begun(&n.to_string())).await;
    }
    let eleventh = cmd(ListingId(ground.id()), begun("10"));
    let refused = save_draft(&ground.db, &odile, eleventh.clone()).await.unwrap_err();
    assert_eq!(refused.refusal().code, "DRAFTS_ENOUGH");
    assert_eq!(mine(&ground, &odile).await.len(), 10, "the ten are still there, and no other");
    ground.clock.advance(Duration::minutes(1));
    save_draft(&ground.db, &odile, cmd(oldest, begun("0, repris"))).await.unwrap();
    assert_eq!(titles_of(&ground, &odile).await[0], "0, repris", "the latest kept first");
    delete_draft(&ground.db, &odile, DeleteDraft { id: oldest }).await.unwrap();
    save_draft(&ground.db, &odile, eleventh).await.unwrap();
    let bruno = ground.member(community, "Bruno").await;
    keeps(&ground, &bruno, begun("À moi")).await;
    ground.close().await;
}

#[tokio::test]
async fn of_two_tenth_drafts_at_the_same_moment_one_is_refused() {
    let ground = Ground::open().await;
    let community = ground.community("a").await;
    let odile = ground.member(community, "Odile").await;
    for n in 0..9 {
        keeps(&ground, &odile, begun(&n.to_string())).await;
    }
    let (one, two) = (cmd(ListingId(ground.id()), begun("Un")), cmd(ListingId(ground.id()), begun("Deux")));
    let (one, two) = tokio::join!(save_draft(&ground.db, &odile, one), save_draft(&ground.db, &odile, two));
    assert!(one.is_ok() != two.is_ok(), "{one:?} {two:?}");
    assert_eq!(rows(&ground).await, 10);
    ground.close().await;
}

#[tokio::test]
async fn publishing_takes_the_draft_away_and_a_published_one_is_not_kept() {
    let ground = Ground::open().await;
    let community = ground.community("a").await;
    let odile = ground.member(community, "Odile").await;
    let id = keeps(&ground, &odile, begun("Un")).await;
    let other = keeps(&ground, &odile, begun("Autre chose")).await;
    let refused = publish(&ground.db, &odile, Publish { id, draft: begun("Un") }).await;
    assert!(matches!(refused, Err(ExchangeError::Invalid(_))));
    assert_eq!(mine(&ground, &odile).await.len(), 2, "what cannot be published yet is still there");
    publish(&ground.db, &odile, Publish { id, draft: draft("Une perceuse") }).await.unwrap();
    assert_eq!(mine(&ground, &odile).await.iter().map(|kept| kept.id).collect::<Vec<_>>(), [other]);
    assert_eq!(exchange::views::mine(&ground.db, &odile, &first(9)).await.unwrap().items[0].id, id);
    let late = save_draft(&ground.db, &odile, cmd(id, begun("Un"))).await.unwrap_err();
    assert_eq!(late.refusal().code, "DRAFT_PUBLISHED");
    let bruno = ground.member(community, "Bruno").await;
    let his = published(&ground, &bruno, "Échelle").await;
    assert!(matches!(save_draft(&ground.db, &odile, cmd(his, begun("Un"))).await, Err(ExchangeError::IdTaken)));
    ground.close().await;
}

#[tokio::test]
async fn asking_for_somebody_takes_the_draft_away_too() {
    let ground = Ground::open().await;
    let community = ground.community("a").await;
    let odile = ground.member(community, "Odile").await;
    let id = keeps(&ground, &odile, begun("Un trajet")).await;
    let draft = Draft { direction: Some(Direction::Request), ..draft("Un trajet") };
    let whom = ForWhom::Named { first_name: "Jeanne".to_owned(), consents: true };
    ask_for(&ground.db, &odile, AskFor { publish: Publish { id, draft }, whom, relation: None }).await.unwrap();
    assert_eq!(rows(&ground).await, 0);
    ground.close().await;
}

#[tokio::test]
async fn a_draft_is_there_for_thirty_days_after_it_was_kept_last() {
    let ground = Ground::open().await;
    let community = ground.community("a").await;
    let odile = ground.member(community, "Odile").await;
    let id = keeps(&ground, &odile, begun("Un trajet")).await;
    ground.clock.advance(Duration::days(29));
    save_draft(&ground.db, &odile, cmd(id, begun("Un trajet"))).await.unwrap();
    let [kept] = mine(&ground, &odile).await.try_into().unwrap();
    assert_eq!(kept.goes_at(), ground.now() + Duration::days(30));
    ground.clock.advance(Duration::days(30) - Duration::seconds(1));
    assert_eq!(mine(&ground, &odile).await.len(), 1, "to its last second");
    ground.clock.advance(Duration::seconds(1));
    assert!(mine(&ground, &odile).await.is_empty(), "though nothing has swept it yet");
    for n in 0..10 {
        keeps(&ground, &odile, begun(&n.to_string())).await;
    }
    ground.close().await;
}

#[tokio::test]
async fn what_is_too_long_is_refused_at_its_field_and_what_nobody_can_be_meant_by_is_left_out() {
    let ground = Ground::open().await;
    let community = ground.community("a").await;
    let odile = ground.member(community, "Odile").await;
    let long = Draft { title: "x".repeat(121), town: "x".repeat(81), ..begun("") };
    let refused = save_draft(&ground.db, &odile, cmd(ListingId(ground.id()), long)).await.unwrap_err();
    let codes: Vec<_> = refused.problems().iter().map(|problem| (problem.field, problem.code)).collect();
    assert_eq!(codes, [("title", "LISTING_TITLE_TOO_LONG"), ("town", "LISTING_TOWN_TOO_LONG")]);
    assert_eq!(rows(&ground).await, 0);
    let foreign = Draft { audience: Audience::Group, group: Some(GroupId(ground.id())), ..begun("Entre nous") };
    let behalf = Behalf { member: Some(MemberId(ground.id())), ..Behalf::default() };
    let cmd = SaveDraft { id: ListingId(ground.id()), draft: foreign, behalf };
    save_draft(&ground.db, &odile, cmd).await.unwrap();
    let [kept] = mine(&ground, &odile).await.try_into().unwrap();
    assert_eq!((kept.draft.audience, kept.draft.group), (Audience::Group, None), "it does not become everybody's");
    assert_eq!((kept.behalf.member, kept.behalf.gone), (None, true), "nor its author's own");
    ground.close().await;
}

#[tokio::test]
async fn that_a_draft_was_for_somebody_stays_said_when_they_have_gone() {
    let ground = Ground::open().await;
    let community = ground.community("a").await;
    let (odile, bruno) = (ground.member(community, "Odile").await, ground.member(community, "Bruno").await);
    let behalf = Behalf { member: Some(member_of(&bruno)), ..Behalf::default() };
    let id = ListingId(ground.id());
    save_draft(&ground.db, &odile, SaveDraft { id, draft: begun("Un trajet"), behalf: behalf.clone() }).await.unwrap();
    assert_eq!(views::my_draft(&ground.db, &odile, id).await.unwrap().unwrap().behalf, behalf);
    ground.stands(&bruno, Standing::Left).await;
    let kept = views::my_draft(&ground.db, &odile, id).await.unwrap().unwrap().behalf;
    assert_eq!(kept, Behalf { gone: true, ..Behalf::default() });
    ground.close().await;
}
