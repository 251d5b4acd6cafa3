//! Where a photo's file is fetched: an address that was signed for one reader, and holds for some minutes.
//!
//! It holds community, photo, reader, size and end, in base32, and the house's seal of all that. Its end is rounded, so that the pages
//! of the same few minutes name the same address and a browser fetches nothing twice.

use crate::limits;
use chrono::DateTime;
use kernel::{Caller, CommunityId, MemberId, PhotoId, Seal, Timestamp};
use pictures::Size;
use uuid::Uuid;

const PURPOSE: &str = "photo-address";

/// What an address says; whether it is still so is not its to say.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Address {
    /// The tenant.
    pub community: CommunityId,
    /// The photo.
    pub photo: PhotoId,
    /// For whom it was signed.
    pub reader: MemberId,
    /// Which of its files.
    pub size: Size,
    /// Until when.
    pub until: Timestamp,
}

impl Address {
    /// An address for a member, from `now` on: at least half as long as the longest.
    pub(crate) fn of(caller: &Caller, reader: MemberId, photo: PhotoId, size: Size, now: Timestamp) -> Self {
        let (half, whole) = (limits::PHOTO_ADDRESS_SECONDS / 2, limits::PHOTO_ADDRESS_SECONDS);
        let until = now.timestamp().div_euclid(half).saturating_mul(half).saturating_add(whole);
        let until = DateTime::from_timestamp(until, 0).unwrap_or(now);
        Self { community: caller.community, photo, reader, size, until }
    }

    /// The path, signed.
    pub(crate) fn path(&self, seal: &Seal) -> String {
        let said = self.said();
        let mark = seal.mark(PURPOSE, &said);
        format!("/media/{said}.{mark}")
    }

    /// What the last part of a path says, if we signed it.
    pub(crate) fn read(seal: &Seal, token: &str) -> Option<Self> {
        let (said, mark) = token.split_once('.')?;
        if !seal.verify(PURPOSE, said, mark) {
            return None;
        }
        let bytes = data_encoding::BASE32_NOPAD.decode(said.to_uppercase().as_bytes()).ok()?;
        let (community, rest) = id(&bytes)?;
        let (photo, rest) = id(rest)?;
        let (reader, rest) = id(rest)?;
        let (&[size], rest) = rest.split_first_chunk::<1>()?;
        let until = DateTime::from_timestamp(i64::from_be_bytes(rest.try_into().ok()?), 0)?;
        let size = Size::ALL.into_iter().find(|one| letter(*one) == size)?;
        Some(Self { community: community.into(), photo: photo.into(), reader: reader.into(), size, until })
    }

    fn said(&self) -> String {
        let mut bytes = Vec::with_capacity(57);
        for id in [self.community.0, self.photo.0, self.reader.0] {
            bytes.extend(id.as_bytes());
        }
        bytes.push(letter(self.size));
        bytes.extend(self.until.timestamp().to_be_bytes());
        data_encoding::BASE32_NOPAD.encode(&bytes).to_lowercase()
    }
}

fn id(bytes: &[u8]) -> Option<(Uuid, &[u8])> {
    let (id, rest) = bytes.split_first_chunk::<16>()?;
    Some((Uuid::from_bytes(*id), rest))
}

fn letter(size: Size) -> u8 {
    match size {
        Size::Large => b'l',
        Size::Small => b's',
    }
}
