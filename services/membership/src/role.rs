//! An owner gives or takes an office.

use crate::{MemberCard, MembershipError, journal, still_must_tx, store};
use database::Db;
use kernel::{Act, Caller, MemberId, Role, Standing};
use serde_json::json;

/// Who holds which office from now on.
#[derive(Debug, Clone, Copy)]
pub struct GiveRole {
    /// Who.
    pub member: MemberId,
    /// Which; [`Role::None`] takes it away.
    pub role: Role,
}

/// Whether there is a role that [`give_role`] would let the caller give to, or take from, whoever this card shows: for what is drawn.
pub fn could_give_role(caller: &Caller, card: &MemberCard) -> bool {
    caller.may(Act::GiveRoles) && (card.standing == Standing::Member || card.role != Role::None)
}

/// Gives a role. The member's sessions here end in the same transaction: a right that grew or shrank begins with a new
/// token (bars A5, A6). Giving the role somebody holds changes nothing.
///
/// # Errors
/// `Forbidden` also for an owner who was dismissed meanwhile; `NotAMember` unless they are in good standing; `LastOwner` (bar M8).
pub async fn give_role(db: &Db, caller: &Caller, cmd: GiveRole) -> Result<(), MembershipError> {
    caller.must(Act::GiveRoles)?;
    let mut tx = db.begin(caller.community).await?;
    // An office changes nothing in the trust graph, but whoever changes a standing takes its lock before the owners'. Under
    // it the caller is asked again: of two owners who dismiss each other only the first still is one.
    still_must_tx(&mut tx, caller, Act::GiveRoles).await?;
    let owners = store::member::lock_owners(&mut tx).await?;
    let before = store::member::lock(&mut tx, cmd.member).await?.ok_or(MembershipError::NotFound)?;
    if before.role == cmd.role {
        return Ok(tx.commit().await?);
    }
    if cmd.role != Role::None && before.standing != Standing::Member {
        return Err(MembershipError::NotAMember);
    }
    let counts = before.role == Role::Owner && before.standing == Standing::Member;
    if counts && owners.iter().all(|owner| *owner == cmd.member) {
        return Err(MembershipError::LastOwner);
    }
    store::office::set_role(&mut tx, cmd.member, cmd.role).await?;
    store::session::revoke_all(&mut tx, before.account).await?;
    let actor = caller.me().map(|me| me.member);
    let detail = json!({ "from": before.role, "to": cmd.role });
    journal::record_tx(&mut tx, journal::Entry { actor, subject: Some(cmd.member), act: "role_given", detail }).await?;
    tx.commit().await?;
    Ok(())
}
