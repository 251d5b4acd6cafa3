//! Invitations.

use crate::ground::{Ground, email, member};
use chrono::Duration;
use kernel::{Caller, InvitationId, Language, PageRequest, SponsorshipId, Who};
use sponsorship::{AskViaLink, AskedState, InvitationState, Invite, Relation, RevokeInvitation, SponsorshipError, Via};

fn invite(ground: &Ground, name: &str) -> Invite {
    Invite {
        id: InvitationId(ground.fresh()),
        email: email(name),
        relation: Relation::Friend,
        sentence: "Une amie de vingt ans.".to_owned(),
        language: Language::Fr,
    }
}

/// The token as the letter carries it.
async fn token(ground: &Ground, id: InvitationId) -> String {
    sponsorship::letters::invitation(&ground.db, &ground.house(), id).await.unwrap().unwrap().token
}

#[tokio::test]
async fn whoever_comes_by_an_invitation_to_their_address_has_a_word_already() {
    let ground = Ground::open().await;
    let sponsor = &ground.founders[0];
    let cmd = invite(&ground, "eve");
    for _ in 0..2 {
        sponsorship::invite(&ground.db, sponsor, cmd.clone()).await.unwrap();
    }
    assert_eq!(ground.count("select count(*) from job where kind = 'invitation_letter'").await, 1);
    let token = token(&ground, cmd.id).await;
    assert_eq!(
        ground
            .count("select count(*) from invitation where encode(token_hash, 'escape') like '%' || id::text || '%'")
            .await,
        0
    );
    let face = sponsorship::peek(&ground.db, ground.community, &token).await.unwrap().unwrap();
    assert_eq!((face.name.as_str(), face.sentence.as_str()), ("Founder 0", "Une amie de vingt ans."));
    let eve = ground.applicant_via("eve", Some(Via::Invitation(token.clone()))).await;
    let room = sponsorship::waiting(&ground.db, &eve).await.unwrap();
    assert_eq!((room.given, room.asked[0].state, room.asked[0].who.as_str()), (1, AskedState::Given, "Founder 0"));
    assert!(sponsorship::peek(&ground.db, ground.community, &token).await.unwrap().is_none(), "used");
    let mine = sponsorship::invitations(&ground.db, sponsor, PageRequest::new(5, None)).await.unwrap();
    assert_eq!(mine.items[0].state, InvitationState::Used);
    assert!(sponsorship::letters::invitation(&ground.db, &ground.house(), cmd.id).await.unwrap().is_none());
    ground.clear().await;
}

#[tokio::test]
async fn a_forwarded_invitation_is_only_a_good_reason_to_ask_and_stays_for_its_addressee() {
    let ground = Ground::open().await;
    let cmd = invite(&ground, "eve");
    sponsorship::invite(&ground.db, &ground.founders[0], cmd.clone()).await.unwrap();
    let token = token(&ground, cmd.id).await;
    let bob = ground.applicant_via("bob", Some(Via::Invitation(token.clone()))).await;
    let room = sponsorship::waiting(&ground.db, &bob).await.unwrap();
    assert_eq!((room.given, room.asked[0].state), (0, AskedState::Waiting));
    let eve = ground.applicant_via("eve", Some(Via::Invitation(token))).await;
    assert_eq!(sponsorship::waiting(&ground.db, &eve).await.unwrap().given, 1);
    ground.clear().await;
}

#[tokio::test]
async fn m6_of_many_who_use_an_invitation_at_once_it_counts_once() {
    let ground = Ground::open().await;
    let cmd = invite(&ground, "eve");
    sponsorship::invite(&ground.db, &ground.founders[0], cmd.clone()).await.unwrap();
    let token = token(&ground, cmd.id).await;
    let account = ground.account("eve@example.test").await;
    let tasks: Vec<_> = (0..100)
        .map(|_| {
            let db = ground.db.clone();
            let visitor = Caller::new(ground.community, Who::Account(account), Language::Fr);
            let application = ground.application(Some(Via::Invitation(token.clone())));
            tokio::spawn(async move { sponsorship::apply(&db, &visitor, application).await })
        })
        .collect();
    let mut heard = 0;
    for task in tasks {
        match task.await.unwrap() {
            Ok(_) => heard += 1,
            // The limit on applying stands before the invitation (bar A9).
            Err(error) => assert!(matches!(error, SponsorshipError::TooOften { .. }), "{error:?}"),
        }
    }
    assert!(heard >= 2, "{heard}");
    assert_eq!(ground.count("select count(*) from sponsorship").await, 1);
    assert_eq!(ground.count("select count(*) from invitation where used_at is not null").await, 1);
    assert_eq!(ground.count("select count(*) from member where name = 'Eve'").await, 1);
    ground.clear().await;
}

#[tokio::test]
async fn a_revoked_or_expired_invitation_leads_nowhere_and_applying_works_all_the_same() {
    let ground = Ground::open().await;
    let sponsor = &ground.founders[0];
    let (revoked, late) = (invite(&ground, "eve"), invite(&ground, "bob"));
    for cmd in [&revoked, &late] {
        sponsorship::invite(&ground.db, sponsor, cmd.clone()).await.unwrap();
    }
    let (first, second) = (token(&ground, revoked.id).await, token(&ground, late.id).await);
    sponsorship::revoke_invitation(&ground.db, sponsor, RevokeInvitation { id: revoked.id }).await.unwrap();
    assert!(sponsorship::peek(&ground.db, ground.community, &first).await.unwrap().is_none());
    ground.clock.advance(Duration::days(30));
    assert!(sponsorship::peek(&ground.db, ground.community, &second).await.unwrap().is_none());
    for (name, token) in [("eve", first), ("bob", second)] {
        let applicant = ground.applicant_via(name, Some(Via::Invitation(token))).await;
        assert!(sponsorship::waiting(&ground.db, &applicant).await.unwrap().asked.is_empty());
    }
    let foreign =
        sponsorship::revoke_invitation(&ground.db, &ground.founders[1], RevokeInvitation { id: late.id }).await;
    assert!(matches!(foreign.unwrap_err(), SponsorshipError::NotFound));
    ground.clear().await;
}

#[tokio::test]
async fn inviting_a_member_answers_the_same_and_writes_to_nobody() {
    let ground = Ground::open().await;
    let (known, unknown) = (invite(&ground, "founder5"), invite(&ground, "nobody"));
    for cmd in [&known, &unknown] {
        sponsorship::invite(&ground.db, &ground.founders[0], cmd.clone()).await.unwrap();
    }
    let house = ground.house();
    assert!(sponsorship::letters::invitation(&ground.db, &house, known.id).await.unwrap().is_none());
    assert!(sponsorship::letters::invitation(&ground.db, &house, unknown.id).await.unwrap().is_some());
    let eve = ground.applicant("eve").await;
    let refused = sponsorship::invite(&ground.db, &eve, invite(&ground, "x")).await.unwrap_err();
    assert!(matches!(refused, SponsorshipError::Forbidden(_)), "{} may not invite", member(&eve));
    ground.clear().await;
}

/// Follows a token from the waiting room.
async fn follow(ground: &Ground, applicant: &Caller, token: &str) -> Result<SponsorshipId, SponsorshipError> {
    let cmd = AskViaLink { id: SponsorshipId(ground.fresh()), token: token.to_owned(), note: String::new() };
    sponsorship::ask_via_link(&ground.db, applicant, cmd).await
}

#[tokio::test]
async fn whoever_waits_already_can_use_an_invitation_and_its_word_counts() {
    let ground = Ground::open().await;
    let eve = ground.applicant("eve").await;
    let mut tokens = Vec::new();
    for sponsor in &ground.founders[..2] {
        let cmd = invite(&ground, "eve");
        sponsorship::invite(&ground.db, sponsor, cmd.clone()).await.unwrap();
        tokens.push(token(&ground, cmd.id).await);
    }
    // A request that waits at the second sponsor's becomes their word.
    let waits = ground.ask(&eve, "founder1@example.test").await;
    let cmd = AskViaLink { id: SponsorshipId(ground.fresh()), token: tokens[0].clone(), note: String::new() };
    for _ in 0..2 {
        sponsorship::ask_via_link(&ground.db, &eve, cmd.clone()).await.unwrap();
    }
    assert_eq!(follow(&ground, &eve, &tokens[1]).await.unwrap(), waits);
    let room = sponsorship::waiting(&ground.db, &eve).await.unwrap();
    assert_eq!((room.given, room.asked.len()), (2, 2));
    assert_eq!(ground.count("select count(*) from invitation where used_at is not null").await, 2);
    assert_eq!(ground.count("select count(*) from notification where kind = 'invitation_accepted'").await, 2);
    let bob = ground.applicant("bob").await;
    assert!(
        matches!(follow(&ground, &bob, &tokens[0]).await, Err(SponsorshipError::LinkSpent)),
        "used, and not by bob"
    );
    ground.clear().await;
}

#[tokio::test]
async fn from_the_waiting_room_too_a_forwarded_invitation_is_a_request_and_stays_for_its_addressee() {
    let ground = Ground::open().await;
    let cmd = invite(&ground, "eve");
    sponsorship::invite(&ground.db, &ground.founders[0], cmd.clone()).await.unwrap();
    let token = token(&ground, cmd.id).await;
    let (bob, eve) = (ground.applicant("bob").await, ground.applicant("eve").await);
    follow(&ground, &bob, &token).await.unwrap();
    let room = sponsorship::waiting(&ground.db, &bob).await.unwrap();
    assert_eq!((room.given, room.asked[0].state), (0, AskedState::Waiting));
    assert!(matches!(follow(&ground, &bob, &token).await, Err(SponsorshipError::AlreadyAsked)));
    follow(&ground, &eve, &token).await.unwrap();
    assert_eq!(sponsorship::waiting(&ground.db, &eve).await.unwrap().given, 1);
    ground.clear().await;
}

#[tokio::test]
async fn m3_an_open_invitation_holds_a_token_until_it_is_used_cancelled_or_has_run_out() {
    let ground = Ground::open().await;
    let sponsor = &ground.founders[0];
    let left = async || sponsorship::tokens(&ground.db, sponsor).await.unwrap().left;
    assert_eq!(left().await, 4);
    let invitations: Vec<_> = (0..4).map(|n| invite(&ground, &format!("guest{n}"))).collect();
    for cmd in &invitations {
        sponsorship::invite(&ground.db, sponsor, cmd.clone()).await.unwrap();
    }
    assert_eq!(left().await, 0);
    let beyond = sponsorship::invite(&ground.db, sponsor, invite(&ground, "guest4")).await;
    assert!(matches!(beyond, Err(SponsorshipError::NoTokenLeft)), "{beyond:?}");
    let eve = ground.applicant("eve").await;
    let refused = ground.vouch(&eve, sponsor).await;
    assert!(matches!(refused, Err(SponsorshipError::NoTokenLeft)), "{refused:?}");
    // Used: the token is promised to the person now, and no other one is.
    let first = token(&ground, invitations[0].id).await;
    let guest = ground.applicant_via("guest0", Some(Via::Invitation(first))).await;
    assert_eq!(sponsorship::waiting(&ground.db, &guest).await.unwrap().given, 1);
    assert_eq!(left().await, 0);
    // Answered otherwise: the invitation is used by it.
    let second = ground.applicant("guest1").await;
    ground.vouch(&second, sponsor).await.unwrap();
    assert_eq!(left().await, 0);
    assert_eq!(ground.count("select count(*) from invitation where used_at is not null").await, 2);
    sponsorship::revoke_invitation(&ground.db, sponsor, RevokeInvitation { id: invitations[2].id }).await.unwrap();
    assert_eq!(left().await, 1);
    ground.clock.advance(Duration::days(30));
    assert_eq!(left().await, 2, "the last one has run out");
    ground.clear().await;
}

#[tokio::test]
async fn m3_of_invitations_from_before_no_more_become_words_than_their_sponsor_has_tokens() {
    let ground = Ground::open().await;
    let sponsor = &ground.founders[0];
    let mut words = 0;
    let invitations: Vec<_> = (0..6).map(|n| invite(&ground, &format!("guest{n}"))).collect();
    for cmd in &invitations {
        // As if they had been written before invitations were counted.
        sqlx::query("update invitation set revoked_at = now()")
            .execute(&mut ground.scratch.owner().await)
            .await
            .unwrap();
        sponsorship::invite(&ground.db, sponsor, cmd.clone()).await.unwrap();
    }
    let reopen = "update invitation set revoked_at = null";
    sqlx::query(reopen).execute(&mut ground.scratch.owner().await).await.unwrap();
    for (n, cmd) in invitations.iter().enumerate() {
        let via = Via::Invitation(token(&ground, cmd.id).await);
        let guest = ground.applicant_via(&format!("guest{n}"), Some(via)).await;
        words += sponsorship::waiting(&ground.db, &guest).await.unwrap().given;
    }
    assert_eq!(words, 4, "whoever comes first; the others have asked");
    assert_eq!(ground.count("select count(*) from sponsorship where state = 'requested'").await, 2);
    ground.clear().await;
}
