//! Somebody who left in good standing carried others for a year; that year is over.

use super::open;
use crate::graph::{self, Extent};
use crate::head::Head;
use crate::jobs::LegacyEnds;
use crate::rules::Rules;
use crate::{SponsorshipError, going, store};
use database::Db;
use kernel::{Act, Caller};
use trust::{Day, Departure, LEGACY_DAYS, MemberState, Reason};

/// Puts under review whoever had enough paths through them until yesterday and has not today; how many that are. Nobody, if they came
/// back meanwhile. For the job of [`LegacyEnds`].
pub async fn legacy_ends(db: &Db, caller: &Caller, job: &LegacyEnds) -> Result<u64, SponsorshipError> {
    caller.must(Act::WorkJob)?;
    let mut tx = db.begin(caller.community).await?;
    Head::take(&mut tx).await?;
    let Some(person) = store::people::look_at(&mut tx, job.member).await? else { return Ok(0) };
    let graph = graph::now(&mut tx, Extent::Whole).await?;
    let left = Day::of(job.gone_at);
    if graph.state(person.number) != Some(MemberState::Left { day: left }) {
        return Ok(0);
    }
    let rules = Rules::load(&mut tx).await?;
    let standard = going::standard_today(&mut tx, &rules, &graph).await?;
    // The last day on which they carried anybody.
    let day = left.plus(LEGACY_DAYS - 1);
    let gone = Departure { who: vec![person.number], reason: Reason::Conduct, day, standard };
    let reviews = going::people(&mut tx, &trust::what_if(&graph, &gone).reviews).await?;
    for (member, found) in &reviews {
        open(&mut tx, *member, None, found).await?;
    }
    tx.commit().await?;
    Ok(reviews.len() as u64)
}
