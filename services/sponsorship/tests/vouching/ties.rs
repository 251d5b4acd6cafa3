//! How two are linked, as the reader is told: named only with consent, counted always, and not without end.

use crate::going::{put_out, steward};
use crate::ground::{Ground, member};
use chrono::Duration;
use kernel::{Caller, Deed, RefusalKind, Refuse as _};
use membership::naming::{ChooseNaming, choose_naming};
use sponsorship::{Band, Cause, Closeness, ConnectionView, Record, RecordView};

async fn linked(ground: &Ground, viewer: &Caller, other: &Caller) -> ConnectionView {
    sponsorship::connection(&ground.db, viewer, member(other)).await.unwrap()
}

/// Newcomers whom the first three founders carry.
async fn newcomers<const N: usize>(ground: &Ground, names: [&str; N]) -> [Caller; N] {
    let mut waiting = Vec::new();
    for name in names {
        let newcomer = ground.applicant(name).await;
        for sponsor in ground.founders.iter().take(3) {
            ground.vouch(&newcomer, sponsor).await.unwrap();
        }
        waiting.push(newcomer);
    }
    ground.clock.advance(Duration::hours(48));
    let mut inside = Vec::new();
    for (newcomer, name) in waiting.iter().zip(names) {
        assert!(sponsorship::recheck(&ground.db, &ground.house(), member(newcomer)).await.unwrap());
        inside.push(ground.by_email(&format!("{name}@example.test")).await);
    }
    inside.try_into().unwrap()
}

async fn agree(ground: &Ground, caller: &Caller, named: bool) {
    choose_naming(&ground.db, caller, ChooseNaming { named }).await.unwrap();
}

/// Who stands between the two, chain by chain.
fn between(view: &ConnectionView) -> Vec<Option<String>> {
    let inner = view.chains.iter().flat_map(|chain| chain.iter().skip(1).rev().skip(1));
    let mut names: Vec<_> = inner.map(|step| step.member.as_ref().map(|card| card.name.clone())).collect();
    names.sort();
    names
}

#[tokio::test]
async fn nobody_is_named_between_two_who_did_not_agree_and_everybody_is_counted() {
    let ground = Ground::open().await;
    let [eve, bob] = newcomers(&ground, ["eve", "bob"]).await;
    let first = ground.founders[0].clone();
    let view = linked(&ground, &eve, &bob).await;
    assert_eq!(between(&view), [None, None, None]);
    assert_eq!((view.common_sponsors.named.len(), view.common_sponsors.count), (0, 3));
    assert!(!format!("{view:?}").contains("Founder"), "{view:?}");
    for chain in view.chains.iter().chain([&view.chain]) {
        assert!(chain.first().unwrap().member.is_some() && chain.last().unwrap().member.is_some(), "both ends");
    }
    agree(&ground, &first, true).await;
    let view = linked(&ground, &eve, &bob).await;
    assert_eq!(between(&view), [None, None, Some("Founder 0".to_owned())]);
    assert_eq!((view.common_sponsors.named.len(), view.common_sponsors.count), (1, 3));
    assert!(!view.named && linked(&ground, &first, &bob).await.named, "each reads of themselves whether they are");
    agree(&ground, &first, false).await;
    assert_eq!(between(&linked(&ground, &eve, &bob).await), [None, None, None], "taken back, it holds at once");
    ground.clear().await;
}

#[tokio::test]
async fn why_somebody_is_in_names_their_sponsors_to_themselves_to_stewards_and_else_with_consent() {
    let ground = Ground::open().await;
    let [eve, bob] = newcomers(&ground, ["eve", "bob"]).await;
    let named = async |viewer: &Caller| {
        let view = sponsorship::admission_of(&ground.db, viewer, member(&eve)).await.unwrap().unwrap();
        assert_eq!(view.sponsors.len(), 3);
        view.sponsors.iter().filter(|step| step.member.is_some()).count()
    };
    assert_eq!((named(&eve).await, named(&bob).await, named(&ground.founders[0]).await), (3, 0, 3));
    agree(&ground, &ground.founders[2], true).await;
    assert_eq!(named(&bob).await, 1);
    ground.clear().await;
}

#[tokio::test]
async fn both_see_the_same_closeness_and_a_record_that_says_no_more_than_the_paths() {
    let ground = Ground::open().await;
    let [eve, bob] = newcomers(&ground, ["eve", "bob"]).await;
    let (there, back) = (linked(&ground, &eve, &bob).await, linked(&ground, &bob, &eve).await);
    // Three chains of two steps each.
    assert!((there.score - (1.0 - 0.64_f64.powi(3))).abs() < 1e-9 && (there.score - back.score).abs() < 1e-9);
    assert_eq!((there.closeness, there.independent, there.more), (Some(Closeness::Strong), 3, false));
    let direct = linked(&ground, &eve, &ground.founders[0]).await;
    let record = Record { band: Band::New, sponsored: 2, lasted: 0, solid: true };
    assert_eq!(direct.record, Some(RecordView { record, solid: Some(3) }), "seven founders: three paths are asked for");
    assert_eq!(direct.common_sponsored.count, 0);
    ground.clock.advance(Duration::days(365));
    let later = linked(&ground, &bob, &ground.founders[0]).await.record.unwrap().record;
    assert_eq!((later.band, later.lasted), (Band::Settled, 2));
    assert!(linked(&ground, &eve, &eve).await.record.is_none(), "nobody looks at themselves");
    ground.clear().await;
}

#[tokio::test]
async fn a9_nobody_copies_the_web_of_trust_by_looking_people_up() {
    let ground = Ground::open().await;
    let [viewer, other] = [0, 1].map(|n| ground.founders[n].clone());
    let most = Deed::SeeTies.budgets().account.unwrap().most;
    for _ in 0..most {
        linked(&ground, &viewer, &other).await;
    }
    let refused = sponsorship::connection(&ground.db, &viewer, member(&other)).await.unwrap_err().refusal();
    assert_eq!((refused.kind, refused.code), (RefusalKind::TooMany, "RATE_LIMITED"));
    linked(&ground, &other, &viewer).await;
    linked(&ground, &viewer, &viewer).await;
    ground.clock.advance(Duration::minutes(5));
    linked(&ground, &viewer, &other).await;
    ground.clear().await;
}

async fn closest(ground: &Ground, viewer: &Caller) -> Vec<(u32, Vec<kernel::MemberId>)> {
    let found = sponsorship::closest(&ground.db, viewer).await.unwrap();
    found.into_iter().map(|alike| (alike.millionths, alike.members)).collect()
}

#[tokio::test]
async fn those_linked_best_come_first_until_a_sponsor_is_put_out() {
    let ground = Ground::open().await;
    let [eve, bob] = newcomers(&ground, ["eve", "bob"]).await;
    let founders: Vec<_> = ground.founders.iter().map(member).collect();
    // Three people vouched for both: together nearer than any one of these.
    assert_eq!(closest(&ground, &eve).await, [(737_856, vec![member(&bob)]), (600_000, founders[..3].to_vec())]);
    assert_eq!(closest(&ground, &ground.founders[6]).await, [], "nobody vouched for them, and they for nobody");
    let (owner, second) = (ground.founders[0].clone(), steward(&ground, "founder1").await);
    put_out(&ground, [&owner, &second], "founder2", Cause::Fraud).await;
    assert_eq!(closest(&ground, &eve).await, [(600_000, founders[..2].to_vec()), (590_400, vec![member(&bob)])]);
    ground.clear().await;
}

#[tokio::test]
async fn a9_lists_in_the_order_of_ties_count_like_looking_them_up() {
    let ground = Ground::open().await;
    let [viewer, other] = [0, 1].map(|n| ground.founders[n].clone());
    let most = Deed::SeeTies.budgets().account.unwrap().most;
    for _ in 0..most {
        closest(&ground, &viewer).await;
    }
    let refused = sponsorship::closest(&ground.db, &viewer).await.unwrap_err().refusal();
    assert_eq!((refused.kind, refused.code), (RefusalKind::TooMany, "RATE_LIMITED"));
    closest(&ground, &other).await;
    let outside = ground.applicant("eve").await;
    assert!(sponsorship::closest(&ground.db, &outside).await.is_err(), "whoever waits sees nobody's ties");
    ground.clear().await;
}
