//! Letters, links and codes.

use crate::ground::{Ground, address, ask, link};
use chrono::Duration;
use futures_util::future::join_all;
use kernel::{CommunityId, SignInId};
use membership::{
    MembershipError, limits,
    redeem::{self, LinkState, RedeemCode, SignedIn},
    session, sign_in,
};

pub async fn type_code(ground: &Ground, name: &str, code: &str, browser: &str) -> Result<SignedIn, MembershipError> {
    let cmd = RedeemCode {
        email: address(name),
        code: code.to_owned(),
        browser: browser.to_owned(),
        device: String::new(),
        user_agent: String::new(),
    };
    redeem::redeem_code(&ground.db, &ground.visitor(), cmd).await
}

/// Six digits that are not these.
fn other(code: &str) -> String {
    let last = if code.ends_with('0') { '1' } else { '0' };
    format!("{}{last}", &code[..5])
}

#[tokio::test]
async fn a1_a_known_and_an_unknown_address_cause_the_same_rows() {
    let ground = Ground::open().await;
    for name in ["odile", "nobody"] {
        sign_in::ask(&ground.db, &ground.visitor(), ask(SignInId(ground.db.entropy().id()), name, "browser"))
            .await
            .unwrap();
    }
    let alike = "select count(*) from (
        select j.lane, j.run_at, j.give_up_at, length(j.payload::text), s.attempts, s.created_at, s.expires_at
        from sign_in s join job j on j.kind = 'sign_in_letter' and (j.payload ->> 'sign_in')::uuid = s.id
        group by 1, 2, 3, 4, 5, 6, 7 having count(*) = 2) alike";
    assert_eq!(ground.number(alike).await, 1, "two sign-ins, two jobs, nothing but the address differs");
    assert_eq!(
        ground.number("select count(*) from account where email = 'nobody@example.test'").await,
        0,
        "no account before the first use"
    );
    ground.close().await;
}

#[tokio::test]
async fn a2_looking_at_a_link_never_uses_it() {
    let ground = Ground::open().await;
    let letter = ground.letter("odile", "browser").await;
    for _ in 0..5 {
        let seen = redeem::peek_link(&ground.db, &ground.visitor(), &letter.link_token, "browser").await.unwrap();
        assert_eq!(seen, LinkState::Usable);
    }
    let signed_in = ground.follow(&letter, "browser").await.unwrap();
    assert_eq!(signed_in.return_to, "/listings");
    let after = redeem::peek_link(&ground.db, &ground.visitor(), &letter.link_token, "browser").await.unwrap();
    assert_eq!(after, LinkState::Spent);
    ground.close().await;
}

#[tokio::test]
async fn a2_of_a_hundred_at_once_exactly_one_signs_in() {
    let ground = Ground::open().await;
    let letter = ground.letter("odile", "browser").await;
    let visitor = ground.visitor();
    let outcomes =
        join_all((0..100).map(|_| redeem::redeem_link(&ground.db, &visitor, link(&letter, "browser")))).await;
    assert_eq!(outcomes.iter().filter(|outcome| outcome.is_ok()).count(), 1);
    assert!(outcomes.iter().all(|outcome| matches!(outcome, Ok(_) | Err(MembershipError::SignInSpent))));
    assert_eq!(ground.number("select count(*) from session").await, 1);
    assert_eq!(
        ground.number("select count(*) from journal where act = 'sign_in_replayed'").await,
        99,
        "each replay is written down"
    );
    ground.close().await;
}

#[tokio::test]
async fn a2_of_a_hundred_right_codes_at_once_exactly_one_signs_in() {
    let ground = Ground::open().await;
    let letter = ground.letter("odile", "browser").await;
    let outcomes = join_all((0..100).map(|_| type_code(&ground, "odile", &letter.code, "browser"))).await;
    assert_eq!(outcomes.iter().filter(|outcome| outcome.is_ok()).count(), 1);
    assert_eq!(ground.number("select count(*) from session").await, 1);
    ground.close().await;
}

#[tokio::test]
async fn a2_another_browser_cannot_use_the_link_and_does_not_spoil_it() {
    let ground = Ground::open().await;
    let letter = ground.letter("odile", "browser").await;
    assert!(matches!(ground.follow(&letter, "scanner").await, Err(MembershipError::SignInOtherBrowser)));
    let seen = redeem::peek_link(&ground.db, &ground.visitor(), &letter.link_token, "scanner").await.unwrap();
    assert_eq!(seen, LinkState::OtherBrowser);
    assert!(ground.follow(&letter, "browser").await.is_ok());
    ground.close().await;
}

#[tokio::test]
async fn a2_only_hashes_are_kept() {
    let ground = Ground::open().await;
    let letter = ground.letter("odile", "browser").await;
    let kept: Vec<String> = sqlx::query_scalar(
        "select s::text || convert_from(code_hash, 'LATIN1') || convert_from(link_hash, 'LATIN1') from sign_in s
         union all select j::text from job j",
    )
    .fetch_all(&mut ground.scratch.owner().await)
    .await
    .unwrap();
    assert!(kept.len() >= 2);
    assert!(kept.iter().all(|row| !row.contains(&letter.link_token) && !row.contains(&format!("\"{}\"", letter.code))));
    ground.close().await;
}

#[tokio::test]
async fn a7_a_link_is_good_until_its_limit_and_never_again() {
    let ground = Ground::open().await;
    let second = Duration::seconds(1);
    let in_time = ground.letter("odile", "browser").await;
    ground.pass(limits::SIGN_IN_LIFE - second);
    assert!(ground.follow(&in_time, "browser").await.is_ok());
    let late = ground.letter("bruno", "browser").await;
    ground.pass(limits::SIGN_IN_LIFE);
    assert!(matches!(ground.follow(&late, "browser").await, Err(MembershipError::SignInExpired)));
    ground.pass(-Duration::hours(1));
    assert!(ground.follow(&late, "browser").await.is_err(), "the clock went back, the link did not");
    assert!(ground.follow(&in_time, "browser").await.is_err());
    ground.close().await;
}

#[tokio::test]
async fn five_wrong_codes_burn_the_letter() {
    let ground = Ground::open().await;
    let letter = ground.letter("odile", "browser").await;
    for _ in 0..limits::CODE_ATTEMPTS {
        let wrong = type_code(&ground, "odile", &other(&letter.code), "browser").await;
        assert!(matches!(wrong, Err(MembershipError::CodeWrong)));
    }
    assert!(matches!(type_code(&ground, "odile", &letter.code, "browser").await, Err(MembershipError::SignInExpired)));
    assert!(
        matches!(ground.follow(&letter, "browser").await, Err(MembershipError::SignInSpent)),
        "the link burns with the code"
    );
    ground.close().await;
}

#[tokio::test]
async fn the_fifth_attempt_may_still_be_right() {
    let ground = Ground::open().await;
    let letter = ground.letter("odile", "browser").await;
    for _ in 1..limits::CODE_ATTEMPTS {
        assert!(type_code(&ground, "odile", &other(&letter.code), "browser").await.is_err());
    }
    let spaced = format!("{} {}", &letter.code[..3], &letter.code[3..]);
    assert!(type_code(&ground, "odile", &spaced, "browser").await.is_ok());
    ground.close().await;
}

#[tokio::test]
async fn a9_a_stranger_s_wrong_codes_do_not_burn_the_owner_s_letter() {
    let ground = Ground::open().await;
    let letter = ground.letter("odile", "browser").await;
    for _ in 0..20 {
        assert!(matches!(
            type_code(&ground, "odile", &letter.code, "stranger").await,
            Err(MembershipError::SignInExpired)
        ));
    }
    assert!(type_code(&ground, "odile", &letter.code, "browser").await.is_ok());
    ground.close().await;
}

#[tokio::test]
async fn the_code_of_an_earlier_letter_still_counts() {
    let ground = Ground::open().await;
    let first = ground.letter("odile", "browser").await;
    ground.letter("odile", "browser").await;
    assert!(type_code(&ground, "odile", &first.code, "browser").await.is_ok());
    ground.close().await;
}

#[tokio::test]
async fn asking_twice_with_one_id_sends_one_letter() {
    let ground = Ground::open().await;
    let id = SignInId(ground.db.entropy().id());
    for _ in 0..2 {
        sign_in::ask(&ground.db, &ground.visitor(), ask(id, "odile", "browser")).await.unwrap();
    }
    assert_eq!(ground.number("select count(*) from job where kind = 'sign_in_letter'").await, 1);
    ground.close().await;
}

#[tokio::test]
async fn the_letter_of_a_used_sign_in_is_not_written_any_more() {
    let ground = Ground::open().await;
    let id = SignInId(ground.db.entropy().id());
    sign_in::ask(&ground.db, &ground.visitor(), ask(id, "odile", "browser")).await.unwrap();
    let letter = sign_in::letter(&ground.db, &ground.house(), id).await.unwrap().unwrap();
    assert_eq!(letter.host, "nievre.localhost");
    ground.follow(&letter, "browser").await.unwrap();
    assert!(sign_in::letter(&ground.db, &ground.house(), id).await.unwrap().is_none());
    ground.close().await;
}

#[tokio::test]
async fn a8_a_token_opens_its_own_door_only() {
    let ground = Ground::open().await;
    let letter = ground.letter("odile", "browser").await;
    let known = session::identify(&ground.db, ground.here, &letter.link_token, kernel::Language::Fr).await.unwrap();
    assert!(known.is_none(), "a link is no session");
    let signed_in = ground.follow(&letter, "browser").await.unwrap();
    let as_link = redeem::peek_link(&ground.db, &ground.visitor(), &signed_in.session_token, "browser").await.unwrap();
    assert_eq!(as_link, LinkState::Expired, "a session is no link");
    ground.close().await;
}

#[tokio::test]
async fn a_link_of_one_community_is_nothing_in_another() {
    let ground = Ground::open().await;
    let elsewhere = ground.letter_in(CommunityId::PLATFORM, "odile", "browser").await;
    assert!(matches!(ground.follow(&elsewhere, "browser").await, Err(MembershipError::SignInExpired)));
    ground.close().await;
}
