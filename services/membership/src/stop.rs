//! One-click stop (RFC 8058, bar E11): a link in every letter that needs no session and no row.

use crate::{MembershipError, store};
use database::Db;
use kernel::{CommunityId, MemberId, Seal};
use std::str::FromStr;

/// Which letters stop.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum LetterKind {
    /// The weekly digest.
    Digest,
    /// Of private messages.
    Messages,
    /// Of sponsorships.
    Sponsorship,
    /// Of one's own listings.
    Listings,
    /// Of what one's kept searches find.
    Searches,
    /// Of urgent requests that go with what one offers.
    Urgent,
}

impl LetterKind {
    /// Every kind.
    pub const ALL: [Self; 6] =
        [Self::Digest, Self::Messages, Self::Sponsorship, Self::Listings, Self::Searches, Self::Urgent];

    /// The word in the token.
    pub fn as_str(self) -> &'static str {
        match self {
            Self::Digest => "digest",
            Self::Messages => "messages",
            Self::Sponsorship => "sponsorship",
            Self::Listings => "listings",
            Self::Searches => "searches",
            Self::Urgent => "urgent",
        }
    }
}

impl FromStr for LetterKind {
    type Err = MembershipError;
    fn from_str(word: &str) -> Result<Self, MembershipError> {
        Self::ALL.into_iter().find(|kind| kind.as_str() == word).ok_or(MembershipError::NotFound)
    }
}

const PURPOSE: &str = "stop-letters";

/// The token of a letter's stop link: `<member>.<kind>.<seal>`. The community is sealed in, because ids are made by clients
/// and one id may exist in two communities.
pub fn stop_token(seal: &Seal, community: CommunityId, member: MemberId, kind: LetterKind) -> String {
    format!("{member}.{}.{}", kind.as_str(), seal.mark(PURPOSE, &message(community, member, kind)))
}

/// Whose and which letters a token stops; for the page that a GET shows. Changes nothing.
pub fn read_stop_token(seal: &Seal, community: CommunityId, token: &str) -> Option<(MemberId, LetterKind)> {
    let mut parts = token.splitn(3, '.');
    let member: MemberId = parts.next()?.parse().ok()?;
    let kind: LetterKind = parts.next()?.parse().ok()?;
    let mark = parts.next()?;
    seal.verify(PURPOSE, &message(community, member, kind), mark).then_some((member, kind))
}

fn message(community: CommunityId, member: MemberId, kind: LetterKind) -> String {
    format!("{community}:{member}:{}", kind.as_str())
}

/// Stops these letters at once. Needs the token and nothing else; harmless to repeat.
///
/// # Errors
/// `NotFound` for a token that this community did not seal.
pub async fn stop_letters(db: &Db, community: CommunityId, token: &str) -> Result<LetterKind, MembershipError> {
    let (member, kind) = read_stop_token(db.seal(), community, token).ok_or(MembershipError::NotFound)?;
    let mut tx = db.begin(community).await?;
    let known = store::letters::stop(&mut tx, member, kind).await?;
    tx.commit().await?;
    if known { Ok(kind) } else { Err(MembershipError::NotFound) }
}

#[cfg(test)]
mod tests {
    use super::*;
    use uuid::Uuid;

    #[test]
    fn e11_a_stop_token_holds_for_one_member_one_kind_and_one_community() {
        let seal = Seal::new([7; 32]);
        let (here, there) = (CommunityId(Uuid::from_u128(1)), CommunityId(Uuid::from_u128(2)));
        let (ada, eve) = (MemberId(Uuid::from_u128(3)), MemberId(Uuid::from_u128(4)));
        for kind in LetterKind::ALL {
            let token = stop_token(&seal, here, ada, kind);
            assert_eq!(read_stop_token(&seal, here, &token), Some((ada, kind)));
            assert_eq!(read_stop_token(&seal, there, &token), None);
            assert_eq!(read_stop_token(&Seal::new([8; 32]), here, &token), None);
            assert_eq!(read_stop_token(&seal, here, &token.replace(&ada.to_string(), &eve.to_string())), None);
        }
        let token = stop_token(&seal, here, ada, LetterKind::Digest).replace("digest", "messages");
        assert_eq!(read_stop_token(&seal, here, &token), None);
        for bad in ["", ".", "a.b.c", "00000000-0000-0000-0000-000000000003.digest"] {
            assert_eq!(read_stop_token(&seal, here, bad), None, "{bad:?}");
        }
    }
}
