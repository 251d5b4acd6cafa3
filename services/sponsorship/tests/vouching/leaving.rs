//! What somebody who goes leaves behind, and what is seen of them afterwards.

use crate::ground::{Ground, member};
use chrono::Duration;
use kernel::{Caller, InvitationId, Language, Me, PageRequest, Role, Standing, Who};
use membership::jobs::MemberGone;
use sponsorship::{Admit, AskedState, Invite, Refuse, Relation, SponsorshipError, gone};

/// Leaves, and hands out the job that was written.
pub async fn leave(ground: &Ground, caller: &Caller) -> MemberGone {
    membership::leave::leave(&ground.db, caller).await.unwrap();
    let payload: serde_json::Value = sqlx::query_scalar("select payload from job where kind = 'member_gone'")
        .fetch_one(&mut ground.scratch.owner().await)
        .await
        .unwrap();
    serde_json::from_value(payload).unwrap()
}

pub async fn tidy(ground: &Ground, job: &MemberGone) -> u64 {
    gone::tidy(&ground.db, &ground.house(), job).await.unwrap()
}

#[tokio::test]
async fn whoever_leaves_takes_back_the_words_that_carry_nobody_and_their_invitations() {
    let ground = Ground::open().await;
    let sponsor = ground.founders[2].clone();
    let eve = ground.applicant("eve").await;
    ground.vouch(&eve, &sponsor).await.unwrap();
    let carried = ground.applicant("carried").await;
    ground.vouch(&carried, &sponsor).await.unwrap();
    sqlx::query("update sponsorship set active_at = now() where applicant_id = $1")
        .bind(member(&carried).0)
        .execute(&mut ground.scratch.owner().await)
        .await
        .unwrap();
    let invitation = Invite {
        id: InvitationId(ground.fresh()),
        email: "zoe@example.test".parse().unwrap(),
        relation: Relation::Friend,
        sentence: "Une amie.".to_owned(),
        language: Language::Fr,
    };
    sponsorship::invite(&ground.db, &sponsor, invitation).await.unwrap();
    let job = leave(&ground, &sponsor).await;
    assert_eq!((tidy(&ground, &job).await, tidy(&ground, &job).await), (2, 0), "a word and an invitation, once");
    let room = sponsorship::waiting(&ground.db, &eve).await.unwrap();
    assert_eq!((room.given, room.asked[0].state), (0, AskedState::NotThisTime));
    assert_eq!(ground.count("select count(*) from sponsorship where state = 'given'").await, 1, "what carries stays");
    assert_eq!(ground.count("select count(*) from trust_event where event ? 'withdrawn'").await, 1);
    assert_eq!(ground.count("select count(*) from notification where kind = 'sponsorship_withdrawn'").await, 1);
    ground.clear().await;
}

#[tokio::test]
async fn an_applicant_who_gives_up_waits_for_no_answer_and_whoever_comes_back_keeps_what_they_began_since() {
    let ground = Ground::open().await;
    let eve = ground.applicant("eve").await;
    ground.ask(&eve, "founder1@example.test").await;
    ground.vouch(&eve, &ground.founders[2]).await.unwrap();
    let job = leave(&ground, &eve).await;
    assert_eq!(tidy(&ground, &job).await, 2);
    let open = "select count(*) from sponsorship where state in ('requested', 'given')";
    assert_eq!(ground.count(open).await, 0);
    ground.clock.advance(Duration::days(8));
    let eve = ground.applicant("eve").await;
    ground.ask(&eve, "founder1@example.test").await;
    assert_eq!(tidy(&ground, &job).await, 0, "the job comes late");
    assert_eq!(ground.count(open).await, 1);
    ground.clear().await;
}

#[tokio::test]
async fn however_somebody_went_whoever_was_asked_sees_the_same_of_them_byte_for_byte() {
    let ground = Ground::open().await;
    let eve = ground.applicant("eve").await;
    let id = ground.ask(&eve, "founder1@example.test").await;
    let waits = sponsorship::request(&ground.db, &ground.founders[1], id).await.unwrap().unwrap();
    assert_eq!((waits.applicant.standing, waits.applicant.town.as_str()), (Standing::Applicant, "Corbigny"));
    assert!(!waits.about.is_empty());
    sponsorship::decline(&ground.db, &ground.founders[1], sponsorship::Decline { sponsorship: id }).await.unwrap();
    let seen = async |standing: Standing, role: &'static str| {
        sqlx::query(
            "update member set standing = $2, role = $3, joined_at = '2026-03-01', ended_at = now() where id = $1",
        )
        .bind(member(&eve).0)
        .bind(standing.as_str())
        .bind(role)
        .execute(&mut ground.scratch.owner().await)
        .await
        .unwrap();
        format!("{:?}", sponsorship::request(&ground.db, &ground.founders[1], id).await.unwrap().unwrap())
    };
    let left = seen(Standing::Left, "none").await;
    assert!(!left.contains("Corbigny") && left.contains("Eve"), "{left}");
    assert_eq!(seen(Standing::Suspended, "steward").await, left);
    assert_eq!(seen(Standing::Expelled, "none").await, left);
    assert_eq!(seen(Standing::UnderReview, "steward").await, seen(Standing::Member, "steward").await);
    ground.clear().await;
}

#[tokio::test]
async fn a_steward_dismissed_meanwhile_decides_about_nobody() {
    let ground = Ground::with("departement", &[]).await;
    let eve = ground.applicant("eve").await;
    // What their session said when the request came in.
    let me = Me { role: Role::Steward, ..ground.founders[1].me().unwrap() };
    let dismissed = Caller { who: Who::Member(me), ..ground.founders[1].clone() };
    let admit = Admit { member: member(&eve), reason: String::new() };
    let refused = sponsorship::admit(&ground.db, &dismissed, admit.clone()).await.unwrap_err();
    assert!(matches!(&refused, SponsorshipError::Membership(no) if no.to_string().contains("may not")), "{refused}");
    let refuse = Refuse { member: member(&eve), reason: "Non".to_owned() };
    assert!(sponsorship::refuse(&ground.db, &dismissed, refuse).await.is_err());
    assert_eq!(ground.count("select count(*) from admission").await, 0);
    sponsorship::admit(&ground.db, &ground.founders[0], admit).await.unwrap();
    ground.clear().await;
}

#[tokio::test]
async fn requests_to_whoever_left_run_out_by_themselves() {
    let ground = Ground::open().await;
    let eve = ground.applicant("eve").await;
    ground.ask(&eve, "founder2@example.test").await;
    let job = leave(&ground, &ground.founders[2]).await;
    assert_eq!(tidy(&ground, &job).await, 0);
    let room = sponsorship::waiting(&ground.db, &eve).await.unwrap();
    assert_eq!(room.asked[0].state, AskedState::Waiting, "to end it now would tell whose address that was");
    let mine = sponsorship::asked_of_me(&ground.db, &ground.founders[1], PageRequest::new(5, None)).await.unwrap();
    assert!(mine.items.is_empty());
    ground.clear().await;
}
