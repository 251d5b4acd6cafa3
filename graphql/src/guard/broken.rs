//! Which limit a document breaks.

/// Why a document is not executed.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
pub enum Broken {
    /// The text is no GraphQL document.
    #[error("the document cannot be read")]
    Syntax,
    /// Longer than [`crate::limits::DOCUMENT_BYTES`].
    #[error("the document is too long")]
    Size,
    /// Brackets inside one another as written.
    #[error("the document is nested too deeply")]
    Nesting,
    /// Too many operations.
    #[error("too many operations in one document")]
    Operations,
    /// Too many fragments.
    #[error("too many fragments")]
    Fragments,
    /// A fragment that contains itself.
    #[error("a fragment contains itself")]
    Cycle,
    /// A fragment that is spread but not defined.
    #[error("a fragment is not defined")]
    NoFragment,
    /// Too many aliases.
    #[error("too many aliases")]
    Aliases,
    /// The same field again and again.
    #[error("the same field is selected too often")]
    Repeats,
    /// Too many directives.
    #[error("too many directives")]
    Directives,
    /// Too deep.
    #[error("the operation is too deep")]
    Depth,
    /// Too many root fields.
    #[error("too many root fields")]
    Roots,
    /// A sensitive mutation, or a subscription, that is not alone.
    #[error("this stands alone in its operation")]
    NotAlone,
    /// Too many selections once the fragments are expanded.
    #[error("the operation selects too much")]
    Selections,
    /// Too many objects in the answer.
    #[error("the answer could hold too many objects")]
    Complexity,
    /// `first` outside 1..=100.
    #[error("first is a number from 1 to 100")]
    First,
    /// A list with too many entries.
    #[error("a list holds at most 100 entries")]
    List,
    /// The schema may not be looked at.
    #[error("the schema cannot be asked for here")]
    Introspection,
    /// A subscription that did not come over a socket.
    #[error("subscriptions are made over the WebSocket")]
    Subscription,
}

impl Broken {
    /// The code sent outside.
    pub fn code(self) -> &'static str {
        match self {
            Self::Syntax => "SYNTAX",
            Self::First | Self::List => "AMOUNT_OUT_OF_RANGE",
            Self::NotAlone => "ONE_AT_A_TIME",
            Self::Introspection => "NO_INTROSPECTION",
            Self::Subscription => "USE_WEBSOCKET",
            _ => "QUERY_TOO_COMPLEX",
        }
    }
}
