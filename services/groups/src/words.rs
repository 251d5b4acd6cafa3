//! The words a group is described with.

use kernel::standing::UnknownWord;
use std::str::FromStr;

/// How members come in.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Default)]
pub enum Joining {
    /// Every member, at once.
    #[default]
    AtOnce,
    /// Whoever its keeper lets in.
    Asking,
}

impl Joining {
    /// Both, in the order of the form.
    pub const ALL: &'static [Self] = &[Self::AtOnce, Self::Asking];

    /// The word stored in the database and sent by the interfaces.
    pub fn as_str(self) -> &'static str {
        match self {
            Self::AtOnce => "at_once",
            Self::Asking => "asking",
        }
    }
}

impl FromStr for Joining {
    type Err = UnknownWord;
    fn from_str(word: &str) -> Result<Self, UnknownWord> {
        Self::ALL.iter().copied().find(|one| one.as_str() == word).ok_or(UnknownWord)
    }
}

/// Where a group stands.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum GroupState {
    /// A member asked for it; the team has not answered yet.
    Asked,
    /// Members come and go.
    Open,
    /// The team declined it.
    Declined,
    /// It is over.
    Closed,
}

impl GroupState {
    /// All of them.
    pub const ALL: &'static [Self] = &[Self::Asked, Self::Open, Self::Declined, Self::Closed];

    /// The word stored in the database.
    pub fn as_str(self) -> &'static str {
        match self {
            Self::Asked => "asked",
            Self::Open => "open",
            Self::Declined => "declined",
            Self::Closed => "closed",
        }
    }
}

impl FromStr for GroupState {
    type Err = UnknownWord;
    fn from_str(word: &str) -> Result<Self, UnknownWord> {
        Self::ALL.iter().copied().find(|one| one.as_str() == word).ok_or(UnknownWord)
    }
}

/// What somebody is to a group.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Part {
    /// Nothing.
    Outside,
    /// They have asked to join it.
    Waits,
    /// They are in it.
    In,
    /// They keep it; or asked for it, while it is not open.
    Keeps,
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_word_reads_back_as_itself() {
        assert!(Joining::ALL.iter().all(|one| one.as_str().parse() == Ok(*one)));
        assert!(GroupState::ALL.iter().all(|one| one.as_str().parse() == Ok(*one)));
        assert_eq!("nonsense".parse::<Joining>(), Err(UnknownWord));
        assert_eq!("nonsense".parse::<GroupState>(), Err(UnknownWord));
    }
}
