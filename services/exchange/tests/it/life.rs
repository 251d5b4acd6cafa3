use crate::{
    ground::{Ground, member_of},
    samples::{draft, published},
};
use exchange::{
    Close, CloseByOffice, Edit, ExchangeError, State, close::close, edit::edit, moderate::close_by_office, views,
};
use kernel::{ListingId, MemberId};

fn thanks(id: ListingId, helper: Option<MemberId>) -> Close {
    Close { id, helped_by: helper, thanks: "Une soirée a suffi.".to_owned() }
}

#[tokio::test]
async fn closing_says_who_helped_thanks_them_once_and_ends_the_editing() {
    let ground = Ground::open().await;
    let community = ground.community("a").await;
    let (odile, anne) = (ground.member(community, "Odile").await, ground.member(community, "Anne").await);
    let id = published(&ground, &odile, "Refaire mon CV").await;
    let closed = close(&ground.db, &odile, thanks(id, Some(member_of(&anne)))).await.unwrap();
    let again = close(&ground.db, &odile, thanks(id, None)).await.unwrap();
    assert_eq!((closed.state, again.state), (State::Fulfilled, State::Fulfilled));
    assert_eq!(ground.told(&anne).await, ["thanked"]);
    let view = views::listing(&ground.db, &anne, id).await.unwrap().unwrap();
    assert_eq!(view.helped_by.map(|card| card.name).as_deref(), Some("Anne"));
    assert_eq!(view.thanks, "Une soirée a suffi.");
    assert!(!view.may_answer);
    assert!(matches!(edit(&ground.db, &odile, Edit { id, draft: draft("Encore") }).await, Err(ExchangeError::Closed)));
    ground.close().await;
}

#[tokio::test]
async fn closing_without_a_helper_is_allowed_and_a_stranger_is_no_helper() {
    let ground = Ground::open().await;
    let (here, elsewhere) = (ground.community("a").await, ground.community("b").await);
    let (odile, stranger) = (ground.member(here, "Odile").await, ground.member(elsewhere, "Eve").await);
    let id = published(&ground, &odile, "Refaire mon CV").await;
    for nobody in [member_of(&stranger), member_of(&odile), MemberId(ground.id())] {
        let refused = close(&ground.db, &odile, thanks(id, Some(nobody))).await.unwrap_err();
        assert_eq!(refused.problems().first().map(|problem| problem.code), Some("HELPER_UNKNOWN"));
    }
    assert_eq!(close(&ground.db, &odile, thanks(id, None)).await.unwrap().state, State::Closed);
    ground.close().await;
}

#[tokio::test]
async fn only_its_author_closes_a_listing() {
    let ground = Ground::open().await;
    let community = ground.community("a").await;
    let (odile, bruno) = (ground.member(community, "Odile").await, ground.member(community, "Bruno").await);
    let id = published(&ground, &odile, "Perceuse").await;
    assert!(matches!(close(&ground.db, &bruno, thanks(id, None)).await, Err(ExchangeError::NotFound)));
    assert!(matches!(views::helpers(&ground.db, &bruno, id).await, Err(ExchangeError::NotFound)));
    ground.close().await;
}

#[tokio::test]
async fn a_steward_closes_with_a_reason_that_the_author_reads_and_a_member_cannot() {
    let ground = Ground::open().await;
    let community = ground.community("a").await;
    let (odile, bruno) = (ground.member(community, "Odile").await, ground.member(community, "Bruno").await);
    let steward = ground.steward(community, "Solange").await;
    let id = published(&ground, &odile, "Perceuse").await;
    let cmd = CloseByOffice { id, reason: "Deux fois la même annonce.".to_owned() };
    assert!(matches!(close_by_office(&ground.db, &bruno, cmd.clone()).await, Err(ExchangeError::Forbidden(_))));
    close_by_office(&ground.db, &steward, cmd.clone()).await.unwrap();
    close_by_office(&ground.db, &steward, cmd).await.unwrap();
    let view = views::listing(&ground.db, &odile, id).await.unwrap().unwrap();
    assert_eq!((view.row.state, view.close_reason.as_str()), (State::Closed, "Deux fois la même annonce."));
    assert_eq!(ground.told(&odile).await, ["listing_closed_by_office"]);
    ground.close().await;
}
