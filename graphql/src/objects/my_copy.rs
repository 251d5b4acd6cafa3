//! A copy of everything about the asker.

use async_graphql::SimpleObject;
use kernel::Timestamp;
use privacy::CopyView;

/// How it stands with the copy.
#[derive(SimpleObject)]
pub struct MyCopy {
    /// Asked for when.
    asked_at: Timestamp,
    /// Made when; absent while it is being made.
    made_at: Option<Timestamp>,
    /// Gone from when on.
    expires_at: Timestamp,
    /// The copy itself, JSON as text.
    content: Option<String>,
}

impl From<CopyView> for MyCopy {
    fn from(copy: CopyView) -> Self {
        let CopyView { asked_at, made_at, expires_at, content } = copy;
        Self { asked_at, made_at, expires_at, content: content.map(|content| content.to_string()) }
    }
}
