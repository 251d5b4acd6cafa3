//! Who is behind a cookie.

use crate::ground::Ground;
use chrono::Duration;
use kernel::{Act, Caller, CommunityId, Language, Role, Standing, Who};
use membership::{
    MembershipError,
    hold::{Held, still_hold},
    limits, role,
    role::GiveRole,
    session, suspend,
    suspend::Suspend,
};

async fn identify(ground: &Ground, token: &str) -> Option<Caller> {
    session::identify(&ground.db, ground.here, token, Language::En).await.unwrap().map(|known| known.caller)
}

#[tokio::test]
async fn somebody_without_a_place_here_is_an_account_and_a_member_a_member() {
    let ground = Ground::open().await;
    let stranger = ground.sign_in("stranger").await;
    let known = identify(&ground, &stranger.session_token).await.unwrap();
    assert_eq!((known.who, known.language), (Who::Account(stranger.account), Language::En));
    let bruno = ground.sign_in("bruno").await;
    let known = identify(&ground, &bruno.session_token).await.unwrap();
    let me = known.me().unwrap();
    assert_eq!((me.standing, me.role, known.language), (Standing::Member, Role::None, Language::Fr));
    ground.close().await;
}

#[tokio::test]
async fn a6_a_session_that_was_signed_out_is_refused_at_the_next_request() {
    let ground = Ground::open().await;
    let bruno = ground.sign_in("bruno").await;
    let caller = identify(&ground, &bruno.session_token).await.unwrap();
    session::sign_out(&ground.db, &caller, bruno.session).await.unwrap();
    assert!(identify(&ground, &bruno.session_token).await.is_none());
    session::sign_out(&ground.db, &caller, bruno.session).await.unwrap();
    ground.close().await;
}

#[tokio::test]
async fn nobody_ends_somebody_else_s_session() {
    let ground = Ground::open().await;
    let bruno = ground.sign_in("bruno").await;
    let claire = ground.sign_in("claire").await;
    let caller = identify(&ground, &claire.session_token).await.unwrap();
    let refused = session::sign_out(&ground.db, &caller, bruno.session).await;
    assert!(matches!(refused, Err(MembershipError::NotFound)));
    assert!(identify(&ground, &bruno.session_token).await.is_some());
    session::sign_out_everywhere(&ground.db, &caller).await.unwrap();
    assert!(identify(&ground, &claire.session_token).await.is_none());
    assert!(identify(&ground, &bruno.session_token).await.is_some());
    ground.close().await;
}

#[tokio::test]
async fn a6_a_suspended_member_is_refused_inside_at_the_next_request() {
    let ground = Ground::open().await;
    let bruno = ground.sign_in("bruno").await;
    let owner = ground.as_member("odile").await;
    let member = ground.id_of("bruno").await;
    suspend::suspend(&ground.db, &owner, Suspend { member, reason: "Insultes".to_owned() }).await.unwrap();
    let known = identify(&ground, &bruno.session_token).await.unwrap();
    assert_eq!(known.me().unwrap().standing, Standing::Suspended);
    assert!(known.must(Act::ReadListings).is_err() && known.must(Act::Converse).is_err());
    ground.close().await;
}

#[tokio::test]
async fn a6_what_is_open_holds_as_long_as_its_session_and_its_members_standing_and_only_here() {
    let ground = Ground::open().await;
    let (bruno, claire) = (ground.sign_in("bruno").await, ground.sign_in("claire").await);
    let (first, second) = (
        identify(&ground, &bruno.session_token).await.unwrap(),
        identify(&ground, &claire.session_token).await.unwrap(),
    );
    // Bruno has two pages open.
    let held = [(&first, &bruno), (&second, &claire), (&first, &bruno)];
    let held = held.map(|(caller, signed)| Held::by(caller, signed.session));
    let holds = async |community| still_hold(&ground.db, community, &held).await.unwrap();
    assert_eq!(holds(ground.here).await, [true, true, true]);
    assert_eq!(holds(CommunityId::PLATFORM).await, [false, false, false], "nobody has those sessions there");
    let (owner, member) = (ground.as_member("odile").await, ground.id_of("bruno").await);
    suspend::suspend(&ground.db, &owner, Suspend { member, reason: "Insultes".to_owned() }).await.unwrap();
    assert_eq!(holds(ground.here).await, [false, true, false]);
    session::sign_out_everywhere(&ground.db, &second).await.unwrap();
    assert_eq!(holds(ground.here).await, [false, false, false]);
    ground.close().await;
}

#[tokio::test]
async fn a6_a_new_office_ends_the_old_sessions() {
    let ground = Ground::open().await;
    let bruno = ground.sign_in("bruno").await;
    let owner = ground.as_member("odile").await;
    let member = ground.id_of("bruno").await;
    role::give_role(&ground.db, &owner, GiveRole { member, role: Role::Steward }).await.unwrap();
    assert!(identify(&ground, &bruno.session_token).await.is_none());
    let again = ground.sign_in("bruno").await;
    let staff = identify(&ground, &again.session_token).await.unwrap();
    assert_eq!(staff.me().unwrap().role, Role::Steward);
    ground.close().await;
}

#[tokio::test]
async fn a5_stewards_and_owners_are_asked_again_after_half_an_hour_and_members_are_not() {
    let ground = Ground::open().await;
    let (odile, bruno) = (ground.sign_in("odile").await, ground.sign_in("bruno").await);
    ground.pass(limits::STAFF_SESSION_IDLE);
    assert!(identify(&ground, &odile.session_token).await.is_none());
    assert!(identify(&ground, &bruno.session_token).await.is_some());
    ground.close().await;
}

#[tokio::test]
async fn a5_a_session_in_use_lives_on_and_ends_after_thirty_days_whatever_its_use() {
    let ground = Ground::open().await;
    let bruno = ground.sign_in("bruno").await;
    for _ in 0..29 {
        ground.pass(Duration::days(1));
        assert!(identify(&ground, &bruno.session_token).await.is_some());
    }
    ground.pass(Duration::days(1));
    assert!(identify(&ground, &bruno.session_token).await.is_none());
    ground.pass(-Duration::days(20));
    assert!(identify(&ground, &bruno.session_token).await.is_none(), "a7: the clock went back, the session did not");
    ground.close().await;
}

#[tokio::test]
async fn the_last_use_is_written_once_a_minute() {
    let ground = Ground::open().await;
    let bruno = ground.sign_in("bruno").await;
    let seen = "select extract(epoch from max(seen_at))::bigint from session";
    let first = ground.number(seen).await;
    ground.pass(limits::SEEN_EVERY - Duration::seconds(1));
    identify(&ground, &bruno.session_token).await.unwrap();
    assert_eq!(ground.number(seen).await, first);
    ground.pass(Duration::seconds(1));
    identify(&ground, &bruno.session_token).await.unwrap();
    assert_eq!(ground.number(seen).await, first + 60);
    ground.close().await;
}

#[tokio::test]
async fn t12_a_session_of_one_community_is_anonymous_in_another() {
    let ground = Ground::open().await;
    let bruno = ground.sign_in("bruno").await;
    let there = session::identify(&ground.db, CommunityId::PLATFORM, &bruno.session_token, Language::Fr).await.unwrap();
    assert!(there.is_none());
    ground.close().await;
}

#[tokio::test]
async fn what_nobody_needs_any_more_is_swept_away() {
    let ground = Ground::open().await;
    ground.sign_in("bruno").await;
    ground.pass(limits::SIGN_IN_LIFE + limits::SIGN_IN_KEPT + Duration::seconds(1));
    let swept = membership::housekeeping::sweep(&ground.db, &ground.house()).await.unwrap();
    assert_eq!((swept.sign_ins, swept.sessions), (1, 0));
    ground.pass(limits::SESSION_LIFE + limits::SESSION_KEPT);
    let swept = membership::housekeeping::sweep(&ground.db, &ground.house()).await.unwrap();
    assert_eq!((swept.sign_ins, swept.sessions), (0, 1));
    ground.close().await;
}
