//! An existing community moves in.

use crate::ground::Ground;
use chrono::{DateTime, Duration};
use kernel::Clock;
use membership::import::{ImportReport, ImportedMember, RowRefusal, import_members, imported_id};

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
    let seen = membership::views::member(&ground.db, &odile, imported_id(ground.here, "5")).await.unwrap();
    assert_eq!(seen.unwrap().card.town, "Corbigny");
    ground.close().await;
}
