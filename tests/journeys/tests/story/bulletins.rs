//! Official information: an editor writes, members read it at home, whoever waits reads it where the community grants it.

use crate::going::ask;
use crate::{FOUNDERS, THOMAS, village};
use kernel::{Caller, CommunityId, MemberId, Role};
use kit::{Stage, Visitor};
use membership::role::{GiveRole, give_role};
use serde_json::{Value, json};
use sponsorship::Apply;
use uuid::Uuid;

pub const HOST: &str = "village.localhost";

/// The village with Anne as its editor, and Thomas, who waits.
pub async fn with_a_guest(stage: &Stage) -> CommunityId {
    let id = village(stage).await;
    let anne = stage.caller(id, FOUNDERS[1].email).await.me().unwrap().member;
    give_role(&stage.db, &Caller::house(id), GiveRole { member: anne, role: Role::Editor }).await.unwrap();
    let visitor = stage.caller(id, THOMAS).await;
    let apply = Apply {
        id: MemberId(Uuid::from_u128(0x7)),
        name: "Thomas Lambert".to_owned(),
        about: "J’habite Corbigny depuis peu.".to_owned(),
        town: "Corbigny".to_owned(),
        charter_accepted: true,
        via: None,
    };
    sponsorship::apply(&stage.db, &visitor, apply).await.unwrap();
    stage.work().await;
    stage.sink.clear();
    id
}

/// The owner grants whoever waits these rights, on the page of the settings, and no others.
pub async fn grant(stage: &Stage, rights: &[&str]) {
    let mut owner = stage.signed_in(HOST, FOUNDERS[0].email).await;
    let mut form = owner.get("/owner").await.expect(200).form("/owner/policy");
    form.fields.retain(|(name, _)| name != "guest_rights");
    form.fields.extend(rights.iter().map(|right| ("guest_rights".to_owned(), (*right).to_owned())));
    let _saved = owner.submit(form).await.expect(303);
}

#[tokio::test]
async fn an_editor_informs_members_and_whoever_waits_if_that_is_granted_by_web() {
    let stage = Stage::open().await;
    with_a_guest(&stage).await;
    let mut anne = stage.signed_in(HOST, FOUNDERS[1].email).await;
    let new = anne.get("/bulletins").await.expect(200).link("/new");
    let form = anne.get(&new).await.expect(200).form("/bulletins");
    let wrong = anne.submit(form.clone().fill(&[("title", ""), ("body", "Vendredi.")])).await;
    assert_eq!(wrong.status.as_u16(), 422, "a bulletin has a title");
    let fill = [("title", "Mairie fermée vendredi"), ("body", "Pour travaux.\n\nRetour lundi.")];
    let done = anne.submit(form.fill(&fill)).await.expect(303);
    let shown = anne.follow(done).await.expect(200);
    assert!(shown.text().contains("Pour travaux."), "{}", shown.text());
    let way = shown.path.clone();

    let mut guy = stage.signed_in(HOST, FOUNDERS[2].email).await;
    let home = guy.get("/").await.expect(200);
    assert_eq!(home.links("/bulletins/"), std::slice::from_ref(&way), "at home, for a member");
    let read = guy.get(&way).await.expect(200);
    assert_eq!(read.links("/edit"), Vec::<String>::new(), "who cannot change it");
    let mut thomas = stage.signed_in(HOST, THOMAS).await;
    let list = thomas.get("/waiting").await.expect(200).link("/bulletins");
    assert_eq!(thomas.get(&list).await.expect(200).links("/bulletins/"), std::slice::from_ref(&way));
    assert!(thomas.get(&way).await.expect(200).text().contains("Retour lundi."), "whoever waits reads it too");

    grant(&stage, &[]).await;
    for closed in [way.as_str(), "/bulletins"] {
        assert_eq!(thomas.get(closed).await.redirect(), Some("/waiting"), "unless the community does not grant it");
    }
    assert!(thomas.get("/waiting").await.expect(200).links("/bulletins").is_empty());
    let _still = guy.get(&way).await.expect(200);
    grant(&stage, &["bulletins"]).await;

    let edit = anne.get(&way).await.expect(200).link("/edit");
    let form = anne.get(&edit).await.expect(200).form("/edit");
    let _saved = anne.submit(form.fill(&[("body", "Pour travaux, samedi aussi.")])).await.expect(303);
    let read = thomas.get(&way).await.expect(200).text();
    assert!(read.contains("samedi aussi") && read.contains("Modifiée le"), "{read}");
    let form = anne.get(&way).await.expect(200).form("/take-down");
    let _down = anne.submit(form).await.expect(303);
    for reader in [&mut anne, &mut guy, &mut thomas] {
        assert_eq!(reader.get(&way).await.status.as_u16(), 404, "what was taken down is absent");
    }
    let mut owner = stage.signed_in(HOST, FOUNDERS[0].email).await;
    let journal = owner.get("/steward/journal").await.expect(200).text();
    for entry in ["a publié une", "a modifié une", "a retiré une"] {
        assert!(journal.contains(&format!("Anne Petit {entry} information officielle")), "{journal}");
    }
    stage.work().await;
    stage.finish().await;
}

const BULLETINS: &str = "{ bulletins { nodes { id title body publishedAt editedAt } } }";

async fn titles(visitor: &mut Visitor) -> Vec<Value> {
    let found = ask(visitor, BULLETINS, json!({})).await;
    found["bulletins"]["nodes"].as_array().unwrap().iter().map(|one| one["title"].clone()).collect()
}

#[tokio::test]
async fn an_editor_informs_members_and_whoever_waits_if_that_is_granted_through_graphql() {
    let stage = Stage::open().await;
    with_a_guest(&stage).await;
    let mut anne = stage.signed_in(HOST, FOUNDERS[1].email).await;
    let mut thomas = stage.signed_in(HOST, THOMAS).await;
    let write = "mutation($input: WriteBulletinInput!) { writeBulletin(input: $input) { bulletin { id title } refusal { code field } } }";
    let input = json!({ "id": Uuid::from_u128(5), "title": "Mairie fermée", "body": "Vendredi." });
    let id = ask(&mut anne, write, json!({ "input": input })).await["writeBulletin"]["bulletin"]["id"].clone();
    ask(&mut anne, write, json!({ "input": input })).await;
    assert_eq!(titles(&mut thomas).await, ["Mairie fermée"], "twice is once");
    let refused = thomas.graphql(write, json!({ "input": input })).await;
    assert_eq!(refused["data"]["writeBulletin"]["refusal"]["code"], "FORBIDDEN", "{refused}");

    let mut owner = stage.signed_in(HOST, FOUNDERS[0].email).await;
    let change = "mutation($input: ChangeCommunityInput!) { changeCommunity(input: $input) { community { guestRights version } refusal { code } } }";
    let changed = ask(&mut owner, change, json!({ "input": { "version": 1, "guestRights": [] } })).await;
    assert_eq!(changed["changeCommunity"]["community"]["guestRights"], json!([]));
    let refused = thomas.graphql(BULLETINS, json!({})).await;
    assert_eq!(refused["errors"][0]["extensions"]["code"], "FORBIDDEN", "{refused}");
    let back = json!({ "input": { "version": 2, "guestRights": ["BULLETINS"] } });
    ask(&mut owner, change, back).await;

    let edit = "mutation($input: EditBulletinInput!) { editBulletin(input: $input) { bulletin { title editedAt } refusal { code } } }";
    let input = json!({ "id": id, "title": "Mairie fermée samedi", "body": "Pour travaux." });
    let edited = ask(&mut anne, edit, json!({ "input": input })).await["editBulletin"]["bulletin"].clone();
    assert!(edited["editedAt"].is_string(), "{edited}");
    assert_eq!(titles(&mut thomas).await, ["Mairie fermée samedi"]);
    let one = "query($id: ID!) { bulletin(id: $id) { body } }";
    assert_eq!(ask(&mut thomas, one, json!({ "id": id })).await["bulletin"]["body"], "Pour travaux.");
    let down =
        "mutation($input: TakeDownBulletinInput!) { takeDownBulletin(input: $input) { takenDown refusal { code } } }";
    ask(&mut anne, down, json!({ "input": { "id": id } })).await;
    ask(&mut anne, down, json!({ "input": { "id": id } })).await;
    assert_eq!(titles(&mut thomas).await, Vec::<Value>::new());
    assert_eq!(ask(&mut anne, one, json!({ "id": id })).await["bulletin"], Value::Null);
    stage.work().await;
    stage.finish().await;
}
