//! T3 on the pages: every row × every actor.

use authorisation::{Actor, Cast, Row, rows};
use kit::{Page, Visitor};

/// What ends the session it is sent with.
const ENDING: [&str; 4] =
    ["POST /sign-out", "POST /account/sessions/end-all", "POST /account/sign-in-again", "POST /me/leave"];

/// An id of nothing.
const NOTHING: &str = "00000000-0000-4000-8000-00000000dead";

#[tokio::test]
async fn t3_every_page_and_form_answers_exactly_those_who_may() {
    let mut cast = Cast::assemble().await;
    let mut wrong = Vec::new();
    let mut tried = 0;
    for row in rows().into_iter().filter(|row| row.door == "web") {
        for actor in Actor::HERE {
            let mut visitor = cast.known(actor).await;
            let page = attempt(&mut visitor, &row).await;
            tried += 1;
            judge(&row, actor, &page, &mut wrong);
        }
        if ENDING.contains(&row.element.as_str()) {
            cast.forget();
        }
    }
    assert!(tried > 750, "{tried}");
    assert!(wrong.is_empty(), "{} of {tried} cells differ:\n{}", wrong.len(), wrong.join("\n"));
    cast.stage.close().await;
}

#[tokio::test]
async fn t3_the_platforms_pages_answer_exactly_those_who_may() {
    let cast = Cast::assemble().await;
    let mut wrong = Vec::new();
    for row in rows().into_iter().filter(|row| row.door == "platform") {
        let mut nobody = cast.stage.visitor("localhost");
        judge(&row, Actor::Anonymous, &attempt(&mut nobody, &row).await, &mut wrong);
        let mut account = cast.stage.signed_in("localhost", "somebody@example.test").await;
        judge(&row, Actor::Account, &attempt(&mut account, &row).await, &mut wrong);
        let mut operator = cast.visitor(Actor::Operator).await;
        judge(&row, Actor::Operator, &attempt(&mut operator, &row).await, &mut wrong);
        cast.stage.clock.advance(chrono::Duration::minutes(61));
    }
    assert!(wrong.is_empty(), "{} cells differ:\n{}", wrong.len(), wrong.join("\n"));
    cast.stage.close().await;
}

async fn attempt(visitor: &mut Visitor, row: &Row) -> Page {
    let (method, path) = row.element.split_once(' ').unwrap();
    let path: Vec<&str> =
        path.split('/').map(|part| if part.starts_with(':') { stand_in(part) } else { part }).collect();
    let path = path.join("/");
    if method == "GET" { visitor.get(&path).await } else { visitor.post(&path, &[]).await }
}

fn stand_in(parameter: &str) -> &'static str {
    match parameter {
        ":token" | ":slug" => "nothing",
        ":code" => "en",
        ":file" => "none.css",
        _ => NOTHING,
    }
}

/// Whether the page turned the person away: refused, or sent where such a person belongs.
fn turned_away(row: &Row, page: &Page) -> bool {
    let place = page.redirect().unwrap_or_default();
    let sent_off = place.starts_with("/sign-in?") || place == "/waiting" || place.starts_with("/join");
    let own = row.element.split_once(' ').is_some_and(|(_, path)| path == place);
    let just_home = place == "/" && (row.rule.name == "waiting" || row.rule.name == "outside");
    page.status.as_u16() == 403 || (sent_off && !own) || just_home
}

fn judge(row: &Row, actor: Actor, page: &Page, wrong: &mut Vec<String>) {
    let status = page.status.as_u16();
    if status >= 500 {
        wrong.push(format!("{} as {actor:?}: {status}", row.element));
    }
    let allowed = !turned_away(row, page);
    // A front door shows each their own side of it.
    if row.rule.name != "anybody" && allowed != row.rule.allows(actor) {
        let place = page.redirect().unwrap_or_default();
        wrong.push(format!("{} as {actor:?}: {status} {place}, the table says {}", row.element, row.rule.name));
    }
    if row.rule.name == "anybody" && status == 403 {
        wrong.push(format!("{} as {actor:?}: 403, the table says anybody", row.element));
    }
}
