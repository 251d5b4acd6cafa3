//! Figures for Prometheus, in the text of `OpenMetrics`, on a port of their own that is not for the world.
//!
//! Labels are few and ours: no community, no person, nothing that a visitor can invent.

mod door;
mod house;

pub use door::serve;
pub use house::House;

use crate::{ground::Failure, settings::Settings};
use database::Db;
use prometheus_client::{
    encoding::EncodeLabelSet,
    metrics::{counter::Counter, family::Family, histogram::Histogram},
    registry::{Registry, Unit},
};
use std::{net::Ipv4Addr, time::Duration};

/// Shows the figures for as long as this is waited for, where a port is set. Ends only when the port is taken.
pub async fn beside(db: &Db, settings: &Settings, traffic: &Traffic) -> Failure {
    let Some(port) = settings.metrics_port else { return std::future::pending().await };
    let house = House::new(db.clone(), traffic);
    // Whatever the site itself is bound to: figures are not for the world.
    match serve(Ipv4Addr::LOCALHOST.into(), port, house, std::future::pending()).await {
        Ok(()) => "the metrics port was closed".into(),
        Err(failure) => failure,
    }
}

/// What is answered where there is no room left (bar U7).
const FULL: u16 = 507;

/// Upper ends of the buckets of answering times, in seconds.
const BUCKETS: [f64; 10] = [0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1.0, 2.5, 10.0];

#[derive(Clone, Debug, Hash, PartialEq, Eq, EncodeLabelSet)]
struct Answered {
    area: &'static str,
    class: &'static str,
}

#[derive(Clone, Debug, Hash, PartialEq, Eq, EncodeLabelSet)]
struct Area {
    area: &'static str,
}

/// Answers of this process, counted and timed. Cheap to clone; clones count together.
#[derive(Clone, Debug)]
pub struct Traffic {
    answers: Family<Answered, Counter>,
    times: Family<Area, Histogram, fn() -> Histogram>,
    full: Counter,
}

impl Default for Traffic {
    fn default() -> Self {
        let times: fn() -> Histogram = || Histogram::new(BUCKETS);
        Self { full: Counter::default(), answers: Family::default(), times: Family::new_with_constructor(times) }
    }
}

impl Traffic {
    /// Notes one answer.
    pub fn answered(&self, area: &'static str, status: u16, took: Duration) {
        self.answers.get_or_create(&Answered { area, class: class(status) }).inc();
        if status == FULL {
            self.full.inc();
        }
        self.times.get_or_create(&Area { area }).observe(took.as_secs_f64());
    }

    fn register(&self, registry: &mut Registry) {
        registry.register("maillon_answers", "Answers, by area and class of status", self.answers.clone());
        let text = "Answers that there is no room left for pictures";
        registry.register("maillon_full", text, self.full.clone());
        let text = "Time to answer";
        registry.register_with_unit("maillon_answer", text, Unit::Seconds, self.times.clone());
    }
}

fn class(status: u16) -> &'static str {
    match status / 100 {
        1 | 2 => "2xx",
        3 => "3xx",
        4 => "4xx",
        _ => "5xx",
    }
}
