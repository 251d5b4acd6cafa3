//! What people offer and ask, and what they wrote to each other about it.

use super::{
    Cast,
    cast::{Date, Notice},
    stage::Stage,
};
use crate::ground::Failure;
use chrono::Duration;
use conversation::{Answer, Send};
use exchange::{Audience, Draft, Publish, Reserve, TypedExtent, outing::SignUp, reserved::reserve::reserve};
use kernel::{Caller, ListingId};
use uuid::Uuid;

pub(super) async fn publish(stage: &Stage, cast: &Cast) -> Result<(), Failure> {
    for (index, listing) in cast.listings.iter().enumerate().rev() {
        stage.stand(moment(index, listing));
        let author = stage.member(&listing.author).await?;
        let town = cast.members.iter().find(|person| person.name == listing.author).map(|person| person.town.clone());
        let draft = Draft {
            direction: Some(listing.direction),
            kind: Some(listing.kind),
            settlements: listing.settlements.clone(),
            title: listing.title.clone(),
            body: listing.body.clone(),
            category: listing.category.clone(),
            town: town.unwrap_or_default(),
            extent: listing.outing.as_ref().map(|date| extent(stage, date)).unwrap_or_default(),
            audience: audience(listing),
            urgency: listing.urgency,
            group: listing.group.as_deref().map(|name| super::groups::id_of(stage, name)),
        };
        let id = id_of(stage, &listing.title);
        exchange::publish::publish(&stage.db, &author, Publish { id, draft })
            .await
            .map_err(|error| format!("{}: {error}", listing.title))?;
        for comer in listing.outing.iter().flat_map(|date| &date.comers) {
            stage.wait(Duration::minutes(11));
            exchange::outing::sign_up(&stage.db, &stage.member(comer).await?, SignUp { listing: id }).await?;
        }
        if listing.reserved {
            stage.wait(Duration::minutes(40));
            reserve(&stage.db, &author, Reserve { id }).await?;
        }
    }
    Ok(())
}

/// For whom it is.
fn audience(listing: &Notice) -> Audience {
    let group = listing.group.as_ref().map(|_| Audience::Group);
    group.or(listing.audience).unwrap_or_default()
}

/// The same days from today whenever it is performed, in the community's time.
fn extent(stage: &Stage, date: &Date) -> TypedExtent {
    let day = (stage.today + Duration::days(date.in_days)).date_naive();
    TypedExtent {
        starts_at: format!("{day}T{}", date.from),
        ends_at: date.until.as_ref().map(|hour| format!("{day}T{hour}")).unwrap_or_default(),
        seats: date.seats.map(|seats| seats.to_string()).unwrap_or_default(),
        for_guests: date.for_guests,
        ..TypedExtent::default()
    }
}

pub(super) async fn talk(stage: &Stage, cast: &Cast) -> Result<(), Failure> {
    for talk in &cast.conversations {
        let found = cast.listings.iter().enumerate().find(|(_, listing)| listing.title == talk.listing);
        let (index, listing) = found.ok_or("a talk about nothing")?;
        stage.stand(moment(index, listing) - Duration::hours(3));
        let (starter, author) = (stage.member(&talk.starter).await?, stage.member(&listing.author).await?);
        speak(stage, &talk.messages, id_of(stage, &listing.title), &starter, &author).await?;
    }
    Ok(())
}

/// The starter begins, then the two speak by turns.
async fn speak(
    stage: &Stage,
    messages: &[String],
    listing: ListingId,
    starter: &Caller,
    author: &Caller,
) -> Result<(), Failure> {
    let mut conversation = None;
    for (body, speaker) in messages.iter().zip([starter, author].into_iter().cycle()) {
        let (id, body) = (stage.id().into(), body.clone());
        let sent = match conversation {
            None => {
                let cmd = Answer { id: stage.id().into(), listing, message: id, body };
                conversation::start::answer(&stage.db, speaker, cmd).await?
            }
            Some(conversation) => conversation::send::send(&stage.db, speaker, Send { id, conversation, body }).await?,
        };
        conversation = Some(sent.conversation);
        stage.wait(Duration::minutes(35));
    }
    Ok(())
}

/// How long ago a listing was published; two of one day not at the same hour.
fn moment(index: usize, listing: &Notice) -> Duration {
    let hours = i64::try_from(index * 7 % 9).unwrap_or(0);
    Duration::days(listing.days_ago) + Duration::hours(hours)
}

fn id_of(stage: &Stage, title: &str) -> ListingId {
    ListingId(Uuid::new_v5(&stage.community.0, title.as_bytes()))
}
