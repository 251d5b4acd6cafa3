//! What somebody who has gone was in, and looked after. For the job of [`membership::jobs::MemberGone`].

use crate::{GroupError, store};
use database::Db;
use kernel::{Act, Caller};
use membership::jobs::MemberGone;
use notice::{Kind, Tell};

/// Takes them out of every group. What they kept goes to whoever has been in it longest, who is told; where nobody is left, it is over, and
/// what they had called it goes with them. How many groups that touched.
pub async fn tidy(db: &Db, caller: &Caller, job: &MemberGone) -> Result<u64, GroupError> {
    caller.must(Act::WorkJob)?;
    let mut tx = db.begin(caller.community).await?;
    let mut touched = store::forget_asked_by(&mut tx, job.member, job.gone_at).await?;
    touched += store::members::end_of(&mut tx, job.member, job.gone_at).await?;
    for group in store::kept_by(&mut tx, job.member).await? {
        let Some(held) = store::hold(&mut tx, group).await?.filter(|held| held.keeper == job.member) else { continue };
        // Who has come back meanwhile, and joined anew, keeps it.
        if store::members::is_present(&mut tx, group, job.member).await? {
            continue;
        }
        if let Some(next) = store::members::longest(&mut tx, group).await? {
            store::keep(&mut tx, group, next).await?;
            let meaning = format!("group-handed-over:{group}:{}", job.gone_at.timestamp());
            let told = Tell::new(next, Kind::GroupHandedOver, meaning);
            notice::tell_tx(&mut tx, told.about_group(group, held.name)).await?;
        } else {
            store::members::end_all(&mut tx, group).await?;
            store::close_and_forget(&mut tx, group).await?;
        }
        touched += 1;
    }
    tx.commit().await?;
    Ok(touched)
}
