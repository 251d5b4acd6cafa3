//! The weekly letter, to everybody who wants it.

use super::{Day, some_of};
use crate::ground::Failure;
use chrono::Duration;
use exchange::{Direction, Draft, Kind, Publish, Settlement};
use notice::{Whom, plan_digests};
use serde::Serialize;
use std::{collections::HashSet, fmt, path::Path, time::Instant};

/// Every so many members one has something to offer.
const APART: usize = 400;

/// How it went.
#[derive(Debug, Serialize)]
pub struct Mailing {
    /// Letters planned.
    pub planned: u64,
    /// People whose letter the mail server took.
    pub received: usize,
    /// Bytes of an average letter, as it travels.
    pub bytes_each: usize,
    /// Planning all of them.
    pub plan_s: f64,
    /// Composing and sending all of them.
    pub send_s: f64,
    /// Letters a second.
    pub per_second: f64,
}

impl fmt::Display for Mailing {
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        let Self { planned, received, bytes_each, plan_s, send_s, per_second } = self;
        write!(
            out,
            "weekly letters: {planned} planned in {plan_s:.1} s, {received} people's received in {send_s:.1} s, \
             {per_second:.0} a second, {bytes_each} bytes each"
        )
    }
}

/// Some members offer something; a day later everybody's letter is planned and sent.
pub async fn weekly(day: &Day, members: &Path) -> Result<Mailing, Failure> {
    publish(day, members).await?;
    day.pass(Duration::days(1));
    // Whatever else was due must not be counted.
    day.work().await?;
    day.sink.clear();
    let began = Instant::now();
    let period = day.db.clock().now().date_naive();
    let planned = plan_digests(&day.db, &day.house(), Whom::Everybody { period }).await?.digests;
    let plan_s = began.elapsed().as_secs_f64();
    let (mut people, mut bytes) = (HashSet::new(), 0);
    let mut take = || {
        for letter in day.sink.inbox().take() {
            bytes += letter.raw.len();
            people.extend(letter.recipients.iter().cloned());
        }
    };
    let began = Instant::now();
    // The letters are taken out as they come, so that the memory measured is the sender's.
    day.runner.drain_watched(&mut |_| take()).await.map_err(|trouble| trouble.to_string())?;
    let send_s = began.elapsed().as_secs_f64();
    take();
    let received = people.len();
    #[expect(clippy::cast_precision_loss, reason = "a rate for people to read")]
    let per_second = received as f64 / send_s;
    Ok(Mailing { planned, received, bytes_each: bytes / received.max(1), plan_s, send_s, per_second })
}

async fn publish(day: &Day, members: &Path) -> Result<(), Failure> {
    for (index, address) in some_of(members, APART)?.iter().enumerate() {
        let draft = Draft {
            direction: Some(if index % 3 == 0 { Direction::Request } else { Direction::Offer }),
            kind: Some(Kind::Service),
            settlements: vec![Settlement::Gift],
            title: format!("Un coup de main au jardin, {} heures", index + 1),
            body: "Bêcher, semer, ramasser : à plusieurs, c'est vite fait.".to_owned(),
            category: String::new(),
            town: "Nevers".to_owned(),
            ..Draft::default()
        };
        let id = day.db.entropy().id().into();
        exchange::publish::publish(&day.db, &day.member(address).await?, Publish { id, draft }).await?;
    }
    Ok(())
}
