//! How healthy the community is, measured once a day and kept as one row a month. Never in a request: it looks at everybody.

use crate::graph::kept;
use crate::health::Detail;
use crate::jobs::MeasureTrust;
use crate::rules::Rules;
use crate::{SponsorshipError, store};
use chrono::{Datelike, Duration, NaiveDate, Timelike};
use database::{Db, Schedule};
use kernel::{Act, Caller, Timestamp};
use std::ops::RangeInclusive;
use trust::{AdmissionPolicy, Capacities, Day, Foresight, Gauges, Standard, TrustGraph};

/// At which hours (UTC) it is measured: one is enough, and should nobody keep time then, the next will do.
pub(crate) const NIGHT: RangeInclusive<u32> = 3..=5;
/// Share of the members that the Sybil rank's queue shows, percent.
const TAIL_PERCENT: u32 = 1;
/// The most that are kept of any list of members.
const LISTED: usize = 100;
/// Over how many days what was asked and answered is counted.
pub(crate) const FUNNEL: Duration = Duration::days(90);

/// What one measuring found.
#[derive(Debug)]
pub(crate) struct Measured {
    pub(crate) gauges: Gauges,
    /// Members whom a flow of limited capacity accepts; nothing where the month's audit was made before.
    pub(crate) accepted: Option<usize>,
    pub(crate) detail: Detail,
}

/// Writes a [`MeasureTrust`] by night, unless one waits already.
pub async fn schedule(db: &Db, caller: &Caller) -> Result<(), SponsorshipError> {
    caller.must(Act::WorkJob)?;
    if !NIGHT.contains(&db.clock().now().hour()) {
        return Ok(());
    }
    let mut tx = db.begin(caller.community).await?;
    tx.enqueue_with(&MeasureTrust {}, Schedule::default().meaning("measure-trust")).await?;
    tx.commit().await?;
    Ok(())
}

/// Measures, and writes the month's row anew. False when that was done today. The house only.
pub async fn measure(db: &Db, caller: &Caller) -> Result<bool, SponsorshipError> {
    caller.must(Act::WorkJob)?;
    let mut tx = db.begin(caller.community).await?;
    let now = tx.now();
    let month = first_of(now);
    let before = store::gauge::of_month(&mut tx, month).await?;
    if before.is_some_and(|measured_at| measured_at.date_naive() == now.date_naive()) {
        return Ok(false);
    }
    let (version, rules) = (store::graph::version(&mut tx).await?, Rules::load(&mut tx).await?);
    let funnel = store::gauge::funnel(&mut tx, now - FUNNEL).await?;
    tx.commit().await?;
    let graph = kept::reading(db, caller.community, version).await?;
    let audits = before.is_none();
    let mut found = graph.ask(move |graph| look(graph, &rules.policy, Day::of(now), rules.opened, audits)).await?;
    found.detail.funnel = funnel;
    let mut tx = db.begin(caller.community).await?;
    store::gauge::write(&mut tx, month, &found).await?;
    store::gauge::forget_members_before(&mut tx, month).await?;
    tx.commit().await?;
    Ok(true)
}

fn look(graph: &TrustGraph, policy: &AdmissionPolicy, today: Day, opened: Day, audits: bool) -> Measured {
    let view = graph.for_keeping(today);
    let gauges = view.gauges(&Standard::on(policy, graph, today));
    let mut detail = Detail {
        losses: gauges.losses.clone(),
        keystones: gauges.keystones.clone(),
        tail: view.sybil_tail(TAIL_PERCENT),
        reproduction: Foresight::of(graph, policy, policy, today, opened).now.reproduction,
        ..Detail::default()
    };
    detail.losses.truncate(LISTED);
    detail.tail.truncate(LISTED);
    let accepted = audits.then(|| view.accepted_by_capacity(&Capacities::for_shape(&view)).len());
    Measured { gauges, accepted, detail }
}

fn first_of(now: Timestamp) -> NaiveDate {
    let day = now.date_naive();
    day.with_day(1).unwrap_or(day)
}
