//! The documents of our own pages, kept here under a name each: a page sends the name and no document (bar G14). What is sent so goes
//! through the guard like any other.
//!
//! The field `documentId` is that of the persisted documents of *GraphQL over HTTP* (appendix A). Names are ours, without a colon, as that appendix
//! asks of identifiers which are no sum of the document.

/// Name and document. A page that was opened before a new version came still sends the old name: a document whose meaning changes gets a
/// new one, and the old one stays for a while.
const KEPT: [(&str, &str); 1] = [("towns", include_str!("../documents/towns.graphql"))];

/// The document of this name; nothing when none is kept.
pub(crate) fn document(name: &str) -> Option<&'static str> {
    KEPT.iter().find(|(kept, _)| *kept == name).map(|(_, document)| *document)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::guard::{self, Leave};
    use async_graphql::Request;

    #[test]
    fn g14_every_kept_document_is_admitted_and_its_name_is_no_sum() {
        let leave = Leave { introspection: false, subscription: false };
        for (name, document) in KEPT {
            assert!(guard::admit(Request::new(document), leave).is_ok(), "{name}");
            assert!(!name.contains(':') && !name.is_empty(), "{name}");
        }
        assert!(document("Towns").is_none() && document("").is_none(), "names are told to the letter");
    }
}
