//! Checking a stored decision again, years later, without the search that made it.

use crate::{SponsorshipError, graph, store};
use database::{DatabaseError, Db};
use kernel::{Act, AdmissionId, Caller};
use trust::{Certificate, Verdict};

/// What the second look says.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Recheck {
    /// The certificate is true of the graph as it was then.
    Holds,
    /// It is not, and why.
    Fails(trust::Flaw),
    /// The decision rests on no certificate: a rule on addresses, or an office.
    None,
}

/// Verifies the certificate of an admission against the graph of the moment it was decided.
pub async fn recheck_certificate(db: &Db, caller: &Caller, id: AdmissionId) -> Result<Recheck, SponsorshipError> {
    caller.must(Act::SeeStewardDesk)?;
    let mut tx = db.begin(caller.community).await?;
    let stored = store::admission::by_id(&mut tx, id).await?.ok_or(SponsorshipError::NotFound)?;
    let Some(certificate) = certificate_of(stored.verdict)? else { return Ok(Recheck::None) };
    let graph = graph::then(&mut tx, stored.decided_at).await?;
    tx.commit().await?;
    Ok(match trust::verify(&graph, &certificate) {
        Ok(()) => Recheck::Holds,
        Err(flaw) => Recheck::Fails(flaw),
    })
}

/// The verdict as it was stored; nothing where the engine was not asked.
pub(crate) fn verdict_of(stored: serde_json::Value) -> Result<Option<Verdict>, SponsorshipError> {
    if stored.get("figures").is_none() {
        return Ok(None);
    }
    Ok(Some(serde_json::from_value(stored).map_err(DatabaseError::from)?))
}

fn certificate_of(stored: serde_json::Value) -> Result<Option<Certificate>, SponsorshipError> {
    Ok(verdict_of(stored)?.and_then(|verdict| verdict.certificate))
}
