//! Every column that holds somebody's words, as the data map classes them.

use authorisation::life::Life;
use kit::Stage;
use std::collections::BTreeSet;

/// `table.column`
pub type Column = String;

const MAP: &str = include_str!("../../../../services/privacy/data-map.txt");

/// The words of a community about itself stand in its own row; the map does not class them as anybody's.
const OF_THE_COMMUNITY: [&str; 6] = ["name", "tagline", "welcome", "charter", "organisation", "postal_address"];

/// What holds an address, or is made of other columns: no words can come to stand there.
const NO_WORDS: [&str; 19] = [
    "email",
    "former_email",
    "asked_email",
    "recipient",
    "words",
    "term",
    "content",
    "notification.subject",
    // A group's name in small letters, to tell names apart.
    "circle.folded",
    // Three letters at the most, says the table.
    "rota.department",
    // Words of a listing, cut at whatever is neither letter nor figure, in an object of ours.
    "listing_match.reasons",
    // Words of a search, cut like those of a listing.
    "saved_search.sought",
    "query",
    // Codes of the gazetteer, and numbers.
    "saved_search.whence",
    "listing.place",
    "member_place.place",
    "latitude",
    "longitude",
    "cell",
];

/// The columns of communities' tables that the map calls personal or content.
fn of_people() -> Vec<(String, String)> {
    let (mut table, mut found) = (String::new(), Vec::new());
    for line in MAP.lines() {
        if let Some(rest) = line.strip_prefix('[') {
            rest.split(']').next().unwrap().clone_into(&mut table);
        }
        let mut words = line.split_whitespace();
        let (Some(column), Some(class)) = (words.next(), words.next()) else { continue };
        let name = format!("{table}.{column}");
        let holds = ["personal", "content"].contains(&class) && !table.starts_with("suppressed");
        if holds && !NO_WORDS.contains(&column) && !NO_WORDS.contains(&name.as_str()) {
            found.push((table.clone(), column.to_owned()));
        }
    }
    found
}

/// Writes `text` into all of them; answers where it stands now.
pub async fn write(stage: &Stage, life: &Life, text: &str) -> BTreeSet<Column> {
    let mut owner = stage.scratch.owner().await;
    let mut written = BTreeSet::new();
    let own = OF_THE_COMMUNITY.iter().map(|column| ("community".to_owned(), (*column).to_owned()));
    for (table, column) in of_people().into_iter().chain(own) {
        let whose = match table.as_str() {
            "community" => "id = $1",
            "passkey" => "account_id in (select account_id from member where community_id = $1)",
            _ => "community_id = $1",
        };
        let statement = format!("update {table} set {column} = $2 where {whose}");
        let statement = sqlx::query(sqlx::AssertSqlSafe(statement)).bind(life.community.0).bind(text);
        let done = statement.execute(&mut owner).await.unwrap_or_else(|error| panic!("{table}.{column}: {error}"));
        if done.rows_affected() > 0 {
            written.insert(format!("{table}.{column}"));
        }
    }
    written
}
