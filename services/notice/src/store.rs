//! The SQL of notifications and digests.

mod digests;
mod letters;
mod notifications;

pub(crate) use digests::{clocks, due_members, insert_digests, planned, settle};
pub(crate) use letters::record_letter;
pub(crate) use notifications::{
    insert_notification, mark_conversation_read, mark_read, notification, notifications, unread,
};
