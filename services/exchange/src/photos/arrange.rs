//! The author says which photos stay, in which order, and what they show.

use super::{PhotoView, views};
use crate::{ExchangeError, FieldProblem, State, limits, mandate, store};
use community::text::{self, BadText};
use database::{CommunityTx, Db};
use kernel::{Act, Caller, ListingId, MemberId, PhotoId};
use pictures::jobs::DropPhotos;

/// One photo that stays.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Described {
    /// The photo.
    pub id: PhotoId,
    /// What it shows, for whoever does not see it: at most 200 characters, may be empty.
    pub description: String,
}

/// All photos of a listing from now on, the first before the others; those that are not named go.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Arrange {
    /// The caller's listing, published or still being written.
    pub listing: ListingId,
    /// What stays.
    pub photos: Vec<Described>,
}

/// Puts the photos in this order, and deletes the others. Repeating it changes nothing.
///
/// # Errors
/// `NotFound` for a photo that is not one of this listing's and the caller's; what is wrong with a description; `Closed`.
pub async fn arrange(db: &Db, caller: &Caller, cmd: Arrange) -> Result<Vec<PhotoView>, ExchangeError> {
    let me = caller.must_as_member(Act::Publish)?;
    let described = cmd.photos.iter().map(checked).collect::<Result<Vec<_>, _>>()?;
    let mut tx = db.begin(caller).await?;
    store::write::lock_author(&mut tx, me.member).await?;
    match store::write::hold(&mut tx, cmd.listing).await? {
        Some(held) if held.author != me.member => return Err(ExchangeError::NotFound),
        Some(held) if held.state != State::Open => return Err(ExchangeError::Closed),
        Some(_) | None => {}
    }
    let in_name = mandate::before_change(&mut tx, cmd.listing).await?;
    let there = store::photos::ids(&mut tx, me.member, cmd.listing).await?;
    let mut seen = std::collections::HashSet::new();
    if !described.iter().all(|one| there.contains(&one.id) && seen.insert(one.id)) {
        return Err(ExchangeError::NotFound);
    }
    for (place, one) in (1..).zip(&described) {
        store::photos::describe(&mut tx, one.id, place, &one.description).await?;
    }
    let gone: Vec<PhotoId> = there.into_iter().filter(|id| !seen.contains(id)).collect();
    forget(&mut tx, me.member, gone).await?;
    mandate::tell_of_change(&mut tx, in_name).await?;
    let photos = views::of_form(&mut tx, caller, me.member, cmd.listing).await?;
    tx.commit().await?;
    Ok(photos)
}

/// Takes the rows, and has the files deleted.
pub(crate) async fn forget(tx: &mut CommunityTx, me: MemberId, photos: Vec<PhotoId>) -> Result<(), ExchangeError> {
    if photos.is_empty() {
        return Ok(());
    }
    store::photos::delete(tx, me, &photos).await?;
    Ok(tx.enqueue(&DropPhotos { photos }).await?)
}

fn checked(one: &Described) -> Result<Described, ExchangeError> {
    let description = description(&one.description).map_err(|problem| ExchangeError::Invalid(vec![problem]))?;
    Ok(Described { id: one.id, description })
}

/// What is said of a photo, as it is kept; for a form that has several, to say which one cannot stay.
pub fn description(typed: &str) -> Result<String, FieldProblem> {
    text::line("description", typed, limits::PHOTO_DESCRIPTION_MOST).map_err(|bad| match bad {
        BadText::TooLong(field) => FieldProblem::new(field, "PHOTO_DESCRIPTION_TOO_LONG"),
        BadText::Missing(field) | BadText::Invisible(field) | BadText::Reserved(field) => {
            FieldProblem::new(field, "TEXT_INVISIBLE")
        }
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_description_is_a_short_line() {
        let of = |text: &str| checked(&Described { id: PhotoId(uuid::Uuid::nil()), description: text.to_owned() });
        assert_eq!(of(" Une perceuse\n bleue ").unwrap().description, "Une perceuse bleue");
        assert!(of(&"é".repeat(200)).is_ok() && of(&"é".repeat(201)).is_err());
    }
}
