//! Links and invitations belong to their community.

use crate::ground::{Ground, email, member};
use kernel::Refuse as _;
use kernel::{Caller, CommunityId, InvitationId, Language, MemberId, SponsorshipId, Who};
use sponsorship::{AskViaLink, Invite, Relation, ask_via_link, invite, letters, peek, personal_link};
use uuid::Uuid;

const THERE: CommunityId = CommunityId(Uuid::from_u128(0xd0));

/// A full member of the other community who chose this very id.
async fn namesake(ground: &Ground, id: MemberId) -> Caller {
    ground.launch(THERE, "autre", "confiance", &[]).await;
    let account = ground.account("mallory@example.test").await;
    let visitor = Caller::new(THERE, Who::Account(account), Language::Fr);
    let application = sponsorship::Apply { id, ..ground.application(None) };
    sponsorship::apply(&ground.db, &visitor, application).await.unwrap();
    let mut tx = ground.db.begin(THERE).await.unwrap();
    membership::admit_tx(&mut tx, id, None, "").await.unwrap();
    tx.commit().await.unwrap();
    let me = kernel::Me { account, member: id, standing: kernel::Standing::Member, role: kernel::Role::None };
    Caller::new(THERE, Who::Member(me), Language::Fr)
}

#[tokio::test]
async fn t4_a_personal_link_of_another_community_is_nonsense_even_with_the_same_id() {
    let ground = Ground::open().await;
    let owner = &ground.founders[3];
    let mallory = namesake(&ground, member(owner)).await;
    let eve = ground.applicant("eve").await;
    let (mine, forged) =
        (personal_link(&ground.db, owner).await.unwrap(), personal_link(&ground.db, &mallory).await.unwrap());
    assert_ne!(mine, forged);
    assert!(peek(&ground.db, THERE, &forged).await.unwrap().is_some(), "it holds where it was made");
    assert!(peek(&ground.db, ground.community, &mine).await.unwrap().is_some());
    assert!(peek(&ground.db, ground.community, &forged).await.unwrap().is_none());
    let mut refusals = Vec::new();
    for token in [forged, "nonsense".to_owned()] {
        let cmd = AskViaLink { id: SponsorshipId(ground.fresh()), token, note: String::new() };
        refusals.push(format!("{:?}", ask_via_link(&ground.db, &eve, cmd).await.unwrap_err().refusal()));
    }
    assert_eq!(refusals[0], refusals[1]);
    assert_eq!(ground.count("select count(*) from sponsorship").await, 0);
    ground.clear().await;
}

#[tokio::test]
async fn t4_an_invitation_of_another_community_is_nonsense_even_with_the_same_id() {
    let ground = Ground::open().await;
    let mallory = namesake(&ground, MemberId(ground.fresh())).await;
    sqlx::query("update member set joined_at = '2020-01-01' where community_id = $1")
        .bind(THERE.0)
        .execute(&mut ground.scratch.owner().await)
        .await
        .unwrap();
    let cmd = Invite {
        id: InvitationId(ground.fresh()),
        email: email("eve"),
        relation: Relation::Friend,
        sentence: "Une amie.".to_owned(),
        language: Language::Fr,
    };
    let mut tokens = Vec::new();
    for (caller, house) in [(&ground.founders[0], ground.house()), (&mallory, Caller::house(THERE))] {
        invite(&ground.db, caller, cmd.clone()).await.unwrap();
        tokens.push(letters::invitation(&ground.db, &house, cmd.id).await.unwrap().unwrap().token);
    }
    assert!(peek(&ground.db, ground.community, &tokens[0]).await.unwrap().is_some());
    assert!(peek(&ground.db, ground.community, &tokens[1]).await.unwrap().is_none());
    ground.clear().await;
}
