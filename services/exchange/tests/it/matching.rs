use crate::{
    ground::{Ground, member_of},
    samples::first,
};
use chrono::Duration;
use exchange::{
    Close, Direction, DismissMatch, Draft, Edit, ExchangeError, Kind, MatchView, Publish, Settlement,
    close::close,
    dismiss_match::dismiss_match,
    edit::edit,
    find_matches::{Tie, read_meanings, seek, tell},
    limits,
    matching::Reason,
    publish::publish,
    views::matches::matches,
};
use kernel::{Caller, ListingId};

fn draft(direction: Direction, kind: Kind, title: &str, category: &str) -> Draft {
    Draft {
        direction: Some(direction),
        kind: Some(kind),
        settlements: vec![Settlement::Gift],
        title: title.to_owned(),
        body: "Un jour ou l’autre, à voir ensemble.".to_owned(),
        category: category.to_owned(),
        town: "Corbigny".to_owned(),
        ..Draft::default()
    }
}

async fn listed(ground: &Ground, author: &Caller, draft: Draft) -> ListingId {
    let id = ListingId(ground.id());
    publish(&ground.db, author, Publish { id, draft }).await.unwrap();
    id
}

async fn offered(ground: &Ground, author: &Caller, title: &str) -> ListingId {
    listed(ground, author, draft(Direction::Offer, Kind::Loan, title, "")).await
}

async fn asked(ground: &Ground, author: &Caller, title: &str) -> ListingId {
    listed(ground, author, draft(Direction::Request, Kind::Loan, title, "")).await
}

/// What the job does.
async fn found(ground: &Ground, caller: &Caller, listing: ListingId, ties: &[Tie]) -> usize {
    let house = Caller::house(caller.community);
    while read_meanings(&ground.db, &house).await.unwrap() {}
    match seek(&ground.db, &house, listing).await.unwrap() {
        Some(sought) => tell(&ground.db, &house, &sought, ties).await.unwrap(),
        None => 0,
    }
}

async fn of(ground: &Ground, caller: &Caller) -> Vec<MatchView> {
    matches(&ground.db, caller, None, &first(20)).await.unwrap().items
}

#[tokio::test]
async fn an_offer_and_a_request_find_each_other_and_both_are_told_why() {
    let ground = Ground::open().await;
    let community = ground.community("a").await;
    let (odile, bruno) = (ground.member(community, "Odile").await, ground.member(community, "Bruno").await);
    let offer = offered(&ground, &bruno, "Perceuse à percussion à prêter").await;
    offered(&ground, &bruno, "Appareil à raclette").await;
    assert_eq!(found(&ground, &bruno, offer, &[]).await, 0, "nobody asks yet");
    let request = asked(&ground, &odile, "Cherche perceuse").await;
    assert_eq!(ground.jobs("find_matches").await.len(), 3, "each is looked for, from its own transaction");
    let ties = [Tie { member: member_of(&bruno), trust: 0.7, common_sponsor: true }];
    assert_eq!(found(&ground, &odile, request, &ties).await, 1);
    let hers = of(&ground, &odile).await;
    assert_eq!(hers.iter().map(|one| (one.mine, one.theirs.id)).collect::<Vec<_>>(), [(request, offer)]);
    assert_eq!(hers[0].reasons[0], Reason::Words(vec!["perceuse".to_owned()]), "in her own words");
    assert!(hers[0].reasons.contains(&Reason::CommonSponsor) && hers[0].reasons.contains(&Reason::SameTown));
    assert_eq!(ground.told(&odile).await, ["matches_found"]);
    let his = of(&ground, &bruno).await;
    assert_eq!(his.iter().map(|one| (one.mine, one.theirs.id)).collect::<Vec<_>>(), [(offer, request)]);
    assert_eq!(his[0].reasons[0], Reason::Words(vec!["Perceuse".to_owned()]));
    assert_eq!(ground.told(&bruno).await, ["match_found"]);
    assert_eq!(found(&ground, &odile, request, &ties).await, 0, "once");
    assert_eq!((ground.told(&odile).await.len(), ground.told(&bruno).await.len()), (1, 1));
    ground.close().await;
}

#[tokio::test]
async fn what_is_ones_own_closed_gone_changed_or_elsewhere_is_no_match() {
    let ground = Ground::open().await;
    let (community, elsewhere) = (ground.community("a").await, ground.community("b").await);
    let (odile, bruno) = (ground.member(community, "Odile").await, ground.member(community, "Bruno").await);
    let (carla, zoe) = (ground.member(community, "Carla").await, ground.member(elsewhere, "Zoé").await);
    offered(&ground, &odile, "Perceuse à prêter").await;
    let closed = offered(&ground, &bruno, "Perceuse sans fil").await;
    close(&ground.db, &bruno, Close { id: closed, helped_by: None, thanks: String::new() }).await.unwrap();
    let changed = offered(&ground, &bruno, "Perforateur").await;
    let turned = Edit { id: changed, draft: draft(Direction::Offer, Kind::Loan, "Appareil à raclette", "") };
    offered(&ground, &carla, "Perceuse visseuse").await;
    offered(&ground, &zoe, "Perceuse").await;
    let house = Caller::house(community);
    while read_meanings(&ground.db, &house).await.unwrap() {}
    edit(&ground.db, &bruno, turned).await.unwrap();
    ground.stands(&carla, kernel::Standing::Suspended).await;
    let request = asked(&ground, &odile, "Cherche perceuse").await;
    assert_eq!(found(&ground, &odile, request, &[]).await, 0);
    assert_eq!(of(&ground, &odile).await.len(), 0);
    let (there, wrong) =
        (Caller::house(elsewhere), seek(&ground.db, &Caller::house(elsewhere), request).await.unwrap());
    assert!(wrong.is_none(), "a listing of another community is absent");
    while read_meanings(&ground.db, &there).await.unwrap() {}
    assert!(seek(&ground.db, &odile, request).await.is_err(), "the house only");
    ground.close().await;
}

#[tokio::test]
async fn a_match_whose_listing_has_closed_is_shown_no_more() {
    let ground = Ground::open().await;
    let community = ground.community("a").await;
    let (odile, bruno) = (ground.member(community, "Odile").await, ground.member(community, "Bruno").await);
    let offer = offered(&ground, &bruno, "Échelle de cinq mètres").await;
    let request = asked(&ground, &odile, "Une échelle pour un après-midi").await;
    assert_eq!(found(&ground, &odile, request, &[]).await, 1);
    close(&ground.db, &bruno, Close { id: offer, helped_by: None, thanks: String::new() }).await.unwrap();
    assert_eq!((of(&ground, &odile).await.len(), of(&ground, &bruno).await.len()), (0, 0));
    ground.close().await;
}

#[tokio::test]
async fn nobody_is_told_of_more_than_a_few_a_week_and_the_rest_waits_on_their_page() {
    let ground = Ground::open().await;
    let community = ground.community("a").await;
    let bruno = ground.member(community, "Bruno").await;
    offered(&ground, &bruno, "Échelle de cinq mètres").await;
    let most = usize::try_from(limits::MATCHES_TOLD_A_WEEK).unwrap();
    for n in 0..=most {
        let asker = ground.member(community, &format!("Voisine {n}")).await;
        let request = asked(&ground, &asker, "Cherche échelle").await;
        assert_eq!(found(&ground, &asker, request, &[]).await, 1, "whoever asks is told all the same");
    }
    assert_eq!(ground.told(&bruno).await.len(), most);
    assert_eq!(of(&ground, &bruno).await.len(), most + 1);
    ground.clock.advance(Duration::days(8));
    let asker = ground.member(community, "Voisine d’après").await;
    let request = asked(&ground, &asker, "Cherche échelle").await;
    found(&ground, &asker, request, &[]).await;
    assert_eq!(ground.told(&bruno).await.len(), most + 1, "a new week");
    ground.close().await;
}

#[tokio::test]
async fn not_interested_is_remembered_for_that_one_and_weighs_on_its_category() {
    let ground = Ground::open().await;
    let community = ground.community("a").await;
    let (odile, bruno) = (ground.member(community, "Odile").await, ground.member(community, "Bruno").await);
    let in_category = |title: &str| draft(Direction::Offer, Kind::Loan, title, "Bricolage");
    let request = listed(&ground, &odile, draft(Direction::Request, Kind::Loan, "Cherche perceuse", "Bricolage")).await;
    let offer = listed(&ground, &bruno, in_category("Perceuse")).await;
    assert_eq!(found(&ground, &bruno, offer, &[]).await, 1);
    let before = of(&ground, &odile).await.remove(0);
    let cmd = DismissMatch { id: before.id };
    assert!(matches!(dismiss_match(&ground.db, &bruno, cmd).await, Err(ExchangeError::NotFound)), "hers alone");
    for _ in 0..2 {
        dismiss_match(&ground.db, &odile, cmd).await.unwrap();
    }
    assert_eq!(of(&ground, &odile).await.len(), 0);
    assert_eq!(of(&ground, &bruno).await.len(), 1, "he is not told, and keeps his");
    assert_eq!(found(&ground, &odile, request, &[]).await, 0, "that one never again");
    assert_eq!(of(&ground, &odile).await.len(), 0);
    let again = listed(&ground, &ground.member(community, "Carla").await, in_category("Perceuse")).await;
    found(&ground, &odile, again, &[]).await;
    let after = of(&ground, &odile).await.remove(0);
    assert!(after.score < before.score - 0.05, "{} is not below {}", after.score, before.score);
    ground.close().await;
}

#[tokio::test]
async fn a_search_tells_nobody_once_any_word_of_its_listing_has_changed() {
    let ground = Ground::open().await;
    let community = ground.community("a").await;
    let (odile, bruno) = (ground.member(community, "Odile").await, ground.member(community, "Bruno").await);
    let house = Caller::house(community);
    offered(&ground, &bruno, "Perceuse à percussion à prêter").await;
    let request = asked(&ground, &odile, "Cherche perceuse").await;
    while read_meanings(&ground.db, &house).await.unwrap() {}
    let sought = seek(&ground.db, &house, request).await.unwrap().unwrap();
    let said_otherwise =
        Draft { body: "Trouvée, merci !".to_owned(), ..draft(Direction::Request, Kind::Loan, "Cherche perceuse", "") };
    edit(&ground.db, &odile, Edit { id: request, draft: said_otherwise }).await.unwrap();
    assert_eq!(tell(&ground.db, &house, &sought, &[]).await.unwrap(), 0, "another search is on its way");
    assert!(of(&ground, &odile).await.is_empty() && of(&ground, &bruno).await.is_empty());
}
