//! Taking back: a word, an invitation, a link.

use crate::error_page::No;
use crate::shell::see_and_say;
use crate::visit::Visit;
use kernel::{InvitationId, SponsorshipId};
use poem::web::Path;
use poem::{Response, handler};
use sponsorship::{RevokeInvitation, Withdraw};
use uuid::Uuid;

/// `POST /sponsorships/:id/withdraw`
#[handler]
pub async fn withdraw(visit: Visit, Path(id): Path<Uuid>) -> Result<Response, No> {
    sponsorship::withdraw(&visit.db, &visit.caller, Withdraw { sponsorship: SponsorshipId(id) }).await?;
    Ok(see_and_say("/vouching", "vouching-withdrawn"))
}

/// `POST /invitations/:id/revoke`
#[handler]
pub async fn revoke(visit: Visit, Path(id): Path<Uuid>) -> Result<Response, No> {
    sponsorship::revoke_invitation(&visit.db, &visit.caller, RevokeInvitation { id: InvitationId(id) }).await?;
    Ok(see_and_say("/vouching", "vouching-revoked"))
}

/// `POST /personal-link/renew`
#[handler]
pub async fn renew_link(visit: Visit) -> Result<Response, No> {
    sponsorship::renew_personal_link(&visit.db, &visit.caller).await?;
    Ok(see_and_say("/vouching", "vouching-renewed"))
}
