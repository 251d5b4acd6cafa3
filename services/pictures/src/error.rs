//! Why a picture could not be taken in, or not be found.

use crate::Unfit;
use kernel::{Refusal, RefusalKind, Refuse};
use std::io::{self, ErrorKind};

/// What can go wrong with pictures.
#[derive(Debug, thiserror::Error)]
pub enum PictureError {
    /// More bytes than [`crate::limits::BYTES`].
    #[error("the picture weighs too much")]
    TooHeavy,
    /// It is not what we take.
    #[error(transparent)]
    Unfit(#[from] Unfit),
    /// Too many pictures are being looked at.
    #[error("too many pictures at once")]
    Busy,
    /// There is no room left where pictures are kept.
    #[error("no room is left for pictures: {0}")]
    Full(#[source] io::Error),
    /// The disk, the store or the child process failed.
    #[error("pictures cannot be kept: {0}")]
    Fault(#[source] io::Error),
}

impl From<io::Error> for PictureError {
    fn from(error: io::Error) -> Self {
        match error.kind() {
            ErrorKind::StorageFull | ErrorKind::QuotaExceeded | ErrorKind::FileTooLarge => Self::Full(error),
            _ => Self::Fault(error),
        }
    }
}

impl Refuse for PictureError {
    fn refusal(&self) -> Refusal {
        match self {
            Self::TooHeavy => Refusal::of_field("PHOTO_TOO_HEAVY", "photos"),
            Self::Unfit(Unfit::Kind) => Refusal::of_field("PHOTO_KIND", "photos"),
            Self::Unfit(Unfit::TooLarge) => Refusal::of_field("PHOTO_TOO_LARGE", "photos"),
            Self::Unfit(Unfit::Broken) => Refusal::of_field("PHOTO_BROKEN", "photos"),
            Self::Busy => Refusal { wait: Some(10), ..Refusal::new(RefusalKind::Away, "PHOTOS_BUSY") },
            Self::Full(_) => Refusal::new(RefusalKind::Full, "PHOTOS_FULL"),
            Self::Fault(_) => Refusal::FAULT,
        }
    }
}
