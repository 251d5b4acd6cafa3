//! Letters that strangers ask for in somebody's name (bar A9).

use crate::ground::{Ground, address, ask, link};
use crate::signing_in::type_code;
use chrono::Duration;
use futures_util::future::join_all;
use kernel::{Caller, CommunityId, Language, SignInId};
use membership::{
    MembershipError, limits,
    redeem::{self, LinkState, RedeemCode},
    sign_in::{self, LetterContent},
};

/// Whether an ask in this browser causes a letter.
async fn gets_a_letter(ground: &Ground, community: CommunityId, client: &str, ask: sign_in::AskSignIn) -> bool {
    let id = ask.id;
    let asker = Caller::anonymous(community, Language::Fr).from_client(Some(client.parse().unwrap()));
    sign_in::ask(&ground.db, &asker, ask).await.unwrap();
    sign_in::letter(&ground.db, &Caller::house(community), id).await.unwrap().is_some()
}

fn fresh(ground: &Ground, name: &str) -> sign_in::AskSignIn {
    ask(SignInId(ground.db.entropy().id()), name, &ground.db.entropy().token())
}

#[tokio::test]
async fn a9_a_browser_gets_five_letters_an_hour_however_many_it_asks_for_at_once() {
    let ground = Ground::open().await;
    let visitor = ground.visitor();
    let asks = (0..20)
        .map(|_| sign_in::ask(&ground.db, &visitor, ask(SignInId(ground.db.entropy().id()), "odile", "browser")));
    assert!(join_all(asks).await.iter().all(Result::is_ok), "the answer never tells");
    let letters = "select count(*) from job where kind = 'sign_in_letter'";
    assert_eq!(ground.number(letters).await, limits::SIGN_IN_LETTERS_A_BROWSER);
    ground.letter("odile", "another browser").await;
    ground.pass(limits::LETTERS_WINDOW);
    ground.letter("odile", "browser").await;
    assert_eq!(ground.number(letters).await, limits::SIGN_IN_LETTERS_A_BROWSER + 2);
    ground.close().await;
}

#[tokio::test]
async fn a9_nobody_can_keep_the_owner_of_an_address_out() {
    let ground = Ground::open().await;
    let device = ground.sign_in("odile").await.device;
    ground.pass(limits::LETTERS_WINDOW);
    let mut letters = 0;
    for n in 0..300_u32 {
        // Everything an attacker can change: browser, network, community.
        let (client, community) =
            (format!("198.51.{}.{}", n / 250, n % 250), [ground.here, CommunityId::PLATFORM][n as usize % 2]);
        letters += i64::from(gets_a_letter(&ground, community, &client, fresh(&ground, "odile")).await);
    }
    let shared = 2; // one from each of the two communities
    assert_eq!(letters, limits::SIGN_IN_LETTERS_TO_AN_ADDRESS + shared, "a letter box is not flooded either");
    assert!(!gets_a_letter(&ground, ground.here, "203.0.113.9", fresh(&ground, "odile")).await);
    for own in 0..=limits::SIGN_IN_LETTERS_A_BROWSER {
        let ask = sign_in::AskSignIn { device: device.clone(), ..fresh(&ground, "odile") };
        let came = gets_a_letter(&ground, ground.here, "203.0.113.9", ask).await;
        assert_eq!(came, own < limits::SIGN_IN_LETTERS_A_BROWSER, "letter {own}");
    }
    let stolen = sign_in::AskSignIn { device, ..fresh(&ground, "bruno") };
    assert!(
        gets_a_letter(&ground, ground.here, "203.0.113.9", stolen).await,
        "to others it is a stranger like any other"
    );
    ground.close().await;
}

/// Strangers use up what they may cause; the newest letter that is there then, if any is.
async fn flood(ground: &Ground, community: CommunityId, name: &str) -> Option<LetterContent> {
    let mut newest = None;
    for n in 0..30_u32 {
        let stranger = Caller::anonymous(community, Language::Fr)
            .from_client(Some(format!("198.51.100.{}", n / 3).parse().unwrap()));
        let ask = fresh(ground, name);
        let id = ask.id;
        sign_in::ask(&ground.db, &stranger, ask).await.unwrap();
        newest = sign_in::letter(&ground.db, &Caller::house(community), id).await.unwrap().or(newest);
    }
    newest
}

#[tokio::test]
async fn a9_a_new_browser_gets_in_however_many_strangers_ask() {
    let ground = Ground::open().await;
    let elsewhere = flood(&ground, CommunityId::PLATFORM, "odile").await.unwrap();
    let shared = flood(&ground, ground.here, "odile").await.unwrap();
    assert!(shared.code.is_empty() && elsewhere.code.is_empty(), "strangers cannot guess at what is not there");
    // The strangers asked first: what they caused is in the owner's letter box, and the owner's browser is a new one.
    assert!(matches!(ground.follow(&shared, "owner").await, Err(MembershipError::SignInOtherBrowser)));
    let own = sign_in::AskSignIn {
        return_to: "/deals".to_owned(),
        ..ask(SignInId(ground.db.entropy().id()), "odile", "owner")
    };
    assert!(!gets_a_letter(&ground, ground.here, "198.51.100.1", own).await, "one is there");
    let seen = redeem::peek_link(&ground.db, &ground.visitor(), &shared.link_token, "owner").await.unwrap();
    assert_eq!(seen, LinkState::Usable);
    assert!(
        matches!(ground.follow(&elsewhere, "owner").await, Err(MembershipError::SignInExpired)),
        "its own community's"
    );
    assert_eq!(ground.follow(&shared, "owner").await.unwrap().return_to, "/deals", "where the owner wanted to go");
    assert!(matches!(ground.follow(&shared, "owner").await, Err(MembershipError::SignInSpent)), "once");
    // And whenever they come: five minutes later another one leaves, if anybody asks.
    ground.pass(limits::SHARED_LETTER_EVERY - Duration::seconds(1));
    assert!(!gets_a_letter(&ground, ground.here, "203.0.113.9", fresh(&ground, "odile")).await);
    ground.pass(Duration::seconds(1));
    assert!(gets_a_letter(&ground, ground.here, "203.0.113.9", fresh(&ground, "odile")).await);
    ground.close().await;
}

#[tokio::test]
async fn a9_a_shared_letter_opens_nothing_for_a_browser_that_asked_for_somebody_else_or_too_long_ago() {
    let ground = Ground::open().await;
    let early = ask(SignInId(ground.db.entropy().id()), "odile", "early");
    sign_in::ask(&ground.db, &ground.visitor(), early).await.unwrap();
    ground.pass(limits::SIGN_IN_LIFE);
    let shared = flood(&ground, ground.here, "odile").await.unwrap();
    ground.letter("bruno", "another").await;
    for browser in ["early", "another", "nobody"] {
        assert!(matches!(ground.follow(&shared, browser).await, Err(MembershipError::SignInOtherBrowser)), "{browser}");
    }
    // A letter of one's own stays one's own, whoever asks for the same address.
    let device = ground.sign_in("claire").await.device;
    flood(&ground, ground.here, "claire").await.unwrap();
    let id = SignInId(ground.db.entropy().id());
    let known = sign_in::AskSignIn { device, ..ask(id, "claire", "own") };
    sign_in::ask(&ground.db, &ground.visitor(), known).await.unwrap();
    let own = sign_in::letter(&ground.db, &ground.house(), id).await.unwrap().unwrap();
    ground.letter_row("claire", "stranger").await;
    assert!(matches!(ground.follow(&own, "stranger").await, Err(MembershipError::SignInOtherBrowser)));
    assert!(ground.follow(&own, "own").await.is_ok());
    ground.close().await;
}

#[tokio::test]
async fn a9_whoever_belongs_to_no_community_gets_no_letters_beyond_the_strangers_budget() {
    let ground = Ground::open().await;
    let kept = flood(&ground, ground.here, "nobody").await.unwrap();
    assert!(!kept.code.is_empty(), "the last of the strangers' own letters");
    // To whoever asks it looks the same: the rows and the jobs are those of a member (bar A1).
    flood(&ground, ground.here, "odile").await.unwrap();
    let alike = "select count(distinct (own, shared, none, jobs)) from (
        select count(*) filter (where letter = 'own') as own, count(*) filter (where letter = 'shared') as shared,
            count(*) filter (where letter = 'none') as none, count(j.id) as jobs
        from sign_in s left join job j on j.kind = 'sign_in_letter' and (j.payload ->> 'sign_in')::uuid = s.id
        group by s.email) of_each";
    assert_eq!(ground.number(alike).await, 1);
    ground.close().await;
}

#[tokio::test]
async fn a9_an_ask_without_a_letter_has_no_code_to_guess() {
    let ground = Ground::open().await;
    flood(&ground, ground.here, "odile").await.unwrap();
    ground.letter_row("odile", "stranger").await;
    let tried = type_code(&ground, "odile", "000000", "stranger").await;
    assert!(matches!(tried, Err(MembershipError::SignInExpired)), "{tried:?}");
    ground.close().await;
}

#[tokio::test]
async fn a9_one_network_cannot_use_up_a_new_browser_s_letters() {
    let ground = Ground::open().await;
    let mut letters = 0;
    for _ in 0..30 {
        letters += i64::from(gets_a_letter(&ground, ground.here, "198.51.100.7", fresh(&ground, "odile")).await);
    }
    assert_eq!(letters, limits::SIGN_IN_LETTERS_A_NETWORK + 1, "and the one that all who ask share");
    assert!(gets_a_letter(&ground, ground.here, "203.0.113.9", fresh(&ground, "odile")).await);
    ground.close().await;
}

#[tokio::test]
async fn a9_another_letter_waits_once_five_have_gone_to_its_address_within_the_hour() {
    let ground = Ground::open().await;
    let job = || kernel::JobId(ground.db.entropy().id());
    let take = async |job| {
        membership::allowance::take_letter(&ground.db, &ground.house(), &address("odile"), job).await.unwrap()
    };
    // Sign-in letters have a budget of their own: whoever asks for them holds nothing else back.
    flood(&ground, ground.here, "odile").await.unwrap();
    assert_eq!(take(job()).await, None);
    ground.pass(Duration::minutes(20));
    let again = job();
    assert_eq!((take(again).await, take(again).await), (None, None), "one letter tried twice is one letter");
    for _ in 2..limits::LETTERS_TO_AN_ADDRESS {
        assert_eq!(take(job()).await, None);
    }
    assert_eq!(take(job()).await, Some(Duration::minutes(40)), "until the first has been there for an hour");
    assert!(
        gets_a_letter(&ground, ground.here, "203.0.113.9", fresh(&ground, "odile")).await,
        "signing in never waits"
    );
    assert_eq!(
        membership::allowance::take_letter(&ground.db, &ground.house(), &address("bruno"), job()).await.unwrap(),
        None
    );
    ground.close().await;
}

#[tokio::test]
async fn a9_the_wrong_codes_of_an_attacker_lock_out_nobody_else() {
    let ground = Ground::open().await;
    let letter = ground.letter("odile", "browser").await;
    let attacker = ground.visitor().from_client(Some("198.51.100.7".parse().unwrap()));
    let mut refused = 0;
    for _ in 0..10_000 {
        let cmd = RedeemCode {
            email: address("odile"),
            code: "000000".to_owned(),
            browser: "attacker".to_owned(),
            device: String::new(),
            user_agent: String::new(),
        };
        let answer = redeem::redeem_code(&ground.db, &attacker, cmd).await;
        refused += usize::from(matches!(answer, Err(MembershipError::TooOften(_))));
    }
    assert_eq!(refused, 10_000 - 60, "the table says 60 in 10 minutes");
    // Nor anybody beside them, on a network that a whole town hall shares.
    assert!(redeem::redeem_link(&ground.db, &attacker, link(&letter, "browser")).await.is_ok());
    let second = ground.letter("odile", "browser").await;
    let cmd = RedeemCode {
        email: address("odile"),
        code: second.code,
        browser: "browser".to_owned(),
        device: String::new(),
        user_agent: String::new(),
    };
    assert!(redeem::redeem_code(&ground.db, &attacker, cmd).await.is_ok());
    ground.close().await;
}
