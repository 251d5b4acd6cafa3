//! What a listing must have for a search to find it: the one thing by which the search is looked up when something is published, so that
//! one listing does not have to be compared with every search there is.

use crate::{store::saved_search::Wanted, words};
use places::{Cells, Square};

/// How many squares of the map stand for a circle, at the most.
const SQUARES: usize = 12;

/// The rarest that a search asks for: its longest word, or else where, or else nothing in particular.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub(crate) struct Marks {
    /// The word as it is looked for, in each of its numbers; not folded yet.
    pub forms: Vec<String>,
    /// `@size:row:column`, `t:town` (not folded yet) or `*`; the search's kind and category are put behind it.
    pub places: Vec<String>,
}

impl Marks {
    pub fn of(search: &Wanted) -> Self {
        if let Some(longest) = search.sought.iter().map(|word| words::forms(word)).max_by_key(|forms| letters(forms)) {
            return Self { forms: longest, places: Vec::new() };
        }
        let places = match (search.middle, search.kilometres, &search.whence, &search.town) {
            (Some(middle), Some(kilometres), ..) => {
                Cells::around(middle, kilometres).squares(SQUARES).iter().map(square).collect()
            }
            // A circle without a middle finds nothing.
            (None, _, Some(_), _) => Vec::new(),
            (.., Some(town)) => vec![format!("t:{town}")],
            _ => vec!["*".to_owned()],
        };
        Self { forms: Vec::new(), places }
    }
}

fn letters(forms: &[String]) -> usize {
    forms.first().map_or(0, |typed| typed.chars().count())
}

/// As the statement writes it that looks for the searches of a listing.
fn square(square: &Square) -> String {
    format!("@{}:{}:{}", square.size, square.row, square.column)
}
