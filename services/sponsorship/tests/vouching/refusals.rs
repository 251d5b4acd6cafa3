//! M5: who may not vouch.

use crate::ground::{Ground, member, word};
use kernel::{Caller, CommunityId, Me, MemberId, SponsorshipId, Standing, Who};
use sponsorship::{AskSponsor, AskViaLink, SponsorshipError};
use uuid::Uuid;

fn standing(caller: &Caller, standing: Standing) -> Caller {
    let me = Me { standing, ..caller.me().unwrap() };
    Caller { who: Who::Member(me), ..caller.clone() }
}

async fn put(ground: &Ground, who: &Caller, standing: Standing) {
    sqlx::query("update member set standing = $2, ended_at = case when $2 = 'left' then now() end where id = $1")
        .bind(member(who).0)
        .bind(standing.as_str())
        .execute(&mut ground.scratch.owner().await)
        .await
        .unwrap();
}

#[tokio::test]
async fn m5_nobody_vouches_for_themselves() {
    let ground = Ground::open().await;
    let eve = ground.applicant("eve").await;
    let id = SponsorshipId(ground.fresh());
    let cmd = AskSponsor { id, email: "eve@example.test".parse().unwrap(), note: String::new() };
    let refused = sponsorship::ask_sponsor(&ground.db, &eve, cmd).await.unwrap_err();
    assert!(matches!(refused, SponsorshipError::Oneself), "{refused}");
    // Somebody who left and asks again still has their old link.
    let token = sponsorship::personal_link(&ground.db, &standing(&eve, Standing::Member)).await.unwrap();
    let cmd = AskViaLink { id, token, note: String::new() };
    let refused = sponsorship::ask_via_link(&ground.db, &eve, cmd).await.unwrap_err();
    assert!(matches!(refused, SponsorshipError::LinkSpent), "an applicant's link leads nowhere: {refused}");
    let planted = sqlx::query(
        "insert into sponsorship (community_id, id, applicant_id, sponsor_id, state, requested_at, expires_at)
         select community_id, $2, id, id, 'given', now(), now() from member where id = $1",
    )
    .bind(member(&eve).0)
    .bind(ground.fresh())
    .execute(&mut ground.scratch.owner().await)
    .await
    .unwrap_err();
    assert!(planted.to_string().contains("sponsorship_not_of_oneself"));
    ground.clear().await;
}

#[tokio::test]
async fn m5_an_applicant_a_leaver_and_somebody_under_review_cannot_vouch_even_with_an_old_session() {
    let ground = Ground::open().await;
    let eve = ground.applicant("eve").await;
    let bob = ground.applicant("bob").await;
    let to_bob = ground.ask(&eve, "bob@example.test").await;
    assert_eq!(ground.count("select count(*) from sponsorship where sponsor_id is not null").await, 0);
    let refused = ground.give(&bob, to_bob).await.unwrap_err();
    assert!(matches!(refused, SponsorshipError::Forbidden(_)), "{refused}");
    // With a caller from before, the rows decide.
    let refused = ground.give(&standing(&bob, Standing::Member), to_bob).await.unwrap_err();
    assert!(matches!(refused, SponsorshipError::Forbidden(_)), "{refused}");
    for (number, now) in
        [(1, Standing::UnderReview), (2, Standing::Left), (3, Standing::Suspended), (4, Standing::Expelled)]
    {
        let sponsor = ground.founders[number].clone();
        let id = ground.ask(&eve, &format!("founder{number}@example.test")).await;
        put(&ground, &sponsor, now).await;
        let fresh = ground.give(&standing(&sponsor, now), id).await.unwrap_err();
        assert!(matches!(fresh, SponsorshipError::Forbidden(_)), "{now:?}: {fresh}");
        let stale = ground.give(&sponsor, id).await.unwrap_err();
        assert!(matches!(stale, SponsorshipError::Forbidden(_) | SponsorshipError::UnderReview), "{now:?}: {stale}");
    }
    assert_eq!(ground.count("select count(*) from sponsorship where state = 'given'").await, 0);
    ground.clear().await;
}

#[tokio::test]
async fn m5_a_ring_of_newcomers_vouching_for_one_another_opens_nothing() {
    let ground = Ground::open().await;
    let mut ring = Vec::new();
    for n in 0..4 {
        ring.push(ground.applicant(&format!("ring{n}")).await);
    }
    for (n, applicant) in ring.iter().enumerate() {
        let next = (n + 1) % ring.len();
        let id = ground.ask(applicant, &format!("ring{next}@example.test")).await;
        assert!(ground.give(&ring[next], id).await.is_err());
    }
    assert_eq!(ground.count("select count(*) from sponsorship where state = 'given'").await, 0);
    ground.clear().await;
}

#[tokio::test]
async fn m5_a_newcomer_cannot_vouch_before_their_time() {
    let ground = Ground::open().await;
    let eve = ground.applicant("eve").await;
    let young = ground.members("young", 1).await.remove(0);
    sqlx::query("update member set joined_at = $1 where name = 'young 0'")
        .bind(kernel::Clock::now(&ground.clock) - chrono::Duration::days(13))
        .execute(&mut ground.scratch.owner().await)
        .await
        .unwrap();
    let id = ground.ask(&eve, "young0@example.test").await;
    let refused = ground.give(&young, id).await.unwrap_err();
    assert!(matches!(refused, SponsorshipError::TooNew { .. }), "{refused}");
    ground.clock.advance(chrono::Duration::days(1));
    ground.give(&young, id).await.unwrap();
    ground.clear().await;
}

#[tokio::test]
async fn m5_a_member_of_another_community_is_nobody_here() {
    let ground = Ground::open().await;
    let other = CommunityId(Uuid::from_u128(0xd0));
    ground.launch(other, "autre", "confiance", &[]).await;
    let eve = ground.applicant("eve").await;
    let id = ground.ask(&eve, "founder1@example.test").await;
    let stranger = Caller { community: other, ..ground.founders[1].clone() };
    let foreign = sponsorship::give(&ground.db, &stranger, word(id)).await.unwrap_err();
    let absent =
        sponsorship::give(&ground.db, &ground.founders[1], word(SponsorshipId(ground.fresh()))).await.unwrap_err();
    assert!(matches!((foreign, absent), (SponsorshipError::NotFound, SponsorshipError::NotFound)));
    let nobody = Me { member: MemberId(ground.fresh()), ..ground.founders[1].me().unwrap() };
    let forged = Caller { who: Who::Member(nobody), ..ground.founders[1].clone() };
    assert!(matches!(ground.give(&forged, id).await.unwrap_err(), SponsorshipError::NotFound));
    ground.clear().await;
}
