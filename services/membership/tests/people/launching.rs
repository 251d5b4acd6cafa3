//! A community begins.

use crate::ground::{Ground, address, base, launch_of, platform};
use chrono::Duration;
use community::{CommunityError, host, host_wish, platform_token, views};
use futures_util::future::join_all;
use kernel::{AccountId, Caller, CommunityId, Language, PageRequest, PlatformTokenId, Refuse, Role, Scope, Who};
use membership::{Launch, Launched, MembershipError, launch, launch_for};

async fn signed_in_on_the_platform(ground: &Ground, name: &str) -> Caller {
    let mut tx = ground.db.begin(CommunityId::PLATFORM).await.unwrap();
    let account: AccountId = membership::account::of_address_tx(&mut tx, &address(name), Language::Fr).await.unwrap();
    tx.commit().await.unwrap();
    Caller::new(CommunityId::PLATFORM, Who::Account(account), Language::Fr)
}

async fn launch_as(ground: &Ground, caller: &Caller, cmd: Launch) -> Result<Launched, MembershipError> {
    launch(&ground.db, caller, &base(), cmd).await
}

#[tokio::test]
async fn a_launch_makes_a_place_with_its_people_and_its_host() {
    let ground = Ground::open().await;
    let owner = signed_in_on_the_platform(&ground, "paul").await;
    let cmd = launch_of(&ground.db, "angers", &["zoe", "yann", "zoe", "paul"]);
    let launched = launch_as(&ground, &owner, cmd).await.unwrap();
    assert_eq!(launched.host, "angers.localhost");
    assert_eq!(host::by_host(&ground.db, "angers.localhost:8080").await.unwrap(), Some(launched.community));
    let face = views::face(&ground.db, launched.community).await.unwrap().unwrap();
    assert_eq!((face.members, face.primary_host.as_deref()), (3, Some("angers.localhost")));
    assert_eq!(face.policy.sponsors(), Some(3));
    let paul = ground.as_member_of(launched.community, "paul").await.me().unwrap();
    assert_eq!(paul.role, Role::Owner);
    let founders = "select count(*) from member m join community c on c.id = m.community_id
        where c.slug = 'angers' and m.founder and m.standing = 'member' and m.joined_at is not null";
    assert_eq!(ground.number(founders).await, 3, "each once, the owner among them");
    let welcomes = "select count(*) from job j join community c on c.id = j.community_id where c.slug = 'angers' and j.kind = 'welcome_founder'";
    assert_eq!(ground.number(welcomes).await, 3);
    assert_eq!(ground.number("select count(*) from trust_head").await, 3, "platform, nievre, angers");
    ground.close().await;
}

#[tokio::test]
async fn launching_the_same_twice_is_launching_once() {
    let ground = Ground::open().await;
    let owner = signed_in_on_the_platform(&ground, "paul").await;
    let cmd = launch_of(&ground.db, "angers", &["zoe"]);
    let outcomes = join_all((0..5).map(|_| launch_as(&ground, &owner, cmd.clone()))).await;
    assert!(outcomes.iter().all(Result::is_ok), "{outcomes:?}");
    assert_eq!(
        ground
            .number("select count(*) from member m join community c on c.id = m.community_id where c.slug = 'angers'")
            .await,
        2
    );
    let other = signed_in_on_the_platform(&ground, "mallory").await;
    let taken = launch_as(&ground, &other, cmd).await.unwrap_err();
    assert_eq!(taken.refusal().code, "ID_IN_USE", "somebody else's launch is not mine");
    ground.close().await;
}

#[tokio::test]
async fn a_slug_and_a_host_belong_to_one_community() {
    let ground = Ground::open().await;
    let owner = signed_in_on_the_platform(&ground, "paul").await;
    let attempts = (0..5).map(|_| {
        let mut cmd = launch_of(&ground.db, "angers", &[]);
        cmd.hosts = vec!["entraide.example".to_owned()];
        async { launch_for(&ground.db, &ground.house(), &base(), address("paul"), cmd).await }
    });
    let outcomes = join_all(attempts).await;
    assert_eq!(outcomes.iter().filter(|outcome| outcome.is_ok()).count(), 1);
    assert!(
        outcomes.iter().filter_map(|outcome| outcome.as_ref().err()).all(|error| error.refusal().code == "SLUG_TAKEN")
    );
    let mut cmd = launch_of(&ground.db, "nantes", &[]);
    cmd.hosts = vec!["https://Entraide.Example/".to_owned()];
    let taken = launch_as(&ground, &owner, cmd).await.unwrap_err();
    assert!(matches!(taken, MembershipError::Community(CommunityError::HostTaken)));
    assert_eq!(ground.number("select count(*) from community where slug = 'nantes'").await, 0, "nothing is left of it");
    ground.close().await;
}

#[tokio::test]
async fn only_somebody_signed_in_on_the_platform_launches() {
    let ground = Ground::open().await;
    let inside = ground.as_member("odile").await;
    let anonymous = Caller::anonymous(CommunityId::PLATFORM, Language::Fr);
    for caller in [inside, anonymous, ground.house()] {
        let refused = launch_as(&ground, &caller, launch_of(&ground.db, "angers", &[])).await;
        assert!(matches!(refused, Err(MembershipError::Forbidden(_))), "{caller:?}");
    }
    ground.close().await;
}

#[tokio::test]
async fn an_integrator_s_token_launches_until_it_is_revoked_or_expires() {
    let ground = Ground::open().await;
    let house = Caller::house(CommunityId::PLATFORM);
    let make = async |scope: Scope, days: Option<i64>| {
        let id = PlatformTokenId(ground.db.entropy().id());
        let expires_at = days.map(|days| ground.db.clock().now() + Duration::days(days));
        let scopes = [scope].into_iter().collect();
        (id, platform_token::issue(&ground.db, &house, id, "Conseil", scopes, expires_at).await.unwrap())
    };
    let speaker = async |token: &str| platform_token::speaker(&ground.db, token, Language::Fr).await.unwrap();
    let by = async |program: &Caller, slug: &str| {
        launch_for(&ground.db, program, &base(), address("maire"), launch_of(&ground.db, slug, &[])).await
    };
    let (id, token) = make(Scope::Launch, Some(1)).await;
    let program = speaker(&token).await.unwrap();
    assert_eq!(by(&program, "angers").await.unwrap().host, "angers.localhost");
    let (_, other) = make(Scope::Figures, None).await;
    let refused = by(&speaker(&other).await.unwrap(), "nantes").await;
    assert!(matches!(refused, Err(MembershipError::Forbidden(_))), "a token for figures launches nothing");
    assert_eq!(speaker("guess").await.map(|caller| caller.who), None);
    ground.pass(Duration::days(1) - Duration::seconds(1));
    assert!(speaker(&token).await.is_some());
    ground.pass(Duration::seconds(1));
    assert!(speaker(&token).await.is_none(), "a7: expired");
    platform_token::revoke(&ground.db, &house, id).await.unwrap();
    let (id, token) = make(Scope::Launch, None).await;
    platform_token::revoke(&ground.db, &house, id).await.unwrap();
    assert!(speaker(&token).await.is_none(), "revoked");
    let lines = platform_token::list(&ground.db, &house).await.unwrap();
    assert_eq!(lines.iter().filter(|line| line.revoked_at.is_some()).count(), 2);
    let operates = platform_token::list(&ground.db, &program).await;
    assert!(matches!(operates, Err(CommunityError::Forbidden(_))), "no token makes tokens");
    ground.close().await;
}

#[tokio::test]
async fn c6_an_account_launches_three_communities_a_day_and_a_programme_as_many_as_it_needs() {
    let ground = Ground::open().await;
    let owner = signed_in_on_the_platform(&ground, "paul").await;
    let attempts = (0..8).map(|n| launch_as(&ground, &owner, launch_of(&ground.db, &format!("village-{n}"), &["zoe"])));
    let outcomes = join_all(attempts).await;
    let launched = outcomes.iter().filter(|outcome| outcome.is_ok()).count();
    assert_eq!(i64::try_from(launched).unwrap(), community::limits::LAUNCHES_A_DAY, "{outcomes:?}");
    let refusals: Vec<_> = outcomes.iter().filter_map(|outcome| outcome.as_ref().err()).collect();
    assert!(refusals.iter().all(|error| error.refusal().code == "LAUNCHES_ENOUGH_TODAY"), "{refusals:?}");
    let letters = "select count(*) from job where kind = 'welcome_founder' and community_id in (select launched from launch where account_id is not null)";
    assert_eq!(ground.number(letters).await, 2 * community::limits::LAUNCHES_A_DAY, "what was refused wrote to nobody");
    ground.pass(Duration::days(1));
    assert!(launch_as(&ground, &owner, launch_of(&ground.db, "village-9", &[])).await.is_ok());
    let house = Caller::house(CommunityId::PLATFORM);
    for n in 20..25 {
        let cmd = launch_of(&ground.db, &format!("village-{n}"), &[]);
        launch_for(&ground.db, &house, &base(), address("paul"), cmd).await.unwrap();
    }
    ground.close().await;
}

#[tokio::test]
async fn t12_a_host_name_from_a_form_leads_nowhere_until_an_operator_says_so() {
    let ground = Ground::open().await;
    let owner = signed_in_on_the_platform(&ground, "mallory").await;
    let mut cmd = launch_of(&ground.db, "angers", &[]);
    cmd.hosts = vec!["lyon.example".to_owned(), "angers.example".to_owned()];
    let angers = launch_as(&ground, &owner, cmd).await.unwrap().community;
    let leads = async |host: &str| host::by_host(&ground.db, host).await.unwrap();
    assert_eq!(leads("lyon.example").await, None);
    assert_eq!(leads("angers.localhost").await, Some(angers));
    // Whom the name belongs to is not kept from it by somebody who only wrote it down.
    let mut rightful = launch_of(&ground.db, "lyon", &[]);
    rightful.hosts = vec!["lyon.example".to_owned()];
    let lyon = launch_for(&ground.db, &Caller::house(CommunityId::PLATFORM), &base(), address("maire"), rightful).await;
    let lyon = lyon.unwrap().community;
    assert_eq!(leads("lyon.example").await, Some(lyon));
    membership::operator::appoint(
        &ground.db,
        &Caller::house(CommunityId::PLATFORM),
        &address("operator"),
        Language::Fr,
    )
    .await
    .unwrap();
    let operator = ground.as_member_of(CommunityId::PLATFORM, "operator").await;
    let waiting = host_wish::waiting(&ground.db, &operator, PageRequest::new(10, None)).await.unwrap().items;
    assert_eq!(waiting.len(), 2);
    for stranger in [owner, ground.as_member("odile").await] {
        let refused = host_wish::activate(&ground.db, &stranger, angers, "angers.example").await;
        assert!(matches!(refused, Err(CommunityError::Forbidden(_))));
    }
    host_wish::activate(&ground.db, &operator, angers, "angers.example").await.unwrap();
    assert_eq!(leads("angers.example").await, Some(angers));
    let taken = host_wish::activate(&ground.db, &operator, angers, "lyon.example").await;
    assert!(matches!(taken, Err(CommunityError::HostTaken)));
    host_wish::turn_down(&ground.db, &operator, angers, "lyon.example").await.unwrap();
    let gone = host_wish::turn_down(&ground.db, &operator, angers, "lyon.example").await;
    assert!(matches!(gone, Err(CommunityError::NotFound)));
    assert_eq!(leads("lyon.example").await, Some(lyon));
    ground.close().await;
}

#[tokio::test]
async fn the_platform_is_opened_once_however_many_processes_start() {
    let ground = Ground::open().await;
    let (house, platform) = (Caller::house(CommunityId::PLATFORM), platform());
    let outcomes = join_all((0..5).map(|_| community::platform::ensure(&ground.db, &house, &platform))).await;
    assert!(outcomes.iter().all(Result::is_ok), "{outcomes:?}");
    assert_eq!(host::by_host(&ground.db, "localhost:8080").await.unwrap(), Some(CommunityId::PLATFORM));
    assert_eq!(host::by_host(&ground.db, "nobody.localhost").await.unwrap(), None);
    ground.close().await;
}

#[tokio::test]
async fn an_operator_is_appointed_once_and_operates() {
    let ground = Ground::open().await;
    let house = Caller::house(CommunityId::PLATFORM);
    let first = membership::operator::appoint(&ground.db, &house, &address("operator"), Language::Fr).await.unwrap();
    let second = membership::operator::appoint(&ground.db, &house, &address("operator"), Language::Fr).await.unwrap();
    assert_eq!(first, second);
    let operator = ground.as_member_of(CommunityId::PLATFORM, "operator").await;
    let page = kernel::PageRequest::new(10, None);
    let communities = community::operator::communities(&ground.db, &operator, page).await.unwrap();
    assert_eq!(communities.items.iter().map(|line| line.slug.as_str()).collect::<Vec<_>>(), ["nievre"]);
    let queue = community::operator::queue(&ground.db, &operator).await.unwrap();
    assert_eq!(
        queue.lanes.iter().map(|lane| (lane.lane.as_str(), lane.queued)).collect::<Vec<_>>(),
        [("security", 0), ("prompt", 3), ("bulk", 0)]
    );
    assert!(community::operator::buried(&ground.db, &operator, page).await.unwrap().items.is_empty());
    assert!(community::operator::last_letters(&ground.db, &operator, page).await.unwrap().items.is_empty());
    let owner = ground.as_member("odile").await;
    assert!(matches!(community::operator::queue(&ground.db, &owner).await, Err(CommunityError::Forbidden(_))));
    ground.close().await;
}
