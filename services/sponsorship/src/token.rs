//! The two kinds of token that lead somebody to a sponsor.
//!
//! A personal link is `<member>-<seal>`: no row, and raising the member's `link_generation`, which the seal covers, ends it.
//! An invitation's token is derived from its id by the seal, so that the letter can be written again after a crash although
//! only the token's hash is stored. The two cannot be taken for one another: only the first holds a dash.

use data_encoding::BASE32_NOPAD;
use kernel::{InvitationId, MemberId, Seal, TokenHash};
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
    /// Whether the seal is that of this member's present link.
    pub(crate) fn holds(&self, seal: &Seal, generation: i32) -> bool {
        seal.verify(PERSONAL, &sealed(self.member, generation), &self.seal)
    }
}

fn sealed(member: MemberId, generation: i32) -> String {
    format!("{member}:{generation}")
}

/// A member's personal link.
pub(crate) fn personal(seal: &Seal, member: MemberId, generation: i32) -> String {
    let name = BASE32_NOPAD.encode(member.0.as_bytes()).to_lowercase();
    format!("{name}-{}", seal.mark(PERSONAL, &sealed(member, generation)))
}

/// An invitation's token: 256 bits, from two seals of 128.
pub(crate) fn invitation(seal: &Seal, id: InvitationId) -> String {
    let id = id.to_string();
    format!("{}{}", seal.mark(INVITATION, &id), seal.mark(INVITATION_MORE, &id))
}

/// What is stored of an invitation's token.
pub(crate) fn invitation_hash(token: &str) -> TokenHash {
    TokenHash::of(STORED, token)
}

#[cfg(test)]
mod tests {
    use super::*;

    const SEAL: [u8; 32] = [3; 32];

    #[test]
    fn a_personal_link_holds_for_its_member_and_generation_only() {
        let seal = Seal::new(SEAL);
        let (ada, eve) = (MemberId(Uuid::from_u128(1)), MemberId(Uuid::from_u128(2)));
        let token = personal(&seal, ada, 1);
        let Some(Door::Personal(link)) = Door::read(&token) else { panic!("{token} is a personal link") };
        assert_eq!(link.member, ada);
        assert!(link.holds(&seal, 1));
        assert!(!link.holds(&seal, 2), "a renewed link ends the old one");
        let forged = Link { member: eve, ..link };
        assert!(!forged.holds(&seal, 1));
    }

    #[test]
    fn an_invitation_has_256_bits_and_looks_like_nothing_else() {
        let seal = Seal::new(SEAL);
        let token = invitation(&seal, InvitationId(Uuid::from_u128(7)));
        assert_eq!(token.len(), 52);
        assert_eq!(Door::read(&token), Some(Door::Invitation(invitation_hash(&token))));
        assert_ne!(token, invitation(&seal, InvitationId(Uuid::from_u128(8))));
    }

    #[test]
    fn nonsense_is_no_token() {
        for text in ["", "-", "a-b", "abc", "zzzzzzzzzzzzzzzzzzzzzzzzzz-", "ÿ-ÿ"] {
            assert!(!matches!(Door::read(text), Some(Door::Invitation(_))), "{text}");
        }
        assert_eq!(Door::read("8-8"), None);
    }
}
