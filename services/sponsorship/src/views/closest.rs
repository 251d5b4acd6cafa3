//! Whom the caller is linked to, the best linked first: the order of lists that put those first (decision 0047).

use crate::graph::kept;
use crate::{SponsorshipError, limits, store};
use database::Db;
use kernel::{Act, Caller, Deed, LinkedAlike, MemberId};
use std::collections::HashMap;
use trust::{Alike, Day};

/// The members inside to whom the caller is linked by sponsorships, the best linked first, at most [`limits::CLOSEST`]. Empty for whoever
/// has no tie. Who stands between is not told; how well each is linked is less than what the caller may look up of each
/// ([`crate::connection`]). Looked up in the graph this process keeps; no connection is held meanwhile.
///
/// # Errors
/// Too often ([`Deed::SeeTies`]): each page that is put in this order counts like one look at a tie.
pub async fn closest(db: &Db, caller: &Caller) -> Result<Vec<LinkedAlike>, SponsorshipError> {
    let me = caller.must_as_member(Act::SeeMembers)?;
    db.count(caller, Deed::SeeTies, None).await?;
    let mut tx = db.begin(caller.community).await?;
    let own = store::people::numbers_inside(&mut tx, &[me.member]).await?;
    let (version, today) = (store::graph::version(&mut tx).await?, Day::of(tx.now()));
    tx.commit().await?;
    let Some(&(_, viewer)) = own.first() else { return Ok(Vec::new()) };
    let graph = kept::reading(db, caller.community, version).await?;
    let found = graph.ask(move |graph| graph.for_keeping(today).closest(viewer, limits::CLOSEST)).await?;
    let numbers: Vec<u32> = found.iter().flat_map(|alike| &alike.members).copied().collect();
    let mut tx = db.begin(caller.community).await?;
    let inside = store::people::ids_inside(&mut tx, &numbers).await?;
    tx.commit().await?;
    Ok(found.iter().map(|alike| linked(alike, &inside)).filter(|alike| !alike.members.is_empty()).collect())
}

fn linked(alike: &Alike, inside: &HashMap<u32, MemberId>) -> LinkedAlike {
    let members = alike.members.iter().filter_map(|number| inside.get(number).copied()).collect();
    LinkedAlike { millionths: millionths(alike.score), members }
}

#[expect(clippy::cast_possible_truncation, clippy::cast_sign_loss, reason = "between nothing and a million")]
fn millionths(score: f64) -> u32 {
    (score * 1_000_000.0).round() as u32
}
