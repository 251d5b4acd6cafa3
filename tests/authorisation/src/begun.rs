//! What somebody has begun to write, and keeps for later.

use exchange::saved_draft::{Behalf, SaveDraft, save_draft};
use exchange::{Direction, Draft, TypedExtent};
use kernel::{Caller, ListingId};
use kit::Stage;

/// Somebody keeps a request in another member's name, hardly begun.
pub(crate) async fn begun(stage: &Stage, author: &Caller, other: &Caller) {
    let extent = TypedExtent { available_until: "vendredi".to_owned(), ..TypedExtent::default() };
    let draft = Draft {
        direction: Some(Direction::Request),
        title: "Quelqu’un pour".to_owned(),
        town: "Corbigny".to_owned(),
        extent,
        ..Draft::default()
    };
    let behalf = Behalf { member: Some(other.me().unwrap().member), ..Behalf::default() };
    let cmd = SaveDraft { id: ListingId(stage.db.entropy().id()), draft, behalf };
    save_draft(&stage.db, author, cmd).await.unwrap();
}
