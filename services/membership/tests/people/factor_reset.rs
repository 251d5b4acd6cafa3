//! An operator takes away what somebody has lost.

use crate::ground::{Ground, address};
use chrono::Duration;
use kernel::{AccountChangeId, Act, Assurance, Caller, CommunityId, Forbidden, Language};
use membership::{
    MembershipError, account_change, factor,
    factor_reset::{self, AskReset},
    limits, operator, session,
};

async fn identify(ground: &Ground, token: &str) -> Option<Caller> {
    session::identify(&ground.db, ground.here, token, Language::Fr).await.unwrap().map(|known| known.caller)
}

/// An operator, and Bruno with a code app that he is going to lose; the token of his session.
async fn ground_with_bruno() -> (Ground, Caller, String) {
    let ground = Ground::open().await;
    let house = Caller::house(CommunityId::PLATFORM);
    operator::appoint(&ground.db, &house, &address("nora"), Language::Fr).await.unwrap();
    let nora = ground.as_member_of(CommunityId::PLATFORM, "nora").await;
    let signed = ground.sign_in("bruno").await;
    let caller = identify(&ground, &signed.session_token).await.unwrap();
    let enrolment = factor::begin(&ground.db, &caller).await.unwrap();
    let code = factor::code_of(&enrolment.secret, ground.db.clock().now()).unwrap();
    let enrolled = factor::confirm(&ground.db, &caller, signed.session, &code).await.unwrap();
    (ground, nora, enrolled.proved.session_token)
}

async fn asks(ground: &Ground, who: &Caller, reason: &str) -> Result<kernel::Timestamp, MembershipError> {
    let cmd = AskReset { email: address("bruno"), reason: reason.to_owned() };
    factor_reset::ask(&ground.db, who, cmd).await
}

/// The wish, as its job names it.
async fn wish(ground: &Ground) -> AccountChangeId {
    let id: uuid::Uuid = sqlx::query_scalar("select id from account_change where kind = 'reset_asked'")
        .fetch_one(&mut ground.scratch.owner().await)
        .await
        .unwrap();
    id.into()
}

#[tokio::test]
async fn a10_lost_factors_go_after_three_days_and_whoever_has_none_signs_in_by_letter_again() {
    let (ground, nora, token) = ground_with_bruno().await;
    assert!(asks(&ground, &nora, " ").await.is_err(), "not without a reason");
    let due = asks(&ground, &nora, "Vu en visio, avec Odile.").await.unwrap();
    assert_eq!(due - ground.db.clock().now(), limits::UNDO_LIFE);
    assert_eq!(asks(&ground, &nora, "Encore.").await.unwrap(), due);
    assert_eq!(
        ground.number("select count(*) from job where kind = 'reset_factors'").await,
        1,
        "asked twice, done once"
    );
    let platform = Caller::house(CommunityId::PLATFORM);
    let told = account_change::letter(&ground.db, &platform, wish(&ground).await).await.unwrap().unwrap();
    assert_eq!((told.email, told.undo_until), (address("bruno"), due));
    let still = identify(&ground, &token).await.unwrap();
    assert!(factor::protection(&ground.db, &still).await.unwrap().has_factor(), "nothing is done yet");

    ground.pass(limits::UNDO_LIFE);
    assert!(factor_reset::carry_out(&ground.db, &platform, wish(&ground).await).await.unwrap());
    assert!(!factor_reset::carry_out(&ground.db, &platform, wish(&ground).await).await.unwrap(), "once");
    assert!(identify(&ground, &token).await.is_none(), "every session has ended");
    let signed = ground.sign_in("bruno").await;
    let caller = identify(&ground, &signed.session_token).await.unwrap();
    assert_eq!((caller.assurance, caller.must(Act::ChangeOwnAccess)), (Assurance::FreshSignIn, Ok(())));
    assert_eq!(ground.number("select count(*) from recovery_code").await, 0);
    assert_eq!(
        ground.number("select count(*) from account_change where kind = 'factor_removed'").await,
        1,
        "and it is told"
    );
    ground.close().await;
}

#[tokio::test]
async fn a10_whoever_reads_the_letter_stops_it() {
    let (ground, nora, token) = ground_with_bruno().await;
    asks(&ground, &nora, "Quelqu’un a téléphoné.").await.unwrap();
    let platform = Caller::house(CommunityId::PLATFORM);
    let told = account_change::letter(&ground.db, &platform, wish(&ground).await).await.unwrap().unwrap();
    ground.pass(limits::UNDO_LIFE - Duration::seconds(1));
    let visitor = Caller::anonymous(CommunityId::PLATFORM, Language::Fr);
    account_change::undo(&ground.db, &visitor, &told.undo_token).await.unwrap();
    ground.pass(Duration::seconds(1));
    assert!(!factor_reset::carry_out(&ground.db, &platform, wish(&ground).await).await.unwrap());
    assert!(identify(&ground, &token).await.is_none(), "whoever asked for it may sit somewhere");
    let signed = ground.sign_in("bruno").await;
    let caller = identify(&ground, &signed.session_token).await.unwrap();
    assert!(factor::protection(&ground.db, &caller).await.unwrap().has_factor());
    assert_eq!(caller.assurance, Assurance::Session);
    ground.close().await;
}

#[tokio::test]
async fn a3_only_an_operator_who_has_shown_a_second_factor_may_ask_and_only_for_who_has_one() {
    let (ground, nora, _) = ground_with_bruno().await;
    let owner = ground.as_member("odile").await;
    let refused = asks(&ground, &owner, "Il le demande.").await;
    assert!(matches!(refused, Err(MembershipError::Forbidden(Forbidden::ByRule))), "an account is not a community's");
    let unsure = asks(&ground, &nora.clone().assured(Assurance::Session), "Il le demande.").await;
    assert!(matches!(unsure, Err(MembershipError::Forbidden(Forbidden::Unsure(Assurance::SecondFactor)))));
    for name in ["claire", "nobody"] {
        let cmd = AskReset { email: address(name), reason: "Perdu.".to_owned() };
        assert!(matches!(factor_reset::ask(&ground.db, &nora, cmd).await, Err(MembershipError::NotFound)), "{name}");
    }
    ground.close().await;
}
