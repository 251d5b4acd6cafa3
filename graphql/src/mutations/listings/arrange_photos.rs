//! Putting the photos of a listing in order, describing them, taking some away.

use crate::{ids::Global as _, objects::Photo, refusal::payload, visit::Desk};
use async_graphql::{ID, InputObject, Result};
use exchange::photos::{Arrange, Described, arrange};
use kernel::{ListingId, PhotoId};

/// A photo that stays.
#[derive(InputObject)]
pub struct DescribedPhotoInput {
    /// Its id, here or as the upload answered it.
    id: ID,
    /// What it shows, for those who cannot see it: at most 200 characters.
    #[graphql(default)]
    description: String,
}

/// All photos of a listing from now on.
#[derive(InputObject)]
pub struct ArrangePhotosInput {
    /// The asker's listing, published or not yet.
    listing_id: ID,
    /// Those that stay, the first first; the others are deleted.
    photos: Vec<DescribedPhotoInput>,
}

payload! {
    /// What came of it.
    ArrangePhotosPayload {
        /// The photos as they are now.
        photos: Vec<Photo>,
    }
}

pub(super) async fn run(desk: Desk<'_>, input: ArrangePhotosInput) -> Result<ArrangePhotosPayload> {
    let described = |one: DescribedPhotoInput| Described {
        // The upload is no operation of this door and answers the id as it is.
        id: one.id.parse().unwrap_or_else(|_| PhotoId::asked(&one.id)),
        description: one.description,
    };
    let cmd = Arrange {
        listing: ListingId::asked(&input.listing_id),
        photos: input.photos.into_iter().map(described).collect(),
    };
    let done = arrange::arrange(desk.db, desk.caller, cmd).await;
    desk.payload(done, |photos| ArrangePhotosPayload {
        photos: Some(photos.into_iter().map(Photo).collect()),
        refusal: None,
    })
}
