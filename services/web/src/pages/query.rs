//! What stands behind the question mark of an address, read like a form.

use crate::form::Form;
use crate::visit::Visit;

/// The query of this request. Unknown names are simply not asked for.
pub(crate) fn query(visit: &Visit) -> Form {
    let text = visit.here.split_once('?').map_or("", |(_, query)| query);
    Form::parse_text(visit.words, text.as_bytes())
}
