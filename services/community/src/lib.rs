//! The tenant: its hosts, brand, languages, charter and policy, and the presets it can be launched from.
//!
//! Invariants
//! - A host leads to at most one community, a slug belongs to at most one: the database's keys say so, not a check.
//! - What an organisation writes is text, colours and names; never HTML, CSS or script. A colour that is kept has been parsed.
//! - The platform is a tenant like any other, with the nil id ([`kernel::CommunityId::PLATFORM`]) and an empty slug.
//! - Everything changed by a person leaves an entry in the [`journal`], in the same transaction.

pub mod brand;
pub mod bulletin;
pub mod change_policy;
pub mod create;
pub mod error;
pub mod host;
pub mod host_wish;
pub mod journal;
pub mod launches;
pub mod limits;
pub mod names;
pub mod operator;
pub mod outside;
pub mod palette;
pub mod platform;
pub mod platform_token;
pub mod policy;
pub mod preset;
pub mod settings;
pub mod slug;
mod store;
pub mod text;
pub mod views;

pub use brand::Brand;
pub use bulletin::{BulletinView, EditBulletin, TakeDownBulletin, WriteBulletin};
pub use change_policy::{ChangePolicy, KnobChange, PolicyChange, change_policy, policy_changes};
pub use create::{Draft, NewCommunity, create_tx};
pub use error::CommunityError;
pub use host::{HostName, by_host};
pub use outside::Outside;
pub use policy::{Admission, AdmissionKnobs, GuestRight, Policy};
pub use preset::Preset;
pub use settings::{ChangeCommunity, change};
pub use slug::Slug;
pub use views::{CommunityFace, Kind, face};
