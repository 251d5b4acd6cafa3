//! An owner changes the community.

use crate::ground::{Ground, base, launch_of};
use community::{
    Admission, AdmissionKnobs, ChangeCommunity, ChangePolicy, CommunityError, CommunityFace, KnobChange, change,
    change_policy, host, policy_changes, views,
};
use kernel::{Caller, CommunityId};

async fn face(ground: &Ground) -> CommunityFace {
    views::face(&ground.db, ground.here).await.unwrap().unwrap()
}

/// A change of nothing.
fn same(face: &CommunityFace) -> ChangeCommunity {
    ChangeCommunity { version: face.version, ..ChangeCommunity::default() }
}

#[tokio::test]
async fn what_is_absent_stays_as_it_is() {
    let ground = Ground::open().await;
    let odile = ground.as_member("odile").await;
    let cmd = ChangeCommunity {
        welcome: Some("Bienvenue.".to_owned()),
        email_domains: Some(vec!["nievre.example".to_owned()]),
        hosts: Some(vec!["entraide.example".to_owned()]),
        timezone: Some("Indian/Reunion".to_owned()),
        listing_days: Some(30),
        ..same(&face(&ground).await)
    };
    let before = change(&ground.db, &odile, &base(), cmd).await.unwrap();
    let after = change(&ground.db, &odile, &base(), same(&before)).await.unwrap();
    assert_eq!(after, CommunityFace { version: before.version + 1, ..before });
    ground.close().await;
}

#[tokio::test]
async fn an_owner_changes_name_colours_policy_and_hosts_and_the_journal_says_so() {
    let ground = Ground::open().await;
    let odile = ground.as_member("odile").await;
    let before = face(&ground).await;
    let cmd = ChangeCommunity {
        name: Some("Entraide Nièvre".to_owned()),
        brand_primary: Some("#24475C".to_owned()),
        email_domains: Some(vec!["@Nievre.Example".to_owned()]),
        hosts: Some(vec!["entraide.example".to_owned()]),
        ..same(&before)
    };
    let after = change(&ground.db, &odile, &base(), cmd).await.unwrap();
    assert_eq!((after.name.as_str(), after.version), ("Entraide Nièvre", before.version + 1));
    assert_eq!(after.brand.primary.to_string(), "#24475c");
    assert!(after.policy.admits_domain("nievre.example"));
    assert_eq!(after.primary_host.as_deref(), Some("nievre.localhost"));
    assert_eq!(host::by_host(&ground.db, "entraide.example").await.unwrap(), None, "it waits for the operator");
    let house = Caller::house(CommunityId::PLATFORM);
    community::host_wish::activate(&ground.db, &house, ground.here, "entraide.example").await.unwrap();
    let again = ChangeCommunity { hosts: Some(vec!["entraide.example".to_owned()]), ..same(&after) };
    let after = change(&ground.db, &odile, &base(), again).await.unwrap();
    assert_eq!(after.primary_host.as_deref(), Some("entraide.example"), "now it can be the main one");
    for name in ["entraide.example", "nievre.localhost"] {
        assert_eq!(host::by_host(&ground.db, name).await.unwrap(), Some(ground.here), "{name}");
    }
    let written = "select count(*) from journal where act = 'community_changed' and actor_id is not null
        and detail -> 'changed' = '[\"name\", \"brand\", \"policy\", \"hosts\"]'";
    assert_eq!(ground.number(written).await, 1);
    ground.close().await;
}

#[tokio::test]
async fn two_owners_saving_at_once_do_not_overwrite_each_other() {
    let ground = Ground::open().await;
    let odile = ground.as_member("odile").await;
    let cmd = same(&face(&ground).await);
    let base = base();
    let (one, two) = futures_util::future::join(
        change(&ground.db, &odile, &base, cmd.clone()),
        change(&ground.db, &odile, &base, cmd),
    )
    .await;
    assert!(one.is_ok() != two.is_ok());
    assert!([one, two].iter().any(|outcome| matches!(outcome, Err(CommunityError::Stale))));
    ground.close().await;
}

#[tokio::test]
async fn a_host_of_another_community_is_refused_and_nothing_changes() {
    let ground = Ground::open().await;
    let mut other = launch_of(&ground.db, "angers", &[]);
    other.hosts = vec!["angers.example".to_owned()];
    let house = Caller::house(CommunityId::PLATFORM);
    membership::launch_for(&ground.db, &house, &base(), crate::ground::address("paul"), other).await.unwrap();
    let (odile, before) = (ground.as_member("odile").await, face(&ground).await);
    let cmd = ChangeCommunity {
        name: Some("Autre".to_owned()),
        hosts: Some(vec!["angers.example".to_owned()]),
        ..same(&before)
    };
    let refused = change(&ground.db, &odile, &base(), cmd).await;
    assert!(matches!(refused, Err(CommunityError::HostTaken)));
    assert_eq!(face(&ground).await, before);
    ground.close().await;
}

#[tokio::test]
async fn only_an_owner_changes_settings() {
    let ground = Ground::open().await;
    let cmd = same(&face(&ground).await);
    for caller in [ground.as_member("bruno").await, ground.visitor()] {
        let refused = change(&ground.db, &caller, &base(), cmd.clone()).await;
        assert!(matches!(refused, Err(CommunityError::Forbidden(_))));
    }
    ground.close().await;
}

/// Three sponsors become two.
fn two() -> Admission {
    Admission::Sponsors(AdmissionKnobs { sponsors: 2, ..AdmissionKnobs::default() })
}

/// What the preview of a policy gives out.
fn look(ground: &Ground, version: i32, admission: &Admission) -> String {
    community::change_policy::look(ground.db.seal(), ground.here, version, admission).unwrap()
}

#[tokio::test]
async fn a_policy_is_changed_as_it_was_looked_at_and_its_history_says_from_what_to_what() {
    let ground = Ground::open().await;
    let odile = ground.as_member("odile").await;
    let version = face(&ground).await.version;
    let cmd = |look: String| ChangePolicy { version, admission: two(), look };
    for unseen in [String::new(), look(&ground, version, &Admission::Steward), look(&ground, version + 1, &two())] {
        let refused = change_policy(&ground.db, &odile, cmd(unseen)).await;
        assert!(matches!(refused, Err(CommunityError::LookFirst)), "{refused:?}");
    }
    assert_eq!(face(&ground).await.policy.sponsors(), Some(3), "nothing was changed that nobody had looked at");
    let seen = look(&ground, version, &two());
    let after = change_policy(&ground.db, &odile, cmd(seen.clone())).await.unwrap();
    assert_eq!((after.policy.sponsors(), after.version), (Some(2), version + 1));
    let again = change_policy(&ground.db, &odile, cmd(seen)).await;
    assert!(matches!(again, Err(CommunityError::Stale)), "{again:?}");
    let history = policy_changes(&ground.db, &odile, kernel::PageRequest::new(10, None)).await.unwrap().items;
    let turned = KnobChange { knob: "sponsors".to_owned(), from: Some("3".to_owned()), to: Some("2".to_owned()) };
    assert_eq!(history.len(), 1, "{history:?}");
    assert!(history[0].changes == [turned] && history[0].actor_name.starts_with("Odile"), "{history:?}");
    ground.close().await;
}
