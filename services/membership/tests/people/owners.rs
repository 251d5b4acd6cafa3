//! Somebody keeps the keys.

use crate::ground::Ground;
use futures_util::future::join_all;
use kernel::{Caller, MemberId, Role};
use membership::{MembershipError, leave, role, role::GiveRole, suspend, suspend::Suspend};

const OWNERS: &str = "select count(*) from member where role = 'owner' and standing = 'member'
    and community_id <> '00000000-0000-0000-0000-000000000000'";

async fn give(ground: &Ground, caller: &Caller, member: MemberId, role: Role) -> Result<(), MembershipError> {
    role::give_role(&ground.db, caller, GiveRole { member, role }).await
}

async fn put_out(ground: &Ground, caller: &Caller, member: MemberId) -> Result<(), MembershipError> {
    suspend::suspend(&ground.db, caller, Suspend { member, reason: "Essai".to_owned() }).await
}

#[tokio::test]
async fn m8_the_last_owner_cannot_leave_be_demoted_or_be_suspended() {
    let ground = Ground::open().await;
    let odile = ground.as_member("odile").await;
    let id = ground.id_of("odile").await;
    assert!(matches!(leave::leave(&ground.db, &odile).await, Err(MembershipError::LastOwner)));
    assert!(matches!(give(&ground, &odile, id, Role::Steward).await, Err(MembershipError::LastOwner)));
    assert!(matches!(put_out(&ground, &ground.house(), id).await, Err(MembershipError::LastOwner)));
    assert_eq!(ground.number(OWNERS).await, 1);
    ground.close().await;
}

#[tokio::test]
async fn m8_an_owner_may_go_once_there_is_another() {
    let ground = Ground::open().await;
    let odile = ground.as_member("odile").await;
    give(&ground, &odile, ground.id_of("bruno").await, Role::Owner).await.unwrap();
    leave::leave(&ground.db, &odile).await.unwrap();
    assert_eq!(ground.number(OWNERS).await, 1);
    let gone = ground.as_member("odile").await.me().unwrap();
    assert_eq!((gone.standing, gone.role), (kernel::Standing::Left, Role::None), "an office ends with membership");
    ground.close().await;
}

/// A thousand races in the long form, as bar M8 asks.
fn rounds() -> u32 {
    if std::env::var_os("MAILLON_LONG").is_some() { 1_000 } else { 100 }
}

/// Two owners try to get rid of themselves or of each other at once, in every mixture; afterwards one is left, and the two
/// are owners again for the next round.
#[tokio::test]
async fn m8_no_race_leaves_a_community_without_an_owner() {
    let ground = Ground::open().await;
    let house = ground.house();
    let (odile, bruno) = (ground.id_of("odile").await, ground.id_of("bruno").await);
    for round in 0..rounds() {
        restore(&ground, &[odile, bruno]).await;
        let (first, second) = (ground.as_member("odile").await, ground.as_member("bruno").await);
        let outcomes = match round % 4 {
            0 => {
                join_two(Box::pin(leave::leave(&ground.db, &first)), Box::pin(leave::leave(&ground.db, &second))).await
            }
            1 => {
                join_two(
                    Box::pin(give(&ground, &first, bruno, Role::None)),
                    Box::pin(give(&ground, &second, odile, Role::None)),
                )
                .await
            }
            2 => join_two(Box::pin(put_out(&ground, &first, bruno)), Box::pin(put_out(&ground, &second, odile))).await,
            _ => {
                join_two(
                    Box::pin(leave::leave(&ground.db, &first)),
                    Box::pin(give(&ground, &house, bruno, Role::Editor)),
                )
                .await
            }
        };
        assert_eq!(outcomes.iter().filter(|outcome| outcome.is_ok()).count(), 1, "round {round}: {outcomes:?}");
        // Whoever was dismissed or put out a moment ago owns nothing any more; whoever goes by themselves is told why not.
        let expected = |outcome: &Result<(), MembershipError>| match round % 4 {
            1 | 2 => matches!(outcome, Err(MembershipError::Forbidden(_))),
            _ => matches!(outcome, Err(MembershipError::LastOwner)),
        };
        assert!(outcomes.iter().any(expected), "round {round}: {outcomes:?}");
        assert_eq!(ground.number(OWNERS).await, 1, "round {round}");
    }
    ground.close().await;
}

#[tokio::test]
async fn m8_three_owners_leaving_at_once_leave_one() {
    let ground = Ground::open().await;
    for round in 0..20 {
        let mut callers = Vec::new();
        for name in ["odile", "bruno", "claire"] {
            restore(&ground, &[ground.id_of(name).await]).await;
            callers.push(ground.as_member(name).await);
        }
        let outcomes = join_all(callers.iter().map(|caller| leave::leave(&ground.db, caller))).await;
        assert_eq!(outcomes.iter().filter(|outcome| outcome.is_ok()).count(), 2, "round {round}: {outcomes:?}");
        assert_eq!(ground.number(OWNERS).await, 1, "round {round}");
    }
    ground.close().await;
}

async fn join_two(
    one: impl Future<Output = Result<(), MembershipError>>,
    two: impl Future<Output = Result<(), MembershipError>>,
) -> [Result<(), MembershipError>; 2] {
    let (one, two) = futures_util::future::join(one, two).await;
    [one, two]
}

/// Behind the scenes: these are owners in good standing again.
async fn restore(ground: &Ground, members: &[MemberId]) {
    for member in members {
        sqlx::query("update member set role = 'owner', standing = 'member' where id = $1")
            .bind(member.0)
            .execute(&mut ground.scratch.owner().await)
            .await
            .unwrap();
    }
    sqlx::query("update community c set members = (select count(*) from member m where m.community_id = c.id and m.standing in ('member', 'under_review'))")
        .execute(&mut ground.scratch.owner().await)
        .await
        .unwrap();
}

#[tokio::test]
async fn a_steward_does_not_judge_officers_nor_themselves() {
    let ground = Ground::open().await;
    let odile = ground.as_member("odile").await;
    let (bruno, claire) = (ground.id_of("bruno").await, ground.id_of("claire").await);
    give(&ground, &odile, bruno, Role::Steward).await.unwrap();
    give(&ground, &odile, claire, Role::Steward).await.unwrap();
    let steward = ground.as_member("bruno").await;
    for member in [claire, bruno] {
        assert!(matches!(put_out(&ground, &steward, member).await, Err(MembershipError::Forbidden(_))));
    }
    assert_eq!(
        ground.number("select count(*) from member where standing = 'suspended'").await,
        0,
        "nothing of it was kept"
    );
    put_out(&ground, &odile, claire).await.unwrap();
    ground.close().await;
}

#[tokio::test]
async fn an_office_is_given_to_members_in_good_standing_only() {
    let ground = Ground::open().await;
    let odile = ground.as_member("odile").await;
    let applicant = ground.apply("eve").await;
    assert!(matches!(give(&ground, &odile, applicant, Role::Steward).await, Err(MembershipError::NotAMember)));
    let stranger = MemberId(ground.db.entropy().id());
    assert!(matches!(give(&ground, &odile, stranger, Role::Steward).await, Err(MembershipError::NotFound)));
    ground.close().await;
}

/// A third owner stays in every round, so that nothing but the caller's own office stands in the way.
#[tokio::test]
async fn m8_of_two_owners_who_dismiss_each_other_at_once_only_the_first_does() {
    let ground = Ground::open().await;
    let (odile, bruno) = (ground.id_of("odile").await, ground.id_of("bruno").await);
    let claire = ground.id_of("claire").await;
    for round in 0..40 {
        restore(&ground, &[odile, bruno, claire]).await;
        let (first, second) = (ground.as_member("odile").await, ground.as_member("bruno").await);
        let outcomes = if round % 2 == 0 {
            let (one, two) = (give(&ground, &first, bruno, Role::None), give(&ground, &second, odile, Role::None));
            join_two(Box::pin(one), Box::pin(two)).await
        } else {
            let (one, two) = (put_out(&ground, &first, bruno), put_out(&ground, &second, odile));
            join_two(Box::pin(one), Box::pin(two)).await
        };
        assert_eq!(outcomes.iter().filter(|outcome| outcome.is_ok()).count(), 1, "round {round}: {outcomes:?}");
        assert!(
            outcomes.iter().any(|outcome| matches!(outcome, Err(MembershipError::Forbidden(_)))),
            "round {round}: {outcomes:?}"
        );
        assert_eq!(ground.number(OWNERS).await, 2, "round {round}");
    }
    ground.close().await;
}

#[tokio::test]
async fn whoever_was_just_dismissed_gives_no_office_and_judges_nobody() {
    let ground = Ground::open().await;
    let odile = ground.as_member("odile").await;
    let (bruno, claire) = (ground.id_of("bruno").await, ground.id_of("claire").await);
    give(&ground, &odile, bruno, Role::Owner).await.unwrap();
    let before = ground.as_member("bruno").await;
    give(&ground, &odile, bruno, Role::None).await.unwrap();
    // What his session said a moment ago.
    assert!(matches!(give(&ground, &before, claire, Role::Owner).await, Err(MembershipError::Forbidden(_))));
    assert!(matches!(put_out(&ground, &before, claire).await, Err(MembershipError::Forbidden(_))));
    put_out(&ground, &odile, claire).await.unwrap();
    let mut tx = ground.db.begin(ground.here).await.unwrap();
    let refused = membership::reinstate::reinstate_tx(&mut tx, &before, claire, "Essai").await;
    tx.rollback().await.unwrap();
    assert!(matches!(refused, Err(MembershipError::Forbidden(_))));
    ground.close().await;
}
