//! How healthy the community is, for those who look after it: what [`crate::measure`] kept, with names.
//!
//! Nothing here is a verdict on anybody. Who is "to look at" is at the edge of the web of trust, as many an honest newcomer is.

use crate::store::people::Namable;
use crate::{SponsorshipError, store};
use chrono::NaiveDate;
use database::Db;
use kernel::{Act, Caller, Timestamp};
use membership::MemberCard;
use serde::{Deserialize, Serialize};
use std::collections::HashMap;
use trust::{Keystone, RootLoss};

/// Months that are shown.
pub const MONTHS: i64 = 24;

/// What the newest row keeps beside its counts. Members by their numbers.
#[derive(Debug, Clone, Default, PartialEq, Serialize, Deserialize)]
#[serde(default)]
pub(crate) struct Detail {
    pub(crate) losses: Vec<RootLoss>,
    pub(crate) keystones: Vec<Keystone>,
    pub(crate) tail: Vec<u32>,
    pub(crate) reproduction: Option<f64>,
    pub(crate) funnel: Funnel,
}

/// What became of those who wanted to come in, over ninety days.
#[derive(Debug, Clone, Copy, Default, PartialEq, Serialize, Deserialize)]
#[serde(default)]
pub struct Funnel {
    /// People who wait now.
    pub waiting: i64,
    /// Requests for sponsorship that were made.
    pub asked: i64,
    /// Words that were given.
    pub given: i64,
    /// Requests that were declined.
    pub declined: i64,
    /// Requests that found no answer in time.
    pub unanswered: i64,
    /// People who came in.
    pub admitted: i64,
    /// Days from applying to coming in, of half of these at the most; nothing while nobody came in.
    pub median_days: Option<f64>,
}

/// A month.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Month {
    /// Its first day.
    pub month: NaiveDate,
    /// Measured last when.
    pub measured_at: Timestamp,
    /// Members who carry or are carried, founders included.
    pub standing: i32,
    /// Of these, those with as many chains as are asked for.
    pub sound: i32,
    /// Those about whom it could not be said in time.
    pub undetermined: i32,
    /// Founders who count.
    pub roots: i32,
    /// Chains asked for (one while that rule is off).
    pub need: i32,
    /// Members whom a flow of limited capacity accepts: the monthly audit.
    pub accepted: i32,
}

impl Month {
    /// Share of those who have as many chains as are asked for, 0 to 1.
    pub fn share(&self) -> f64 {
        if self.standing == 0 { 1.0 } else { f64::from(self.sound) / f64::from(self.standing) }
    }
}

/// What losing somebody would cost. Whoever is gone, or erased, has no card.
#[derive(Debug, Clone)]
pub struct Carrier {
    /// Who.
    pub member: Option<MemberCard>,
    /// Members who would be left without any chain.
    pub orphans: usize,
    /// Members who would have fewer chains than are asked for; nothing for those of whom it was not measured.
    pub falling: Option<usize>,
}

/// The community's health. Empty until it was measured for the first time.
#[derive(Debug, Clone, Default)]
pub struct HealthView {
    /// The months, the newest first.
    pub months: Vec<Month>,
    /// Founders, the one whose loss would cost most first.
    pub founders: Vec<Carrier>,
    /// Members on whom others hang, the greatest first.
    pub keystones: Vec<Carrier>,
    /// Members at the edge of the web of trust: a queue to look at.
    pub to_look_at: Vec<MemberCard>,
    /// What became of those who wanted to come in.
    pub funnel: Funnel,
    /// ρ: newcomers whom one member brings in a whole membership. Nothing where nobody left for a year.
    pub reproduction: Option<f64>,
}

/// What was measured last, and month by month. Stewards and owners.
pub async fn health(db: &Db, caller: &Caller) -> Result<HealthView, SponsorshipError> {
    caller.must(Act::SeeStewardDesk)?;
    let mut tx = db.begin(caller.community).await?;
    let months = store::gauge::months(&mut tx, MONTHS).await?;
    let detail = store::gauge::detail(&mut tx).await?.unwrap_or_default();
    let lost = detail.losses.iter().map(|loss| loss.root).chain(detail.keystones.iter().map(|one| one.member));
    let numbers: Vec<u32> = lost.chain(detail.tail.iter().copied()).collect();
    let cards = store::people::cards_inside(&mut tx, &numbers, Namable::Everybody).await?;
    tx.commit().await?;
    let cards: HashMap<u32, MemberCard> =
        cards.into_iter().filter_map(|card| Some((u32::try_from(card.number).ok()?, card))).collect();
    Ok(shape(months, &detail, &cards))
}

fn shape(months: Vec<Month>, detail: &Detail, cards: &HashMap<u32, MemberCard>) -> HealthView {
    let card = |number: &u32| cards.get(number).cloned();
    let founder =
        |loss: &RootLoss| Carrier { member: card(&loss.root), orphans: loss.orphans, falling: Some(loss.falling) };
    let keystone = |one: &Keystone| Carrier { member: card(&one.member), orphans: one.dominated, falling: None };
    HealthView {
        months,
        founders: detail.losses.iter().map(founder).collect(),
        keystones: detail.keystones.iter().map(keystone).collect(),
        to_look_at: detail.tail.iter().filter_map(card).collect(),
        funnel: detail.funnel,
        reproduction: detail.reproduction,
    }
}
