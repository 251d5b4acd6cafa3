//! A member takes an invitation back.

use crate::{SponsorshipError, store};
use database::Db;
use kernel::{Act, Caller, InvitationId};

/// Takes it back.
#[derive(Debug, Clone, Copy)]
pub struct RevokeInvitation {
    /// The invitation.
    pub id: InvitationId,
}

/// From now on its link leads nowhere. Repeating it is harmless; a used invitation stays used.
pub async fn revoke_invitation(db: &Db, caller: &Caller, cmd: RevokeInvitation) -> Result<(), SponsorshipError> {
    let me = caller.must_as_member(Act::Invite)?;
    let mut tx = db.begin(caller.community).await?;
    if store::invitation::sponsor_of(&mut tx, cmd.id).await? != Some(me.member) {
        return Err(SponsorshipError::NotFound);
    }
    if !store::invitation::revoke(&mut tx, cmd.id, me.member).await? {
        return Err(SponsorshipError::LinkSpent);
    }
    tx.commit().await?;
    Ok(())
}
