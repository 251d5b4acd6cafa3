//! Keeping a search.

use super::{Marks, News, named};
use crate::{
    ExchangeError, ListingFilter, Whence, limits, near, rules,
    store::{
        self,
        saved_search::{Kept, Wanted},
    },
    words::search_words,
};
use community::text;
use database::{CommunityTx, Db};
use kernel::{Act, Caller, SavedSearchId};

/// A search to be kept.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct SaveSearch {
    /// Made by the client, so that sending twice keeps one.
    pub id: SavedSearchId,
    /// What its member calls it, 1 to 60 characters.
    pub name: String,
    /// What the list was narrowed to. Its order does not matter; an author, a state and a group cannot be kept.
    pub filter: ListingFilter,
    /// Where news of it go.
    pub news: News,
}

/// Keeps a search of the caller's. From then on each listing that the list would show, once it is published, is found for them. Repeating
/// it changes nothing.
///
/// # Errors
/// A problem of `name`, of `near` when it is not certain from where, or of another field; `EnoughSearches` when the caller keeps
/// [`limits::SEARCHES_KEPT`] already.
pub async fn save_search(db: &Db, caller: &Caller, cmd: SaveSearch) -> Result<(), ExchangeError> {
    let me = caller.must_as_member(Act::ReadListings)?;
    let name = named(&cmd.name)?;
    let mut tx = db.begin(caller).await?;
    let wanted = wanted(&mut tx, caller, &cmd.filter).await?;
    let kept = Kept { id: cmd.id, member: me.member, name, news: cmd.news, wanted };
    store::saved_search::lock(&mut tx, me.member).await?;
    if store::saved_search::insert(&mut tx, &kept).await? {
        if store::saved_search::count(&mut tx, me.member).await? > limits::SEARCHES_KEPT {
            return Err(ExchangeError::EnoughSearches);
        }
        store::saved_search::mark(&mut tx, cmd.id, &Marks::of(&kept.wanted)).await?;
        return Ok(tx.commit().await?);
    }
    match store::saved_search::owner(&mut tx, cmd.id).await? {
        Some(owner) if owner == me.member => Ok(()),
        _ => Err(ExchangeError::IdTaken),
    }
}

/// What is looked for, as it is kept.
async fn wanted(tx: &mut CommunityTx, caller: &Caller, filter: &ListingFilter) -> Result<Wanted, ExchangeError> {
    if filter.author.is_some() || filter.state.is_some() || filter.group.is_some() {
        return Err(ExchangeError::of_field("filter", "SEARCH_NOT_KEPT"));
    }
    let filter = &ListingFilter { order: near::Order::Newest, linked: Vec::new(), ..filter.clone() };
    let circle = near::circle(tx, caller, filter).await?;
    let whence = filter.near.as_ref().zip(circle).map(|(near, circle)| match near.whence {
        Whence::Home => "home".to_owned(),
        Whence::Work => "work".to_owned(),
        Whence::Place(_) | Whence::Named(_) => circle.middle.id().to_string(),
    });
    let category = filter.category.clone().filter(|category| !category.is_empty());
    if let Some(category) = &category
        && !rules::rules(tx).await?.categories.contains(category)
    {
        return Err(ExchangeError::of_field("category", "LISTING_CATEGORY_UNKNOWN"));
    }
    let words = line("words", filter.words.as_deref(), "SEARCH_WORDS_TOO_LONG")?;
    Ok(Wanted {
        direction: filter.direction,
        kind: filter.kind,
        settlement: filter.settlement,
        category,
        town: Some(line("town", filter.town.as_deref(), "LISTING_TOWN_TOO_LONG")?).filter(|town| !town.is_empty()),
        sought: search_words(&words),
        words,
        kilometres: circle.map(|circle| circle.kilometres),
        middle: circle.map(|circle| circle.middle.point),
        whence,
    })
}

fn line(field: &'static str, typed: Option<&str>, too_long: &'static str) -> Result<String, ExchangeError> {
    text::line(field, typed.unwrap_or_default(), limits::SEARCH_TEXT_MOST)
        .map_err(|_| ExchangeError::of_field(field, too_long))
}
