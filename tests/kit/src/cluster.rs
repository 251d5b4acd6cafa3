//! Fresh databases: each a copy of one migrated template, made in some hundredths of a second.

use crate::services;
use sqlx::{AssertSqlSafe, Connection, Executor, PgConnection};
use std::{
    hash::{DefaultHasher, Hash, Hasher},
    path::PathBuf,
    sync::atomic::{AtomicU32, Ordering},
};
use tokio::sync::OnceCell;

/// A database of one test's own.
#[derive(Debug)]
pub struct Scratch {
    name: String,
}

impl Scratch {
    /// A fresh copy of the migrated template.
    pub async fn migrated() -> Self {
        let template = template().await;
        Self::made(&format!("template {template}")).await
    }

    /// A database without any table.
    pub async fn bare() -> Self {
        Self::made("template template0").await
    }

    async fn made(options: &str) -> Self {
        static COUNT: AtomicU32 = AtomicU32::new(0);
        let name = format!("stage_{}_{}", std::process::id(), COUNT.fetch_add(1, Ordering::Relaxed));
        // A killed run may have had our process id.
        let _was_there = std::fs::remove_dir_all(services::home().join(&name));
        run(&format!("drop database if exists {name} with (force)")).await;
        run(&format!("create database {name} {options}")).await;
        Self { name }
    }

    /// The address as a role: `postgres` owns everything, `maillon_app` and `maillon_platform` are what the site uses.
    pub fn url(&self, role: &str) -> String {
        services::servers().postgres.url(role, &self.name)
    }

    /// A connection that sees everything, to look behind the scenes or to plant a fault.
    pub async fn owner(&self) -> PgConnection {
        PgConnection::connect(&self.url("postgres")).await.unwrap()
    }

    /// A folder for files that belong to this database; gone with it.
    pub fn folder(&self) -> PathBuf {
        services::home().join(&self.name)
    }

    /// Removes the database, whoever is still connected.
    pub async fn remove(self) {
        let _was_there = std::fs::remove_dir_all(self.folder());
        run(&format!("drop database if exists {} with (force)", self.name)).await;
    }
}

/// The name of the migrated template, made by whichever test comes first.
async fn template() -> &'static str {
    static NAME: OnceCell<String> = OnceCell::const_new();
    NAME.get_or_init(|| async {
        let name = format!("template_{:016x}", fingerprint());
        let lock = tokio::task::spawn_blocking(|| {
            services::servers();
            services::lock("template.lock")
        });
        let lock = lock.await.unwrap();
        if !exists(&name).await {
            // Under another name until it is whole, so that a killed run leaves nothing that looks ready.
            run(&format!("drop database if exists {name}_half")).await;
            run(&format!("create database {name}_half template template0")).await;
            let url = services::servers().postgres.url("postgres", &format!("{name}_half"));
            database::migrate::migrate(&url).await.unwrap();
            run(&format!("alter database {name}_half rename to {name}")).await;
        }
        drop(lock);
        name
    })
    .await
}

/// Changes with every migration of this program: a template that a program with others made is not taken for its own.
fn fingerprint() -> u64 {
    let mut hasher = DefaultHasher::new();
    for checksum in database::migrate::checksums() {
        checksum.hash(&mut hasher);
    }
    hasher.finish()
}

async fn exists(name: &str) -> bool {
    let mut connection = maintenance().await;
    let found: Option<i32> = sqlx::query_scalar("select 1 from pg_database where datname = $1")
        .bind(name)
        .fetch_optional(&mut connection)
        .await
        .unwrap();
    found.is_some()
}

async fn run(statement: &str) {
    maintenance().await.execute(AssertSqlSafe(statement.to_owned())).await.unwrap();
}

async fn maintenance() -> PgConnection {
    let servers = tokio::task::spawn_blocking(services::servers).await.unwrap();
    PgConnection::connect(&servers.postgres.url("postgres", "postgres")).await.unwrap()
}
