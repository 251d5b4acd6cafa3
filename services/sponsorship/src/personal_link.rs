//! A member's personal link: whoever comes by it asks that member first.

use crate::token::{self, Link};
use crate::{SponsorshipError, store};
use database::{CommunityTx, Db};
use kernel::{Act, Caller, MemberId, Standing};

/// The token of the caller's personal link.
pub async fn personal_link(db: &Db, caller: &Caller) -> Result<String, SponsorshipError> {
    let me = caller.must_as_member(Act::Invite)?;
    let mut tx = db.begin(caller.community).await?;
    let owner = store::people::link_owner(&mut tx, me.member).await?.ok_or(SponsorshipError::NotFound)?;
    tx.commit().await?;
    Ok(token::personal(db.seal(), caller.community, me.member, owner.generation))
}

/// Replaces it; the old one leads nowhere from now on. The new token.
pub async fn renew_personal_link(db: &Db, caller: &Caller) -> Result<String, SponsorshipError> {
    let me = caller.must_as_member(Act::Invite)?;
    let mut tx = db.begin(caller.community).await?;
    let generation = store::people::renew_link(&mut tx, me.member).await?;
    tx.commit().await?;
    Ok(token::personal(db.seal(), caller.community, me.member, generation))
}

/// The owner of a link.
#[derive(Debug, Clone)]
pub(crate) struct Owner {
    pub(crate) id: MemberId,
    pub(crate) name: String,
    pub(crate) town: String,
    pub(crate) standing: Standing,
    pub(crate) generation: i32,
}

/// Whose link this is, as long as it holds and its owner is a full member.
pub(crate) async fn owner(tx: &mut CommunityTx, link: &Link) -> Result<Option<Owner>, SponsorshipError> {
    let Some(owner) = store::people::link_owner(tx, link.member).await? else { return Ok(None) };
    let holds = owner.standing == Standing::Member && link.holds(tx.seal(), tx.community(), owner.generation);
    Ok(holds.then_some(owner))
}
