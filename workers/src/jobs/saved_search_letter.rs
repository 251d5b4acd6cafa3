//! Tells a member by letter what their searches found: one letter for all of them that are told so often.

use super::send::{Desk, Fate, NOT_NEEDED};
use crate::context::Context;
use crate::letters::said;
use crate::letters::saved_search::{Row, SavedSearch};
use crate::outcome::{Handled, Outcome};
use crate::paths;
use database::queue::Leased;
use exchange::SavedSearchLetter;
use exchange::saved_search::letter::{Found, SearchNews, news, told};
use phrases::Words;

/// Listings in one letter; more would not be read.
const SHOWN: usize = 12;

pub(crate) async fn handle(context: &Context, leased: &Leased, job: SavedSearchLetter) -> Handled {
    let Some(desk) = Desk::of(context, leased).await? else { return NOT_NEEDED };
    let Some(news) = news(&context.db, &desk.caller(), &job).await? else { return NOT_NEEDED };
    let home = desk.house.home.clone();
    let fate = desk.write_to(&news.to, |w| letter(*w, &home, &news)).await?;
    if matches!(fate, Fate::Sent | Fate::Unreachable | Fate::Ends(Outcome::Never { .. })) {
        told(&context.db, &desk.caller(), &job, news.until).await?;
    }
    Ok(fate.into())
}

fn letter(w: Words, home: &str, news: &SearchNews) -> SavedSearch {
    let row = |found: &Found| Row {
        search: said(&found.search_name, 60),
        is_request: found.is_request,
        title: said(&found.title, 120),
        author: found.author_name.clone(),
        town: found.town.clone(),
        since: w.ago(&found.found_at, &news.until),
        link: paths::listing(home, found.listing),
    };
    SavedSearch {
        rows: news.found.iter().take(SHOWN).map(row).collect(),
        more: news.found.len().saturating_sub(SHOWN),
        all_link: paths::searches(home),
    }
}
