//! How one comes in.

use crate::ground::{Ground, member};
use chrono::Duration;
use kernel::{PageRequest, Standing};
use sponsorship::{Admit, AskedState, Recheck, Refuse, State, Withdraw};
use trust::{Missing, Outcome};

#[tokio::test]
async fn the_third_sponsor_opens_the_door_once_the_cooling_time_is_over() {
    let ground = Ground::open().await;
    let eve = ground.applicant("eve").await;
    for sponsor in &ground.founders[0..2] {
        let given = ground.vouch(&eve, sponsor).await.unwrap();
        assert!(!given.admitted);
        assert_eq!(given.verdict.unwrap().rule, "R1_SPONSORS");
    }
    let third = ground.vouch(&eve, &ground.founders[2]).await.unwrap().verdict.unwrap();
    assert_eq!((third.outcome, third.rule), (Outcome::Waiting, "R6_COOLING"));
    let again_at = third.again_at.unwrap();
    let due: (String, chrono::DateTime<chrono::Utc>) =
        sqlx::query_as("select payload ->> 'member', run_at from job where kind = 'recheck_applicant'")
            .fetch_one(&mut ground.scratch.owner().await)
            .await
            .unwrap();
    assert_eq!(due, (member(&eve).to_string(), again_at));
    assert!(!sponsorship::recheck(&ground.db, &ground.house(), member(&eve)).await.unwrap(), "too early");
    ground.clock.advance(Duration::hours(48));
    assert!(sponsorship::recheck(&ground.db, &ground.house(), member(&eve)).await.unwrap());
    assert!(!sponsorship::recheck(&ground.db, &ground.house(), member(&eve)).await.unwrap(), "once");

    let eve = ground.by_email("eve@example.test").await;
    assert_eq!(eve.me().unwrap().standing, Standing::Member);
    assert_eq!(
        ground.count("select count(*) from sponsorship where active_at is not null and paid_at is not null").await,
        3
    );
    assert_eq!(ground.count("select count(*) from job where kind = 'welcome_member'").await, 1);
    assert_eq!(ground.count("select count(*) from job where kind = 'admission_told'").await, 3);
    assert_eq!(ground.count("select count(*) from notification where kind = 'newcomer_admitted'").await, 3);
    assert_eq!(ground.count("select count(*) from trust_event where event ? 'admitted'").await, 1);
    let tokens = sponsorship::tokens(&ground.db, &ground.founders[0]).await.unwrap();
    assert_eq!((tokens.granted, tokens.spent, tokens.promised, tokens.left), (4, 1, 0, 3));
    ground.clear().await;
}

#[tokio::test]
async fn a_decision_quotes_rule_and_certificate_and_can_be_checked_again_years_later() {
    let ground = Ground::open().await;
    let eve = ground.applicant("eve").await;
    for sponsor in &ground.founders[0..3] {
        ground.vouch(&eve, sponsor).await.unwrap();
    }
    ground.clock.advance(Duration::hours(48));
    sponsorship::recheck(&ground.db, &ground.house(), member(&eve)).await.unwrap();
    let steward = &ground.founders[0];
    let view = sponsorship::admission_of(&ground.db, steward, member(&eve)).await.unwrap().unwrap();
    assert_eq!((view.admitted, view.rule.as_str()), (true, "R8_ALL_MET"));
    assert_eq!((view.sponsors.len(), view.paths.len()), (3, 3));
    assert!(view.paths.iter().flatten().all(|step| step.member.is_some()));
    ground.clock.advance(Duration::days(3 * 365));
    assert_eq!(sponsorship::recheck_certificate(&ground.db, steward, view.id).await.unwrap(), Recheck::Holds);
    // A sponsor who goes later changes nothing about what was true then …
    membership::leave::leave(&ground.db, &ground.founders[2]).await.unwrap();
    assert_eq!(sponsorship::recheck_certificate(&ground.db, steward, view.id).await.unwrap(), Recheck::Holds);
    // … and is not named any more.
    let view = sponsorship::admission_of(&ground.db, steward, member(&eve)).await.unwrap().unwrap();
    assert_eq!(view.sponsors.iter().filter(|step| step.member.is_none()).count(), 1);
    // A certificate that was tampered with is found out.
    let mut owner = ground.scratch.owner().await;
    sqlx::query("update admission set verdict = jsonb_set(verdict, '{certificate,evidence,paths,0}', '[5]')")
        .execute(&mut owner)
        .await
        .unwrap();
    drop(owner);
    let second = sponsorship::recheck_certificate(&ground.db, steward, view.id).await.unwrap();
    assert!(matches!(second, Recheck::Fails(_)), "{second:?}");
    ground.clear().await;
}

#[tokio::test]
async fn the_waiting_room_says_what_is_missing_and_the_sponsor_sees_who_asks() {
    let ground = Ground::open().await;
    let eve = ground.applicant("eve").await;
    let asked = ground.ask(&eve, "founder1@example.test").await;
    let room = sponsorship::waiting(&ground.db, &eve).await.unwrap();
    assert_eq!((room.given, room.needed, room.open, room.may_ask()), (0, 3, 1, true));
    assert_eq!(room.verdict.missing, [Missing::Sponsors { have: 0, need: 3 }]);
    assert_eq!((room.asked[0].who.as_str(), room.asked[0].state), ("founder1@example.test", AskedState::Waiting));
    let page = PageRequest::new(10, None);
    let mine = sponsorship::asked_of_me(&ground.db, &ground.founders[1], page).await.unwrap();
    assert_eq!((mine.items.len(), mine.items[0].id, mine.items[0].applicant.id), (1, asked, member(&eve)));
    assert_eq!(sponsorship::open_requests(&ground.db, &ground.founders[1]).await.unwrap(), 1);
    assert!(sponsorship::request(&ground.db, &ground.founders[2], asked).await.unwrap().is_none(), "not theirs");
    ground.give(&ground.founders[1], asked).await.unwrap();
    let room = sponsorship::waiting(&ground.db, &eve).await.unwrap();
    assert_eq!((room.given, room.asked[0].who.as_str(), room.asked[0].state), (1, "Founder 1", AskedState::Given));
    let given = sponsorship::given_by_me(&ground.db, &ground.founders[1], page).await.unwrap();
    assert_eq!((given.items[0].state, given.items[0].carries), (State::Given, false));
    let desk = sponsorship::newcomers(&ground.db, &ground.founders[0], page).await.unwrap();
    assert_eq!((desk.items.len(), desk.items[0].given, desk.items[0].needed), (1, 1, 3));
    ground.clear().await;
}

#[tokio::test]
async fn a_word_taken_back_while_waiting_frees_its_token_and_after_the_admission_it_is_too_late() {
    let ground = Ground::open().await;
    let eve = ground.applicant("eve").await;
    let sponsor = &ground.founders[0];
    let id = ground.ask(&eve, "founder0@example.test").await;
    ground.give(sponsor, id).await.unwrap();
    assert_eq!(sponsorship::tokens(&ground.db, sponsor).await.unwrap().left, 3);
    for _ in 0..2 {
        sponsorship::withdraw(&ground.db, sponsor, Withdraw { sponsorship: id }).await.unwrap();
    }
    assert_eq!(sponsorship::tokens(&ground.db, sponsor).await.unwrap().left, 4);
    let again = ground.ask(&eve, "founder0@example.test").await;
    ground.give(sponsor, again).await.unwrap();
    for other in &ground.founders[1..3] {
        ground.vouch(&eve, other).await.unwrap();
    }
    ground.clock.advance(Duration::hours(48));
    assert!(sponsorship::recheck(&ground.db, &ground.house(), member(&eve)).await.unwrap());
    let late = sponsorship::withdraw(&ground.db, sponsor, Withdraw { sponsorship: again }).await.unwrap_err();
    assert!(matches!(late, sponsorship::SponsorshipError::TooLateToWithdraw), "{late}");
    ground.clear().await;
}

#[tokio::test]
async fn where_stewards_admit_words_alone_open_nothing_and_a_domain_opens_at_once() {
    let ground = Ground::with("departement", &["mairie.example"]).await;
    let steward = &ground.founders[0];
    let eve = ground.applicant("eve").await;
    assert_eq!(ground.count("select count(*) from job where kind = 'applicant_arrived'").await, 1);
    for sponsor in &ground.founders[1..4] {
        assert!(!ground.vouch(&eve, sponsor).await.unwrap().admitted);
    }
    let cmd = Admit { member: member(&eve), reason: "Rencontrée à la permanence.".to_owned() };
    sponsorship::admit(&ground.db, steward, cmd.clone()).await.unwrap();
    let second = sponsorship::admit(&ground.db, steward, cmd).await.unwrap_err();
    assert!(matches!(second, sponsorship::SponsorshipError::NotWaiting), "{second}");
    assert_eq!(
        ground.count("select count(*) from sponsorship where active_at is not null and paid_at is null").await,
        3
    );

    let bob = ground.applicant("bob").await;
    let cmd = Refuse { member: member(&bob), reason: "N’habite pas ici.".to_owned() };
    sponsorship::refuse(&ground.db, steward, cmd).await.unwrap();
    assert_eq!(ground.by_email("bob@example.test").await.me().unwrap().standing, Standing::Left);
    let view = sponsorship::admission_of(&ground.db, steward, member(&bob)).await.unwrap().unwrap();
    assert!(!view.admitted && view.reason.is_some());
    let peer = sponsorship::admission_of(&ground.db, &ground.founders[1], member(&bob)).await.unwrap();
    assert!(peer.is_none(), "a refusal is between the person and the stewards");

    let account = ground.account("agent@mairie.example").await;
    let visitor = kernel::Caller { who: kernel::Who::Account(account), ..steward.clone() };
    let applied = sponsorship::apply(&ground.db, &visitor, ground.application(None)).await.unwrap();
    assert!(applied.admitted);
    assert_eq!(ground.count("select count(*) from admission where rule = 'EMAIL_DOMAIN'").await, 1);
    ground.clear().await;
}

#[tokio::test]
async fn whoever_left_and_asks_again_begins_anew_and_can_be_vouched_for_by_the_same_people() {
    let ground = Ground::open().await;
    let eve = ground.applicant("eve").await;
    for sponsor in &ground.founders[0..3] {
        ground.vouch(&eve, sponsor).await.unwrap();
    }
    ground.clock.advance(Duration::hours(48));
    assert!(sponsorship::recheck(&ground.db, &ground.house(), member(&eve)).await.unwrap());
    membership::leave::leave(&ground.db, &ground.by_email("eve@example.test").await).await.unwrap();
    let left = ground.by_email("eve@example.test").await;
    let again = sponsorship::apply(&ground.db, &left, ground.application(None)).await.unwrap();
    assert_eq!((again.member, again.admitted), (member(&eve), false));
    let eve = ground.by_email("eve@example.test").await;
    assert_eq!(sponsorship::waiting(&ground.db, &eve).await.unwrap().given, 0);
    assert_eq!(ground.count("select count(*) from sponsorship where state = 'revoked'").await, 3);
    for sponsor in &ground.founders[0..3] {
        ground.vouch(&eve, sponsor).await.unwrap();
    }
    let tokens = sponsorship::tokens(&ground.db, &ground.founders[0]).await.unwrap();
    assert_eq!((tokens.spent, tokens.promised), (1, 1), "the first token stays paid");
    ground.clear().await;
}

#[tokio::test]
async fn where_members_decide_a_steward_cannot() {
    let ground = Ground::open().await;
    let eve = ground.applicant("eve").await;
    let cmd = Admit { member: member(&eve), reason: String::new() };
    let refused = sponsorship::admit(&ground.db, &ground.founders[0], cmd).await.unwrap_err();
    assert!(matches!(refused, sponsorship::SponsorshipError::NotByOffice), "{refused}");
    ground.clear().await;
}

#[tokio::test]
async fn the_chain_between_two_members_is_shown_with_its_arrows() {
    let ground = Ground::open().await;
    let eve = ground.applicant("eve").await;
    for sponsor in &ground.founders[0..3] {
        ground.vouch(&eve, sponsor).await.unwrap();
    }
    ground.clock.advance(Duration::hours(48));
    sponsorship::recheck(&ground.db, &ground.house(), member(&eve)).await.unwrap();
    let eve = ground.by_email("eve@example.test").await;
    let tie = sponsorship::connection(&ground.db, &eve, member(&ground.founders[1])).await.unwrap();
    let names: Vec<&str> = tie.chain.iter().filter_map(|step| Some(step.member.as_ref()?.name.as_str())).collect();
    assert_eq!(names, ["Eve", "Founder 1"]);
    assert_eq!(tie.chain[1].arrow, Some(trust::Arrow::SponsoredBy));
    let founders = sponsorship::connection(&ground.db, &ground.founders[0], member(&ground.founders[1])).await.unwrap();
    assert_eq!((founders.chain.len(), founders.common_sponsored.count), (3, 1));
    let nobody = kernel::MemberId(uuid::Uuid::from_u128(9));
    assert!(sponsorship::connection(&ground.db, &eve, nobody).await.is_err());
    ground.clear().await;
}
