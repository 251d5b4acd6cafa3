//! What a program with a platform token is good for.

use std::{fmt, str::FromStr};

/// One thing a program may be allowed.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Scope {
    /// Launch communities for others.
    Launch,
    /// Bring members and sponsorships into communities it launched.
    Import,
    /// Report bounces and complaints.
    Bounces,
    /// Read the operator's figures.
    Figures,
}

/// The text names no scope.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
#[error("a scope is launch, import, bounces or figures")]
pub struct NotAScope;

impl Scope {
    /// Every scope.
    pub const ALL: [Self; 4] = [Self::Launch, Self::Import, Self::Bounces, Self::Figures];

    /// The word stored and typed.
    pub fn as_str(self) -> &'static str {
        match self {
            Self::Launch => "launch",
            Self::Import => "import",
            Self::Bounces => "bounces",
            Self::Figures => "figures",
        }
    }
}

impl FromStr for Scope {
    type Err = NotAScope;

    fn from_str(text: &str) -> Result<Self, NotAScope> {
        Self::ALL.into_iter().find(|scope| scope.as_str() == text).ok_or(NotAScope)
    }
}

impl fmt::Display for Scope {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.as_str())
    }
}

/// Some scopes, each once.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct Scopes([bool; 4]);

impl Scopes {
    /// All of them.
    pub fn all() -> Self {
        Scope::ALL.into_iter().collect()
    }

    /// Whether `scope` is among them.
    pub fn holds(self, scope: Scope) -> bool {
        self.iter().any(|one| one == scope)
    }

    /// Each of them, in the order of [`Scope::ALL`].
    pub fn iter(self) -> impl Iterator<Item = Scope> {
        Scope::ALL.into_iter().zip(self.0).filter_map(|(scope, held)| held.then_some(scope))
    }

    /// Their words, as stored.
    pub fn words(self) -> Vec<String> {
        self.iter().map(|scope| scope.as_str().to_owned()).collect()
    }
}

impl FromIterator<Scope> for Scopes {
    fn from_iter<I: IntoIterator<Item = Scope>>(scopes: I) -> Self {
        let given: Vec<Scope> = scopes.into_iter().collect();
        Self(Scope::ALL.map(|scope| given.contains(&scope)))
    }
}
