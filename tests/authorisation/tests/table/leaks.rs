//! T1: a sign in every text of one community, and nobody of another ever sees one.
//!
//! The columns are read from the catalogue and the rows come from a life led through the house, so that a new column is
//! looked for without anybody adding it here. What each of its own people sees proves that the signs can be seen at all.

use authorisation::life::{HERE, Life, THERE};
use authorisation::rows;
use data_encoding::BASE64URL_NOPAD;
use graphql::documents;
use kit::{Stage, Visitor};
use serde_json::json;
use std::{collections::BTreeSet, fmt::Write as _};
use uuid::Uuid;

/// Texts of a fixed set of words, or that the code reads: a sign in them would not be a text any more.
const WORDS: &[&str] = &[
    "address_change.host",
    "address_change.language",
    "admission.outcome",
    "bulletin.language",
    "circle.joining",
    "circle.state",
    "community_host.host",
    "denial.act",
    "denial.who",
    "departure.cause",
    "departure.state",
    "digest.state",
    "invitation.language",
    "invitation.relation",
    "job.kind",
    "job.lane",
    "job.state",
    "journal.act",
    "letter.kind",
    "letter.outcome",
    "listing.audience",
    "listing.direction",
    "listing.kind",
    "listing.language",
    "listing.place",
    "listing.state",
    "listing_draft.audience",
    "listing_draft.behalf_relation",
    "listing_draft.direction",
    "listing_draft.kind",
    "listing_draft.urgency",
    "listing_meaning.direction",
    "listing_meaning.term",
    "listing_term.term",
    "mandate.relation",
    "meeting.met_way",
    "meeting.state",
    "meeting.way",
    "meeting_turn.state",
    "measure.degree",
    "member.digest",
    "member.language",
    "member.role",
    "member.standing",
    "member.timezone",
    "member_place.place",
    "member_place.which",
    "notification.kind",
    "outing_place.state",
    "reservation.category",
    "reservation.outcome",
    "review.kind",
    "review.outcome",
    "rota.department",
    "saved_search.direction",
    "saved_search.kind",
    "saved_search.news",
    "saved_search.settlement",
    "saved_search.whence",
    "saved_search_mark.mark",
    "sign_in.host",
    "sign_in.language",
    "sign_in.letter",
    "sign_in.return_to",
    "sponsorship.kind",
    "sponsorship.relation",
    "sponsorship.state",
    "sponsorship.via",
];

/// Tables whose texts some page or field shows to their own people.
const SHOWN: &[&str] = &[
    "bulletin",
    "circle",
    "community",
    "invitation",
    "listing",
    "listing_draft",
    "listing_photo",
    "member",
    "message",
    "session",
    "sponsorship",
];

/// The sign of a column.
fn sign(column: &str) -> String {
    format!("canari-{}", column.replace(['.', '_'], "-"))
}

/// Puts a sign into every text of a community; answers the columns.
async fn mark(stage: &Stage, life: &Life) -> Vec<String> {
    let mut owner = stage.scratch.owner().await;
    let columns: Vec<(String, String, String)> = sqlx::query_as(
        "select c.table_name::text, c.column_name::text, c.data_type::text from information_schema.columns c
         where c.table_schema = 'public' and c.data_type in ('text', 'jsonb') and c.is_generated = 'NEVER'
           and c.table_name in (select table_name from information_schema.columns where column_name = 'community_id')
         order by 1, 2",
    )
    .fetch_all(&mut owner)
    .await
    .unwrap();
    let mut marked = Vec::new();
    for (table, column, kind) in columns {
        let name = format!("{table}.{column}");
        if WORDS.contains(&name.as_str()) {
            continue;
        }
        let value = match (column.as_str(), kind.as_str()) {
            (_, "jsonb") => format!("{column} || jsonb_build_object('canari', '{}')", sign(&name)),
            // Unique in their community, and short enough.
            ("email" | "asked_email" | "recipient", _) => {
                format!("'{}-' || left(id::text, 8) || '@there.test'", sign(&name))
            }
            ("meaning" | "message_id" | "rule", _) => format!("'{}-' || id", sign(&name)),
            _ => format!("'{}'", sign(&name)),
        };
        let only = if column == "asked_email" { " and asked_email is not null" } else { "" };
        let statement = format!("update {table} set {column} = {value} where community_id = $1{only}");
        sqlx::query(sqlx::AssertSqlSafe(statement)).bind(life.community.0).execute(&mut owner).await.unwrap();
        marked.push(name);
    }
    for column in ["name", "tagline", "welcome", "charter", "organisation", "postal_address", "contact_email"] {
        let name = format!("community.{column}");
        let statement = format!("update community set {column} = '{}' where id = $1", sign(&name));
        sqlx::query(sqlx::AssertSqlSafe(statement)).bind(life.community.0).execute(&mut owner).await.unwrap();
        marked.push(name);
    }
    marked
}

/// Every id of a community, with the name under which GraphQL knows such a thing.
pub(crate) async fn ids(stage: &Stage, life: &Life) -> Vec<(&'static str, Uuid)> {
    let mut all = Vec::new();
    for (table, noun) in [
        ("member", "Member"),
        ("listing", "Listing"),
        // Under the name of the listing that it becomes.
        ("listing_draft", "Listing"),
        ("bulletin", "Bulletin"),
        ("circle", "Group"),
        ("meeting", "Meeting"),
        ("conversation", "Conversation"),
        ("message", "Message"),
        ("sponsorship", "Sponsorship"),
        ("invitation", "Invitation"),
        ("notification", "Notification"),
        ("admission", "Admission"),
        ("session", "Session"),
        ("saved_search", "SavedSearch"),
        ("job", "Job"),
    ] {
        let statement = format!("select id from {table} where community_id = $1 order by id limit 8");
        let found: Vec<Uuid> = sqlx::query_scalar(sqlx::AssertSqlSafe(statement))
            .bind(life.community.0)
            .fetch_all(&mut stage.scratch.owner().await)
            .await
            .unwrap();
        assert!(!found.is_empty(), "a life without a {table}");
        all.extend(found.into_iter().map(|id| (noun, id)));
    }
    all
}

/// Everything that somebody can read: every page, every operation and every field, about each of these ids.
pub(crate) async fn read_everything(visitor: &mut Visitor, ids: &[(&str, Uuid)]) -> String {
    let mut read = String::new();
    for row in rows().into_iter().filter(|row| ["web", "rest"].contains(&row.door.as_str())) {
        let Some(path) = row.element.strip_prefix("GET ") else { continue };
        let about: Vec<String> = if path.contains("/:id") {
            ids.iter().map(|(_, id)| id.to_string()).collect()
        } else {
            vec![String::new()]
        };
        for id in about {
            let path =
                path.replace(":id", &id).replace(":code", "en").replace(":file", "x.css").replace(":token", "nothing");
            let page = visitor.get(&path).await;
            assert!(page.status.as_u16() < 500, "{path}: {}", page.status);
            write!(read, "{:?} {}", page.headers, page.body).unwrap();
        }
    }
    let mut asked = BTreeSet::new();
    for (noun, id) in ids {
        let global = BASE64URL_NOPAD.encode(format!("{noun}:{id}").as_bytes());
        for (element, document) in documents::everything(&global) {
            if asked.insert(document.clone()) {
                let answer = visitor.graphql(&document, json!({})).await;
                let code = answer["errors"][0]["extensions"]["code"].as_str().unwrap_or_default();
                assert!(!["FAULT", "QUERY_TOO_COMPLEX", "INVALID"].contains(&code), "{element}: {document} {answer}");
                read.push_str(&answer.to_string());
            }
        }
    }
    read
}

#[tokio::test]
async fn t1_no_text_of_a_community_reaches_anybody_of_another_by_page_field_operation_or_letter() {
    let stage = Stage::open().await;
    let (here, there) = (Life::lead(&stage, HERE).await, Life::lead(&stage, THERE).await);
    stage.work().await;
    let columns = mark(&stage, &there).await;
    assert!(columns.len() > 30, "{columns:?}");
    let ids = ids(&stage, &there).await;
    let seen_in = |text: &str| -> BTreeSet<String> {
        columns.iter().filter(|column| text.contains(&sign(column))).cloned().collect()
    };

    // Its own people see the signs: the looking works.
    let mut own = BTreeSet::new();
    for email in owners_of(&stage, &there).await {
        let mut visitor = stage.signed_in(&there.host(), &email).await;
        own.extend(seen_in(&read_everything(&mut visitor, &ids).await));
    }
    let tables: BTreeSet<&str> = own.iter().filter_map(|column| column.split('.').next()).collect();
    for table in SHOWN {
        assert!(tables.contains(table), "nobody of that community sees anything of {table}: {own:?}");
    }

    // Nobody else does.
    let mut visitors = vec![stage.visitor(&here.host()), stage.visitor("localhost")];
    for email in [here.people[0].email, here.people[1].email, here.newcomer, here.waiting] {
        visitors.push(stage.signed_in(&here.host(), email).await);
    }
    for visitor in &mut visitors {
        let read = read_everything(visitor, &ids).await;
        assert!(read.len() > 10_000, "{}", read.len());
        assert_eq!(seen_in(&read), BTreeSet::new(), "on {} with {:?}", visitor.host(), visitor.cookies().len());
    }

    // Letters: what is due in both leaves, and those of here tell nothing of there.
    let sent = stage.sink.messages().len();
    stage.advance(chrono::Duration::days(8)).await;
    let letters: Vec<_> = stage.sink.messages().into_iter().skip(sent).collect();
    let text = |address: &str| -> String {
        let own = letters.iter().filter(|letter| letter.recipients.iter().any(|to| to.ends_with(address)));
        let parts = own
            .map(|letter| [letter.subject.clone(), letter.text(), String::from_utf8_lossy(&letter.raw).into_owned()]);
        parts.flatten().collect::<Vec<_>>().join("\n")
    };
    assert!(!text("@here.test").is_empty());
    assert!(!seen_in(&text("@there.test")).is_empty(), "no letter of that community bears a sign");
    assert_eq!(seen_in(&text("@here.test")), BTreeSet::new());
    stage.close().await;
}

/// Addresses of accounts are nobody's tenant's: they still lead to the people.
async fn owners_of(stage: &Stage, life: &Life) -> Vec<String> {
    let accounts =
        "select a.email from member m join account a on a.id = m.account_id where m.community_id = $1 order by 1";
    sqlx::query_scalar(accounts).bind(life.community.0).fetch_all(&mut stage.scratch.owner().await).await.unwrap()
}
