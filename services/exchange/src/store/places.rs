//! Where members live and work.

use crate::my_places::MyPlaces;
use database::{CommunityTx, DatabaseError};
use kernel::MemberId;
use places::{Place, PlaceId, Point, Spot, Whereabouts};

/// Keeps one of a member's places, or forgets it.
pub(crate) async fn keep(
    tx: &mut CommunityTx,
    member: MemberId,
    which: &str,
    place: Option<&Whereabouts>,
) -> Result<(), DatabaseError> {
    let (community, now) = (tx.community().0, tx.now());
    let Some(place) = place else {
        sqlx::query!(
            "delete from member_place where community_id = $1 and member_id = $2 and which = $3",
            community,
            member.0,
            which
        )
        .execute(tx.conn())
        .await?;
        return Ok(());
    };
    sqlx::query!(
        "insert into member_place (community_id, member_id, which, place, chosen_at, latitude, longitude) values ($1, $2, $3, $4, $5, $6, $7)
         on conflict (community_id, member_id, which) do update set place = excluded.place, chosen_at = excluded.chosen_at,
             latitude = excluded.latitude, longitude = excluded.longitude",
        community,
        member.0,
        which,
        place.town.id().to_string(),
        now,
        place.spot.map(|spot| spot.point().latitude),
        place.spot.map(|spot| spot.point().longitude),
    )
    .execute(tx.conn())
    .await?;
    Ok(())
}

/// A place that the gazetteer does not hold any more counts as none.
pub(crate) async fn of_member(tx: &mut CommunityTx, member: MemberId) -> Result<MyPlaces, DatabaseError> {
    let community = tx.community().0;
    let rows = sqlx::query!(
        "select which, place, latitude, longitude from member_place where community_id = $1 and member_id = $2",
        community,
        member.0
    )
    .fetch_all(tx.conn())
    .await?;
    let of = |which: &str| {
        let row = rows.iter().find(|row| row.which == which)?;
        whereabouts(&row.place, row.latitude, row.longitude)
    };
    Ok(MyPlaces { home: of("home"), work: of("work") })
}

/// Where somebody is, as it is stored. Blurred again, should anything else than a spot ever stand there.
pub(crate) fn whereabouts(code: &str, latitude: Option<f64>, longitude: Option<f64>) -> Option<Whereabouts> {
    let spot = latitude.zip(longitude).map(|(latitude, longitude)| Spot::of(Point { latitude, longitude }));
    Some(Whereabouts { town: known(Some(code))?, spot })
}

/// The place of a code as it is stored.
pub(crate) fn known(code: Option<&str>) -> Option<Place> {
    places::place(&code?.parse::<PlaceId>().ok()?)
}
