use std::{fmt, str::FromStr};

/// A place of the gazetteer: `f58083`, the French commune of that code, or `g3936456`, the place of that number at GeoNames. Both are
/// given out by others and last, so that addresses with a place in them can be kept.
#[derive(Debug, Clone, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub struct PlaceId(String);

/// The text names no place.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct UnknownPlace;

/// The longest id, characters.
const LONGEST: usize = 12;

impl PlaceId {
    /// The id as it is stored and sent.
    pub fn as_str(&self) -> &str {
        &self.0
    }

    pub(crate) fn of(known: &str) -> Self {
        Self(known.to_owned())
    }
}

impl FromStr for PlaceId {
    type Err = UnknownPlace;

    /// Looks at the form only: whether there is such a place, [`crate::place`] tells.
    fn from_str(text: &str) -> Result<Self, UnknownPlace> {
        let rest = text.strip_prefix(['f', 'g']).ok_or(UnknownPlace)?;
        let well_formed = !rest.is_empty() && text.len() <= LONGEST && rest.bytes().all(|b| b.is_ascii_alphanumeric());
        well_formed.then(|| Self(text.to_owned())).ok_or(UnknownPlace)
    }
}

impl fmt::Display for PlaceId {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.0)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_id_has_a_form() {
        assert_eq!("f2A004".parse::<PlaceId>().map(|id| id.to_string()), Ok("f2A004".to_owned()));
        for wrong in ["", "f", "58083", "x58083", "f58 83", "g1234567890123", "fé"] {
            assert_eq!(wrong.parse::<PlaceId>(), Err(UnknownPlace), "{wrong}");
        }
    }
}
