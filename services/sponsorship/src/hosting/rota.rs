//! A member agrees to meet newcomers near them, says how often, and takes it back.

use super::{LONGEST_TOWN, Place};
use crate::jobs::SeekHost;
use crate::{SponsorshipError, store};
use community::text;
use database::{Db, Schedule};
use kernel::{Act, Caller, Deed};

/// The most newcomers a host can be asked for in a month.
pub const MOST_A_MONTH: u32 = 20;

/// Agrees, or changes what was agreed.
#[derive(Debug, Clone)]
pub struct JoinRota {
    /// Where; may be empty, then they are asked for those who meet by video.
    pub town: String,
    /// Whether in person.
    pub in_person: bool,
    /// Whether by video.
    pub by_video: bool,
    /// Newcomers in thirty days at the most, 1 to [`MOST_A_MONTH`].
    pub a_month: u32,
}

/// What is written of it.
#[derive(Debug, Clone)]
pub(crate) struct Terms {
    pub(crate) town: String,
    pub(crate) place: Place,
    pub(crate) in_person: bool,
    pub(crate) by_video: bool,
    pub(crate) a_month: i32,
}

/// Writes it; whoever waits for a host in vain is looked after at once. Repeating it is harmless.
pub async fn join_rota(db: &Db, caller: &Caller, cmd: JoinRota) -> Result<(), SponsorshipError> {
    let me = caller.must_as_member(Act::Host)?;
    db.count(caller, Deed::JoinRota, None).await?;
    let town = text::line("town", &cmd.town, LONGEST_TOWN)?;
    if !cmd.in_person && !cmd.by_video {
        return Err(SponsorshipError::NoWayToMeet);
    }
    if !(1..=MOST_A_MONTH).contains(&cmd.a_month) {
        return Err(SponsorshipError::TooManyAMonth);
    }
    let a_month = i32::try_from(cmd.a_month).map_err(|_| SponsorshipError::TooManyAMonth)?;
    let terms = Terms { place: Place::of(&town), town, in_person: cmd.in_person, by_video: cmd.by_video, a_month };
    let mut tx = db.begin(caller.community).await?;
    if store::hosts::join(&mut tx, me.member, &terms).await? {
        for meeting in store::meeting::without_a_host(&mut tx).await? {
            let now = Schedule::default().meaning(format!("seek-host-now:{meeting}"));
            tx.enqueue_with(&SeekHost { meeting }, now).await?;
        }
    }
    tx.commit().await?;
    Ok(())
}

/// Takes it back. Whoever is agreed with already still waits for them; nobody new is. Repeating it is harmless.
pub async fn leave_rota(db: &Db, caller: &Caller) -> Result<(), SponsorshipError> {
    let me = caller.must_as_member(Act::Host)?;
    let mut tx = db.begin(caller.community).await?;
    let now = tx.now();
    store::hosts::leave(&mut tx, me.member, now).await?;
    tx.commit().await?;
    Ok(())
}
