//! What the admission policy means here, and what another one would.

use crate::graph::kept;
use crate::rules;
use crate::{SponsorshipError, store};
use community::{Admission, CommunityFace, change_policy};
use database::Db;
use kernel::{Act, Caller};
use trust::{Consequences, Day, Foresight};

/// A policy beside the one that holds.
#[derive(Debug, Clone)]
pub struct PolicyView {
    /// What holds.
    pub now: Admission,
    /// What was asked about; the same where nothing was.
    pub then: Admission,
    /// The settings' version that was looked at.
    pub version: i32,
    /// What [`change_policy::change_policy`] asks for, as the proof that somebody looked.
    pub look: String,
    /// What holds means today.
    pub means: Consequences,
    /// What the other would mean today.
    pub would_mean: Consequences,
    /// Members who have enough paths now and would not have then. Nothing would happen to them.
    pub falling: u32,
}

/// Looks at a policy, or at the one that holds. Changes nothing. Owners.
///
/// # Errors
/// A knob outside its range.
pub async fn policy(db: &Db, caller: &Caller, wanted: Option<Admission>) -> Result<PolicyView, SponsorshipError> {
    caller.must(Act::SeeSettings)?;
    let mut tx = db.begin(caller.community).await?;
    let face = community::views::face_tx(&mut tx).await?;
    let (version, today, seal) = (store::graph::version(&mut tx).await?, Day::of(tx.now()), tx.seal().clone());
    tx.commit().await?;
    let CommunityFace { created_at, policy, version: settings, .. } = face;
    let now = policy.admission;
    let then = wanted.map_or_else(|| Ok(now.clone()), Admission::checked)?;
    let look = change_policy::look(&seal, caller.community, settings, &then)?;
    let (one, two, opened) = (rules::policy_of(&now), rules::policy_of(&then), Day::of(created_at));
    let graph = kept::reading(db, caller.community, version).await?;
    let seen = graph.ask(move |graph| Foresight::of(graph, &one, &two, today, opened)).await?;
    let Foresight { now: means, then: would_mean, falling } = seen;
    Ok(PolicyView { now, then, version: settings, look, means, would_mean, falling })
}
