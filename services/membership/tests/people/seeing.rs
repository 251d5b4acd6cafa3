//! What one person sees of another.

use crate::ground::Ground;
use kernel::{PageRequest, Standing};
use membership::{MemberFilter, MembershipError, profile, profile::EditProfile, views};

#[tokio::test]
async fn members_are_paged_newest_first_and_applicants_are_the_stewards_business() {
    let ground = Ground::open().await;
    ground.apply("waiting").await;
    for name in ["ana", "ben", "cyr"] {
        ground.pass(chrono::Duration::minutes(1));
        ground.admit(name).await;
    }
    let (bruno, odile) = (ground.as_member("bruno").await, ground.as_member("odile").await);
    let mut names = Vec::new();
    let mut after = None;
    loop {
        let page =
            views::members(&ground.db, &bruno, MemberFilter::default(), PageRequest::new(2, after)).await.unwrap();
        names.extend(page.items.into_iter().map(|card| card.name));
        after = page.next;
        if after.is_none() {
            break;
        }
    }
    assert_eq!(names[..3], ["cyr", "ben", "ana"]);
    assert_eq!(names.len(), 6);
    let waiting = MemberFilter { standing: Some(Standing::Applicant), search: None };
    let refused = views::members(&ground.db, &bruno, waiting.clone(), PageRequest::new(10, None)).await;
    assert!(matches!(refused, Err(MembershipError::Forbidden(_))));
    let seen = views::members(&ground.db, &odile, waiting, PageRequest::new(10, None)).await.unwrap();
    assert_eq!(seen.items.iter().map(|card| card.name.as_str()).collect::<Vec<_>>(), ["waiting"]);
    ground.close().await;
}

#[tokio::test]
async fn a_search_finds_names_and_towns() {
    let ground = Ground::open().await;
    ground.admit("ana").await;
    let bruno = ground.as_member("bruno").await;
    for (words, found) in [("ANA", 1), ("corbig", 1), ("%", 0), ("", 4)] {
        let filter = MemberFilter { standing: None, search: Some(words.to_owned()) };
        let page = views::members(&ground.db, &bruno, filter, PageRequest::new(10, None)).await.unwrap();
        assert_eq!(page.items.len(), found, "{words:?}");
    }
    ground.close().await;
}

#[tokio::test]
async fn whoever_waits_is_seen_by_stewards_and_by_themselves() {
    let ground = Ground::open().await;
    let eve = ground.apply("eve").await;
    let see = async |name: &str| {
        let caller = ground.as_member(name).await;
        views::member(&ground.db, &caller, eve).await.unwrap().is_some()
    };
    assert!(see("odile").await);
    assert!(see("eve").await);
    assert!(!see("bruno").await);
    let bruno = ground.as_member("bruno").await;
    assert!(views::cards(&ground.db, &bruno, &[eve]).await.unwrap().is_empty());
    ground.close().await;
}

#[tokio::test]
async fn a_profile_is_one_s_own_to_change() {
    let ground = Ground::open().await;
    let bruno = ground.as_member("bruno").await;
    let cmd = EditProfile {
        name: "Bruno  M.".to_owned(),
        about: "Menuisier.\r\n".to_owned(),
        town: "Chitry".to_owned(),
        language: kernel::Language::En,
        timezone: "America/Cayenne".to_owned(),
    };
    profile::edit_profile(&ground.db, &bruno, cmd.clone()).await.unwrap();
    let own = views::own(&ground.db, &bruno).await.unwrap();
    assert_eq!(
        (own.card.name.as_str(), own.about.as_str(), own.card.town.as_str()),
        ("Bruno M.", "Menuisier.", "Chitry")
    );
    assert_eq!((own.language, own.timezone.name()), (kernel::Language::En, "America/Cayenne"));
    let refused = profile::edit_profile(&ground.db, &bruno, EditProfile { timezone: "Mars".to_owned(), ..cmd }).await;
    assert!(matches!(refused, Err(MembershipError::TimezoneUnknown)));
    ground.close().await;
}
