//! A member joins a group, or asks its keeper to be let in.

use crate::{GroupError, GroupState, Joining, Part, limits, matters, store};
use database::{CommunityTx, Db};
use kernel::{Act, Caller, Deed, GroupId, MemberId};
use notice::{Kind, Tell};

/// The caller wants to be in it.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct JoinGroup {
    /// Which.
    pub id: GroupId,
}

/// Lets the caller in, or asks whoever keeps it; what they are to it then. Whoever was put out of it once asks, also where everybody else
/// comes in at once. Repeating it changes nothing.
///
/// # Errors
/// `NotFound` where it is not open; `PutOut` for [`limits::put_out`] after they were; `Enough`; `Full`; `TooOften`.
pub async fn join_group(db: &Db, caller: &Caller, cmd: JoinGroup) -> Result<Part, GroupError> {
    let me = caller.must_as_member(Act::TakePartInGroups)?;
    db.count(caller, Deed::JoinGroup, None).await?;
    let mut tx = db.begin(caller.community).await?;
    let held = store::hold_open(&mut tx, cmd.id).await?;
    let before = store::members::part(&mut tx, &held, me.member).await?;
    if before != Part::Outside {
        return Ok(before);
    }
    let part = add(&mut tx, &held, me.member).await?;
    tx.commit().await?;
    Ok(part)
}

async fn add(tx: &mut CommunityTx, held: &store::Held, member: MemberId) -> Result<Part, GroupError> {
    debug_assert!(held.state == GroupState::Open, "held as an open one");
    let put_out = store::put_out::view(tx, held.id, member).await?;
    let joining = matters::entrance(held.joining, put_out.as_ref(), tx.now()).ok_or(GroupError::PutOut)?;
    store::members::lock(tx, member).await?;
    if store::members::groups_of(tx, member).await? >= limits::GROUPS_EACH {
        return Err(GroupError::Enough);
    }
    if store::members::count(tx, held.id).await? >= limits::MEMBERS {
        return Err(GroupError::Full);
    }
    match joining {
        Joining::AtOnce => {
            store::members::let_in(tx, held.id, member).await?;
            Ok(Part::In)
        }
        Joining::Asking => {
            store::members::ask(tx, held.id, member).await?;
            // Once a day: whoever was turned down, or left, may ask again and is heard.
            let meaning = format!("group-joining:{}:{member}:{}", held.id, tx.now().date_naive());
            let told = Tell::new(held.keeper, Kind::GroupJoining, meaning);
            notice::tell_tx(tx, told.by(member).about_group(held.id, held.name.as_str())).await?;
            Ok(Part::Waits)
        }
    }
}
