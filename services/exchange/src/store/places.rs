//! Where members live and work.

use crate::my_places::MyPlaces;
use database::{CommunityTx, DatabaseError};
use kernel::MemberId;
use places::{Place, PlaceId};

/// Keeps one of a member's places, or forgets it.
pub(crate) async fn keep(
    tx: &mut CommunityTx,
    member: MemberId,
    which: &str,
    place: Option<&Place>,
) -> Result<(), DatabaseError> {
    let (community, now) = (tx.community().0, tx.now());
    let Some(code) = place.map(|place| place.id().to_string()) else {
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
        "insert into member_place (community_id, member_id, which, place, chosen_at) values ($1, $2, $3, $4, $5)
         on conflict (community_id, member_id, which) do update set place = excluded.place, chosen_at = excluded.chosen_at",
        community,
        member.0,
        which,
        code,
        now
    )
    .execute(tx.conn())
    .await?;
    Ok(())
}

/// A place that the gazetteer does not hold any more counts as none.
pub(crate) async fn of_member(tx: &mut CommunityTx, member: MemberId) -> Result<MyPlaces, DatabaseError> {
    let community = tx.community().0;
    let rows = sqlx::query!(
        "select which, place from member_place where community_id = $1 and member_id = $2",
        community,
        member.0
    )
    .fetch_all(tx.conn())
    .await?;
    let of = |which: &str| known(rows.iter().find(|row| row.which == which).map(|row| row.place.as_str()));
    Ok(MyPlaces { home: of("home"), work: of("work") })
}

/// The place of a code as it is stored.
pub(crate) fn known(code: Option<&str>) -> Option<Place> {
    places::place(&code?.parse::<PlaceId>().ok()?)
}
