//! Every limit of this door, in one place. Each is tested at the limit and one beyond it (`guard/tests.rs`).
//!
//! | what | most | refused with |
//! | --- | --- | --- |
//! | request body | 64 KiB | 413 |
//! | document | 16 KiB | 400 `QUERY_TOO_COMPLEX` |
//! | brackets of any kind inside one another, as written | 32 | 400 `QUERY_TOO_COMPLEX` |
//! | operations in one document | 5 | 400 `QUERY_TOO_COMPLEX` |
//! | fragments | 20 | 400 `QUERY_TOO_COMPLEX` |
//! | aliases | 20 | 400 `QUERY_TOO_COMPLEX` |
//! | the same field in one selection | 5 | 400 `QUERY_TOO_COMPLEX` |
//! | depth in fields (introspection: 16) | 10 | 400 `QUERY_TOO_COMPLEX` |
//! | root fields | 10 | 400 `QUERY_TOO_COMPLEX` |
//! | root fields beside a sensitive mutation | 0 | 400 `ONE_AT_A_TIME` |
//! | root fields of a subscription | 1 | 400 `ONE_AT_A_TIME` |
//! | directives on an operation | 4 | 400 `QUERY_TOO_COMPLEX` |
//! | directives on a field or fragment | 5 | 400 `QUERY_TOO_COMPLEX` |
//! | selections after fragments are expanded | 2,000 | 400 `QUERY_TOO_COMPLEX` |
//! | objects the answer could hold (complexity; a search in the web of trust counts 50) | 500 | 400 `QUERY_TOO_COMPLEX` |
//! | `first` | 1 to 100 | 400 `AMOUNT_OUT_OF_RANGE` |
//! | entries of a list that is sent | 100 | 400 `AMOUNT_OUT_OF_RANGE` |
//! | operations in one request | 1 | 400 `NO_BATCH` |
//! | execution | 5 s | 503 `TOO_SLOW` |
//! | a write that goes on after that | 20 s in all | it is given up |
//! | errors in one answer | 10 | the others are left out |
//! | operations of one client, of one account | `kernel::rates` | 429 `RATE_LIMITED` |
//! | WebSocket: message | 64 KiB | closed |
//! | WebSocket: operations at once on one socket | 20 | the operation ends with `TOO_MANY` |
//! | WebSocket: sockets of one member in one process | 5 | 429 |
//! | WebSocket: until `connection_init` | 10 s | closed 4408 |

use std::time::Duration;

/// Bytes of a request body.
pub const REQUEST_BYTES: usize = 64 * 1024;
/// Bytes of a document.
pub const DOCUMENT_BYTES: usize = 16 * 1024;
/// Brackets `( [ {` inside one another as written; looked at before the recursive parser sees the document.
pub const NESTING: usize = 32;
/// Operations in a document, of which one runs.
pub const OPERATIONS: usize = 5;
/// Fragment definitions in a document.
pub const FRAGMENTS: usize = 20;
/// Aliases in a document, as written.
pub const ALIASES: usize = 20;
/// The same field written several times in one selection set.
pub const REPEATS: usize = 5;
/// Fields inside one another.
pub const DEPTH: u64 = 10;
/// Fields inside one another below `__schema` and `__type`: the usual introspection query needs 14.
pub const INTROSPECTION_DEPTH: u64 = 16;
/// Root fields of one operation.
pub const ROOT_FIELDS: u64 = 10;
/// Directives on an operation.
pub const OPERATION_DIRECTIVES: usize = 4;
/// Directives on a field, a spread or a fragment.
pub const FIELD_DIRECTIVES: usize = 5;
/// Selections after every fragment is expanded, over all operations of the document.
pub const SELECTIONS: u64 = 2_000;
/// Objects the answer could hold at the most: an object counts 1, a connection `first` times what one row holds.
pub const COMPLEXITY: u64 = 500;
/// `first` of a connection, and the entries of every list that is sent.
pub const FIRST: u64 = kernel::page::MAX_PAGE as u64;
/// `first` where none is given.
pub const FIRST_BY_DEFAULT: u32 = 20;
/// Entries of a list in an argument or variable, keys of an object.
pub const LIST: usize = 100;
/// How long one operation may take.
pub const EXECUTION: Duration = Duration::from_secs(5);
/// How long a write may go on in all, though its client was told that it takes too long: what takes longer waits for a database that is gone.
pub const WRITING: Duration = Duration::from_secs(20);
/// Errors in one answer.
pub const ERRORS: usize = 10;

/// Operations at once on one socket.
pub const SOCKET_OPERATIONS: usize = 20;
/// Sockets of one member in this process.
pub const MEMBER_SOCKETS: usize = 5;
/// Bytes of a message on a socket.
pub const SOCKET_MESSAGE_BYTES: usize = 64 * 1024;
/// Buffers of a socket; the default of 128 KiB each is what makes subscriptions heavy.
pub const SOCKET_BUFFER_BYTES: usize = 4 * 1024;
/// Until the client must have said `connection_init`.
pub const SOCKET_INIT: Duration = Duration::from_secs(10);
/// A socket that hears nothing for so long is asked whether it lives; the same time again, and it is closed.
pub const SOCKET_KEEPALIVE: Duration = Duration::from_secs(30);
/// How often a socket's session is looked at again (A6: closed within 5 s).
pub const SOCKET_SESSION: Duration = Duration::from_secs(3);
/// Announcements that are read at once in this process.
pub const SOCKET_READERS: usize = 6;
/// How long a slow reader may hold a message back.
pub const SOCKET_SEND: Duration = Duration::from_secs(10);
/// How long whoever was told goodbye may take to hear it.
pub const SOCKET_FAREWELL: Duration = Duration::from_secs(5);

/// Mutations that stand alone in their operation, so that a hundred aliases try nothing a hundred times.
pub const SENSITIVE: &[&str] = &[
    "addPasskey",
    "appeal",
    "apply",
    "askAddressChange",
    "askRemoval",
    "askRemovalOf",
    "askSignIn",
    "askSponsor",
    "askSponsorViaLink",
    "beginPasskey",
    "beginPasskeyProof",
    "beginPasskeySignIn",
    "confirmAddressByCode",
    "confirmAddressByLink",
    "confirmSecondFactor",
    "declineSponsorship",
    "endorse",
    "giveSponsorship",
    "inviteSomebody",
    "launchCommunity",
    "proveByPasskey",
    "proveOneself",
    "redeemSignInCode",
    "redeemSignInLink",
    "signInByPasskey",
    "takeBackChange",
];

/// Fields that answer with a connection even when no `first` is written; a test compares with the schema.
pub const CONNECTIONS: &[&str] = &[
    "members",
    "newcomers",
    "listings",
    "myListings",
    "conversations",
    "messages",
    "notifications",
    "requestsToMe",
    "requestsToCheck",
    "comers",
    "openOutings",
    "sponsorshipsGiven",
    "invitations",
    "communities",
    "buriedJobs",
    "lastLetters",
    "hostWishes",
    "journal",
    "policyChanges",
    "reviews",
    "bulletins",
    "groups",
    "groupMembers",
    "matches",
    "unansweredRequests",
    "foundBySearch",
];

/// Fields that cost as much as so many objects: each is a search in the whole web of trust, through all places, or a map.
pub const HEAVY: &[(&str, u64)] = &[
    ("admissionPolicy", 100),
    ("departureProposal", 50),
    ("howLinked", 50),
    // Fifty spots, each with its town and three listings.
    ("listingMap", 250),
    // Looks through all names for one that is called almost so.
    ("places", 20),
    ("recheckCertificate", 50),
    ("trustBetween", 50),
    // Looks through the words that begin alike.
    ("wordsMeant", 20),
    ("whatIf", 50),
];

/// Spots of a map of listings.
pub const MAP_SPOTS: usize = 50;

/// Fields between a connection and its rows: they hold nothing of their own.
pub const WRAPPERS: &[&str] = &["edges", "node", "nodes", "pageInfo"];
