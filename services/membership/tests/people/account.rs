//! Another address, and taking a change back.

use crate::ground::{Ground, address};
use chrono::Duration;
use kernel::{AddressChangeId, Assurance, Caller, CommunityId, Language, SessionId};
use membership::{
    MembershipError, account, account_change,
    address_change::{self, AskAddressChange},
    limits,
    redeem::{LinkState, SignedIn},
    session,
    sign_in::LetterContent,
};

const NEW: &str = "bruno.new";

async fn identify(ground: &Ground, signed: &SignedIn) -> Option<Caller> {
    let known = session::identify(&ground.db, ground.here, &signed.session_token, Language::Fr).await.unwrap();
    known.map(|known| known.caller)
}

/// Bruno, signed in a moment ago.
async fn bruno(ground: &Ground) -> (SignedIn, Caller) {
    let signed = ground.sign_in("bruno").await;
    let caller = identify(ground, &signed).await.unwrap();
    (signed, caller)
}

async fn asks(
    ground: &Ground,
    caller: &Caller,
    session: SessionId,
    name: &str,
) -> Result<LetterContent, MembershipError> {
    let id = AddressChangeId(ground.db.entropy().id());
    let cmd = AskAddressChange {
        id,
        email: address(name),
        session,
        host: "nievre.localhost".to_owned(),
        language: Language::Fr,
    };
    address_change::ask(&ground.db, caller, cmd).await?;
    Ok(address_change::letter(&ground.db, &ground.house(), id).await?.unwrap())
}

/// The link of the last letter that told of a change.
async fn undo_link(ground: &Ground) -> String {
    let id: uuid::Uuid = sqlx::query_scalar("select id from account_change order by place desc limit 1")
        .fetch_one(&mut ground.scratch.owner().await)
        .await
        .unwrap();
    account_change::letter(&ground.db, &ground.house(), id.into()).await.unwrap().unwrap().undo_token
}

async fn email_of(ground: &Ground, caller: &Caller) -> String {
    account::own(&ground.db, caller).await.unwrap().email.to_string()
}

#[tokio::test]
async fn a10_a_new_address_holds_once_its_letter_was_followed_and_the_old_one_is_told() {
    let ground = Ground::open().await;
    let (signed, caller) = bruno(&ground).await;
    let letter = asks(&ground, &caller, signed.session, NEW).await.unwrap();
    assert_eq!((letter.email.clone(), letter.host.as_str()), (address(NEW), "nievre.localhost"));
    assert_eq!(email_of(&ground, &caller).await, "bruno@example.test", "asking changes nothing");
    for _ in 0..5 {
        let state = address_change::peek_link(&ground.db, &caller, signed.session, &letter.link_token).await.unwrap();
        assert_eq!(state, LinkState::Usable, "looking uses nothing up");
    }
    address_change::confirm_link(&ground.db, &caller, signed.session, &letter.link_token).await.unwrap();
    assert_eq!(email_of(&ground, &caller).await, "bruno.new@example.test");
    let again = address_change::confirm_link(&ground.db, &caller, signed.session, &letter.link_token).await;
    assert!(matches!(again, Err(MembershipError::SignInExpired)), "a link works once");
    let told = ground.number("select count(*) from job where kind = 'account_changed'").await;
    assert_eq!(told, 1, "and the old address is told, once");
    let old = ground.letter("bruno", "elsewhere").await;
    let refused = ground.follow(&old, "elsewhere").await;
    assert!(matches!(refused, Err(MembershipError::AddressReplaced)), "nobody signs in with the old one");
    let new = ground.sign_in(NEW).await;
    assert_eq!(new.account, signed.account, "the new one is the same person");
    ground.close().await;
}

#[tokio::test]
async fn a10_whoever_signed_in_a_while_ago_changes_no_address() {
    let ground = Ground::open().await;
    let (signed, caller) = bruno(&ground).await;
    assert_eq!(caller.assurance, Assurance::FreshSignIn);
    ground.pass(limits::FRESH - Duration::seconds(1));
    assert!(asks(&ground, &identify(&ground, &signed).await.unwrap(), signed.session, NEW).await.is_ok());
    ground.pass(Duration::seconds(1));
    let later = identify(&ground, &signed).await.unwrap();
    let refused = asks(&ground, &later, signed.session, NEW).await;
    assert!(matches!(refused, Err(MembershipError::Forbidden(kernel::Forbidden::Unsure(_)))));
    ground.pass(-Duration::hours(1));
    let back = identify(&ground, &signed).await.unwrap();
    assert_eq!(back.assurance, Assurance::Session, "a7: the clock went back, what was over stays over");
    ground.close().await;
}

#[tokio::test]
async fn a10_the_link_is_good_for_the_session_that_asked_and_no_other() {
    let ground = Ground::open().await;
    let (signed, caller) = bruno(&ground).await;
    let letter = asks(&ground, &caller, signed.session, NEW).await.unwrap();
    let other = ground.sign_in("bruno").await;
    let state = address_change::peek_link(&ground.db, &caller, other.session, &letter.link_token).await.unwrap();
    assert_eq!(state, LinkState::OtherBrowser);
    let elsewhere = address_change::confirm_link(&ground.db, &caller, other.session, &letter.link_token).await;
    assert!(matches!(elsewhere, Err(MembershipError::SignInExpired)));
    let claire = identify(&ground, &ground.sign_in("claire").await).await.unwrap();
    let stolen = address_change::confirm_link(&ground.db, &claire, signed.session, &letter.link_token).await;
    assert!(matches!(stolen, Err(MembershipError::SignInExpired)));
    let typed = address_change::confirm_code(&ground.db, &caller, other.session, &letter.code).await;
    assert!(matches!(typed, Err(MembershipError::SignInExpired)));
    let code = format!(" {} ", letter.code);
    address_change::confirm_code(&ground.db, &caller, signed.session, &code).await.unwrap();
    ground.close().await;
}

#[tokio::test]
async fn a10_five_wrong_codes_burn_the_wish() {
    let ground = Ground::open().await;
    let (signed, caller) = bruno(&ground).await;
    let letter = asks(&ground, &caller, signed.session, NEW).await.unwrap();
    let wrong = if letter.code == "000000" { "111111" } else { "000000" };
    for _ in 0..limits::CODE_ATTEMPTS {
        let refused = address_change::confirm_code(&ground.db, &caller, signed.session, wrong).await;
        assert!(matches!(refused, Err(MembershipError::CodeWrong)));
    }
    let burnt = address_change::confirm_code(&ground.db, &caller, signed.session, &letter.code).await;
    assert!(matches!(burnt, Err(MembershipError::SignInExpired)));
    let link = address_change::confirm_link(&ground.db, &caller, signed.session, &letter.link_token).await;
    assert!(matches!(link, Err(MembershipError::SignInExpired)));
    ground.close().await;
}

#[tokio::test]
async fn a7_a_wish_holds_until_its_last_second_and_does_not_come_alive_again() {
    let ground = Ground::open().await;
    let (signed, caller) = bruno(&ground).await;
    let early = asks(&ground, &caller, signed.session, NEW).await.unwrap();
    ground.pass(limits::SIGN_IN_LIFE - Duration::seconds(1));
    address_change::confirm_link(&ground.db, &caller, signed.session, &early.link_token).await.unwrap();
    let late = asks(&ground, &caller, signed.session, "bruno.third").await.unwrap();
    ground.pass(limits::SIGN_IN_LIFE + Duration::seconds(1));
    for back in [Duration::zero(), -Duration::hours(1)] {
        ground.pass(back);
        let refused = address_change::confirm_link(&ground.db, &caller, signed.session, &late.link_token).await;
        assert!(matches!(refused, Err(MembershipError::SignInExpired)));
    }
    ground.close().await;
}

#[tokio::test]
async fn a1_asking_for_somebody_s_address_is_answered_like_asking_for_nobody_s() {
    let ground = Ground::open().await;
    let (signed, caller) = bruno(&ground).await;
    let claire = asks(&ground, &caller, signed.session, "claire").await.unwrap();
    assert!(asks(&ground, &caller, signed.session, "nobody").await.is_ok());
    let taken = address_change::confirm_link(&ground.db, &caller, signed.session, &claire.link_token).await;
    assert!(matches!(taken, Err(MembershipError::AddressTaken)), "only who reads her letters is told");
    assert_eq!(email_of(&ground, &caller).await, "bruno@example.test");
    let own = asks(&ground, &caller, signed.session, "bruno").await;
    assert!(matches!(own, Err(MembershipError::AddressSame)));
    ground.close().await;
}

#[tokio::test]
async fn a10_this_was_not_me_restores_the_address_and_ends_every_session_everywhere() {
    let ground = Ground::open().await;
    let (thief, caller) = bruno(&ground).await;
    let letter = asks(&ground, &caller, thief.session, "thief").await.unwrap();
    address_change::confirm_link(&ground.db, &caller, thief.session, &letter.link_token).await.unwrap();
    let undo = undo_link(&ground).await;
    // The thief goes on, and signs in on the platform's host as well.
    let further = asks(&ground, &caller, thief.session, "thief.two").await.unwrap();
    address_change::confirm_link(&ground.db, &caller, thief.session, &further.link_token).await.unwrap();
    let platform = ground.letter_in(CommunityId::PLATFORM, "thief.two", "b").await;
    let visitor = Caller::anonymous(CommunityId::PLATFORM, Language::Fr);
    let there =
        membership::redeem::redeem_link(&ground.db, &visitor, crate::ground::link(&platform, "b")).await.unwrap();
    let waiting = asks(&ground, &caller, thief.session, "thief.three").await.unwrap();

    for _ in 0..3 {
        assert!(
            account_change::peek(&ground.db, &ground.visitor(), &undo).await.unwrap().is_some(),
            "looking changes nothing"
        );
    }
    account_change::undo(&ground.db, &ground.visitor(), &undo).await.unwrap();
    assert_eq!(email_of(&ground, &caller).await, "bruno@example.test");
    assert!(identify(&ground, &thief).await.is_none(), "the session here has ended");
    let known = session::identify(&ground.db, CommunityId::PLATFORM, &there.session_token, Language::Fr).await.unwrap();
    assert!(known.is_none(), "and the one of another community");
    let wish = address_change::confirm_link(&ground.db, &caller, thief.session, &waiting.link_token).await;
    assert!(matches!(wish, Err(MembershipError::SignInExpired)), "no wish of theirs can be confirmed");
    let again = account_change::undo(&ground.db, &ground.visitor(), &undo).await;
    assert!(matches!(again, Err(MembershipError::TooLateToUndo)), "the link works once");
    assert_eq!(ground.sign_in("bruno").await.account, thief.account, "the owner is in again");
    ground.close().await;
}

#[tokio::test]
async fn a10_a7_this_was_not_me_holds_for_72_hours_and_not_a_second_longer() {
    for (wait, good) in [(limits::UNDO_LIFE - Duration::seconds(1), true), (limits::UNDO_LIFE, false)] {
        let ground = Ground::open().await;
        let (signed, caller) = bruno(&ground).await;
        let letter = asks(&ground, &caller, signed.session, NEW).await.unwrap();
        address_change::confirm_link(&ground.db, &caller, signed.session, &letter.link_token).await.unwrap();
        let undo = undo_link(&ground).await;
        ground.pass(wait);
        let undone = account_change::undo(&ground.db, &ground.visitor(), &undo).await;
        assert_eq!(undone.is_ok(), good, "after {wait}");
        ground.pass(-Duration::hours(1));
        let later = account_change::undo(&ground.db, &ground.visitor(), &undo).await;
        assert!(matches!(later, Err(MembershipError::TooLateToUndo)), "the clock went back, the link did not");
        if !good {
            ground.pass(Duration::days(3_650));
            let letter = ground.letter("bruno", "b").await;
            assert_ne!(ground.follow(&letter, "b").await.unwrap().account, signed.account, "the old address is free");
        }
        ground.close().await;
    }
}

#[tokio::test]
async fn a6_sign_out_everywhere_means_every_community() {
    let ground = Ground::open().await;
    let (here, caller) = bruno(&ground).await;
    let letter = ground.letter_in(CommunityId::PLATFORM, "bruno", "b").await;
    let visitor = Caller::anonymous(CommunityId::PLATFORM, Language::Fr);
    let there = membership::redeem::redeem_link(&ground.db, &visitor, crate::ground::link(&letter, "b")).await.unwrap();
    assert_eq!(session::sessions(&ground.db, &caller).await.unwrap().len(), 1, "each host shows its own");
    session::sign_out_everywhere(&ground.db, &caller).await.unwrap();
    assert!(identify(&ground, &here).await.is_none());
    let known = session::identify(&ground.db, CommunityId::PLATFORM, &there.session_token, Language::Fr).await.unwrap();
    assert!(known.is_none());
    let again = ground.sign_in("bruno").await;
    assert!(
        identify(&ground, &again).await.is_some(),
        "and whoever signs in afterwards, even at the same moment, is in"
    );
    ground.close().await;
}
