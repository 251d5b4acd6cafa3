//! Passkeys.

use crate::ground::{Ground, address};
use chrono::Duration;
use community::Outside;
use futures_util::future::join_all;
use kernel::{Act, Assurance, Caller, CommunityId, Forbidden, Language, SessionId};
use kit::Device;
use membership::{
    MembershipError, account_change, factor, limits,
    passkey::{self, AddPasskey, Added, Answer, Begun, PasskeySignIn, Venue},
    redeem::SignedIn,
    session,
};

/// A community below the installation's domain, a sibling of it, and one with a host of its own.
const NIEVRE: &str = "nievre.maillon.example";
const SIBLING: &str = "morvan.maillon.example";
const OWN: &str = "entraide-nievre.example";

fn venue(host: &str) -> Venue {
    let site = Outside { scheme: "https".to_owned(), port: None, host: "maillon.example".to_owned() };
    Venue::new(&site, host)
}

fn origin(host: &str) -> String {
    format!("https://{host}")
}

async fn identify(ground: &Ground, token: &str) -> Option<Caller> {
    session::identify(&ground.db, ground.here, token, Language::Fr).await.unwrap().map(|known| known.caller)
}

/// Somebody signs in by letter.
async fn signed_in(ground: &Ground, name: &str) -> (SessionId, Caller) {
    let signed = ground.sign_in(name).await;
    (signed.session, identify(ground, &signed.session_token).await.unwrap())
}

/// Adds a passkey on `host` with what the session has shown so far.
async fn adds(
    ground: &Ground,
    device: &mut Device,
    (session, caller): &(SessionId, Caller),
    host: &str,
) -> Result<Added, MembershipError> {
    let begun = passkey::begin_adding(&ground.db, caller, *session, &venue(host)).await?;
    let credential = device.create(&origin(host), &begun.options);
    let answer = Answer { challenge: begun.challenge, credential };
    let cmd = AddPasskey { name: "Mon téléphone".to_owned(), answer };
    passkey::add(&ground.db, caller, *session, &venue(host), cmd).await
}

/// Somebody with a passkey for the installation's domain.
async fn with_passkey(ground: &Ground, name: &str) -> (Device, Added) {
    let mut device = Device::default();
    let who = signed_in(ground, name).await;
    let added = adds(ground, &mut device, &who, NIEVRE).await.unwrap();
    (device, added)
}

async fn begins(ground: &Ground) -> Begun {
    passkey::begin_sign_in(&ground.db, &ground.visitor(), "browser", &venue(NIEVRE)).await.unwrap()
}

/// What a device said, as a browser sends it.
fn sent(begun: &Begun, credential: serde_json::Value) -> PasskeySignIn {
    PasskeySignIn {
        answer: Answer { challenge: begun.challenge, credential },
        browser: "browser".to_owned(),
        device: String::new(),
        user_agent: "Essai/1.0".to_owned(),
        return_to: "/listings".to_owned(),
    }
}

async fn enters(ground: &Ground, cmd: PasskeySignIn) -> Result<SignedIn, MembershipError> {
    passkey::sign_in(&ground.db, &ground.visitor(), &venue(NIEVRE), cmd).await
}

/// The whole way in.
async fn comes_in(ground: &Ground, device: &mut Device) -> Result<SignedIn, MembershipError> {
    let begun = begins(ground).await;
    let credential = device.get(&origin(NIEVRE), &begun.options);
    enters(ground, sent(&begun, credential)).await
}

fn is_refused<T>(answer: &Result<T, MembershipError>) -> bool {
    matches!(answer, Err(MembershipError::PasskeyRefused))
}

#[tokio::test]
async fn a3_a_passkey_protects_an_account_and_signs_in_with_both_factors_at_once() {
    let ground = Ground::open().await;
    let (mut device, added) = with_passkey(&ground, "odile").await;
    assert_eq!(added.recovery_codes.len(), 10, "her first second factor");
    let sure = identify(&ground, &added.proved.session_token).await.unwrap();
    assert_eq!(sure.must(Act::GiveRoles), Ok(()), "adding it has shown it");
    let protection = factor::protection(&ground.db, &sure).await.unwrap();
    assert!(protection.has_factor() && protection.since.is_none() && protection.passkeys == 1);
    let (session, by_letter) = signed_in(&ground, "odile").await;
    assert_eq!(by_letter.must(Act::ChangeOwnAccess), Err(Forbidden::Unsure(Assurance::FreshSignIn)));

    let begun = passkey::begin_proving(&ground.db, &by_letter, session, &venue(NIEVRE)).await.unwrap();
    let credential = device.get(&origin(NIEVRE), &begun.options);
    let answer = Answer { challenge: begun.challenge, credential };
    let proved = passkey::prove(&ground.db, &by_letter, session, &venue(NIEVRE), answer).await.unwrap();
    assert_eq!(identify(&ground, &proved.session_token).await.unwrap().must(Act::GiveRoles), Ok(()));

    let signed = comes_in(&ground, &mut device).await.unwrap();
    assert_eq!((signed.return_to.as_str(), Some(signed.account)), ("/listings", sure.account()));
    let caller = identify(&ground, &signed.session_token).await.unwrap();
    assert_eq!(caller.assurance, Assurance::SecondFactor);
    ground.pass(limits::PROOF);
    let later = identify(&ground, &signed.session_token).await.unwrap_or_else(|| ground.visitor());
    assert!(later.must(Act::GiveRoles).is_err(), "for half an hour");
    let own = passkey::passkeys(&ground.db, &caller).await.unwrap();
    assert_eq!((own.len(), own[0].name.as_str(), own[0].domain.as_str()), (1, "Mon téléphone", "maillon.example"));
    assert!(own[0].used_at.is_some());
    ground.close().await;
}

#[tokio::test]
async fn a3_an_answer_is_taken_once_and_of_many_at_once_one_is() {
    let ground = Ground::open().await;
    let (mut device, _) = with_passkey(&ground, "bruno").await;
    let begun = begins(&ground).await;
    let credential = device.get(&origin(NIEVRE), &begun.options);
    let tries = (0..4).map(|_| enters(&ground, sent(&begun, credential.clone())));
    assert_eq!(join_all(tries).await.into_iter().flatten().count(), 1);
    assert!(is_refused(&enters(&ground, sent(&begun, credential.clone())).await));
    let next = begins(&ground).await;
    assert!(is_refused(&enters(&ground, sent(&next, credential)).await), "it answers its own challenge only");
    let fresh = device.get(&origin(NIEVRE), &next.options);
    assert!(is_refused(&enters(&ground, sent(&next, fresh)).await), "a wrong answer has used the challenge up");
    assert!(comes_in(&ground, &mut device).await.is_ok());
    ground.close().await;
}

#[tokio::test]
async fn a3_a7_a_challenge_is_good_for_five_minutes_and_does_not_come_alive_again() {
    let ground = Ground::open().await;
    let (mut device, _) = with_passkey(&ground, "bruno").await;
    let (late, timely) = (begins(&ground).await, begins(&ground).await);
    ground.pass(limits::CHALLENGE_LIFE - Duration::seconds(1));
    let credential = device.get(&origin(NIEVRE), &timely.options);
    assert!(enters(&ground, sent(&timely, credential)).await.is_ok());
    ground.pass(Duration::seconds(1));
    for back in [Duration::zero(), -Duration::minutes(4)] {
        ground.pass(back);
        let credential = device.get(&origin(NIEVRE), &late.options);
        assert!(is_refused(&enters(&ground, sent(&late, credential)).await));
    }
    ground.close().await;
}

#[tokio::test]
async fn a3_what_was_signed_for_another_host_opens_nothing_even_where_both_share_the_domain() {
    let ground = Ground::open().await;
    let (mut device, _) = with_passkey(&ground, "bruno").await;
    for wrong in [SIBLING, OWN, "nievre.maillon.example.evil.example", "nievre.maillon.example:8443"] {
        let begun = begins(&ground).await;
        let credential = device.get(&origin(wrong), &begun.options);
        assert!(is_refused(&enters(&ground, sent(&begun, credential)).await), "{wrong}");
    }
    // Asked by one host, answered there, and handed to another.
    let begun = begins(&ground).await;
    let credential = device.get(&origin(NIEVRE), &begun.options);
    let handed = passkey::sign_in(&ground.db, &ground.visitor(), &venue(SIBLING), sent(&begun, credential)).await;
    assert!(is_refused(&handed));
    // On a host of its own the domain is another: no browser offers the key there, and no answer fits.
    let begun = passkey::begin_sign_in(&ground.db, &ground.visitor(), "browser", &venue(OWN)).await.unwrap();
    assert_eq!(begun.options["publicKey"]["rpId"], OWN);
    let mut asked = begun.options.clone();
    asked["publicKey"]["rpId"] = "maillon.example".into();
    let credential = device.get(&origin(OWN), &asked);
    let handed = passkey::sign_in(&ground.db, &ground.visitor(), &venue(OWN), sent(&begun, credential)).await;
    assert!(is_refused(&handed));
    // The sibling's own page is another matter: the account is one, and so is the key.
    let begun = passkey::begin_sign_in(&ground.db, &ground.visitor(), "browser", &venue(SIBLING)).await.unwrap();
    let credential = device.get(&origin(SIBLING), &begun.options);
    let there = passkey::sign_in(&ground.db, &ground.visitor(), &venue(SIBLING), sent(&begun, credential)).await;
    assert!(there.is_ok());
    ground.close().await;
}

#[tokio::test]
async fn a3_a_challenge_is_answered_where_and_by_whom_and_for_what_it_was_asked() {
    let ground = Ground::open().await;
    let (mut device, _) = with_passkey(&ground, "bruno").await;
    let begun = begins(&ground).await;
    let credential = device.get(&origin(NIEVRE), &begun.options);
    let other_browser = PasskeySignIn { browser: "another".to_owned(), ..sent(&begun, credential.clone()) };
    assert!(is_refused(&enters(&ground, other_browser).await));
    let elsewhere = Caller::anonymous(CommunityId::PLATFORM, Language::Fr);
    let there = passkey::sign_in(&ground.db, &elsewhere, &venue(NIEVRE), sent(&begun, credential.clone())).await;
    assert!(is_refused(&there), "another community");
    let (session, caller) = signed_in(&ground, "bruno").await;
    let answer = || Answer { challenge: begun.challenge, credential: credential.clone() };
    let proof = passkey::prove(&ground.db, &caller, session, &venue(NIEVRE), answer()).await;
    assert!(is_refused(&proof), "asked for signing in, and for nothing else");
    assert!(enters(&ground, sent(&begun, credential)).await.is_ok(), "none of them has used it up");

    let begun = passkey::begin_proving(&ground.db, &caller, session, &venue(NIEVRE)).await.unwrap();
    let credential = device.get(&origin(NIEVRE), &begun.options);
    let answer = || Answer { challenge: begun.challenge, credential: credential.clone() };
    let (other, same_person) = signed_in(&ground, "bruno").await;
    let proof = passkey::prove(&ground.db, &same_person, other, &venue(NIEVRE), answer()).await;
    assert!(is_refused(&proof), "another session");
    assert!(is_refused(&enters(&ground, sent(&begun, credential.clone())).await), "a proof signs nobody in");
    assert!(passkey::prove(&ground.db, &caller, session, &venue(NIEVRE), answer()).await.is_ok());
    ground.close().await;
}

#[tokio::test]
async fn a3_somebody_elses_passkey_proves_nothing_and_is_nobodys_twice() {
    let ground = Ground::open().await;
    let (mut odiles, _) = with_passkey(&ground, "odile").await;
    let (_, _) = with_passkey(&ground, "bruno").await;
    let (session, bruno) = signed_in(&ground, "bruno").await;
    let begun = passkey::begin_proving(&ground.db, &bruno, session, &venue(NIEVRE)).await.unwrap();
    let mut asked = begun.options.clone();
    asked["publicKey"]["allowCredentials"] = serde_json::json!([]);
    let answer = Answer { challenge: begun.challenge, credential: odiles.get(&origin(NIEVRE), &asked) };
    assert!(is_refused(&passkey::prove(&ground.db, &bruno, session, &venue(NIEVRE), answer).await));
    // Her key under his name: the device says whose it is.
    let begun = begins(&ground).await;
    let mut credential = odiles.get(&origin(NIEVRE), &begun.options);
    credential["response"]["userHandle"] =
        data_encoding::BASE64URL_NOPAD.encode(bruno.account().unwrap().0.as_bytes()).into();
    assert!(is_refused(&enters(&ground, sent(&begun, credential)).await));
    // Only its owner removes it; to anybody else it is absent.
    let hers = passkey::passkeys(&ground.db, &ground.as_member("odile").await).await.unwrap()[0].id;
    let sure = ground.as_member("bruno").await;
    assert!(matches!(passkey::remove(&ground.db, &sure, hers).await, Err(MembershipError::NotFound)));
    ground.close().await;
}

#[tokio::test]
async fn a3_a_counter_that_stands_still_or_goes_back_and_an_unverified_holder_are_refused() {
    let ground = Ground::open().await;
    let (mut device, _) = with_passkey(&ground, "bruno").await;
    assert!(comes_in(&ground, &mut device).await.is_ok());
    device.counter = 6;
    assert!(comes_in(&ground, &mut device).await.is_ok(), "7");
    for copied in [6, 2, 0] {
        device.counter = copied;
        assert!(is_refused(&comes_in(&ground, &mut device).await), "{}", copied + 1);
    }
    device.counter = 7;
    device.verifies = false;
    assert!(is_refused(&comes_in(&ground, &mut device).await), "8, but it did not look at who held it");
    device.verifies = true;
    assert!(comes_in(&ground, &mut device).await.is_ok(), "9");
    // Two challenges laid at once do not let a copy through either.
    let (one, other) = (begins(&ground).await, begins(&ground).await);
    device.counter = 20;
    let original = device.get(&origin(NIEVRE), &one.options);
    device.counter = 20;
    let copy = device.get(&origin(NIEVRE), &other.options);
    assert!(enters(&ground, sent(&one, original)).await.is_ok());
    assert!(is_refused(&enters(&ground, sent(&other, copy)).await));
    ground.close().await;
}

#[tokio::test]
async fn a3_no_passkey_is_added_by_a_device_that_does_not_look_or_for_another_host() {
    let ground = Ground::open().await;
    let who = signed_in(&ground, "bruno").await;
    let mut careless = Device::careless();
    assert!(is_refused(&adds(&ground, &mut careless, &who, NIEVRE).await));
    let begun = passkey::begin_adding(&ground.db, &who.1, who.0, &venue(NIEVRE)).await.unwrap();
    assert_eq!(begun.options["publicKey"]["authenticatorSelection"]["residentKey"], "required");
    let credential = Device::default().create(&origin(SIBLING), &begun.options);
    let cmd = AddPasskey { name: "x".to_owned(), answer: Answer { challenge: begun.challenge, credential } };
    assert!(is_refused(&passkey::add(&ground.db, &who.1, who.0, &venue(NIEVRE), cmd).await));
    assert_eq!(ground.number("select count(*) from passkey").await, 0);
    assert_eq!(ground.number("select count(*) from account_change").await, 0);
    ground.close().await;
}

#[tokio::test]
async fn a1_a_beginning_names_nobody_and_no_refusal_tells_one_reason_from_another() {
    let ground = Ground::open().await;
    let before = begins(&ground).await.options;
    let (_, _) = with_passkey(&ground, "bruno").await;
    let mut after = begins(&ground).await.options;
    assert_eq!(after["publicKey"]["allowCredentials"], serde_json::json!([]));
    after["publicKey"]["challenge"] = before["publicKey"]["challenge"].clone();
    assert_eq!(before, after, "the same whoever has passkeys");
    let mut stranger = Device::default();
    let who = signed_in(&ground, "claire").await;
    let begun = passkey::begin_adding(&ground.db, &who.1, who.0, &venue(NIEVRE)).await.unwrap();
    let _never_sent = stranger.create(&origin(NIEVRE), &begun.options);
    assert!(is_refused(&comes_in(&ground, &mut stranger).await), "a key nobody knows");
    let begun = begins(&ground).await;
    assert!(is_refused(&enters(&ground, sent(&begun, serde_json::Value::Null)).await), "nonsense");
    ground.close().await;
}

#[tokio::test]
async fn a3_recovery_codes_stand_in_for_a_lost_device_and_a_second_factor_of_either_kind_keeps_them() {
    let ground = Ground::open().await;
    let (_lost, added) = with_passkey(&ground, "odile").await;
    let (session, caller) = signed_in(&ground, "odile").await;
    let begun = passkey::begin_proving(&ground.db, &caller, session, &venue(OWN)).await;
    assert!(matches!(begun, Err(MembershipError::PasskeyMissing)), "none for that host");
    let proved = factor::prove(&ground.db, &caller, session, &added.recovery_codes[0]).await.unwrap();
    let sure = identify(&ground, &proved.session_token).await.unwrap();
    let second = adds(&ground, &mut Device::default(), &(session, sure.clone()), OWN).await.unwrap();
    assert!(second.recovery_codes.is_empty(), "those that are there stay good");
    let own = passkey::passkeys(&ground.db, &sure).await.unwrap();
    for passkey in &own {
        passkey::remove(&ground.db, &sure, passkey.id).await.unwrap();
    }
    let (session, caller) = signed_in(&ground, "odile").await;
    assert_eq!(caller.assurance, Assurance::FreshSignIn, "nothing protects the account any more");
    let unused = factor::prove(&ground.db, &caller, session, &added.recovery_codes[1]).await;
    assert!(matches!(unused, Err(MembershipError::FactorMissing)));
    ground.close().await;
}

/// The link of the newest letter that told of a change.
async fn undo_link(ground: &Ground, name: &str) -> String {
    let id: uuid::Uuid = sqlx::query_scalar("select id from account_change order by place desc limit 1")
        .fetch_one(&mut ground.scratch.owner().await)
        .await
        .unwrap();
    let letter = account_change::letter(&ground.db, &ground.house(), id.into()).await.unwrap().unwrap();
    assert_eq!(letter.email, address(name));
    letter.undo_token
}

#[tokio::test]
async fn a10_a_passkey_that_somebody_else_added_or_removed_is_taken_back() {
    let ground = Ground::open().await;
    let (mut device, added) = with_passkey(&ground, "bruno").await;
    let sure = identify(&ground, &added.proved.session_token).await.unwrap();
    ground.pass(Duration::minutes(1));
    passkey::remove(&ground.db, &sure, added.id).await.unwrap();
    let removed = undo_link(&ground, "bruno").await;
    assert!(is_refused(&comes_in(&ground, &mut device).await), "removed is removed");
    // A passkey of the thief's own, in the place of his.
    let (mut thiefs, theirs) = with_passkey(&ground, "bruno").await;
    let by_thief = comes_in(&ground, &mut thiefs).await.unwrap();
    assert_eq!(theirs.recovery_codes.len(), 10);

    account_change::undo(&ground.db, &ground.visitor(), &removed).await.unwrap();
    assert!(identify(&ground, &by_thief.session_token).await.is_none(), "every session has ended");
    assert!(is_refused(&comes_in(&ground, &mut thiefs).await));
    assert!(comes_in(&ground, &mut device).await.is_ok(), "his own opens again");
    let (session, caller) = signed_in(&ground, "bruno").await;
    let noted = factor::prove(&ground.db, &caller, session, &theirs.recovery_codes[0]).await;
    assert!(matches!(noted, Err(MembershipError::FactorCodeWrong)), "nor do the codes that the thief has noted");
    ground.close().await;
}

#[tokio::test]
async fn a10_whoever_signed_in_a_while_ago_adds_and_removes_no_passkey() {
    let ground = Ground::open().await;
    let signed = ground.sign_in("bruno").await;
    ground.pass(limits::FRESH);
    let caller = identify(&ground, &signed.session_token).await.unwrap();
    let begun = passkey::begin_adding(&ground.db, &caller, signed.session, &venue(NIEVRE)).await;
    assert!(matches!(begun, Err(MembershipError::Forbidden(Forbidden::Unsure(_)))));
    let (_, added) = with_passkey(&ground, "claire").await;
    let (_, by_letter) = signed_in(&ground, "claire").await;
    let removed = passkey::remove(&ground.db, &by_letter, added.id).await;
    assert!(matches!(removed, Err(MembershipError::Forbidden(Forbidden::Unsure(_)))));
    ground.close().await;
}

#[tokio::test]
async fn an_account_has_at_most_twenty_passkeys() {
    let ground = Ground::open().await;
    let (_, added) = with_passkey(&ground, "bruno").await;
    let fill = "insert into passkey (id, account_id, domain, name, credential_id, credential, created_at)
         select gen_random_uuid(), account_id, domain, name, int4send(n), credential, created_at
         from passkey, generate_series(1, 18) as n";
    sqlx::query(fill).execute(&mut ground.scratch.owner().await).await.unwrap();
    let (session, _) = signed_in(&ground, "bruno").await;
    let who = (session, ground.as_member("bruno").await);
    assert!(adds(&ground, &mut Device::default(), &who, NIEVRE).await.is_ok(), "the twentieth");
    let more = adds(&ground, &mut Device::default(), &who, NIEVRE).await;
    assert!(matches!(more, Err(MembershipError::PasskeysEnough)));
    passkey::remove(&ground.db, &who.1, added.id).await.unwrap();
    assert!(adds(&ground, &mut Device::default(), &who, NIEVRE).await.is_ok());
    ground.close().await;
}
