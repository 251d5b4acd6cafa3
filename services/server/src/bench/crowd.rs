//! People of many communities, and what they ask for: mostly lists, sometimes one thing, now and then they write.

use super::{
    NEWEST,
    client::{Ask, FRESH_ID, Line},
    door::Door,
    people,
};
use crate::{
    ground::{Failure, Ground},
    settings::Settings,
};
use serde_json::{Value, json};
use uuid::Uuid;

const ANSWER: &str =
    "mutation($input: AnswerListingInput!) { answerListing(input: $input) { conversationId refusal { code } } }";
const SEND: &str = "mutation($input: SendMessageInput!) { sendMessage(input: $input) { messageId refusal { code } } }";
const PROFILE: &str = "{ viewer { me { member { id name } } } }";

/// Communities called `bench-0`, `bench-1` and so on.
pub fn slug(number: u32) -> String {
    format!("bench-{number}")
}

/// Launches so many communities and fills them.
pub async fn settle(ground: &Ground, settings: &Settings, communities: u32, each: Each) -> Result<(), Failure> {
    ground.migrate(settings).await?;
    ground.open_platform(settings).await?;
    for number in 0..communities {
        people::launch(ground, settings, &slug(number), &format!("owner-{number}@example.test")).await?;
    }
    super::psql::fill(ground.owner()?, each.members, each.listings)
}

/// What a community holds.
#[derive(Clone, Copy, Debug)]
pub struct Each {
    /// Members.
    pub members: u32,
    /// Listings, shared out among the members evenly.
    pub listings: u32,
}

/// Twenty requests of the member number 7 of a community, in the proportion in which people make them.
pub(super) async fn asks(ground: &Ground, settings: &Settings, door: &Door, number: u32) -> Result<Vec<Ask>, Failure> {
    let slug = slug(number);
    let name = format!("{slug}.{}", settings.host);
    let community = community::by_host(&ground.db, &name).await?.ok_or("the community is not there")?;
    let session = people::session(&ground.db, community, &name, &format!("{slug}-7@example.test")).await?;
    let host = door.host(&name);
    let mut line = Line::open(door.address).await?;
    let found = json_of(&line.ask(&Ask::graphql(&host, &session, NEWEST, &Value::Null)).await?)?;
    let me = json_of(&line.ask(&Ask::graphql(&host, &session, PROFILE, &Value::Null)).await?)?;
    let me = me.pointer("/data/viewer/me/member/id").ok_or("who is asking is nobody")?;
    let listings = found.pointer("/data/listings/nodes").and_then(Value::as_array).ok_or("no listings")?;
    let other = listings.iter().find(|listing| listing.pointer("/author/id") != Some(me)).ok_or("nobody else's")?;
    let answer = json!({ "input": { "id": ground.db.entropy().id(), "messageId": ground.db.entropy().id(),
        "listingId": other.get("id"), "body": "Bonjour." } });
    let answered = json_of(&line.ask(&Ask::graphql(&host, &session, ANSWER, &answer)).await?)?;
    let conversation = answered.pointer("/data/answerListing/conversationId").ok_or("no conversation")?;
    let write = json!({ "input": { "id": FRESH_ID, "conversationId": conversation, "body": "Encore une question." } });
    let page = |path: &str| Ask::page(&host, &session, path);
    let graphql = Ask::graphql(&host, &session, NEWEST, &Value::Null);
    let mut asks = vec![page("/listings"); 8];
    let list = line.ask(&page("/listings")).await?;
    asks.extend(vec![page(link(&String::from_utf8_lossy(&list)).ok_or("no link to a listing")?); 4]);
    asks.extend([page("/"), page("/messages"), page("/members"), page("/notifications")]);
    asks.extend(vec![graphql; 3]);
    asks.push(Ask::graphql(&host, &session, SEND, &write));
    Ok(asks)
}

/// The first address of a listing on a page.
fn link(page: &str) -> Option<&str> {
    const BEFORE: &str = "/listings/";
    let address = |(at, _): (usize, &str)| page.get(at..at + BEFORE.len() + FRESH_ID.len());
    let is_one = |address: &&str| address.strip_prefix(BEFORE).is_some_and(|id| id.parse::<Uuid>().is_ok());
    page.match_indices(BEFORE).filter_map(address).find(is_one)
}

fn json_of(body: &[u8]) -> Result<Value, Failure> {
    Ok(serde_json::from_slice(body)?)
}

#[cfg(test)]
mod tests {
    use super::link;

    #[test]
    fn a_listing_is_known_by_its_address() {
        let one = "/listings/0b8c5b0e-6d1f-4a53-8a44-2b1a1a9e7a10";
        let page = format!("<a href=\"/listings/new\">Publier</a> <a href=\"{one}\">Une échelle</a>");
        assert_eq!(link(&page), Some(one));
        assert_eq!(link("<a href=\"/listings\">"), None);
    }
}
