//! S9: whatever is put into a field of a form or an argument of GraphQL, it is answered, soon, with an answer of ours; and what is
//! refused leaves everything as it was. The REST door is tried by `infra/attack/s7_s9_the_rest_door_does_what_its_document_says`.
//!
//! The short form puts a few values into each; `MAILLON_LONG=1` all: a hundred a field, two hundred an argument.
#![expect(
    clippy::unwrap_used,
    clippy::indexing_slicing,
    reason = "in a test, a failure is a panic with the place where it happened"
)]

mod forms;
mod graphql;
mod values;

use kit::Page;
use std::time::{Duration, Instant};

fn patient() -> bool {
    std::env::var_os("MAILLON_LONG").is_some()
}

/// Of `all` those that this run tries: every one, or some that differ from one `turn` to the next.
fn chosen<T: Clone>(all: &[T], few: usize, turn: usize) -> Vec<T> {
    if patient() {
        return all.to_vec();
    }
    let step = all.len() / few;
    all.iter().skip(turn % step).step_by(step).cloned().collect()
}

/// The answer, if it is one of ours and came soon.
async fn soon(asking: impl Future<Output = Page>, what: &str) -> Page {
    let began = Instant::now();
    let page = asking.await;
    assert!(began.elapsed() < Duration::from_secs(2), "{what}: {:?}", began.elapsed());
    assert!(page.status.as_u16() < 500, "{what}: {} {}", page.status, page.text());
    page
}
