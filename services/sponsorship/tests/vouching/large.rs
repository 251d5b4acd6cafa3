//! A community of eight thousand.

use crate::ground::{Ground, member};
use chrono::{Duration, NaiveDate};
use membership::import::ImportedMember;
use notice::Whom;
use sponsorship::ImportedSponsorship;

const MEMBERS: u64 = 8_000;
const EACH: u64 = 9;

/// Eight thousand members, whom nine others each carry.
pub async fn populate(ground: &Ground) -> u64 {
    let joined_at = Some("2021-01-01T00:00:00Z".parse().unwrap());
    let rows: Vec<ImportedMember> = (0..MEMBERS)
        .map(|n| ImportedMember {
            line: n,
            key: n.to_string(),
            email: format!("m{n}@example.test"),
            name: format!("M {n}"),
            about: String::new(),
            town: String::new(),
            joined_at,
            founder: n < 30,
            language: None,
        })
        .collect();
    for batch in rows.chunks(1_000) {
        membership::import::import_members(&ground.db, &ground.house(), batch).await.unwrap();
    }
    let given_at = "2021-02-01T00:00:00Z".parse().unwrap();
    let edges: Vec<ImportedSponsorship> = (30..MEMBERS)
        .flat_map(|n| (1..=EACH).map(move |step| (n, (n * 31 + step * step * 7) % n)))
        .enumerate()
        .map(|(line, (to, from))| ImportedSponsorship {
            line: line as u64,
            sponsor: from.to_string(),
            member: to.to_string(),
            given_at,
        })
        .collect();
    let mut written = 0;
    for batch in edges.chunks(5_000) {
        written += sponsorship::import_sponsorships(&ground.db, &ground.house(), batch).await.unwrap().written;
    }
    for batch in edges.chunks(5_000) {
        let again = sponsorship::import_sponsorships(&ground.db, &ground.house(), batch).await.unwrap();
        assert_eq!(again.written, 0, "importing twice doubles nothing");
    }
    ground.look_at_tables().await;
    written
}

#[tokio::test]
async fn three_members_of_eight_thousand_admit_somebody_with_a_certificate_and_all_get_a_digest_planned_once() {
    let ground = Ground::open().await;
    let edges = populate(&ground).await;
    assert!(edges > 60_000, "{edges}");
    assert_eq!(ground.count("select count(*) from trust_event where event ? 'imported'").await, 15);
    let eve = ground.applicant("eve").await;
    for n in [5_000, 6_001, 7_002] {
        let sponsor = ground.by_email(&format!("m{n}@example.test")).await;
        ground.vouch(&eve, &sponsor).await.unwrap();
    }
    ground.clock.advance(Duration::hours(48));
    assert!(sponsorship::recheck(&ground.db, &ground.house(), member(&eve)).await.unwrap());
    let view = sponsorship::admission_of(&ground.db, &ground.founders[0], member(&eve)).await.unwrap().unwrap();
    assert!(view.paths.len() >= 3 && view.paths.iter().all(|path| path.len() > 1));
    let whom = Whom::Everybody { period: NaiveDate::from_ymd_opt(2026, 4, 4).unwrap() };
    let planned = notice::plan_digests(&ground.db, &ground.house(), whom).await.unwrap();
    assert_eq!(planned.digests, MEMBERS + 8);
    assert_eq!(notice::plan_digests(&ground.db, &ground.house(), whom).await.unwrap().digests, 0);
    assert_eq!(
        ground.count("select count(*) from job where kind = 'digest_letter'").await,
        i64::try_from(MEMBERS).unwrap() + 8
    );
    ground.clear().await;
}
