//! In which street of a town: asked of whom the installation named, kept as a point about 500 m off.

use crate::{ExchangeError, FieldProblem, limits};
use database::Db;
use kernel::{Caller, Deed};
use places::{Place, Streets, Whereabouts};

/// A street as somebody writes it.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct NamedStreet {
    /// What was typed, with or without a number; where it is empty what is known of the same town stays.
    pub typed: String,
    /// Forget whereabouts in the town it is.
    pub forget: bool,
}

/// What became of a street that was typed.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub enum StreetAnswer {
    /// None was typed.
    #[default]
    NotAsked,
    /// It is known whereabouts it is, to about 500 m.
    Found,
    /// No such street is known in the town: the town is kept.
    Unknown,
    /// Nobody could be asked: the town is kept.
    Unanswered,
}

impl StreetAnswer {
    /// Why it is not known where the street is, as a code of the refusals' phrases; nothing where nothing is amiss.
    pub fn trouble(self) -> Option<&'static str> {
        match self {
            Self::NotAsked | Self::Found => None,
            Self::Unknown => Some("STREET_UNKNOWN"),
            Self::Unanswered => Some("STREET_UNANSWERED"),
        }
    }
}

/// What is wrong with it before anybody is asked.
pub(super) fn problem(field: &'static str, street: &NamedStreet, has_town: bool) -> Option<FieldProblem> {
    let typed = street.typed.trim();
    let code = match typed.chars().count() {
        0 => return None,
        length if length > limits::STREET_MOST => "STREET_TOO_LONG",
        _ if typed.chars().any(char::is_control) => "TEXT_INVISIBLE",
        _ if !has_town => "STREET_WITHOUT_TOWN",
        _ => return None,
    };
    Some(FieldProblem::new(field, code))
}

/// Whoever asks, and whom.
pub(super) struct Asker<'a> {
    pub db: &'a Db,
    pub caller: &'a Caller,
    pub streets: &'a Streets,
}

impl Asker<'_> {
    /// Where somebody is who names that town and street; of the same town it is still known what was known before.
    pub(super) async fn whereabouts(
        &self,
        town: Option<Place>,
        before: Option<Whereabouts>,
        street: &NamedStreet,
    ) -> Result<(Option<Whereabouts>, StreetAnswer), ExchangeError> {
        let Some(town) = town else { return Ok((None, StreetAnswer::NotAsked)) };
        let typed = street.typed.trim();
        if typed.is_empty() {
            let known = before.filter(|before| before.town.id() == town.id() && !street.forget);
            let spot = known.and_then(|known| known.spot);
            return Ok((Some(Whereabouts { town, spot }), StreetAnswer::NotAsked));
        }
        if self.streets.host().is_some() {
            self.db.count(self.caller, Deed::FindStreet, None).await?;
        }
        let (spot, answer) = match self.streets.spot(typed, &town).await {
            Ok(Some(spot)) => (Some(spot), StreetAnswer::Found),
            Ok(None) => (None, StreetAnswer::Unknown),
            Err(_) => (None, StreetAnswer::Unanswered),
        };
        Ok((Some(Whereabouts { town, spot }), answer))
    }
}
