//! Host names that wait: yes or no.

use crate::error_page::No;
use crate::shell::see_and_say;
use crate::visit::Visit;
use community::host_wish;
use kernel::{CommunityId, Refusal};
use poem::web::Path;
use poem::{Response, handler};

#[handler]
pub(super) async fn activate(Path((community, host)): Path<(String, String)>, visit: Visit) -> Result<Response, No> {
    host_wish::activate(&visit.db, &visit.caller, of(&community)?, &host).await?;
    Ok(see_and_say("/operator", "operator-done-activated"))
}

#[handler]
pub(super) async fn turn_down(Path((community, host)): Path<(String, String)>, visit: Visit) -> Result<Response, No> {
    host_wish::turn_down(&visit.db, &visit.caller, of(&community)?, &host).await?;
    Ok(see_and_say("/operator", "operator-done-turned-down"))
}

fn of(community: &str) -> Result<CommunityId, No> {
    community.parse().map_err(|_| No(Refusal::NOT_FOUND))
}
