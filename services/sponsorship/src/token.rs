//! The two kinds of token that lead somebody to a sponsor.
//!
//! A personal link is `<member>-<seal>`: no row, and raising the member's `link_generation`, which the seal covers, ends it.
//! An invitation's token is derived from its id by the seal, so that the letter can be written again after a crash although
//! only the token's hash is stored. The two cannot be taken for one another: only the first holds a dash.
//!
//! Both seals cover the community: ids are made by clients, and one id may exist in two communities.

use data_encoding::BASE32_NOPAD;
use kernel::{CommunityId, InvitationId, MemberId, Seal, TokenHash};
use uuid::Uuid;

const PERSONAL: &str = "personal-link";
const INVITATION: &str = "invitation";
const INVITATION_MORE: &str = "invitation-more";

/// The purpose under which an invitation's token is hashed.
const STORED: &str = "invitation";

/// A token, by its look; whether it holds is another question.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) enum Door {
    /// A personal link.
    Personal(Link),
    /// An invitation, by the hash of its token.
    Invitation(TokenHash),
}

/// A personal link whose seal was not looked at yet.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Link {
    pub(crate) member: MemberId,
    seal: String,
}

impl Door {
    /// Sorts a token by its look.
    pub(crate) fn read(token: &str) -> Option<Self> {
        let token = token.trim();
        match token.split_once('-') {
            None if token.len() == 52 => Some(Self::Invitation(TokenHash::of(STORED, token))),
            None => None,
            Some((member, seal)) => {
                let bytes = BASE32_NOPAD.decode(member.to_uppercase().as_bytes()).ok()?;
                let member = Uuid::from_slice(&bytes).ok()?.into();
                Some(Self::Personal(Link { member, seal: seal.to_owned() }))
            }
        }
    }
}

impl Link {
    /// Whether the seal is that of this member's present link in this community.
    pub(crate) fn holds(&self, seal: &Seal, community: CommunityId, generation: i32) -> bool {
        seal.verify(PERSONAL, &sealed(community, self.member, generation), &self.seal)
    }
}

fn sealed(community: CommunityId, member: MemberId, generation: i32) -> String {
    format!("{community}:{member}:{generation}")
}

/// A member's personal link.
pub(crate) fn personal(seal: &Seal, community: CommunityId, member: MemberId, generation: i32) -> String {
    let name = BASE32_NOPAD.encode(member.0.as_bytes()).to_lowercase();
    format!("{name}-{}", seal.mark(PERSONAL, &sealed(community, member, generation)))
}

/// An invitation's token: 256 bits, from two seals of 128.
pub(crate) fn invitation(seal: &Seal, community: CommunityId, id: InvitationId) -> String {
    let message = format!("{community}:{id}");
    format!("{}{}", seal.mark(INVITATION, &message), seal.mark(INVITATION_MORE, &message))
}

/// What is stored of an invitation's token.
pub(crate) fn invitation_hash(token: &str) -> TokenHash {
    TokenHash::of(STORED, token)
}

#[cfg(test)]
mod tests {
    use super::*;

    const SEAL: [u8; 32] = [3; 32];
    const HERE: CommunityId = CommunityId(Uuid::from_u128(0xa));
    const THERE: CommunityId = CommunityId(Uuid::from_u128(0xb));

    #[test]
    fn a_personal_link_holds_for_its_community_member_and_generation_only() {
        let seal = Seal::new(SEAL);
        let (ada, eve) = (MemberId(Uuid::from_u128(1)), MemberId(Uuid::from_u128(2)));
        let token = personal(&seal, HERE, ada, 1);
        let Some(Door::Personal(link)) = Door::read(&token) else { panic!("{token} is a personal link") };
        assert_eq!(link.member, ada);
        assert!(link.holds(&seal, HERE, 1));
        assert!(!link.holds(&seal, HERE, 2), "a renewed link ends the old one");
        assert!(!link.holds(&seal, THERE, 1), "the same id elsewhere is somebody else");
        let forged = Link { member: eve, ..link };
        assert!(!forged.holds(&seal, HERE, 1));
    }

    #[test]
    fn an_invitation_has_256_bits_and_looks_like_nothing_else() {
        let seal = Seal::new(SEAL);
        let token = invitation(&seal, HERE, InvitationId(Uuid::from_u128(7)));
        assert_eq!(token.len(), 52);
        assert_eq!(Door::read(&token), Some(Door::Invitation(invitation_hash(&token))));
        assert_ne!(token, invitation(&seal, HERE, InvitationId(Uuid::from_u128(8))));
        assert_ne!(token, invitation(&seal, THERE, InvitationId(Uuid::from_u128(7))));
    }

    #[test]
    fn nonsense_is_no_token() {
        for text in ["", "-", "a-b", "abc", "zzzzzzzzzzzzzzzzzzzzzzzzzz-", "ÿ-ÿ"] {
            assert!(!matches!(Door::read(text), Some(Door::Invitation(_))), "{text}");
        }
        assert_eq!(Door::read("8-8"), None);
    }
}
