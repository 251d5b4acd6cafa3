//! Who is told that letters were complained of: the community's owners, and the operators, who alone can do something about it.

use super::{Figures, HELD};
use crate::{
    MembershipError,
    jobs::{ComplaintsLetter, ComplaintsNews, TellComplaints},
    recipient, store,
};
use database::{CommunityTx, DatabaseError, Db, Schedule, queue};
use kernel::{Act, Caller, CommunityId, Role};

/// What a letter about complaints says.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ComplaintsFacts {
    /// The community's name.
    pub community: String,
    /// What was counted.
    pub figures: Figures,
}

/// Writes a letter's job for each whom it concerns, and hurries what has waited once it waits no more; how many letters. The house only.
///
/// # Errors
/// `Forbidden`.
pub async fn tell(db: &Db, caller: &Caller, job: TellComplaints) -> Result<usize, MembershipError> {
    caller.must(Act::WorkJob)?;
    let about = caller.community;
    let mut tx = db.begin(about).await?;
    if !is_true(&mut tx, job.news).await? {
        return Ok(0);
    }
    let mut told = tell_owners(&mut tx, about, job.news).await?;
    tx.commit().await?;
    if job.news == ComplaintsNews::LetGo {
        queue::hurry(db, about, HELD).await?;
    } else if !about.is_platform() {
        let mut tx = db.begin(CommunityId::PLATFORM).await?;
        told += tell_owners(&mut tx, about, job.news).await?;
        tx.commit().await?;
    }
    Ok(told)
}

/// The owners of the transaction's community; the platform's are the operators.
async fn tell_owners(tx: &mut CommunityTx, about: CommunityId, news: ComplaintsNews) -> Result<usize, MembershipError> {
    let owners = recipient::stewards_tx(tx).await?.into_iter().filter(|one| one.role == Role::Owner);
    let letter = |member| {
        let meaning = format!("complaints-{about}-{}-{member}", news.as_str());
        (ComplaintsLetter { about, news, member }, Schedule::default().meaning(meaning))
    };
    let jobs: Vec<_> = owners.map(|owner| letter(owner.member)).collect();
    let count = jobs.len();
    tx.enqueue_all(jobs).await?;
    Ok(count)
}

/// What to write; nothing when it is not true any more, or is about a community that is none of the reader's. The house only.
///
/// # Errors
/// `Forbidden`.
pub async fn letter(
    db: &Db,
    caller: &Caller,
    job: ComplaintsLetter,
) -> Result<Option<ComplaintsFacts>, MembershipError> {
    caller.must(Act::WorkJob)?;
    if job.about != caller.community && !caller.community.is_platform() {
        return Ok(None);
    }
    let mut tx = db.begin(job.about).await?;
    let stands = is_true(&mut tx, job.news).await?;
    let found = store::complaints::own(&mut tx).await?;
    tx.commit().await?;
    Ok(found.filter(|_| stands).map(|watch| ComplaintsFacts { community: watch.name, figures: watch.figures }))
}

/// Between the job and its letter the news may be old: what warns of waiting is wrong once the letters wait.
async fn is_true(tx: &mut CommunityTx, news: ComplaintsNews) -> Result<bool, DatabaseError> {
    let watch = store::complaints::own(tx).await?;
    Ok(watch.is_some_and(|watch| match news {
        ComplaintsNews::Held => watch.held_since.is_some(),
        ComplaintsNews::Alarm | ComplaintsNews::LetGo => watch.held_since.is_none(),
    }))
}
