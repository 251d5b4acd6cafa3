//! Who stands behind a link or an invitation, for the page it opens. Reading consumes nothing.

use crate::token::Door;
use crate::{SponsorshipError, personal_link, store};
use database::Db;
use kernel::{CommunityId, Language};

/// The inviter, as a stranger with the token may see them.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct InviterFace {
    /// Name.
    pub name: String,
    /// Where they live; may be empty.
    pub town: String,
    /// What they wrote of the person they invited; empty on a personal link.
    pub sentence: String,
    /// The language of the invitation; absent on a personal link.
    pub language: Option<Language>,
}

/// The inviter behind a token that holds; nothing for any other text.
pub async fn peek(db: &Db, community: CommunityId, token: &str) -> Result<Option<InviterFace>, SponsorshipError> {
    let Some(door) = Door::read(token) else { return Ok(None) };
    let mut tx = db.begin(community).await?;
    let face = match door {
        Door::Personal(link) => personal_link::owner(&mut tx, &link).await?.map(|owner| InviterFace {
            name: owner.name,
            town: owner.town,
            sentence: String::new(),
            language: None,
        }),
        Door::Invitation(hash) => store::invitation::face(&mut tx, hash).await?,
    };
    tx.commit().await?;
    Ok(face)
}
