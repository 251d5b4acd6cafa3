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

/// One asks the other, and then does not any more; whoever was asked finds nothing to answer.
async fn withdrawn_by_web(keeper: &mut Visitor, heir: &mut Visitor, group: &str) {
    let link = keeper.get(group).await.expect(200).link("/hand-over");
    let heirs = keeper.get(&link).await.expect(200).attributes("input[name=member]", "value");
    let done = keeper.post(&link, &[("member", &heirs[0])]).await.expect(303);
    let page = keeper.follow(done).await.expect(200);
    let answers = |page: &Page| page.forms().iter().filter(|form| form.action.ends_with("/take-over")).count();
    assert_eq!(answers(&heir.get(group).await.expect(200)), 2);
    let not_theirs = keeper.post(&format!("{group}/take-over"), &[("takes", "yes")]).await.expect(422);
    assert!(not_theirs.text().contains("ne vous est plus proposé"), "{}", not_theirs.text());
    let done = keeper.submit(page.form("/hand-over/withdraw")).await.expect(303);
    assert!(!keeper.follow(done).await.expect(200).text().contains("qui a jusqu’au"));
    assert_eq!(answers(&heir.get(group).await.expect(200)), 0);
}

/// One asks the other, who says no and, asked once more, yes.
async fn handed_over_by_web(keeper: &mut Visitor, heir: &mut Visitor, group: &str) {
    for takes in [false, true] {
        let page = keeper.get(group).await.expect(200);
        let link = page.link("/hand-over");
        let nobody = keeper.get(&format!("{link}?q=xyz")).await.expect(200);
        assert!(nobody.text().contains("Personne de ce nom"), "{}", nobody.text());
        let found = keeper.get(&format!("{link}?q=guy")).await.expect(200);
        let heirs = found.attributes("input[name=member]", "value");
        assert_eq!(heirs.len(), 1, "{}", found.text());
        let offer = keeper.post(&link, &[]).await.expect(422);
        assert!(offer.text().contains("À qui"), "{}", offer.text());
        let done = keeper.post(&link, &[("member", &heirs[0])]).await.expect(303);
        assert!(keeper.follow(done).await.expect(200).text().contains("qui a jusqu’au"));
        assert!(heir.get("/notifications").await.expect(200).text().contains("vous propose de vous occuper"));
        let asked = heir.get(group).await.expect(200);
        let answers: Vec<_> = asked.forms().into_iter().filter(|form| form.action.ends_with("/take-over")).collect();
        assert_eq!(answers.len(), 2, "yes and no: {}", asked.text());
        let answer = answers.into_iter().find(|form| form.fields.is_empty() != takes).unwrap();
        let _answered = heir.submit(answer).await.expect(303);
    }
    let told = keeper.get("/notifications").await.expect(200).text();
    assert!(told.contains("ne souhaite pas s’occuper") && told.contains("s’occupe désormais de"), "{told}");
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

    let stays = anne.post(&format!("{group}/leave"), &[]).await.expect(422);
    assert!(stays.text().contains("confiez-le d’abord"), "{}", stays.text());
    withdrawn_by_web(&mut anne, &mut guy, &group).await;
    handed_over_by_web(&mut anne, &mut guy, &group).await;
    let page = anne.get(&group).await.expect(200);
    let _left = anne.submit(page.form("/leave")).await.expect(303);
    assert!(shows(&anne.get(&own).await.expect(200)), "it is still hers");
    let page = guy.get(&group).await.expect(200);
    let done = guy.submit(page.form(&format!("{group}/close"))).await.expect(303);
    assert!(guy.follow(done).await.expect(200).text().contains("Le groupe est fermé"));
    let _absent = anne.get(&group).await.expect(404);
    let journal = owner.get("/steward/journal").await.expect(200).text();
    assert!(
        journal.contains("s’occupe désormais du groupe dont s’occupait Anne") && journal.contains("a fermé le groupe"),
        "{journal}"
    );
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

#[tokio::test]
async fn whoever_looks_after_a_group_changes_it_and_puts_somebody_out_who_reads_why_by_web() {
    let stage = Stage::open().await;
    village(&stage).await;
    let mut anne = stage.signed_in(HOST, FOUNDERS[1].email).await;
    let mut guy = stage.signed_in(HOST, FOUNDERS[2].email).await;
    let mut claire = stage.signed_in(HOST, FOUNDERS[3].email).await;
    let mut owner = stage.signed_in(HOST, FOUNDERS[0].email).await;
    let group = granted_by_web(&mut anne, &mut owner, "at_once").await;
    let own = lent(&mut anne, &group).await;
    for visitor in [&mut guy, &mut claire] {
        stage.clock.advance(chrono::Duration::minutes(1));
        let page = visitor.get(&group).await.expect(200);
        let _joined = visitor.submit(page.form("/join")).await.expect(303);
    }
    let _not_his = guy.get(&format!("{group}/edit")).await.expect(404);
    let form = anne.get(&format!("{group}/edit")).await.expect(200).form("/edit");
    let purpose = form.fields.iter().find(|(name, _)| name == "purpose").unwrap().1.clone();
    assert_eq!(purpose, "On se prête les outils.", "what it is now stands in the form");
    let unsaid = anne.submit(form.fill(&[("name", ""), ("purpose", "Pour semer.")])).await.expect(422);
    assert!(unsaid.body.contains("Pour semer."), "what was typed comes back");
    let done = anne.submit(unsaid.form("/edit").fill(&[("name", "Les jardins du port")])).await.expect(303);
    let page = anne.follow(done).await.expect(200);
    assert!(page.text().contains("Les jardins du port") && page.text().contains("Pour semer."), "{}", page.text());
    assert!(guy.get("/notifications").await.expect(200).text().contains("s’appelle désormais « Les jardins du port »"));

    assert!(shows(&guy.get("/listings").await.expect(200)));
    let link = page.links("/put-out?member=").remove(0);
    let _not_his = claire.get(&link).await.expect(404);
    let form = anne.get(&link).await.expect(200);
    assert!(form.text().contains("Retirer Guy Morel du groupe"), "{}", form.text());
    let unreasoned = anne.submit(form.form("/put-out")).await.expect(422);
    let reasoned = unreasoned.form("/put-out").fill(&[("reason", "Les clés manquent.")]);
    let _out = anne.submit(reasoned).await.expect(303);
    assert!(guy.get("/notifications").await.expect(200).text().contains("Vous ne faites plus partie de"));
    let page = guy.get(&group).await.expect(200);
    assert!(page.text().contains("Les clés manquent.") && page.text().contains("à partir du"), "{}", page.text());
    assert!(!page.forms().iter().any(|form| form.action.ends_with("/join")), "for thirty days");
    assert!(!shows(&guy.get("/listings").await.expect(200)));
    let _absent = guy.get(&own).await.expect(404);
    let page = owner.get(&group).await.expect(200);
    let form = owner.get(&page.links("/put-out?member=").remove(0)).await.expect(200).form("/steward/groups");
    let _out = owner.submit(form.fill(&[("reason", "Assez.")])).await.expect(303);
    assert!(claire.get(&group).await.expect(200).text().contains("Assez."));
    let journal = owner.get("/steward/journal").await.expect(200).text();
    assert!(journal.contains("a modifié un groupe") && journal.contains("a retiré Guy Morel"), "{journal}");
    stage.clock.advance(chrono::Duration::days(30));
    let mut guy = stage.signed_in(HOST, FOUNDERS[2].email).await;
    let page = guy.get(&group).await.expect(200);
    let done = guy.submit(page.form("/join")).await.expect(303);
    assert!(guy.follow(done).await.expect(200).text().contains("Anne vous répondra"));
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

#[tokio::test]
async fn whoever_looks_after_a_group_changes_it_puts_somebody_out_and_hands_it_over_through_graphql() {
    let stage = Stage::open().await;
    village(&stage).await;
    let mut anne = stage.signed_in(HOST, FOUNDERS[1].email).await;
    let mut guy = stage.signed_in(HOST, FOUNDERS[2].email).await;
    let mut claire = stage.signed_in(HOST, FOUNDERS[3].email).await;
    let mut owner = stage.signed_in(HOST, FOUNDERS[0].email).await;
    let wish = json!({ "id": Uuid::from_u128(1), "name": NAME, "purpose": "Des outils.", "joining": "AT_ONCE" });
    let group = anne.graphql(ASK, json!({ "input": wish })).await["data"]["askForGroup"]["group"]["id"].clone();
    done(&mut owner, "grantGroup", json!({ "groupId": group })).await;
    for visitor in [&mut guy, &mut claire] {
        done(visitor, "joinGroup", json!({ "groupId": group })).await;
    }
    let changed = json!({ "groupId": group, "name": "Les jardins", "purpose": "Pour semer.", "joining": "ASKING" });
    let not_his = done(&mut guy, "editGroup", changed.clone()).await;
    assert_eq!(not_his["refusal"]["code"], "NOT_FOUND", "{not_his}");
    let edited = done(&mut anne, "editGroup", changed).await;
    assert!(edited["refusal"].is_null(), "{edited}");
    let heirs = "query($id: ID!, $named: String) {
        groupSuccessors(id: $id, named: $named) { members { member { id name } } isCut } }";
    let found = anne.graphql(heirs, json!({ "id": group, "named": "guy" })).await["data"]["groupSuccessors"].clone();
    assert_eq!((found["members"].as_array().unwrap().len(), &found["isCut"]), (1, &json!(false)), "{found}");
    let member = found["members"][0]["member"]["id"].clone();
    for withdrawn in [true, false] {
        let offered = done(&mut anne, "handOverGroup", json!({ "groupId": group, "memberId": member })).await;
        assert!(offered["refusal"].is_null(), "{offered}");
        if withdrawn {
            let withdrawn = done(&mut anne, "withdrawHandOver", json!({ "groupId": group })).await;
            assert_eq!(withdrawn["group"]["part"], "KEEPS", "{withdrawn}");
            let over = done(&mut guy, "answerHandOver", json!({ "groupId": group, "takes": true })).await;
            assert_eq!(over["refusal"]["code"], "GROUP_OFFER_OVER", "{over}");
        }
    }
    let matters = "query($id: ID!) { group(id: $id) { name part seesListings putsOut }
        groupMatters(id: $id) { offer { to { id } until isMine } putOut { reason at againAt } mayJoin asksFirst } }";
    let asked = guy.graphql(matters, json!({ "id": group })).await["data"].clone();
    assert_eq!(asked["groupMatters"]["offer"]["isMine"], true, "{asked}");
    assert_eq!((&asked["group"]["name"], &asked["group"]["putsOut"]), (&json!("Les jardins"), &json!(false)));
    let taken = done(&mut guy, "answerHandOver", json!({ "groupId": group, "takes": true })).await;
    assert_eq!(taken["group"]["part"], "KEEPS", "{taken}");
    let found = guy.graphql(heirs, json!({ "id": group, "named": "cla" })).await["data"]["groupSuccessors"].clone();
    let out = json!({ "groupId": group, "memberId": found["members"][0]["member"]["id"], "reason": "Assez." });
    let not_hers = done(&mut anne, "putOutOfGroup", out.clone()).await;
    assert_eq!(not_hers["refusal"]["code"], "NOT_FOUND", "she keeps it no longer");
    let gone = done(&mut guy, "putOutOfGroup", out).await;
    assert_eq!(gone["group"]["memberCount"], 2, "{gone}");
    let read = claire.graphql(matters, json!({ "id": group })).await["data"].clone();
    assert_eq!(read["groupMatters"]["putOut"]["reason"], "Assez.", "{read}");
    assert_eq!(read["group"]["seesListings"], false, "{read}");
    assert_eq!(read["groupMatters"]["mayJoin"], false, "{read}");
    let outside = owner.graphql(matters, json!({ "id": group })).await["data"]["groupMatters"].clone();
    assert_eq!((&outside["mayJoin"], &outside["asksFirst"]), (&json!(true), &json!(true)), "{outside}");
    let again = done(&mut claire, "joinGroup", json!({ "groupId": group })).await;
    assert_eq!(again["refusal"]["code"], "GROUP_PUT_OUT", "{again}");
    let anne_id = anne.graphql("{ viewer { me { member { id } } } }", Value::Null).await;
    let out =
        json!({ "groupId": group, "memberId": anne_id["data"]["viewer"]["me"]["member"]["id"], "reason": "Assez." });
    let by_office = done(&mut owner, "putOutOfGroupByOffice", out).await;
    assert_eq!(by_office["group"]["memberCount"], 1, "{by_office}");
    stage.work().await;
    stage.finish().await;
}
