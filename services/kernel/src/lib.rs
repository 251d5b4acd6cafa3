//! The words every other crate speaks: typed ids, who is asking, what may be done, how a request is refused.
//!
//! No I/O, no clock and no randomness of its own: both are handed in ([`Clock`], [`Entropy`]).
//!
//! Invariants
//! - A [`Caller`] belongs to exactly one community; there is no caller "of the installation".
//! - Permission is asked once, in the use case, by [`Caller::must`]; the table lives in [`act`].
//! - A refusal is a value ([`Refusal`]); what one may not know of is [`RefusalKind::NotFound`].

pub mod act;
pub mod address;
pub mod caller;
pub mod clock;
pub mod denials;
pub mod entropy;
pub mod id;
pub mod language;
pub mod linked;
pub mod network;
pub mod origin;
pub mod page;
pub mod path;
pub mod rates;
pub mod refusal;
pub mod scope;
pub mod seal;
pub mod standing;

pub use act::Act;
pub use address::EmailAddress;
pub use caller::{Assurance, Caller, Me, Program, Who};
pub use clock::{Clock, FrozenClock, SystemClock, Timestamp};
pub use denials::{Denial, Denials};
pub use entropy::{Entropy, OsEntropy, SeededEntropy};
pub use id::*;
pub use language::Language;
pub use linked::LinkedAlike;
pub use page::{Cursor, Page, PageRequest};
pub use rates::{Deed, TooOften};
pub use refusal::{Forbidden, Refusal, RefusalKind, Refuse};
pub use scope::{Scope, Scopes};
pub use seal::{NotSealed, Seal, TokenHash};
pub use standing::{Role, Standing};
