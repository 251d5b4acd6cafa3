//! Which letters somebody wants, and how they stop.

use crate::ground::{Ground, address};
use chrono::Duration;
use membership::{
    MembershipError,
    letters::{ChooseLetters, choose_letters},
    limits, recipient,
    stop::{LetterKind, stop_letters, stop_token},
    suppression::{self, Kind, Mail},
    views,
};

#[tokio::test]
async fn e11_one_click_stops_these_letters_of_this_member_and_nothing_else() {
    let ground = Ground::open().await;
    let (bruno, claire) = (ground.as_member("bruno").await, ground.as_member("claire").await);
    let member = bruno.me().unwrap().member;
    for kind in LetterKind::ALL {
        let token = stop_token(ground.db.seal(), ground.here, member, kind);
        for _ in 0..2 {
            assert_eq!(stop_letters(&ground.db, ground.here, &token).await.unwrap(), kind);
        }
        let letters = views::own(&ground.db, &bruno).await.unwrap().letters;
        let wanted = [
            letters.digest,
            letters.message_letters,
            letters.sponsorship_letters,
            letters.listing_letters,
            letters.search_letters,
            letters.urgent_letters,
        ];
        let stopped = LetterKind::ALL.iter().position(|one| *one == kind).unwrap();
        assert_eq!(wanted.iter().position(|wanted| *wanted), (stopped < 5).then_some(stopped + 1), "{kind:?}");
    }
    let hers = views::own(&ground.db, &claire).await.unwrap().letters;
    assert!(hers.digest && hers.message_letters && hers.sponsorship_letters && hers.listing_letters);
    assert!(hers.search_letters && hers.urgent_letters);
    ground.close().await;
}

#[tokio::test]
async fn e11_a_token_of_elsewhere_stops_nothing() {
    let ground = Ground::open().await;
    let member = ground.id_of("bruno").await;
    let token = stop_token(ground.db.seal(), kernel::CommunityId::PLATFORM, member, LetterKind::Digest);
    assert!(matches!(stop_letters(&ground.db, ground.here, &token).await, Err(MembershipError::NotFound)));
    assert!(matches!(
        stop_letters(&ground.db, kernel::CommunityId::PLATFORM, &token).await,
        Err(MembershipError::NotFound)
    ));
    ground.close().await;
}

#[tokio::test]
async fn a_choice_of_letters_is_kept_and_an_hour_is_an_hour() {
    let ground = Ground::open().await;
    let bruno = ground.as_member("bruno").await;
    let wanted = ChooseLetters {
        digest: false,
        digest_hour: 23,
        message_letters: false,
        sponsorship_letters: true,
        listing_letters: false,
        search_letters: true,
        urgent_letters: true,
    };
    choose_letters(&ground.db, &bruno, wanted).await.unwrap();
    assert_eq!(views::own(&ground.db, &bruno).await.unwrap().letters, wanted);
    for digest_hour in [-1, 24] {
        let refused = choose_letters(&ground.db, &bruno, ChooseLetters { digest_hour, ..wanted }).await;
        assert!(matches!(refused, Err(MembershipError::HourOutOfRange)));
    }
    ground.close().await;
}

#[tokio::test]
async fn an_address_that_nobody_reads_is_known_to_the_worker() {
    let ground = Ground::open().await;
    let (house, member) = (ground.house(), ground.id_of("bruno").await);
    assert!(!recipient::recipient(&ground.db, &house, member).await.unwrap().unwrap().suppressed);
    for _ in 0..2 {
        suppression::suppress(&ground.db, &house, &address("bruno"), Kind::Dead, "550 5.1.1").await.unwrap();
    }
    assert!(recipient::recipient(&ground.db, &house, member).await.unwrap().unwrap().suppressed);
    let stewards = recipient::stewards(&ground.db, &house).await.unwrap();
    assert_eq!(stewards.iter().map(|one| one.name.as_str()).collect::<Vec<_>>(), ["Odile"]);
    ground.close().await;
}

/// Whether sign-in letters, and whether others, are kept from Bruno's address.
async fn kept_back(ground: &Ground) -> (bool, bool) {
    let kept =
        async |mail| suppression::is_suppressed(&ground.db, &ground.house(), &address("bruno"), mail).await.unwrap();
    (kept(Mail::Security).await, kept(Mail::Other).await)
}

async fn note(ground: &Ground, kind: Kind) {
    suppression::suppress(&ground.db, &ground.house(), &address("bruno"), kind, "said so").await.unwrap();
}

#[tokio::test]
async fn e9_a_complaint_stops_every_letter_but_those_to_sign_in() {
    let ground = Ground::open().await;
    note(&ground, Kind::Complaint).await;
    assert_eq!(kept_back(&ground).await, (false, true));
    ground.sign_in("bruno").await;
    assert_eq!(kept_back(&ground).await, (false, true), "coming in does not take a complaint back");
    let bruno = ground.as_member("bruno").await;
    let refused = suppression::lift(&ground.db, &bruno, &address("bruno")).await;
    assert!(matches!(refused, Err(MembershipError::Forbidden(_))));
    suppression::lift(&ground.db, &ground.house(), &address("bruno")).await.unwrap();
    assert_eq!(kept_back(&ground).await, (false, false));
    let nothing = suppression::lift(&ground.db, &ground.house(), &address("bruno")).await;
    assert!(matches!(nothing, Err(MembershipError::NotFound)));
    ground.close().await;
}

#[tokio::test]
async fn e9_a_dead_address_is_tried_again_after_a_week_and_lives_when_somebody_comes_in_by_it() {
    let ground = Ground::open().await;
    note(&ground, Kind::Dead).await;
    assert_eq!(kept_back(&ground).await, (true, true));
    ground.pass(limits::DEAD_ADDRESS_REST - Duration::seconds(1));
    assert_eq!(kept_back(&ground).await, (true, true));
    ground.pass(Duration::seconds(1));
    assert_eq!(kept_back(&ground).await, (false, true), "a sign-in letter tries");
    note(&ground, Kind::Dead).await;
    assert_eq!(kept_back(&ground).await, (true, true), "and rests again when it was refused");
    ground.sign_in("bruno").await;
    assert_eq!(kept_back(&ground).await, (false, false));
    ground.close().await;
}

#[tokio::test]
async fn e9_a_bare_refusal_stops_nothing_before_the_fourth_within_thirty_days() {
    let ground = Ground::open().await;
    for _ in 1..limits::DOUBTS {
        note(&ground, Kind::Doubtful).await;
        assert_eq!(kept_back(&ground).await, (false, false));
    }
    ground.pass(limits::DOUBT_KEPT + Duration::seconds(1));
    for _ in 1..limits::DOUBTS {
        note(&ground, Kind::Doubtful).await;
        assert_eq!(kept_back(&ground).await, (false, false), "old doubts are forgotten");
    }
    note(&ground, Kind::Doubtful).await;
    assert_eq!(kept_back(&ground).await, (true, true));
    ground.close().await;
}
