//! Letting somebody in, whoever decided it: the one place that writes an admission.

use crate::decision::OfferRow;
use crate::head::{Head, TrustEvent};
use crate::jobs::{AdmissionTold, SponsorshipAsked};
use crate::{SponsorshipError, hosting, liability, people::Person, rules::Rules, store};
use database::{CommunityTx, Schedule};
use kernel::{AdmissionId, MemberId};
use membership::admit_tx;
use notice::{Kind, Tell, tell_tx};
use serde_json::{Value, json};
use trust::Verdict;

/// The rule under which an address lets its owner in; stored and translated like the engine's.
pub const EMAIL_DOMAIN: &str = "EMAIL_DOMAIN";

/// The rule under which a steward decides.
pub const BY_OFFICE: &str = "R0_STEWARD";

/// On what ground somebody is let in.
#[derive(Debug)]
pub(crate) enum Ground {
    /// The engine said yes.
    Vouched(Verdict),
    /// Their address is in one of the community's domains.
    Domain,
    /// A steward said yes.
    Office { steward: MemberId, reason: String, verdict: Option<Verdict> },
}

impl Ground {
    fn rule(&self) -> &str {
        match self {
            Self::Vouched(verdict) => verdict.rule.code(),
            Self::Domain => EMAIL_DOMAIN,
            Self::Office { .. } => BY_OFFICE,
        }
    }

    fn decided_by(&self) -> Option<MemberId> {
        if let Self::Office { steward, .. } = self { Some(*steward) } else { None }
    }

    fn reason(&self) -> &str {
        if let Self::Office { reason, .. } = self { reason } else { "" }
    }

    fn evidence(&self) -> Result<Value, serde_json::Error> {
        match self {
            Self::Vouched(verdict) | Self::Office { verdict: Some(verdict), .. } => serde_json::to_value(verdict),
            Self::Domain | Self::Office { verdict: None, .. } => Ok(json!({ "rule": self.rule() })),
        }
    }
}

/// Which of the words given carry the newcomer, and whether they are paid for: the engine names those who pay; where others
/// decide, every word given carries, and none is paid for.
fn carrying<'o>(ground: &Ground, offers: &'o [OfferRow]) -> Vec<&'o OfferRow> {
    match ground {
        Ground::Vouched(verdict) => offers.iter().filter(|offer| verdict.payers.contains(&offer.number)).collect(),
        Ground::Domain | Ground::Office { .. } => offers.iter().collect(),
    }
}

/// Everything an admission writes, in the caller's transaction, which holds the head and the people.
pub(crate) async fn let_in(
    tx: &mut CommunityTx,
    head: &Head,
    rules: &Rules,
    newcomer: &Person,
    offers: &[OfferRow],
    ground: Ground,
) -> Result<(), SponsorshipError> {
    let seq = head.reached(tx).await?;
    admit_tx(tx, newcomer.id, ground.decided_by(), ground.rule()).await?;
    let carrying = carrying(&ground, offers);
    let paid = matches!(ground, Ground::Vouched(_));
    let ids: Vec<_> = carrying.iter().map(|offer| offer.sponsorship).collect();
    store::request::activate(tx, &ids, paid).await?;
    store::ends::close_open(tx, newcomer.id).await?;
    let now = tx.now();
    hosting::end_of_newcomer(tx, newcomer.id, now).await?;
    store::reservation::drop_open(tx, newcomer.id).await?;
    let record = store::admission::Record {
        id: AdmissionId(tx.entropy().id()),
        member: newcomer.id,
        admitted: true,
        rule: ground.rule(),
        verdict: ground.evidence().map_err(database::DatabaseError::from)?,
        policy: serde_json::to_value(&rules.policy).map_err(database::DatabaseError::from)?,
        seq,
        decided_by: ground.decided_by(),
        reason: ground.reason(),
    };
    store::admission::insert(tx, &record).await?;
    let sponsors = carrying.iter().map(|offer| offer.number).collect();
    let event = TrustEvent::Admitted { member: newcomer.number, sponsors, rule: ground.rule().to_owned() };
    head.record(tx, &event).await?;
    announce(tx, newcomer, offers).await?;
    // Whoever had left comes back with the strikes that came meanwhile.
    liability::look_at_what_came_meanwhile(tx, newcomer.id).await
}

/// Tells the newcomer and everybody who vouched, whether their word was needed or not, and delivers requests that had been waiting for this very person to come in.
async fn announce(tx: &mut CommunityTx, newcomer: &Person, offers: &[OfferRow]) -> Result<(), SponsorshipError> {
    tell_tx(tx, Tell::new(newcomer.id, Kind::Admitted, format!("admitted:{}", newcomer.id))).await?;
    for offer in offers {
        let meaning = format!("newcomer-admitted:{}", newcomer.id);
        tell_tx(tx, Tell::new(offer.sponsor, Kind::NewcomerAdmitted, meaning).by(newcomer.id)).await?;
        tx.enqueue(&AdmissionTold { member: newcomer.id, sponsor: offer.sponsor }).await?;
    }
    for sponsorship in store::request::waiting_for_address(tx, &newcomer.email).await? {
        let schedule = Schedule::default().meaning(format!("sponsorship-asked:{sponsorship}"));
        tx.enqueue_with(&SponsorshipAsked { sponsorship }, schedule).await?;
    }
    Ok(())
}
