//! The four kinds of transaction.

use crate::{
    DatabaseError, Db, Job, LiveEvent, Reader, Schedule, Topic, audit, job, opening::Pool, reader::setting_of,
};
use futures_util::future::BoxFuture;
use kernel::{AccountId, CommunityId, Entropy, MemberId, Seal, Timestamp};
use sqlx::{PgConnection, Postgres, Transaction};
use std::{any::Any, sync::Arc};

/// How PostgreSQL plans the statements of a transaction.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Plans {
    /// Anew whenever it thinks that worth while.
    Weighed,
    /// Once a connection.
    Lasting,
}

/// A transaction inside one community. The only way to a tenant's rows.
#[derive(Debug)]
pub struct CommunityTx {
    inner: Transaction<'static, Postgres>,
    community: CommunityId,
    now: Timestamp,
    db: Db,
    announcements: Vec<LiveEvent>,
    entries: Vec<audit::Entry>,
}

impl CommunityTx {
    pub(crate) async fn begin(db: &Db, pool: &Pool, reader: Reader, plans: Plans) -> Result<Self, DatabaseError> {
        // One round trip instead of two. Together with the one of `AccountTx`, the only text put together at run time in this
        // project: a Uuid prints as hexadecimal digits and dashes and nothing else. `true` confines the settings to this
        // transaction.
        let plans = match plans {
            Plans::Weighed => "",
            Plans::Lasting => ", set_config('plan_cache_mode', 'force_generic_plan', true)",
        };
        let (community, eyes) = (reader.community, reader.setting());
        let community_id = community.0.as_hyphenated();
        let statement = format!(
            "begin; select set_config('app.community', '{community_id}', true), set_config('app.reader', '{eyes}', true){plans}"
        );
        let inner = pool.open(statement).await?;
        Ok(Self {
            inner,
            community,
            now: db.clock().now(),
            db: db.clone(),
            announcements: Vec::new(),
            entries: Vec::new(),
        })
    }

    /// The community whose rows this transaction sees.
    pub fn community(&self) -> CommunityId {
        self.community
    }

    /// From here on this transaction reads for a member: for the house, which writes to somebody what they may read themselves.
    pub async fn read_for(&mut self, member: MemberId) -> Result<(), DatabaseError> {
        sqlx::query!("select set_config('app.reader', $1, true)", setting_of(member)).fetch_one(self.conn()).await?;
        Ok(())
    }

    /// The moment of this transaction; it does not move.
    pub fn now(&self) -> Timestamp {
        self.now
    }

    /// Randomness.
    pub fn entropy(&self) -> &dyn Entropy {
        self.db.entropy()
    }

    /// The sealing key.
    pub fn seal(&self) -> &Seal {
        self.db.seal()
    }

    /// What a noun keeps in this process for this database ([`Db::kept`]).
    pub fn kept<T: Any + Send + Sync + Default>(&self) -> Arc<T> {
        self.db.kept()
    }

    /// The connection, for the nouns' private stores.
    pub fn conn(&mut self) -> &mut PgConnection {
        &mut self.inner
    }

    /// Writes a job to be done as soon as this transaction is committed.
    pub async fn enqueue<J: Job>(&mut self, job: &J) -> Result<(), DatabaseError> {
        self.enqueue_with(job, Schedule::default()).await
    }

    /// Writes a job with a time, a meaning or an end.
    pub async fn enqueue_with<J: Job>(&mut self, job: &J, schedule: Schedule) -> Result<(), DatabaseError> {
        job::insert(self, J::KIND, J::LANE, serde_json::to_value(job)?, schedule).await
    }

    /// Writes many jobs of one kind, each with its own time, meaning or end, in one statement.
    pub async fn enqueue_all<J: Job>(&mut self, jobs: Vec<(J, Schedule)>) -> Result<(), DatabaseError> {
        let rows: Result<Vec<_>, DatabaseError> =
            jobs.into_iter().map(|(job, schedule)| Ok((serde_json::to_value(&job)?, schedule))).collect();
        job::insert_all(self, J::KIND, J::LANE, rows?).await
    }

    /// Tells the member's open pages, after the commit. May be lost: it never carries truth.
    pub fn announce(&mut self, member: MemberId, topic: Topic) {
        self.announcements.push(LiveEvent { community: self.community, member, topic });
    }

    /// Writes an entry into the community's journal, together with everything else: at the commit.
    pub fn record(&mut self, entry: audit::Entry) {
        self.entries.push(entry);
    }

    /// Makes it so, then announces. The journal's lock is taken here and nowhere before, so that it is the last.
    pub fn commit(mut self) -> BoxFuture<'static, Result<(), DatabaseError>> {
        Box::pin(async move {
            let entries = std::mem::take(&mut self.entries);
            audit::append(&mut self.inner, self.db.tools(), self.community, self.now, entries).await?;
            self.inner.commit().await?;
            for event in self.announcements {
                self.db.live().publish(event);
            }
            Ok(())
        })
    }

    /// Takes everything back.
    pub async fn rollback(self) -> Result<(), DatabaseError> {
        Ok(self.inner.rollback().await?)
    }
}

/// A transaction in which no tenant is set: public faces, hosts, accounts.
#[derive(Debug)]
pub struct PublicTx {
    inner: Transaction<'static, Postgres>,
    now: Timestamp,
}

impl PublicTx {
    pub(crate) async fn begin(db: &Db, pool: &Pool) -> Result<Self, DatabaseError> {
        Ok(Self { inner: pool.open("begin".to_owned()).await?, now: db.clock().now() })
    }

    /// The moment of this transaction.
    pub fn now(&self) -> Timestamp {
        self.now
    }

    /// The connection, for the nouns' private stores.
    pub fn conn(&mut self) -> &mut PgConnection {
        &mut self.inner
    }

    /// Makes it so.
    pub async fn commit(self) -> Result<(), DatabaseError> {
        Ok(self.inner.commit().await?)
    }
}

/// A transaction of the role that leases jobs and counts for the operator: jobs and letters of all tenants.
#[derive(Debug)]
pub struct PlatformTx {
    inner: Transaction<'static, Postgres>,
    now: Timestamp,
    db: Db,
}

impl PlatformTx {
    pub(crate) async fn begin(db: &Db, pool: &Pool) -> Result<Self, DatabaseError> {
        Ok(Self { inner: pool.open("begin".to_owned()).await?, now: db.clock().now(), db: db.clone() })
    }

    /// The moment of this transaction.
    pub fn now(&self) -> Timestamp {
        self.now
    }

    /// Writes an entry into the platform's own journal. The last thing before the commit: it takes the journal's lock.
    pub async fn record(&mut self, entry: audit::Entry) -> Result<(), DatabaseError> {
        audit::append(&mut self.inner, self.db.tools(), CommunityId::PLATFORM, self.now, vec![entry]).await
    }

    /// The connection, for the operator's views.
    pub fn conn(&mut self) -> &mut PgConnection {
        &mut self.inner
    }

    /// Makes it so.
    pub async fn commit(self) -> Result<(), DatabaseError> {
        Ok(self.inner.commit().await?)
    }
}

/// A transaction of one account, over all tenants: where it stands in each, and nothing else. Row-level security and the
/// columns granted see to that, not the query.
#[derive(Debug)]
pub struct AccountTx {
    inner: Transaction<'static, Postgres>,
    account: AccountId,
}

impl AccountTx {
    pub(crate) async fn begin(pool: &Pool, account: AccountId) -> Result<Self, DatabaseError> {
        // As for a community: a Uuid prints as hexadecimal digits and dashes and nothing else.
        let statement = format!("begin; select set_config('app.account', '{}', true)", account.0.as_hyphenated());
        Ok(Self { inner: pool.open(statement).await?, account })
    }

    /// Whose memberships this transaction sees.
    pub fn account(&self) -> AccountId {
        self.account
    }

    /// The connection, for the private store of memberships.
    pub fn conn(&mut self) -> &mut PgConnection {
        &mut self.inner
    }

    /// Ends it.
    pub async fn commit(self) -> Result<(), DatabaseError> {
        Ok(self.inner.commit().await?)
    }
}
