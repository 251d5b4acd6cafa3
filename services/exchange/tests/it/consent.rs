//! A member's yes to what another asks in their name: to what they read, and asked for no oftener than anybody can bear.

use crate::{
    ground::{Ground, member_of},
    mandate::{agrees, asked, asking, codes, mark, named, request, stage_of, told},
};
use chrono::Duration;
use exchange::mandate::{
    AgreeMandate, ForWhom, MandateStage, OfferMandate, TakeOver, agree_mandate, ask_for, end_mandate, mandate,
    offer_mandate, take_over,
};
use exchange::{Direction, Draft, Edit, edit::edit, photos, views};
use kernel::{Caller, ListingId, Refuse};

/// Anne, who asks, and Jeanne, for whom.
async fn two(ground: &Ground) -> (Caller, Caller) {
    let community = ground.community("a").await;
    (ground.member(community, "Anne").await, ground.member(community, "Jeanne").await)
}

#[tokio::test]
async fn what_a_member_declined_is_read_by_no_steward() {
    let ground = Ground::open().await;
    let (anne, jeanne) = two(&ground).await;
    let paul = ground.steward(anne.community, "Paul").await;
    let listing = asked(&ground, &anne, ForWhom::Member(member_of(&jeanne))).await;
    end_mandate(&ground.db, &jeanne, listing).await.unwrap();
    assert_eq!(stage_of(&ground, &paul, listing).await, None);
    assert_eq!(stage_of(&ground, &anne, listing).await, Some(MandateStage::Ended), "her own she does");
    ground.close().await;
}

#[tokio::test]
async fn questions_that_are_taken_back_do_not_fill_a_letterbox() {
    let ground = Ground::open().await;
    let (anne, jeanne) = two(&ground).await;
    let listing = asked(&ground, &anne, named("Jeanne", true)).await;
    let to_her = OfferMandate { listing, member: member_of(&jeanne) };
    let mut refusal = None;
    for _ in 0..20 {
        ground.clock.advance(Duration::seconds(1));
        match offer_mandate(&ground.db, &anne, to_her).await {
            Ok(()) => end_mandate(&ground.db, &anne, listing).await.unwrap(),
            Err(error) => refusal = Some(error.refusal().code),
        }
    }
    assert_eq!(refusal, Some("RATE_LIMITED"));
    assert_eq!(told(&ground, &jeanne).await.len(), 3, "three a day");
    assert_eq!(ground.jobs("mandate_letter").await.len(), 1, "while one letter waits to be sent, no other is written");
    let again = ask_for(&ground.db, &anne, asking(&ground, ForWhom::Member(member_of(&jeanne)))).await.unwrap_err();
    assert_eq!(again.refusal().code, "RATE_LIMITED", "by whichever way they are asked");
    ground.close().await;
}

#[tokio::test]
async fn a_no_is_not_asked_again_by_the_same_person_for_thirty_days() {
    let ground = Ground::open().await;
    let (anne, jeanne) = two(&ground).await;
    let guy = ground.member(anne.community, "Guy").await;
    let hers = || ForWhom::Member(member_of(&jeanne));
    let asks_again = async |who: &Caller| ask_for(&ground.db, who, asking(&ground, hers())).await;
    let listing = asked(&ground, &anne, hers()).await;
    end_mandate(&ground.db, &jeanne, listing).await.unwrap();
    assert_eq!(codes(&asks_again(&anne).await.unwrap_err()), [("behalf_member", "MANDATE_SAID_NO")]);
    let said = asked(&ground, &anne, named("Jeanne", true)).await;
    let to_her = OfferMandate { listing: said, member: member_of(&jeanne) };
    let refused = offer_mandate(&ground.db, &anne, to_her).await.unwrap_err();
    assert_eq!(codes(&refused), [("member", "MANDATE_SAID_NO")], "nor handed over");
    // A question that was taken back is no answer, whoever of the two had asked.
    ground.clock.advance(Duration::days(1));
    let hers_to_guy = asked(&ground, &jeanne, ForWhom::Member(member_of(&guy))).await;
    end_mandate(&ground.db, &jeanne, hers_to_guy).await.unwrap();
    asks_again(&guy).await.unwrap();
    ground.clock.advance(Duration::days(29));
    asks_again(&anne).await.unwrap();
    ground.close().await;
}

#[tokio::test]
async fn what_is_asked_in_anothers_name_does_not_become_an_offer() {
    let ground = Ground::open().await;
    let (anne, jeanne) = two(&ground).await;
    let listing = asked(&ground, &anne, ForWhom::Member(member_of(&jeanne))).await;
    agrees(&ground, &jeanne, listing).await.unwrap();
    let offers = Draft { direction: Some(Direction::Offer), ..request("Un trajet pour Nevers") };
    let refused = edit(&ground.db, &anne, Edit { id: listing, draft: offers.clone() }).await.unwrap_err();
    assert_eq!(codes(&refused), [("direction", "MANDATE_REQUEST_ONLY")]);
    end_mandate(&ground.db, &jeanne, listing).await.unwrap();
    ground.close().await;
}

/// What Anne says from now on.
fn other_words(listing: ListingId) -> Edit {
    let draft = Draft { body: "Rendez-moi mes 200 euros.".to_owned(), ..request("Un trajet pour Nevers") };
    Edit { id: listing, draft }
}

#[tokio::test]
async fn nobody_takes_over_words_that_they_did_not_read() {
    let ground = Ground::open().await;
    let (anne, jeanne) = two(&ground).await;
    let listing = asked(&ground, &anne, ForWhom::Member(member_of(&jeanne))).await;
    agrees(&ground, &jeanne, listing).await.unwrap();
    let read = TakeOver { listing, id: ListingId(ground.id()), mark: mark(&ground, &jeanne, listing).await };
    edit(&ground.db, &anne, other_words(listing)).await.unwrap();
    let refused = take_over(&ground.db, &jeanne, read.clone()).await.unwrap_err();
    assert_eq!(refused.refusal().code, "MANDATE_CHANGED");
    assert!(views::listing(&ground.db, &jeanne, read.id).await.unwrap().is_none(), "nothing is hers");
    let read = TakeOver { mark: mark(&ground, &jeanne, listing).await, ..read };
    take_over(&ground.db, &jeanne, read.clone()).await.unwrap();
    let own = views::listing(&ground.db, &jeanne, read.id).await.unwrap().unwrap();
    assert_eq!(own.body, "Rendez-moi mes 200 euros.", "what she read then, she may");
    ground.close().await;
}

#[tokio::test]
async fn whoever_agrees_says_what_they_read() {
    let ground = Ground::open().await;
    let (anne, jeanne) = two(&ground).await;
    let listing = asked(&ground, &anne, ForWhom::Member(member_of(&jeanne))).await;
    for unread in ["", "something else"] {
        let cmd = AgreeMandate { listing, mark: unread.to_owned() };
        let refused = agree_mandate(&ground.db, &jeanne, cmd).await.unwrap_err();
        assert_eq!(refused.refusal().code, "MANDATE_CHANGED");
    }
    assert_eq!(stage_of(&ground, &jeanne, listing).await, Some(MandateStage::Asked));
    agrees(&ground, &jeanne, listing).await.unwrap();
    ground.close().await;
}

/// A photo that Anne drafted for a listing, behind the house's back: what it shows is not asked here.
async fn drafts_a_photo(ground: &Ground, anne: &Caller, listing: ListingId) {
    sqlx::query(
        "insert into listing_photo (community_id, id, owner_id, meant_for, place, width, height, small_width, small_height, bytes,
             created_at, sent_mark)
         values ($1, $2, $3, $4, 1, 40, 30, 20, 15, 900, $5, decode(repeat('00', 32), 'hex'))",
    )
    .bind(anne.community.0)
    .bind(ground.id())
    .bind(member_of(anne).0)
    .bind(listing.0)
    .bind(ground.now())
    .execute(&mut ground.scratch.owner().await)
    .await
    .unwrap();
}

#[tokio::test]
async fn whoever_is_asked_sees_all_that_would_be_published_and_its_photos_before_anybody_else() {
    let ground = Ground::open().await;
    let (anne, jeanne) = two(&ground).await;
    let guy = ground.member(anne.community, "Guy").await;
    let cmd = asking(&ground, ForWhom::Member(member_of(&jeanne)));
    let listing = cmd.publish.id;
    drafts_a_photo(&ground, &anne, listing).await;
    ask_for(&ground.db, &anne, cmd).await.unwrap();
    let read = mandate(&ground.db, &jeanne, listing).await.unwrap().unwrap().reading;
    assert_eq!((read.town.as_str(), read.settlements.len(), read.photos.len()), ("Corbigny", 1, 1));
    let seen = async |who: &Caller| {
        let found = photos::views::of_listings(&ground.db, who, &[listing]).await.unwrap();
        found.get(&listing).map_or(0, Vec::len)
    };
    assert_eq!((seen(&jeanne).await, seen(&guy).await), (1, 0));
    let read = mark(&ground, &jeanne, listing).await;
    says_otherwise(&ground, listing).await;
    let refused = agree_mandate(&ground.db, &jeanne, AgreeMandate { listing, mark: read }).await.unwrap_err();
    assert_eq!(refused.refusal().code, "MANDATE_CHANGED", "a photo is part of what is read");
    agrees(&ground, &jeanne, listing).await.unwrap();
    assert_eq!(seen(&guy).await, 1);
    ground.close().await;
}

/// What the photo shows is said in other words.
async fn says_otherwise(ground: &Ground, listing: ListingId) {
    sqlx::query("update listing_photo set description = 'Jeanne, malade' where listing_id = $1")
        .bind(listing.0)
        .execute(&mut ground.scratch.owner().await)
        .await
        .unwrap();
}

#[tokio::test]
async fn whoever_agreed_is_told_of_another_text_once_in_some_minutes() {
    let ground = Ground::open().await;
    let (anne, jeanne) = two(&ground).await;
    let listing = asked(&ground, &anne, ForWhom::Member(member_of(&jeanne))).await;
    agrees(&ground, &jeanne, listing).await.unwrap();
    let same = || Edit { id: listing, draft: request("Un trajet pour Nevers") };
    edit(&ground.db, &anne, same()).await.unwrap();
    assert_eq!(told(&ground, &jeanne).await, ["mandate_asked"], "nothing is another");
    edit(&ground.db, &anne, other_words(listing)).await.unwrap();
    edit(&ground.db, &anne, same()).await.unwrap();
    assert_eq!(told(&ground, &jeanne).await, ["mandate_asked", "mandate_changed"]);
    ground.clock.advance(Duration::minutes(10));
    edit(&ground.db, &anne, other_words(listing)).await.unwrap();
    assert_eq!(told(&ground, &jeanne).await.len(), 3);
    ground.close().await;
}
