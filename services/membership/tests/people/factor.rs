//! The second factor.

use crate::ground::{Ground, address};
use chrono::Duration;
use data_encoding::BASE32_NOPAD;
use futures_util::future::join_all;
use kernel::{Act, Assurance, Caller, Forbidden, Language, SessionId};
use membership::{
    MembershipError, account_change,
    factor::{self, Enrolled, Enrolment, Proved},
    limits,
    redeem::SignedIn,
    session,
};

async fn identify(ground: &Ground, token: &str) -> Option<Caller> {
    session::identify(&ground.db, ground.here, token, Language::Fr).await.unwrap().map(|known| known.caller)
}

/// What the application on the telephone shows now.
fn code(ground: &Ground, enrolment: &Enrolment) -> String {
    factor::code_of(&enrolment.secret, ground.db.clock().now()).unwrap()
}

/// Odile, who owns the community, with a factor that she has just set up.
async fn odile(ground: &Ground) -> (SignedIn, Enrolment, Enrolled) {
    let signed = ground.sign_in("odile").await;
    let caller = identify(ground, &signed.session_token).await.unwrap();
    let enrolment = factor::begin(&ground.db, &caller).await.unwrap();
    let typed = code(ground, &enrolment);
    let enrolled = factor::confirm(&ground.db, &caller, signed.session, &typed).await.unwrap();
    (signed, enrolment, enrolled)
}

/// She signs in anew.
async fn again(ground: &Ground) -> (SessionId, Caller) {
    let signed = ground.sign_in("odile").await;
    (signed.session, identify(ground, &signed.session_token).await.unwrap())
}

async fn proves(ground: &Ground, code: &str) -> Result<Proved, MembershipError> {
    let (session, caller) = again(ground).await;
    factor::prove(&ground.db, &caller, session, code).await
}

#[tokio::test]
async fn a3_without_a_factor_nothing_is_done_in_an_office_and_setting_one_up_shows_it() {
    let ground = Ground::open().await;
    let signed = ground.sign_in("odile").await;
    let caller = identify(&ground, &signed.session_token).await.unwrap();
    assert_eq!(caller.must(Act::GiveRoles), Err(Forbidden::Unsure(Assurance::SecondFactor)));
    let enrolment = factor::begin(&ground.db, &caller).await.unwrap();
    let wrong = factor::confirm(&ground.db, &caller, signed.session, "000000").await;
    assert!(matches!(wrong, Err(MembershipError::FactorCodeWrong)));
    assert_eq!(factor::begun(&ground.db, &caller).await.unwrap(), Some(enrolment.clone()), "nothing is lost by a slip");
    assert!(factor::protection(&ground.db, &caller).await.unwrap().since.is_none(), "nobody is held to it yet");
    let typed = code(&ground, &enrolment);
    let enrolled = factor::confirm(&ground.db, &caller, signed.session, &typed).await.unwrap();
    assert!(identify(&ground, &signed.session_token).await.is_none(), "a5: the session goes on under another token");
    let sure = identify(&ground, &enrolled.proved.session_token).await.unwrap();
    assert_eq!((sure.assurance, sure.must(Act::GiveRoles)), (Assurance::SecondFactor, Ok(())));
    assert_eq!(factor::protection(&ground.db, &sure).await.unwrap().recovery_codes, 10);
    assert!(matches!(factor::begin(&ground.db, &sure).await, Err(MembershipError::FactorAlready)));
    ground.close().await;
}

#[tokio::test]
async fn a3_a_code_is_taken_once_and_of_many_at_once_one_is() {
    let ground = Ground::open().await;
    let (_, enrolment, _) = odile(&ground).await;
    let (session, caller) = again(&ground).await;
    let proves = async |code: String| factor::prove(&ground.db, &caller, session, &code).await;
    let refused = proves(code(&ground, &enrolment)).await;
    assert!(matches!(refused, Err(MembershipError::FactorCodeWrong)), "the first code has been used to set it up");
    ground.pass(Duration::seconds(30));
    let fresh = code(&ground, &enrolment);
    let tries = (0..4).map(|_| factor::prove(&ground.db, &caller, session, &fresh));
    let done = join_all(tries).await.into_iter().flatten().count();
    assert_eq!(done, 1);
    ground.pass(Duration::seconds(30));
    let late = proves(fresh).await;
    assert!(matches!(late, Err(MembershipError::FactorCodeWrong)), "nor a step later, when its time is not over");
    assert!(proves(code(&ground, &enrolment)).await.is_ok());
    ground.pass(-Duration::seconds(60));
    let back = proves(code(&ground, &enrolment)).await;
    assert!(
        matches!(back, Err(MembershipError::FactorCodeWrong)),
        "a7: a clock that goes back makes no code good again"
    );
    ground.close().await;
}

#[tokio::test]
async fn a3_the_proof_counts_for_half_an_hour_and_does_not_come_alive_again() {
    let ground = Ground::open().await;
    let (_, _, enrolled) = odile(&ground).await;
    let token = &enrolled.proved.session_token;
    ground.pass(limits::PROOF / 2);
    assert!(identify(&ground, token).await.unwrap().must(Act::Suspend).is_ok());
    ground.pass(limits::PROOF / 2 - Duration::seconds(1));
    assert!(identify(&ground, token).await.unwrap().must(Act::Suspend).is_ok());
    ground.pass(Duration::seconds(1));
    for back in [Duration::zero(), -Duration::hours(1)] {
        ground.pass(back);
        let caller = identify(&ground, token).await.unwrap();
        assert_eq!(caller.must(Act::Suspend), Err(Forbidden::Unsure(Assurance::SecondFactor)));
    }
    ground.close().await;
}

#[tokio::test]
async fn a3_recovery_codes_work_once_each_and_new_ones_make_old_ones_worthless() {
    let ground = Ground::open().await;
    let (_, _, enrolled) = odile(&ground).await;
    let [first, second, ..] = enrolled.recovery_codes.as_slice() else { unreachable!() };
    assert_eq!(enrolled.recovery_codes.len(), 10);
    let proved = proves(&ground, &first.to_uppercase().replace('-', " ")).await.unwrap();
    assert!(matches!(proves(&ground, first).await, Err(MembershipError::FactorCodeWrong)), "used is used");
    let sure = identify(&ground, &proved.session_token).await.unwrap();
    assert_eq!(factor::protection(&ground.db, &sure).await.unwrap().recovery_codes, 9);
    let fresh = factor::renew_recovery_codes(&ground.db, &sure).await.unwrap();
    assert!(matches!(proves(&ground, second).await, Err(MembershipError::FactorCodeWrong)));
    assert!(proves(&ground, &fresh[0]).await.is_ok());
    ground.close().await;
}

#[tokio::test]
async fn a3_the_database_alone_opens_nothing() {
    let ground = Ground::open().await;
    let (_, enrolment, enrolled) = odile(&ground).await;
    let secret = BASE32_NOPAD.decode(enrolment.secret.replace(' ', "").as_bytes()).unwrap();
    let mut owner = ground.scratch.owner().await;
    let closed: Vec<u8> = sqlx::query_scalar("select secret from totp").fetch_one(&mut owner).await.unwrap();
    assert!(!closed.windows(4).any(|part| secret.windows(4).any(|other| part == other)));
    let kept: Vec<String> = sqlx::query_scalar("select mark from recovery_code").fetch_all(&mut owner).await.unwrap();
    for code in &enrolled.recovery_codes {
        assert!(!kept.contains(code) && !kept.contains(&code.replace('-', "")));
    }
    drop(owner);
    ground.close().await;
}

#[tokio::test]
async fn a10_whoever_has_a_factor_shows_it_before_anything_of_the_account_is_changed() {
    let ground = Ground::open().await;
    let (_, enrolment, _) = odile(&ground).await;
    let (session, fresh) = again(&ground).await;
    assert_eq!(
        fresh.must(Act::ChangeOwnAccess),
        Err(Forbidden::Unsure(Assurance::FreshSignIn)),
        "signing in is not enough"
    );
    assert!(matches!(factor::remove(&ground.db, &fresh).await, Err(MembershipError::Forbidden(_))));
    assert!(matches!(factor::renew_recovery_codes(&ground.db, &fresh).await, Err(MembershipError::Forbidden(_))));
    ground.pass(Duration::seconds(30));
    let proved = factor::prove(&ground.db, &fresh, session, &code(&ground, &enrolment)).await.unwrap();
    let sure = identify(&ground, &proved.session_token).await.unwrap();
    factor::remove(&ground.db, &sure).await.unwrap();
    assert!(matches!(factor::remove(&ground.db, &sure).await, Err(MembershipError::FactorMissing)));
    ground.close().await;
}

/// The link of the newest letter that told of a change.
async fn undo_link(ground: &Ground) -> String {
    let id: uuid::Uuid = sqlx::query_scalar("select id from account_change order by place desc limit 1")
        .fetch_one(&mut ground.scratch.owner().await)
        .await
        .unwrap();
    let letter = account_change::letter(&ground.db, &ground.house(), id.into()).await.unwrap().unwrap();
    assert_eq!(letter.email, address("odile"));
    letter.undo_token
}

#[tokio::test]
async fn a10_a_factor_that_somebody_else_added_or_removed_is_taken_back() {
    let ground = Ground::open().await;
    let (_, enrolment, enrolled) = odile(&ground).await;
    let added = undo_link(&ground).await;
    let sure = identify(&ground, &enrolled.proved.session_token).await.unwrap();
    factor::remove(&ground.db, &sure).await.unwrap();
    let removed = undo_link(&ground).await;
    // A factor of the thief's own, in the place of hers.
    let (session, thief) = again(&ground).await;
    let theirs = factor::begin(&ground.db, &thief).await.unwrap();
    let typed = code(&ground, &theirs);
    factor::confirm(&ground.db, &thief, session, &typed).await.unwrap();

    account_change::undo(&ground.db, &ground.visitor(), &removed).await.unwrap();
    assert!(identify(&ground, &enrolled.proved.session_token).await.is_none(), "every session has ended");
    ground.pass(Duration::seconds(30));
    assert!(matches!(proves(&ground, &code(&ground, &theirs)).await, Err(MembershipError::FactorCodeWrong)));
    assert!(proves(&ground, &code(&ground, &enrolment)).await.is_ok(), "her own factor protects her again");
    account_change::undo(&ground.db, &ground.visitor(), &added).await.unwrap();
    let (_, caller) = again(&ground).await;
    assert!(factor::protection(&ground.db, &caller).await.unwrap().since.is_none());
    ground.close().await;
}

#[tokio::test]
async fn a7_what_was_begun_is_confirmed_within_the_hour_or_begun_anew() {
    let ground = Ground::open().await;
    let signed = ground.sign_in("bruno").await;
    let caller = identify(&ground, &signed.session_token).await.unwrap();
    let enrolment = factor::begin(&ground.db, &caller).await.unwrap();
    ground.pass(limits::ENROLMENT_LIFE);
    let typed = code(&ground, &enrolment);
    let late = factor::confirm(&ground.db, &caller, signed.session, &typed).await;
    assert!(matches!(late, Err(MembershipError::FactorMissing)));
    ground.close().await;
}

#[tokio::test]
async fn a9_nobody_guesses_a_code_by_trying() {
    let ground = Ground::open().await;
    let (_, enrolment, _) = odile(&ground).await;
    let (session, caller) = again(&ground).await;
    let mut refused = Vec::new();
    for n in 0..12 {
        refused.push(factor::prove(&ground.db, &caller, session, &format!("{n:06}")).await.unwrap_err());
    }
    assert!(matches!(refused[8], MembershipError::FactorCodeWrong));
    assert!(matches!(refused[11], MembershipError::TooOften(_)));
    ground.pass(Duration::minutes(10));
    let (session, caller) = again(&ground).await;
    assert!(factor::prove(&ground.db, &caller, session, &code(&ground, &enrolment)).await.is_ok());
    ground.close().await;
}
