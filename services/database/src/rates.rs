//! Counting how often something is tried: in Redis, so that all processes count together, or in this process alone.
//!
//! Invariants
//! - Redis may vanish, hang or hold nonsense: after [`PATIENCE`] this process counts alone, with half of every budget, and
//!   does not ask Redis again for [`PAUSE`]. Nothing is ever unlimited (bars D6, D7).
//! - A key names its community, and neither an address nor a person: what is counted is named by a seal (bar T10).
//! - The memory is bounded; when it is full, whoever has spent least is forgotten first.

use crate::Db;
use kernel::{
    Caller, CommunityId, Deed, TooOften,
    rates::{Budget, Whose, millis, network},
};
use redis::aio::MultiplexedConnection;
use std::{
    collections::HashMap,
    sync::{Arc, Mutex, PoisonError},
    time::{Duration, Instant},
};

/// How long Redis may take for one deed.
const PATIENCE: Duration = Duration::from_millis(50);
/// How long Redis may take to forget a community.
const PATIENCE_TO_FORGET: Duration = Duration::from_secs(30);
/// Keys looked at in one step of forgetting.
const STEP: usize = 500;
/// How long Redis is left alone after it failed.
const PAUSE: Duration = Duration::from_secs(2);
/// Budgets remembered in this process.
const MOST: usize = 100_000;

/// The same arithmetic as [`Budget::spend`], in one step for all processes and for all budgets of a deed: one round trip.
/// Arguments: now, then for each key its interval and the whole, all in milliseconds.
const SCRIPT: &str = r"
local now = tonumber(ARGV[1])
for place, key in ipairs(KEYS) do
    local interval, whole = tonumber(ARGV[2 * place]), tonumber(ARGV[2 * place + 1])
    local kept = tonumber(redis.call('get', key) or '') or now
    if not (kept >= now and kept <= now + whole) then kept = now end
    local missing = kept + interval - now - whole
    if missing > 0 then return missing end
    redis.call('set', key, string.format('%.0f', kept + interval), 'px', kept + interval - now)
end
return 0
";

/// Who counts. Cheap to clone; clones count together.
#[derive(Clone)]
pub struct Rates(Arc<Inner>);

struct Inner {
    /// Nothing is counted.
    off: bool,
    here: Mutex<HashMap<String, i64>>,
    away: Option<Away>,
}

struct Away {
    client: redis::Client,
    script: redis::Script,
    line: Mutex<Option<MultiplexedConnection>>,
    /// Until when Redis is left alone.
    resting: Mutex<Option<Instant>>,
}

impl std::fmt::Debug for Rates {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.debug_struct("Rates").field("together", &self.0.away.is_some()).finish_non_exhaustive()
    }
}

/// One budget to be spent from.
struct Spending {
    key: String,
    budget: Budget,
}

impl Rates {
    /// This process counts alone.
    pub fn in_process() -> Self {
        Self(Arc::new(Inner { off: false, here: Mutex::default(), away: None }))
    }

    /// Nobody counts: for measuring what a door costs, and for nothing that anybody else can reach.
    pub fn off() -> Self {
        Self(Arc::new(Inner { off: true, here: Mutex::default(), away: None }))
    }

    /// All processes count together, as long as Redis is there.
    pub fn through_redis(client: redis::Client) -> Self {
        let away =
            Away { client, script: redis::Script::new(SCRIPT), line: Mutex::default(), resting: Mutex::default() };
        Self(Arc::new(Inner { off: false, here: Mutex::default(), away: Some(away) }))
    }

    async fn take(&self, spendings: &[Spending], now: i64) -> Result<(), i64> {
        if self.0.off {
            return Ok(());
        }
        let Some(away) = &self.0.away else { return self.take_here(spendings, now, false) };
        match away.take(spendings, now).await {
            Some(answer) => answer,
            None => self.take_here(spendings, now, true),
        }
    }

    fn take_here(&self, spendings: &[Spending], now: i64, halved: bool) -> Result<(), i64> {
        let mut here = self.0.here.lock().unwrap_or_else(PoisonError::into_inner);
        for Spending { key, budget } in spendings {
            let budget = if halved { budget.halved() } else { *budget };
            let kept = budget.spend(here.get(key).copied(), now)?;
            if here.len() >= MOST {
                forget(&mut here, now);
            }
            here.insert(key.clone(), kept);
        }
        Ok(())
    }

    /// Forgets whatever was counted in `community`, here and in Redis, which may hold more than counts. False when Redis did not
    /// answer: then its keys go by themselves, within a day at the most.
    pub async fn forget(&self, community: CommunityId) -> bool {
        let theirs = format!("t:{community}:");
        self.0.here.lock().unwrap_or_else(PoisonError::into_inner).retain(|key, _| !key.starts_with(&theirs));
        let Some(away) = &self.0.away else { return true };
        let forgotten = tokio::time::timeout(PATIENCE_TO_FORGET, away.forget(&theirs)).await;
        matches!(forgotten, Ok(Ok(())))
    }

    #[cfg(test)]
    fn remembered(&self) -> usize {
        self.0.here.lock().unwrap_or_else(PoisonError::into_inner).len()
    }
}

/// Whole budgets go; if that is not enough, the half that has spent least goes too.
fn forget(here: &mut HashMap<String, i64>, now: i64) {
    here.retain(|_, kept| *kept > now);
    if here.len() >= MOST {
        let mut all: Vec<i64> = here.values().copied().collect();
        let (_, middle, _) = all.select_nth_unstable(here.len() / 2);
        let middle = *middle;
        here.retain(|_, kept| *kept > middle);
    }
}

impl Away {
    /// What Redis says; nothing when it does not answer as it should.
    async fn take(&self, spendings: &[Spending], now: i64) -> Option<Result<(), i64>> {
        if self.is_resting() {
            return None;
        }
        let answer = tokio::time::timeout(PATIENCE, self.ask(spendings, now)).await;
        if let Ok(Ok(answer)) = answer {
            return Some(answer);
        }
        tracing::warn!("Redis does not count; this process counts alone");
        *self.line.lock().unwrap_or_else(PoisonError::into_inner) = None;
        *self.resting.lock().unwrap_or_else(PoisonError::into_inner) = Some(Instant::now() + PAUSE);
        None
    }

    async fn ask(&self, spendings: &[Spending], now: i64) -> redis::RedisResult<Result<(), i64>> {
        if spendings.is_empty() {
            return Ok(Ok(()));
        }
        let mut line = self.line().await?;
        let mut call = self.script.prepare_invoke();
        call.arg(now);
        for Spending { key, budget } in spendings {
            let whole = budget.interval().saturating_mul(i64::from(budget.most));
            call.key(key).arg(budget.interval()).arg(whole);
        }
        let missing: i64 = call.invoke_async(&mut line).await?;
        Ok(if missing > 0 { Err(missing) } else { Ok(()) })
    }

    /// Step by step, so that Redis answers others meanwhile.
    async fn forget(&self, beginning: &str) -> redis::RedisResult<()> {
        let mut line = self.line().await?;
        let mut cursor = 0_u64;
        loop {
            let (next, keys): (u64, Vec<String>) = redis::cmd("SCAN")
                .arg(cursor)
                .arg("MATCH")
                .arg(format!("{beginning}*"))
                .arg("COUNT")
                .arg(STEP)
                .query_async(&mut line)
                .await?;
            if !keys.is_empty() {
                redis::cmd("UNLINK").arg(keys).query_async::<()>(&mut line).await?;
            }
            if next == 0 {
                return Ok(());
            }
            cursor = next;
        }
    }

    async fn line(&self) -> redis::RedisResult<MultiplexedConnection> {
        let kept = self.line.lock().unwrap_or_else(PoisonError::into_inner).clone();
        if let Some(line) = kept {
            return Ok(line);
        }
        let line = self.client.get_multiplexed_async_connection().await?;
        *self.line.lock().unwrap_or_else(PoisonError::into_inner) = Some(line.clone());
        Ok(line)
    }

    fn is_resting(&self) -> bool {
        let resting = *self.resting.lock().unwrap_or_else(PoisonError::into_inner);
        resting.is_some_and(|until| Instant::now() < until)
    }
}

impl Db {
    /// Counts one `deed` of `caller`'s, towards `target` if it has one.
    ///
    /// # Errors
    /// [`TooOften`] when a budget of the table in [`kernel::rates`] is spent.
    pub async fn count(&self, caller: &Caller, deed: Deed, target: Option<&str>) -> Result<(), TooOften> {
        let spendings = self.spendings(caller, deed, target);
        let missing = self.rates().take(&spendings, millis(self.clock().now())).await;
        missing.map_err(|missing| {
            let seconds = u32::try_from(missing.div_euclid(1_000).saturating_add(1)).unwrap_or(u32::MAX);
            TooOften { seconds }
        })
    }

    fn spendings(&self, caller: &Caller, deed: Deed, target: Option<&str>) -> Vec<Spending> {
        let budgets = deed.budgets();
        let client = budgets.client.zip(caller.client.map(network)).map(|(budget, who)| (Whose::Client, budget, who));
        let account = budgets.account.zip(caller.account().map(|account| account.to_string()));
        let account = account.map(|(budget, who)| (Whose::Account, budget, who));
        let target = budgets.target.zip(target.map(str::to_owned)).map(|(budget, who)| (Whose::Target, budget, who));
        let named = |(whose, budget, who): (Whose, Budget, String)| Spending {
            key: self.rate_key(caller.community, deed, whose, &who),
            budget,
        };
        [client, account, target].into_iter().flatten().map(named).collect()
    }

    /// Sealed: neither Redis nor whoever reads it learns addresses.
    fn rate_key(&self, community: CommunityId, deed: Deed, whose: Whose, who: &str) -> String {
        let letter = match whose {
            Whose::Client => 'c',
            Whose::Account => 'a',
            Whose::Target => 't',
        };
        format!("t:{community}:rate:{}:{letter}:{}", deed.as_str(), self.seal().mark("rate", who))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    const NOW: i64 = 1_795_000_000_000;
    const BUDGET: Budget = Budget { most: 4, seconds: 60 };

    fn one(key: &str) -> [Spending; 1] {
        [Spending { key: key.to_owned(), budget: BUDGET }]
    }

    async fn taken(rates: &Rates, key: &str) -> usize {
        let mut taken = 0;
        while rates.take(&one(key), NOW).await.is_ok() {
            taken += 1;
            assert!(taken < 1_000, "nothing is unlimited");
        }
        taken
    }

    #[tokio::test]
    async fn a9_each_has_a_budget_of_its_own() {
        let rates = Rates::in_process();
        assert_eq!(taken(&rates, "one").await, 4);
        assert_eq!(taken(&rates.clone(), "one").await, 0, "clones count together");
        assert_eq!(taken(&rates, "other").await, 4);
    }

    #[tokio::test]
    async fn d06_without_redis_half_of_every_budget_is_left_and_nothing_waits() {
        // A port of this machine that nobody listens on.
        let free = std::net::TcpListener::bind("127.0.0.1:0").unwrap().local_addr().unwrap();
        let rates = Rates::through_redis(redis::Client::open(format!("redis://{free}/")).unwrap());
        let began = Instant::now();
        assert_eq!(taken(&rates, "one").await, 2);
        assert!(began.elapsed() < Duration::from_secs(1));
    }

    #[tokio::test]
    async fn d07_a_redis_that_hangs_costs_50_ms_once() {
        let mute = tokio::net::TcpListener::bind("127.0.0.1:0").await.unwrap();
        let rates =
            Rates::through_redis(redis::Client::open(format!("redis://{}/", mute.local_addr().unwrap())).unwrap());
        let began = Instant::now();
        assert_eq!(taken(&rates, "one").await, 2);
        assert!(began.elapsed() < Duration::from_millis(500), "{:?}", began.elapsed());
    }

    #[tokio::test]
    async fn the_memory_is_bounded_and_remembers_who_spent_most() {
        let rates = Rates::in_process();
        assert_eq!(taken(&rates, "attacker").await, 4);
        for stranger in 0..MOST + 10 {
            rates.take(&one(&stranger.to_string()), NOW).await.unwrap();
        }
        assert!(rates.remembered() <= MOST);
        assert_eq!(taken(&rates, "attacker").await, 0, "a crowd does not wash anybody clean");
    }
}
