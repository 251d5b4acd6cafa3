//! Invented bulletins.

use crate::preview::Preview;
use chrono::Duration;
use community::BulletinView;
use uuid::Uuid;

/// Two, the newest first; the older one was changed since.
pub(crate) fn bulletins(p: &Preview) -> Vec<BulletinView> {
    let one = |n: u128, title: &str, body: &str, days: i64| BulletinView {
        id: Uuid::from_u128(0xb0 + n).into(),
        title: p.words.t(title),
        body: format!("{}\n\n{}", p.words.t(body), p.words.t("bulletin-sample-end")),
        language: p.words.language,
        published_at: p.now - Duration::days(days),
        edited_at: None,
    };
    let older =
        BulletinView { edited_at: Some(p.ago(2)), ..one(2, "bulletin-sample-title-2", "bulletin-sample-body-2", 9) };
    vec![one(1, "bulletin-sample-title-1", "bulletin-sample-body-1", 1), older]
}
