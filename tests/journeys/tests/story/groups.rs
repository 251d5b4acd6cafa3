//! A group: somebody asks for it, the team grants it, its members lend each other what is nobody else's to see.

use crate::{FOUNDERS, village};
use kit::{Page, Stage, Visitor};
use serde_json::{Value, json};
use uuid::Uuid;

const HOST: &str = "village.localhost";
const NAME: &str = "Les jardins du canal";
const TITLE: &str = "Motobineuse à prêter";

/// Asks for it by the form; the team grants it from its desk. Its address.
async fn granted_by_web(keeper: &mut Visitor, owner: &mut Visitor, joining: &str) -> String {
    let list = keeper.get("/groups").await.expect(200);
    assert!(list.text().contains("Il n’y a pas encore de groupe"), "{}", list.text());
    let form = keeper.get("/groups/new").await.expect(200).form("/groups").fill(&[("joining", joining)]);
    let unsaid = keeper.submit(form).await.expect(422);
    let filled = unsaid.form("/groups").fill(&[("name", NAME), ("purpose", "On se prête les outils.")]);
    let done = keeper.submit(filled).await.expect(303);
    assert!(keeper.follow(done).await.expect(200).text().contains("L’équipe lit votre demande"));
    let told = owner.get("/notifications").await.expect(200);
    assert!(told.text().contains("demande un groupe"), "{}", told.text());
    let desk = owner.get("/steward/groups").await.expect(200);
    assert!(desk.text().contains(NAME) && desk.text().contains("On se prête les outils."), "{}", desk.text());
    let unreasoned = owner.submit(desk.form("/decline")).await.expect(422);
    let done = owner.submit(unreasoned.form("/grant")).await.expect(303);
    assert!(owner.follow(done).await.expect(200).text().contains("Le groupe est ouvert"));
    let told = keeper.get("/notifications").await.expect(200);
    assert!(told.text().contains("est ouvert. Vous vous en occupez"), "{}", told.text());
    let links = keeper.get("/groups").await.expect(200).links("/groups/");
    links.into_iter().find(|href| !href.ends_with("/new")).unwrap()
}

async fn lent(keeper: &mut Visitor, group: &str) -> String {
    let id = group.rsplit('/').next().unwrap();
    let form = keeper.get(&format!("/listings/new?direction=offer&group={id}")).await.expect(200);
    assert!(form.text().contains("Mon groupe"), "{}", form.text());
    let filled = form.form("/listings").fill(&[("title", TITLE), ("kind", "loan"), ("body", "Elle démarre bien.")]);
    let done = keeper.submit(filled).await.expect(303);
    done.redirect().unwrap().split('?').next().unwrap().to_owned()
}

fn shows(page: &Page) -> bool {
    page.text().contains(TITLE)
}

#[tokio::test]
async fn the_garden_group_lends_a_tiller_and_who_is_outside_finds_no_trace_by_web() {
    let stage = Stage::open().await;
    village(&stage).await;
    let mut anne = stage.signed_in(HOST, FOUNDERS[1].email).await;
    let mut guy = stage.signed_in(HOST, FOUNDERS[2].email).await;
    let mut owner = stage.signed_in(HOST, FOUNDERS[0].email).await;
    let group = granted_by_web(&mut anne, &mut owner, "at_once").await;
    let own = lent(&mut anne, &group).await;
    stage.work().await;

    let id = group.rsplit('/').next().unwrap().to_owned();
    let pages = ["/".to_owned(), "/listings".to_owned(), "/listings/map".to_owned(), format!("/listings?group={id}")];
    for path in pages.iter().chain([&group]) {
        assert!(!shows(&guy.get(path).await.expect(200)), "{path}");
    }
    let _absent = guy.get(&own).await.expect(404);
    let page = guy.get(&group).await.expect(200);
    assert!(page.text().contains("1 membre") && !page.text().contains("Qui en fait partie"), "{}", page.text());
    let done = guy.submit(page.form("/join")).await.expect(303);
    let page = guy.follow(done).await.expect(200);
    assert!(page.text().contains("Qui en fait partie") && shows(&page), "{}", page.text());
    assert!(shows(&guy.get("/listings").await.expect(200)));
    let list = guy.get(&format!("/listings?group={id}")).await.expect(200);
    assert!(shows(&list) && list.text().contains(NAME), "{}", list.text());
    assert!(!list.text().contains("Garder cette recherche"), "a search of a group is not kept");
    assert!(guy.get(&own).await.expect(200).text().contains("Gardez-le entre vous"));

    let kept = anne.get(&group).await.expect(200);
    let stays = anne.post(&format!("{group}/leave"), &[]).await.expect(422);
    assert!(stays.text().contains("confiez-le d’abord"), "{}", stays.text());
    let heir = kept.form("/hand-over");
    let done = anne.submit(heir).await.expect(303);
    assert!(anne.follow(done).await.expect(200).text().contains("en d’autres mains"));
    assert!(guy.get("/notifications").await.expect(200).text().contains("Vous vous occupez désormais"));
    let page = anne.get(&group).await.expect(200);
    let _left = anne.submit(page.form("/leave")).await.expect(303);
    assert!(shows(&anne.get(&own).await.expect(200)), "it is still hers");
    let page = guy.get(&group).await.expect(200);
    let done = guy.submit(page.form(&format!("{group}/close"))).await.expect(303);
    assert!(guy.follow(done).await.expect(200).text().contains("Le groupe est fermé"));
    let _absent = anne.get(&group).await.expect(404);
    let journal = owner.get("/steward/journal").await.expect(200).text();
    assert!(journal.contains("a confié un groupe à Guy") && journal.contains("a fermé le groupe"), "{journal}");
    stage.work().await;
    stage.finish().await;
}

#[tokio::test]
async fn who_asks_to_join_is_let_in_by_whoever_looks_after_it_by_web() {
    let stage = Stage::open().await;
    village(&stage).await;
    let mut anne = stage.signed_in(HOST, FOUNDERS[1].email).await;
    let mut guy = stage.signed_in(HOST, FOUNDERS[2].email).await;
    let mut claire = stage.signed_in(HOST, FOUNDERS[3].email).await;
    let mut owner = stage.signed_in(HOST, FOUNDERS[0].email).await;
    let group = granted_by_web(&mut anne, &mut owner, "asking").await;
    for visitor in [&mut guy, &mut claire] {
        stage.clock.advance(chrono::Duration::minutes(1));
        let page = visitor.get(&group).await.expect(200);
        let done = visitor.submit(page.form("/join")).await.expect(303);
        assert!(visitor.follow(done).await.expect(200).text().contains("Anne vous répondra"));
    }
    let told = anne.get("/notifications").await.expect(200);
    assert!(told.text().contains("Guy Morel demande à entrer"), "{}", told.text());
    let page = anne.get(&group).await.expect(200);
    let yes = page.forms().into_iter().find(|form| form.fields.iter().any(|(name, _)| name == "comes_in")).unwrap();
    let done = anne.submit(yes).await.expect(303);
    let page = anne.follow(done).await.expect(200);
    let no = page.forms().into_iter().rfind(|form| form.action.ends_with("/answer")).unwrap();
    let _done = anne.submit(no).await.expect(303);
    assert!(guy.get("/notifications").await.expect(200).text().contains("Vous faites maintenant partie"));
    assert!(claire.get("/notifications").await.expect(200).text().contains("n’a pas été acceptée"));
    assert!(guy.get(&group).await.expect(200).text().contains("Qui en fait partie"));
    assert!(!claire.get(&group).await.expect(200).text().contains("Qui en fait partie"));
    let page = owner.get(&group).await.expect(200);
    let unreasoned = owner.submit(page.form("/steward/groups")).await.expect(422);
    let closed = unreasoned.form("/steward/groups").fill(&[("reason", "Il y en a un autre.")]);
    let _done = owner.submit(closed).await.expect(303);
    assert!(guy.get("/notifications").await.expect(200).text().contains("est fermé"));
    let page = anne.get(&group).await.expect(200);
    assert!(page.text().contains("Il y en a un autre."), "whoever kept it reads why: {}", page.text());
    let _absent = guy.get(&group).await.expect(404);
    stage.work().await;
    stage.finish().await;
}

const ASK: &str =
    "mutation($input: AskForGroupInput!) { askForGroup(input: $input) { group { id state part } refusal { code } } }";
const LISTED: &str =
    "query($filter: ListingFilter) { listings(filter: $filter) { nodes { id audience group { id name } } } }";

async fn done(visitor: &mut Visitor, mutation: &str, input: Value) -> Value {
    let kind = format!("{}{}Input", mutation[..1].to_uppercase(), &mutation[1..]);
    let document = format!(
        "mutation($input: {kind}!) {{ {mutation}(input: $input) {{ group {{ state part memberCount }} refusal {{ code }} }} }}"
    );
    visitor.graphql(&document, json!({ "input": input })).await["data"][mutation].clone()
}

#[tokio::test]
async fn the_garden_group_lends_a_tiller_and_who_is_outside_finds_no_trace_through_graphql() {
    let stage = Stage::open().await;
    village(&stage).await;
    let mut anne = stage.signed_in(HOST, FOUNDERS[1].email).await;
    let mut guy = stage.signed_in(HOST, FOUNDERS[2].email).await;
    let mut owner = stage.signed_in(HOST, FOUNDERS[0].email).await;
    let wish = |n: u128| json!({ "input": { "id": Uuid::from_u128(n), "name": NAME, "purpose": "Des outils.", "joining": "ASKING" } });
    let asked = anne.graphql(ASK, wish(1)).await["data"]["askForGroup"].clone();
    assert_eq!(asked["group"]["state"], "ASKED", "{asked}");
    let group = asked["group"]["id"].clone();
    let more = anne.graphql(ASK, wish(2)).await["data"]["askForGroup"]["refusal"]["code"].clone();
    assert_eq!(more, "GROUP_ASKED_ALREADY");
    let desk = owner.graphql("{ groupsAsked { name keeper { name } } }", Value::Null).await;
    assert_eq!(desk["data"]["groupsAsked"][0]["name"], NAME, "{desk}");
    let granted = done(&mut owner, "grantGroup", json!({ "groupId": group })).await;
    assert_eq!(granted["group"]["state"], "OPEN", "{granted}");
    let taken = owner.graphql(ASK, wish(3)).await["data"]["askForGroup"]["refusal"]["code"].clone();
    assert_eq!(taken, "GROUP_NAME_TAKEN");

    let draft = json!({ "direction": "OFFER", "kind": "LOAN", "settlements": ["GIFT"], "title": TITLE, "body": "Oui.", "groupId": group });
    let publish = "mutation($input: PublishListingInput!) { publishListing(input: $input) { id refusal { code } } }";
    let unclear = anne.graphql(publish, json!({ "input": { "id": Uuid::from_u128(7), "draft": draft } })).await;
    assert_eq!(unclear["data"]["publishListing"]["refusal"]["code"], "AUDIENCE_GROUP_UNSAID", "{unclear}");
    let mut meant = draft.clone();
    meant["audience"] = json!("GROUP");
    let published = anne.graphql(publish, json!({ "input": { "id": Uuid::from_u128(7), "draft": meant } })).await;
    let id = published["data"]["publishListing"]["id"].clone();
    assert!(id.is_string(), "{published}");
    let listed = |found: &Value| found["data"]["listings"]["nodes"].as_array().unwrap().len();
    let of = json!({ "filter": { "groupId": group } });
    for filter in [json!({}), of.clone()] {
        assert_eq!(listed(&guy.graphql(LISTED, filter).await), 0);
    }
    let members = "query($id: ID!) { groupMembers(id: $id) { nodes { member { name } } } }";
    let who = guy.graphql(members, json!({ "id": group })).await;
    assert_eq!(who["data"]["groupMembers"]["nodes"], json!([]), "who is in it is for those who are");

    let waits = done(&mut guy, "joinGroup", json!({ "groupId": group })).await;
    assert_eq!(waits["group"]["part"], "WAITS", "{waits}");
    let asks = anne.graphql("query($id: ID!) { groupWaiting(id: $id) { id name } }", json!({ "id": group })).await;
    let member = asks["data"]["groupWaiting"][0]["id"].clone();
    let answer = json!({ "groupId": group, "memberId": member, "comesIn": true });
    let not_his = done(&mut guy, "answerJoining", answer.clone()).await;
    assert_eq!(not_his["refusal"]["code"], "NOT_FOUND", "{not_his}");
    let let_in = done(&mut anne, "answerJoining", answer).await;
    assert_eq!(let_in["group"]["memberCount"], 2, "{let_in}");
    let found = guy.graphql(LISTED, of.clone()).await;
    assert_eq!(found["data"]["listings"]["nodes"][0]["group"]["name"], NAME, "{found}");
    assert_eq!(found["data"]["listings"]["nodes"][0]["audience"], "GROUP");
    let left = done(&mut guy, "leaveGroup", json!({ "groupId": group })).await;
    assert_eq!(left["group"]["part"], "OUTSIDE", "{left}");
    assert_eq!(listed(&guy.graphql(LISTED, of).await), 0);
    stage.work().await;
    stage.finish().await;
}
