//! What the house does by itself: tidying up after people, and by the clock.

use crate::ground::{Ground, address};
use chrono::Duration;
use exchange::{Direction, Draft, Kind, Publish, Settlement, publish::publish};
use kernel::{CommunityId, ListingId, MemberId, Role, Who};
use membership::{leave::leave, role::GiveRole, role::give_role};
use workers::schedule;

async fn count(ground: &Ground, question: &'static str) -> i64 {
    sqlx::query_scalar(question).fetch_one(&mut ground.scratch.owner().await).await.unwrap()
}

async fn applies(ground: &Ground, community: CommunityId, name: &str) {
    let account = ground.signs_in(community, &address(name)).await;
    let cmd = sponsorship::Apply {
        id: MemberId(ground.id()),
        name: name.to_owned(),
        about: "Infirmière.".to_owned(),
        town: "Corbigny".to_owned(),
        charter_accepted: true,
        via: None,
    };
    assert!(matches!(account.who, Who::Account(_)));
    sponsorship::apply(&ground.db, &account, cmd).await.unwrap();
}

#[tokio::test]
async fn a_steward_whose_mailbox_puts_letters_off_costs_the_others_nothing() {
    let ground = Ground::open().await;
    let community = ground.community("nievre", "departement", None, &["grey3.ada", "Bruno"]).await;
    for _ in 0..8 {
        ground.advance(Duration::minutes(40)).await;
    }
    let owner = ground.caller(community, "Odile").await;
    for name in ["grey3.ada", "Bruno"] {
        let member = ground.caller(community, name).await.me().unwrap().member;
        give_role(&ground.db, &owner, GiveRole { member, role: Role::Steward }).await.unwrap();
    }
    // The sink counts attempts anew.
    ground.sink.clear();
    applies(&ground, community, "Eve").await;
    for _ in 0..8 {
        ground.advance(Duration::minutes(40)).await;
    }
    let stewards = ["odile.nievre@example.test".to_owned(), address("grey3.ada"), address("Bruno")];
    let mut names = Vec::new();
    for steward in &stewards {
        let letters = ground.letters_to(steward);
        assert_eq!(letters.len(), 1, "{steward}");
        assert_eq!(letters[0].header("X-Maillon-Letter").unwrap(), "someone_applied");
        names.push(letters[0].header("Message-ID").unwrap());
    }
    names.sort();
    names.dedup();
    assert_eq!(names.len(), stewards.len(), "each letter has a name of its own");
    assert_eq!(ground.jobs().await, Vec::<String>::new());
    ground.close().await;
}

#[tokio::test]
async fn whoever_leaves_leaves_no_open_listing_and_no_word_behind() {
    let ground = Ground::open().await;
    let community = ground.community("nievre", "confiance", Some(2), &["Ada", "Bruno", "Chloe"]).await;
    let ada = ground.caller(community, "Ada").await;
    let draft = Draft {
        direction: Some(Direction::Offer),
        kind: Some(Kind::Good),
        settlements: vec![Settlement::Gift],
        title: "Plants de tomates".to_owned(),
        body: "Une trentaine.".to_owned(),
        category: String::new(),
        town: String::new(),
        ..Draft::default()
    };
    publish(&ground.db, &ada, Publish { id: ListingId(ground.id()), draft }).await.unwrap();
    applies(&ground, community, "Eve").await;
    let (eve, id) = (ground.caller(community, "Eve").await, kernel::SponsorshipId(ground.id()));
    let ask = sponsorship::AskSponsor { id, email: address("Ada").parse().unwrap(), note: String::new() };
    sponsorship::ask_sponsor(&ground.db, &eve, ask).await.unwrap();
    let give = sponsorship::Give {
        sponsorship: id,
        relation: sponsorship::Relation::Neighbour,
        sentence: "Ma voisine.".to_owned(),
        met_in_person: true,
    };
    sponsorship::give(&ground.db, &ada, give).await.unwrap();
    ground.drain().await;
    leave(&ground.db, &ada).await.unwrap();
    ground.drain().await;
    assert_eq!(
        count(&ground, "select count(*) from listing where state = 'closed' and closed_by = author_id").await,
        1
    );
    assert_eq!(count(&ground, "select count(*) from sponsorship where state = 'withdrawn'").await, 1);
    assert_eq!(count(&ground, "select count(*) from job where kind = 'member_gone'").await, 0);
    ground.close().await;
}

#[tokio::test]
async fn old_sign_ins_and_ended_sessions_are_swept_away_by_the_clock() {
    let ground = Ground::open().await;
    let community = ground.quiet_community("nievre", &[]).await;
    ground.signs_in(community, "odile.nievre@example.test").await;
    let kept = "select count(*) from sign_in";
    ground.advance(Duration::days(7)).await;
    schedule::plan(ground.runner.context()).await.unwrap();
    schedule::plan(ground.runner.context()).await.unwrap();
    assert_eq!(count(&ground, "select count(*) from job where kind = 'sweep'").await, 1, "one for whoever waits");
    ground.drain().await;
    assert_eq!(count(&ground, kept).await, 1, "not yet");
    ground.advance(Duration::days(54)).await;
    schedule::plan(ground.runner.context()).await.unwrap();
    ground.drain().await;
    assert_eq!((count(&ground, kept).await, count(&ground, "select count(*) from session").await), (0, 0));
    assert_eq!(count(&ground, "select count(*) from job where kind = 'sweep'").await, 0);
    ground.close().await;
}
