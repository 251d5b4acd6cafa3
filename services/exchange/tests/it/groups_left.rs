//! What was for a group, of whoever is not in it (any more): nobody speaks into a group from outside.

use crate::{
    ground::{Ground, member_of},
    groups::group,
    mandate::{mark, request},
    samples::{draft, published_as},
};
use chrono::Duration;
use exchange::mandate::{AskFor, ForWhom, OfferMandate, TakeOver, ask_for, offer_mandate, take_over};
use exchange::{Audience, Draft, Edit, Publish, Renew, edit::edit_and_widen, renew::renew, views::listing};
use groups::{JoinGroup, LeaveGroup, join_group, leave_group};
use kernel::{ListingId, Refuse};

#[tokio::test]
async fn what_somebody_outside_a_group_takes_over_from_within_it_is_for_the_team() {
    let ground = Ground::open().await;
    let community = ground.community("a").await;
    let (anne, jeanne) = (ground.member(community, "Anne").await, ground.member(community, "Jeanne").await);
    let (lise, paul) = (ground.member(community, "Lise").await, ground.steward(community, "Paul").await);
    let jardins = group(&ground, &anne, &paul, "Les jardins").await;
    join_group(&ground.db, &lise, JoinGroup { id: jardins }).await.unwrap();
    for (person, audience) in [(&jeanne, Audience::Stewards), (&lise, Audience::Group)] {
        let draft = Draft { audience: Audience::Group, group: Some(jardins), ..request("Un trajet pour Nevers") };
        let publish = Publish { id: ListingId(ground.id()), draft };
        let whom = ForWhom::Named { first_name: "Jeanne".to_owned(), consents: true };
        let listed = ask_for(&ground.db, &anne, AskFor { publish, whom, relation: None }).await.unwrap().listing;
        offer_mandate(&ground.db, &anne, OfferMandate { listing: listed, member: member_of(person) }).await.unwrap();
        let (id, mark) = (ListingId(ground.id()), mark(&ground, person, listed).await);
        take_over(&ground.db, person, TakeOver { listing: listed, id, mark }).await.unwrap();
        let row = listing(&ground.db, person, id).await.unwrap().unwrap().row;
        assert_eq!((row.audience, row.group.is_some()), (audience, audience == Audience::Group));
    }
    ground.close().await;
}

#[tokio::test]
async fn who_has_left_a_group_keeps_nothing_in_it_longer_and_may_change_what_everybody_sees_from_now_on() {
    let ground = Ground::open().await;
    let community = ground.community("a").await;
    let (odile, bruno) = (ground.member(community, "Odile").await, ground.member(community, "Bruno").await);
    let paul = ground.steward(community, "Paul").await;
    let jardins = group(&ground, &odile, &paul, "Les jardins").await;
    join_group(&ground.db, &bruno, JoinGroup { id: jardins }).await.unwrap();
    let for_group = Draft { audience: Audience::Group, group: Some(jardins), ..draft("Motobineuse") };
    let id = published_as(&ground, &bruno, for_group).await;
    ground.clock.advance(Duration::days(53));
    leave_group(&ground.db, &bruno, LeaveGroup { id: jardins }).await.unwrap();
    let refused = renew(&ground.db, &bruno, Renew { id }).await.unwrap_err();
    assert_eq!(refused.refusal().code, "AUDIENCE_GROUP_NOT_YOURS");
    let change = async |wider| edit_and_widen(&ground.db, &bruno, Edit { id, draft: draft("Tondeuse") }, wider).await;
    assert_eq!(change(None).await.unwrap_err().refusal().code, "AUDIENCE_GROUP_NOT_YOURS");
    change(Some(Audience::Everyone)).await.unwrap();
    let row = listing(&ground.db, &odile, id).await.unwrap().unwrap().row;
    assert_eq!((row.title.as_str(), row.audience, row.group), ("Tondeuse", Audience::Everyone, None));
    renew(&ground.db, &bruno, Renew { id }).await.unwrap();
    ground.close().await;
}
