//! A fraud costs everybody who vouched for whoever committed it a strike.

use super::{Measure, TWO_STRIKES, give_measure::write, lift};
use crate::words::Degree;
use crate::{SponsorshipError, review, store};
use database::CommunityTx;
use kernel::{DepartureId, MeasureId, MemberId, Standing};

/// A strike for each of these members, in the order of their ids, which is that in which rows are locked: suspended or gone, they may
/// come back, and it holds then. Nobody is put out.
pub(crate) async fn strike_sponsors(
    tx: &mut CommunityTx,
    departure: DepartureId,
    sponsors: &[u32],
) -> Result<(), SponsorshipError> {
    let mut cards = store::people::cards(tx, sponsors).await?;
    cards.retain(|card| card.standing.is_inside() || matches!(card.standing, Standing::Suspended | Standing::Left));
    cards.sort_unstable_by_key(|card| card.id);
    for card in cards {
        let measure = Measure {
            id: MeasureId(tx.entropy().id()),
            member: card.id,
            degree: Degree::Strike,
            departure: Some(departure),
            reason: String::new(),
            given_by: None,
            until_at: Degree::Strike.until(tx.now()),
        };
        write(tx, &measure).await?;
    }
    Ok(())
}

/// The decision was wrong: so were the strikes that followed from it.
pub(crate) async fn take_back(
    tx: &mut CommunityTx,
    departure: DepartureId,
    by: Option<MemberId>,
) -> Result<(), SponsorshipError> {
    for measure in store::measure::of_departure(tx, departure).await? {
        lift(tx, measure.id, measure.member, by, "").await?;
    }
    Ok(())
}

/// Whoever was out when their second strike within two years came could not be looked at then: now that they are back, they are.
/// Strikes that people have looked at before are left alone. The head is held.
pub(crate) async fn look_at_what_came_meanwhile(
    tx: &mut CommunityTx,
    member: MemberId,
) -> Result<(), SponsorshipError> {
    let since = tx.now() - TWO_STRIKES;
    if store::measure::strikes_since(tx, member, since).await? >= 2
        && !store::measure::were_looked_at(tx, member).await?
    {
        review::open_for_strikes(tx, member, None).await?;
    }
    Ok(())
}
