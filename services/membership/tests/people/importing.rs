//! An existing community moves in.

use crate::ground::Ground;
use chrono::{DateTime, Duration};
use kernel::{Clock, MemberId};
use membership::import::{ImportReport, ImportedMember, RowRefusal, by_keys, import_members};

fn row(line: u64) -> ImportedMember {
    ImportedMember {
        line,
        key: line.to_string(),
        email: format!("g{line}@example.test"),
        name: format!("Membre {line}"),
        about: String::new(),
        town: "Corbigny".to_owned(),
        joined_at: DateTime::from_timestamp(1_600_000_000, 0),
        founder: line.is_multiple_of(10),
        language: None,
    }
}

async fn import(ground: &Ground, rows: &[ImportedMember]) -> ImportReport {
    import_members(&ground.db, &ground.house(), rows).await.unwrap()
}

async fn known_as(ground: &Ground, key: &str) -> Option<MemberId> {
    by_keys(&ground.db, &ground.house(), &[key]).await.unwrap().remove(0)
}

#[tokio::test]
async fn importing_a_file_twice_doubles_nobody() {
    let ground = Ground::open().await;
    let rows: Vec<ImportedMember> = (0..500).map(row).collect();
    assert_eq!(import(&ground, &rows).await.imported, 500);
    let again = import(&ground, &rows).await;
    assert_eq!((again.imported, again.already, again.refused.len()), (0, 500, 0));
    assert_eq!(ground.number("select members::bigint from community where slug = 'nievre'").await, 503);
    assert_eq!(ground.number("select count(distinct number) from member").await, 503);
    assert_eq!(ground.number("select max(number)::bigint from member").await, 502, "numbers stay dense");
    assert_eq!(
        ground.number("select count(*) from trust_event where event ? 'joined'").await,
        2,
        "the launch and one import"
    );
    ground.close().await;
}

#[tokio::test]
async fn whoever_is_here_already_is_left_as_they_were() {
    let ground = Ground::open().await;
    let mut odile = row(1);
    odile.email = "Odile@Example.test".to_owned();
    let mut impostor = row(3);
    impostor.key = "2".to_owned();
    import(&ground, &[row(2)]).await;
    let report = import(&ground, &[odile, impostor]).await;
    assert_eq!((report.imported, report.already), (0, 1));
    assert_eq!(report.refused, [(3, RowRefusal::KeyTaken)]);
    assert_eq!(ground.number("select count(*) from member where name = 'Odile' and role = 'owner'").await, 1);
    ground.close().await;
}

#[tokio::test]
async fn an_imported_member_brings_their_seniority() {
    let ground = Ground::open().await;
    let mut late = row(7);
    late.joined_at = Some(ground.clock.now() + Duration::seconds(1));
    let report = import(&ground, &[row(5), late]).await;
    assert_eq!(report.refused, [(7, RowRefusal::Future)]);
    assert_eq!(
        ground.number("select extract(epoch from joined_at)::bigint from member where name = 'Membre 5'").await,
        1_600_000_000
    );
    let odile = ground.as_member("odile").await;
    let five = known_as(&ground, "5").await.unwrap();
    let seen = membership::views::member(&ground.db, &odile, five).await.unwrap();
    assert_eq!(seen.unwrap().card.town, "Corbigny");
    ground.close().await;
}

#[tokio::test]
async fn an_id_says_nothing_of_the_address_and_is_found_again_by_every_spelling_of_it() {
    let ground = Ground::open().await;
    let mut ana = row(1);
    (ana.key, ana.email) = ("Ana@Example.test".to_owned(), "ana@example.test".to_owned());
    import(&ground, &[ana]).await;
    let id = known_as(&ground, " ANA@example.TEST ").await.unwrap();
    assert_eq!(id.0.get_version_num(), 4, "random, not made of what the file says");
    let traces = ground.number("select count(*) from import_key where encode(key_mark, 'escape') ilike '%ana%'").await;
    assert_eq!(traces, 0);
    ground.close().await;
}

#[tokio::test]
async fn a_key_that_is_no_address_is_taken_as_it_stands() {
    let ground = Ground::open().await;
    let mut capital = row(1);
    capital.key = "A12".to_owned();
    let mut small = row(2);
    small.key = "a12".to_owned();
    assert_eq!(import(&ground, &[capital, small]).await.imported, 2);
    let (first, second) = (known_as(&ground, "A12").await.unwrap(), known_as(&ground, "a12").await.unwrap());
    assert_ne!(first, second);
    assert_eq!(known_as(&ground, "g1@example.test").await, Some(first), "an address names whoever has it");
    ground.close().await;
}

#[tokio::test]
async fn whoever_was_here_before_the_file_is_known_by_its_key_from_then_on() {
    let ground = Ground::open().await;
    let odile = ground.id_of("odile").await;
    assert_eq!(known_as(&ground, "odile@example.test").await, Some(odile), "the owner, whom no file brought");
    let mut again = row(1);
    (again.key, again.email) = ("No. 1".to_owned(), "odile@example.test".to_owned());
    for _ in 0..2 {
        let report = import(&ground, &[again.clone()]).await;
        assert_eq!((report.imported, report.already, report.refused.len()), (0, 1, 0));
    }
    assert_eq!(known_as(&ground, "No. 1").await, Some(odile));
    assert_eq!(ground.number("select count(*) from import_key").await, 1);
    ground.close().await;
}

#[tokio::test]
async fn t4_a_key_of_one_community_is_nobody_in_another() {
    let ground = Ground::open().await;
    import(&ground, &[row(7)]).await;
    let there = crate::ground::launch_of(&ground.db, "loire", &[]);
    let house = kernel::Caller::house(there.id);
    let base = crate::ground::base();
    membership::launch_for(&ground.db, &house, &base, crate::ground::address("odile"), there).await.unwrap();
    assert_eq!(by_keys(&ground.db, &house, &["7", "g7@example.test"]).await.unwrap(), [None, None]);
    ground.close().await;
}
