//! Asking to come in.

use crate::ground::{Ground, address, newcomer};
use futures_util::future::join_all;
use kernel::{Language, Standing};
use membership::{MembershipError, account, apply_tx, leave};

#[tokio::test]
async fn numbers_stay_dense_however_many_apply_at_once() {
    let ground = Ground::open().await;
    let names: Vec<String> = (0..40).map(|n| format!("new{n}")).collect();
    join_all(names.iter().map(|name| ground.apply(name))).await;
    let holes = "select count(*) from (select number, row_number() over (order by number) - 1 as place from member
        where community_id <> '00000000-0000-0000-0000-000000000000') n where number <> place";
    assert_eq!(ground.number(holes).await, 0);
    assert_eq!(ground.number("select max(next_member_number)::bigint from community").await, 43);
    ground.close().await;
}

#[tokio::test]
async fn applying_twice_is_applying_once() {
    let ground = Ground::open().await;
    let (first, second) = futures_util::future::join(ground.apply("eve"), ground.apply("eve")).await;
    assert_eq!(first, second);
    assert_eq!(ground.number("select count(*) from journal where act = 'applied'").await, 1);
    assert_eq!(ground.number("select max(next_member_number)::bigint from community").await, 4, "no number is wasted");
    ground.close().await;
}

#[tokio::test]
async fn an_id_that_is_somebody_s_own_opens_nothing() {
    let ground = Ground::open().await;
    let bruno = ground.id_of("bruno").await;
    let mut tx = ground.db.begin(ground.here).await.unwrap();
    let eve = account::of_address_tx(&mut tx, &address("eve"), Language::Fr).await.unwrap();
    let mut new = newcomer(&ground.db, "eve");
    new.id = bruno;
    assert!(matches!(apply_tx(&mut tx, eve, &new).await, Err(MembershipError::IdInUse)));
    tx.rollback().await.unwrap();
    ground.close().await;
}

#[tokio::test]
async fn whoever_left_may_ask_again_under_the_old_number_and_begins_anew() {
    let ground = Ground::open().await;
    let eve = ground.admit("eve").await;
    leave::leave(&ground.db, &ground.as_member("eve").await).await.unwrap();
    assert_eq!(ground.apply("eve").await, eve);
    let me = ground.as_member("eve").await.me().unwrap();
    assert_eq!((me.member, me.standing), (eve, Standing::Applicant));
    assert_eq!(
        ground
            .number("select count(*) from member where name = 'eve' and joined_at is null and ended_at is null")
            .await,
        1
    );
    ground.close().await;
}

#[tokio::test]
async fn members_are_here_already_and_the_expelled_stay_out() {
    let ground = Ground::open().await;
    let mut tx = ground.db.begin(ground.here).await.unwrap();
    let bruno = account::of_address_tx(&mut tx, &address("bruno"), Language::Fr).await.unwrap();
    let again = apply_tx(&mut tx, bruno, &newcomer(&ground.db, "bruno")).await;
    assert!(matches!(again, Err(MembershipError::AlreadyHere)));
    let id = ground.id_of("bruno").await;
    membership::change_tx(&mut tx, id, &[Standing::Member], Standing::Expelled, None, "essai").await.unwrap();
    let again = apply_tx(&mut tx, bruno, &newcomer(&ground.db, "bruno")).await;
    assert!(matches!(again, Err(MembershipError::Forbidden(_))));
    tx.rollback().await.unwrap();
    ground.close().await;
}

#[tokio::test]
async fn whoever_is_admitted_gets_one_welcome() {
    let ground = Ground::open().await;
    ground.admit("eve").await;
    assert_eq!(ground.number("select count(*) from job where kind = 'welcome_member'").await, 1);
    assert_eq!(ground.number("select members::bigint from community where slug = 'nievre'").await, 4);
    ground.close().await;
}
