//! Rows of another tenant: neither read nor written, even by a statement that forgets to ask for its own.

use sqlx::Executor;
use tenancy::{Errand, Ground};

#[tokio::test]
async fn t5_a_statement_without_a_tenant_in_it_reaches_only_ones_own_rows() {
    let ground = Ground::with(2, 4).await;
    for tenant in &ground.tenants {
        let mut tx = ground.db.begin(*tenant).await.unwrap();
        tx.enqueue(&Errand { number: 1 }).await.unwrap();
        tx.commit().await.unwrap();
    }
    let mut tx = ground.db.begin(ground.tenants[0]).await.unwrap();
    let seen: Vec<uuid::Uuid> = sqlx::query_scalar("select community_id from job").fetch_all(tx.conn()).await.unwrap();
    assert_eq!(seen, [ground.tenants[0].0]);
    let renamed = tx.conn().execute("update community set name = 'Pris'").await.unwrap().rows_affected();
    assert_eq!(renamed, 1, "its own row and no other");
    tx.commit().await.unwrap();
    let mut owner = ground.scratch.owner().await;
    let name: String = sqlx::query_scalar("select name from community where id = $1")
        .bind(ground.tenants[1].0)
        .fetch_one(&mut owner)
        .await
        .unwrap();
    assert_eq!(name, "Essai");
    drop(owner);
    ground.clear().await;
}

#[tokio::test]
async fn t5_a_row_cannot_be_written_into_another_tenant() {
    let ground = Ground::with(2, 4).await;
    let mut tx = ground.db.begin(ground.tenants[0]).await.unwrap();
    let refused = sqlx::query("insert into trust_head (community_id, seq) values ($1, 0)")
        .bind(ground.tenants[1].0)
        .execute(tx.conn())
        .await
        .unwrap_err();
    assert!(refused.to_string().contains("row-level security"), "{refused}");
    tx.rollback().await.unwrap();
    ground.clear().await;
}

#[tokio::test]
async fn without_a_tenant_only_public_faces_can_be_read() {
    let ground = Ground::with(2, 4).await;
    let mut tx = ground.db.begin(ground.tenants[0]).await.unwrap();
    tx.enqueue(&Errand { number: 1 }).await.unwrap();
    tx.commit().await.unwrap();
    let mut tx = ground.db.begin_public().await.unwrap();
    for statement in [
        "select count(*) from job",
        "select count(*) from member",
        "select count(*) from session",
        "select count(*) from message",
    ] {
        let rows: i64 = sqlx::query_scalar(statement).fetch_one(tx.conn()).await.unwrap();
        assert_eq!(rows, 0, "{statement}");
    }
    let faces: i64 = sqlx::query_scalar("select count(*) from community").fetch_one(tx.conn()).await.unwrap();
    assert_eq!(faces, 2);
    tx.commit().await.unwrap();
    ground.clear().await;
}

#[tokio::test]
async fn the_platforms_role_sees_jobs_and_envelopes_and_no_members() {
    let ground = Ground::with(2, 4).await;
    for tenant in &ground.tenants {
        let mut tx = ground.db.begin(*tenant).await.unwrap();
        tx.enqueue(&Errand { number: 1 }).await.unwrap();
        tx.commit().await.unwrap();
    }
    let mut tx = ground.db.begin_platform().await.unwrap();
    let jobs: i64 = sqlx::query_scalar("select count(*) from job").fetch_one(tx.conn()).await.unwrap();
    assert_eq!(jobs, 2);
    let refused = sqlx::query("select name from member").execute(tx.conn()).await.unwrap_err();
    assert!(refused.to_string().contains("permission denied"), "{refused}");
    drop(tx);
    ground.clear().await;
}
