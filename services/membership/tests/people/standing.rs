//! Moving from one standing to another.

use crate::ground::Ground;
use kernel::{MemberId, Standing};
use membership::{MembershipError, change_tx, reinstate, standing::transition::Transition, suspend, suspend::Suspend};
use rand::{Rng, SeedableRng, seq::IndexedRandom};
use rand_chacha::ChaCha8Rng;
use std::collections::BTreeMap;

async fn change(ground: &Ground, member: MemberId, to: Standing) -> Result<(), MembershipError> {
    let mut tx = ground.db.begin(ground.here).await?;
    change_tx(&mut tx, member, Standing::ALL, to, None, "essai").await?;
    Ok(tx.commit().await?)
}

const COUNT_IS_RIGHT: &str = "select count(*) from community c where c.members =
    (select count(*) from member m where m.community_id = c.id and m.standing in ('member', 'under_review'))";

/// Steps of the walk: more in the long form.
fn steps() -> u32 {
    if std::env::var_os("MAILLON_LONG").is_some() { 100_000 } else { 400 }
}

#[tokio::test]
async fn m7_whatever_is_tried_only_listed_ways_are_gone_each_with_a_journal_entry_and_the_count_stays_right() {
    let ground = Ground::open().await;
    let mut standings = BTreeMap::new();
    for name in ["ana", "ben", "cyr", "dora", "eli"] {
        standings.insert(ground.apply(name).await, Standing::Applicant);
    }
    let members: Vec<MemberId> = standings.keys().copied().collect();
    let mut dice = ChaCha8Rng::seed_from_u64(58);
    let mut gone = 0;
    for _ in 0..steps() {
        let member = *members.choose(&mut dice).unwrap();
        let to = Standing::ALL[dice.random_range(0..Standing::ALL.len())];
        // From expulsion few ways lead on, so it is kept rare.
        if to == Standing::Expelled && dice.random_range(0..20) > 0 {
            continue;
        }
        let listed = Transition::between(standings[&member], to).is_some();
        match change(&ground, member, to).await {
            Ok(()) => {
                assert!(listed, "{:?} to {to:?}", standings[&member]);
                standings.insert(member, to);
                gone += 1;
            }
            Err(error) => assert!(!listed && matches!(error, MembershipError::StandingMoved), "{error}"),
        }
    }
    assert!(gone > 50, "{gone}");
    assert_eq!(ground.number("select count(*) from journal where act = 'standing_changed'").await, gone);
    assert_eq!(ground.number("select count(*) from trust_event where event ? 'standing'").await, gone);
    assert_eq!(ground.number(COUNT_IS_RIGHT).await, 2, "the platform and the community");
    ground.close().await;
}

#[tokio::test]
async fn a_change_from_another_standing_than_expected_is_a_conflict() {
    let ground = Ground::open().await;
    let member = ground.apply("eve").await;
    let mut tx = ground.db.begin(ground.here).await.unwrap();
    let refused = change_tx(&mut tx, member, &[Standing::Guest], Standing::Member, None, "").await;
    assert!(matches!(refused, Err(MembershipError::StandingMoved)));
    tx.rollback().await.unwrap();
    ground.close().await;
}

#[tokio::test]
async fn a_suspension_ends_where_it_began_and_keeps_seniority() {
    let ground = Ground::open().await;
    let odile = ground.as_member("odile").await;
    let joined = "select extract(epoch from joined_at)::bigint from member where name = 'bruno'";
    let (bruno, since) = (ground.id_of("bruno").await, ground.number(joined).await);
    change(&ground, bruno, Standing::UnderReview).await.unwrap();
    ground.pass(chrono::Duration::days(1));
    suspend::suspend(&ground.db, &odile, Suspend { member: bruno, reason: "Essai".to_owned() }).await.unwrap();
    let mut tx = ground.db.begin(ground.here).await.unwrap();
    reinstate::reinstate_tx(&mut tx, &odile, bruno, "Expliqué").await.unwrap();
    tx.commit().await.unwrap();
    let now = ground.as_member("bruno").await.me().unwrap().standing;
    assert_eq!(now, Standing::UnderReview, "a suspension cures no review");
    assert_eq!(ground.number(joined).await, since);
    ground.close().await;
}

#[tokio::test]
async fn a_suspension_needs_a_reason() {
    let ground = Ground::open().await;
    let odile = ground.as_member("odile").await;
    let member = ground.id_of("bruno").await;
    let refused = suspend::suspend(&ground.db, &odile, Suspend { member, reason: "  ".to_owned() }).await;
    assert!(matches!(refused, Err(MembershipError::Text(_))));
    ground.close().await;
}

#[tokio::test]
async fn t4_a_member_of_another_community_is_nobody_here() {
    let ground = Ground::open().await;
    let operator = membership::operator::appoint(
        &ground.db,
        &ground.house(),
        &crate::ground::address("operator"),
        kernel::Language::Fr,
    )
    .await
    .unwrap();
    let odile = ground.as_member("odile").await;
    for member in [operator, MemberId(ground.db.entropy().id())] {
        let refused = suspend::suspend(&ground.db, &odile, Suspend { member, reason: "Essai".to_owned() }).await;
        assert!(matches!(refused, Err(MembershipError::NotFound)));
        assert!(membership::views::member(&ground.db, &odile, member).await.unwrap().is_none());
    }
    ground.close().await;
}
