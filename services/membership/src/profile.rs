//! A person changes what they say of themselves.

use crate::{MembershipError, limits, store};
use chrono_tz::Tz;
use community::{names, text, views};
use database::Db;
use kernel::{Act, Caller, Language};

/// The profile as it should be; every field replaces what was there.
#[derive(Debug, Clone)]
pub struct EditProfile {
    /// Name, 1 to 60 characters.
    pub name: String,
    /// About oneself, up to 500 characters.
    pub about: String,
    /// Town, up to 80 characters.
    pub town: String,
    /// The language of pages and letters.
    pub language: Language,
    /// IANA name; the digest comes at the hour of this zone.
    pub timezone: String,
}

/// Changes the caller's profile in this community.
pub async fn edit_profile(db: &Db, caller: &Caller, cmd: EditProfile) -> Result<(), MembershipError> {
    let me = caller.must_as_member(Act::ManageOwnAccount)?;
    let about = text::block("about", &cmd.about, limits::ABOUT)?;
    let town = text::line("town", &cmd.town, limits::TOWN)?;
    let timezone: Tz = cmd.timezone.trim().parse().map_err(|_| MembershipError::TimezoneUnknown)?;
    let mut tx = db.begin(caller.community).await?;
    let community = views::face_tx(&mut tx).await?.name;
    let name = names::person("name", &cmd.name, limits::NAME, &community)?;
    store::member::reword(&mut tx, me.member, &name, &about, &town).await?;
    store::member::localise(&mut tx, me.member, cmd.language, timezone).await?;
    tx.commit().await?;
    Ok(())
}
