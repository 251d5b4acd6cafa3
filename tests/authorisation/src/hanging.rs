//! Three people of whom one hangs on another: what there is to decide when somebody goes.

use crate::life::Life;
use kernel::{Caller, MemberId, Timestamp};
use kit::{Somebody, Stage};
use sponsorship::{ImportedSponsorship, import_sponsorships};

/// A branch of the community: the owner vouches for the first, who alone vouches for the second.
#[derive(Debug, Clone, Copy)]
pub struct Hanging {
    /// Carries the other.
    pub bough: Somebody,
    /// Their id.
    pub bough_id: MemberId,
    /// Hangs on them alone.
    pub leaf: Somebody,
    /// Their id.
    pub leaf_id: MemberId,
}

impl Hanging {
    /// Brings such a branch into a community that lives. They come today, so that no rule that goes by yesterday's members moves.
    pub async fn grow(stage: &Stage, life: &Life, [bough, leaf]: [Somebody; 2]) -> Self {
        let ids = stage.members(life.community, 0, &[bough, leaf]).await;
        let hanging = Self { bough, bough_id: ids[0], leaf, leaf_id: ids[1] };
        tie(stage, life, life.people[0].email, bough.email).await;
        tie(stage, life, bough.email, leaf.email).await;
        hanging
    }
}

/// A word brought along from elsewhere, which carries at once.
pub async fn tie(stage: &Stage, life: &Life, sponsor: &str, member: &str) {
    let row = ImportedSponsorship {
        line: 1,
        sponsor: sponsor.to_owned(),
        member: member.to_owned(),
        given_at: stage.now() - chrono::Duration::days(300),
    };
    let report = import_sponsorships(&stage.db, &Caller::house(life.community), &[row]).await.unwrap();
    assert_eq!(report.left_out, []);
}

/// The moment at which somebody left, who did it now.
pub async fn leaves(stage: &Stage, life: &Life, who: &Somebody) -> Timestamp {
    let caller = stage.caller(life.community, who.email).await;
    membership::leave::leave(&stage.db, &caller).await.unwrap();
    stage.now()
}
