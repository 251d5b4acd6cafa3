//! The one place where this door says what kind of no it is.

use crate::{
    answer,
    visit::{Desk, Visit},
};
use async_graphql::{Enum, Error, ErrorExtensions as _, Result, SimpleObject};
use kernel::{Refusal, RefusalKind, Refuse};

/// The families of refusal.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Enum)]
#[graphql(name = "RefusalKind")]
pub enum Family {
    /// Absent, or not to be known of.
    NotFound,
    /// Known, but not allowed.
    Forbidden,
    /// What was sent cannot be accepted as it is.
    Invalid,
    /// True a moment ago, not any more.
    Conflict,
    /// Too often.
    TooMany,
}

/// Why a mutation changed nothing.
#[derive(Debug, Clone, SimpleObject)]
#[graphql(name = "Refusal")]
pub struct No {
    /// Its family.
    kind: Family,
    /// Its name, for programs.
    code: String,
    /// The input field it speaks of.
    field: Option<String>,
    /// A sentence in the asker's language.
    message: String,
    /// For what was too often: seconds after which trying again makes sense.
    retry_after_seconds: Option<u32>,
}

fn family(kind: RefusalKind) -> Option<Family> {
    match kind {
        RefusalKind::NotFound => Some(Family::NotFound),
        RefusalKind::Forbidden => Some(Family::Forbidden),
        RefusalKind::Invalid => Some(Family::Invalid),
        RefusalKind::Conflict => Some(Family::Conflict),
        RefusalKind::TooMany => Some(Family::TooMany),
        RefusalKind::Away | RefusalKind::Full | RefusalKind::Fault => None,
    }
}

impl Desk<'_> {
    /// A mutation's payload: what was done, or why not. A failure of ours is an error of the field.
    pub(crate) fn payload<T, E: Refuse, P: From<No>>(
        &self,
        done: std::result::Result<T, E>,
        shape: impl FnOnce(T) -> P,
    ) -> Result<P> {
        match done {
            Ok(done) => Ok(shape(done)),
            Err(error) => self.no(&error).map(P::from),
        }
    }

    /// The refusal that an error is.
    pub(crate) fn no(&self, error: &dyn Refuse) -> Result<No> {
        let refusal = error.refusal();
        let Some(kind) = family(refusal.kind) else { return Err(refused(self.visit, error)) };
        Ok(No {
            kind,
            code: refusal.code.to_owned(),
            field: refusal.field.map(camel),
            message: self.visit.words.refusal(refusal.code),
            retry_after_seconds: refusal.wait,
        })
    }

    /// What a query's field answers: the value, or the refusal as an error.
    pub(crate) fn value<T, E: Refuse>(&self, found: std::result::Result<T, E>) -> Result<T> {
        found.map_err(|error| refused(self.visit, &error))
    }
}

/// A refusal in the asker's words; a failure of ours is logged under a number and says nothing else.
pub(crate) fn refused(visit: &Visit, error: &dyn Refuse) -> Error {
    let refusal = error.refusal();
    let sentence = Error::new(visit.words.refusal(refusal.code));
    if refusal.kind == RefusalKind::Fault {
        return answer::fault(sentence, &error.to_string());
    }
    if refusal.kind == RefusalKind::Away {
        tracing::error!(%error, "the database is away");
    }
    with_code(sentence, refusal)
}

fn with_code(error: Error, refusal: Refusal) -> Error {
    error.extend_with(|_, values| {
        values.set("code", refusal.code);
        if let Some(field) = refusal.field {
            values.set("field", camel(field));
        }
        if let Some(seconds) = refusal.wait {
            values.set("retryAfterSeconds", seconds);
        }
    })
}

/// The house says `listing_days`, this door's inputs say `listingDays`.
fn camel(field: &str) -> String {
    let mut pieces = field.split('_');
    let first = pieces.next().unwrap_or_default().to_owned();
    pieces.fold(first, |mut name, piece| {
        let mut signs = piece.chars();
        name.extend(signs.next().map(|sign| sign.to_ascii_uppercase()));
        name.push_str(signs.as_str());
        name
    })
}

/// Declares a mutation's payload: its results, all absent when it was refused, and the refusal.
macro_rules! payload {
    ($(#[$doc:meta])* $name:ident { $($(#[$field_doc:meta])* $field:ident: $kind:ty),* $(,)? }) => {
        $(#[$doc])*
        #[derive(Default, async_graphql::SimpleObject)]
        pub struct $name {
            $($(#[$field_doc])* pub(crate) $field: Option<$kind>,)*
            /// Why nothing was changed; absent when it was done.
            pub(crate) refusal: Option<$crate::refusal::No>,
        }

        impl From<$crate::refusal::No> for $name {
            fn from(no: $crate::refusal::No) -> Self {
                Self { refusal: Some(no), ..Self::default() }
            }
        }
    };
}
pub(crate) use payload;

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn fields_are_named_as_the_inputs_name_them() {
        assert_eq!(camel("listing_days"), "listingDays");
        assert_eq!(camel("title"), "title");
    }
}
