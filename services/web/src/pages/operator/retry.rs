//! Letting a buried job try again.

use crate::error_page::No;
use crate::shell::see_and_say;
use crate::visit::Visit;
use community::operator;
use kernel::{CommunityId, JobId, Refusal};
use poem::web::Path;
use poem::{Response, handler};

#[handler]
pub(super) async fn retry(Path((community, job)): Path<(String, String)>, visit: Visit) -> Result<Response, No> {
    let absent = |_| No(Refusal::NOT_FOUND);
    let community: CommunityId = community.parse().map_err(absent)?;
    let job: JobId = job.parse().map_err(absent)?;
    operator::revive(&visit.db, &visit.caller, community, job).await?;
    Ok(see_and_say("/operator", "operator-done-retry"))
}
