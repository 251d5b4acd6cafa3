//! Somebody begins a listing, keeps it for later, and goes on with it.

use crate::village;
use chrono::Duration;
use kit::{Form, Stage, Visitor};
use serde_json::{Value, json};
use uuid::Uuid;

const COMMUNITY: &str = "village.localhost";
const TITLE: &str = "Quelqu’un pour tenir l’échelle";

/// As the button does that keeps for later.
fn for_later(form: Form) -> Form {
    Form { action: "/listings/drafts".to_owned(), ..form }
}

/// Begins a request of which she has only the title, and keeps it.
async fn begins(visitor: &mut Visitor) {
    let page = visitor.visit("/listings/new?direction=request").await.expect(200);
    assert!(page.text().contains("Garder pour plus tard"), "{}", page.text());
    assert!(page.text().contains("vous attend trente jours"), "it says for how long: {}", page.text());
    let kept = visitor.submit(for_later(page.form("/listings").fill(&[("title", TITLE)]))).await.expect(303);
    assert_eq!(kept.redirect().unwrap().split(['?', '#']).next(), Some("/listings/mine"));
    let mine = visitor.follow(kept).await.expect(200);
    assert!(mine.text().contains("Votre brouillon est gardé.") && mine.text().contains(TITLE), "{}", mine.text());
}

/// Where her one draft is taken up again.
async fn her_draft(visitor: &mut Visitor) -> String {
    let links = visitor.get("/listings/mine").await.expect(200).links("/listings/drafts/");
    let mut links = links.into_iter().filter(|link| !link.ends_with("/delete"));
    let link = links.next().unwrap();
    assert_eq!(links.next(), None);
    link
}

#[tokio::test]
async fn a_listing_is_begun_kept_taken_up_again_and_published_without_a_script() {
    let stage = Stage::open().await;
    village(&stage).await;
    let mut anne = stage.signed_in(COMMUNITY, "anne@example.test").await;
    begins(&mut anne).await;
    let draft = her_draft(&mut anne).await;

    // Nobody else finds it, the team neither.
    for email in ["guy@example.test", "helene@example.test"] {
        let mut other = stage.signed_in(COMMUNITY, email).await;
        let _not_theirs = other.get(&draft).await.expect(404);
        let _nor_to_delete = other.get(&format!("{draft}/delete")).await.expect(404);
        let _nor_deleted = other.post(&format!("{draft}/delete"), &[]).await.expect(404);
        assert!(!other.get("/listings").await.expect(200).text().contains(TITLE));
    }

    // She goes on: what she typed is there, and what she types now is kept in the same place.
    let form = anne.get(&draft).await.expect(200).form("/listings");
    let typed =
        |form: &Form, name: &str| form.fields.iter().find(|(field, _)| field == name).map(|(_, value)| value.clone());
    assert_eq!(typed(&form, "title").as_deref(), Some(TITLE));
    assert_eq!(typed(&form, "direction").as_deref(), Some("request"));
    let more = form.fill(&[("body", "Dix minutes, samedi."), ("behalf_name", "Jeanne"), ("behalf_consent", "yes")]);
    let _kept = anne.submit(for_later(more)).await.expect(303);
    assert_eq!(her_draft(&mut anne).await, draft, "one draft, in the same place");
    let form = anne.get(&draft).await.expect(200).form("/listings");
    assert_eq!(typed(&form, "behalf_name").as_deref(), Some("Jeanne"));
    assert_eq!(typed(&form, "behalf_consent"), None, "nobody's consent is kept");

    // It cannot be published as it is: it comes back, and the draft is still there.
    let lacking = anne.submit(form.clone()).await.expect(422);
    assert!(lacking.body.contains("Dix minutes, samedi."), "{}", lacking.text());
    let whole = lacking.form("/listings").fill(&[("kind", "service"), ("behalf_consent", "yes")]);
    assert_eq!(her_draft(&mut anne).await, draft, "nothing of it is lost");
    let published = anne.submit(whole).await.expect(303);
    let listing = published.redirect().unwrap().split(['?', '#']).next().unwrap().to_owned();
    assert_eq!(listing, draft.replace("/drafts", ""), "the same id");
    assert!(anne.get("/listings/mine").await.expect(200).links("/listings/drafts/").is_empty());
    let _gone = anne.get(&draft).await.expect(404);

    // Whoever goes back in their browser and keeps it once more is told.
    let late = anne.submit(for_later(form)).await.expect(409);
    assert!(late.text().contains("Cette annonce est déjà publiée"), "{}", late.text());
    stage.close().await;
}

#[tokio::test]
async fn the_eleventh_draft_is_refused_and_nothing_typed_is_lost() {
    let stage = Stage::open().await;
    village(&stage).await;
    let mut anne = stage.signed_in(COMMUNITY, "anne@example.test").await;
    for _ in 0..10 {
        let form = anne.visit("/listings/new?direction=offer").await.expect(200).form("/listings");
        let _kept = anne.submit(for_later(form)).await.expect(303);
    }
    let form = anne.visit("/listings/new?direction=offer").await.expect(200).form("/listings");
    let typed = [("title", "Une onzième"), ("body", "Et son texte."), ("quantity", "trois")];
    let refused = anne.submit(for_later(form.fill(&typed))).await.expect(409);
    assert!(refused.text().contains("Vous gardez déjà dix brouillons."), "{}", refused.text());
    for (name, value) in typed {
        let there = refused.form("/listings").fields.iter().any(|(field, text)| field == name && text.contains(value));
        assert!(there, "{name}");
    }
    // One is deleted, and the same page sent again is kept.
    let mine = anne.get("/listings/mine").await.expect(200);
    assert!(mine.text().contains("Sans titre pour l’instant"), "{}", mine.text());
    let one = mine.links("/delete").remove(0);
    let sure = anne.get(&one).await.expect(200);
    let _deleted = anne.submit(sure.form("/delete")).await.expect(303);
    let _kept = anne.submit(for_later(refused.form("/listings"))).await.expect(303);
    assert!(anne.get("/listings/mine").await.expect(200).text().contains("Une onzième"));
    stage.close().await;
}

#[tokio::test]
async fn a_draft_goes_thirty_days_after_it_was_kept() {
    let stage = Stage::open().await;
    village(&stage).await;
    let mut anne = stage.signed_in(COMMUNITY, "anne@example.test").await;
    begins(&mut anne).await;
    stage.advance(Duration::days(29)).await;
    let mut anne = stage.signed_in(COMMUNITY, "anne@example.test").await;
    let draft = her_draft(&mut anne).await;
    stage.advance(Duration::days(1) + Duration::hours(1)).await;
    let mut anne = stage.signed_in(COMMUNITY, "anne@example.test").await;
    let _gone = anne.get(&draft).await.expect(404);
    let left = sqlx::query_scalar::<_, i64>("select count(*) from listing_draft");
    assert_eq!(left.fetch_one(&mut stage.scratch.owner().await).await.unwrap(), 0, "the sweep has been there");
    stage.close().await;
}

const KEEP: &str = "mutation($input: SaveDraftInput!) { saveDraft(input: $input) { draft { publishAs title direction kind extent { quantity } audience } refusal { code field } } }";
const DRAFTS: &str = "{ viewer { drafts { publishAs title body } } }";
const PUBLISH: &str =
    "mutation($input: PublishListingInput!) { publishListing(input: $input) { id refusal { code } } }";
const AWAY: &str = "mutation($id: UUID!) { deleteDraft(input: { id: $id }) { deleted refusal { code } } }";

#[tokio::test]
async fn a_listing_is_begun_kept_and_published_through_graphql() {
    let stage = Stage::open().await;
    village(&stage).await;
    let mut anne = stage.signed_in(COMMUNITY, "anne@example.test").await;
    let mut owner = stage.signed_in(COMMUNITY, "helene@example.test").await;
    let id = Uuid::from_u128(7);
    let input = |title: &str| {
        let extent = json!({ "quantity": "une douzaine" });
        json!({ "input": { "id": id, "direction": "OFFER", "title": title, "extent": extent } })
    };
    let refused = anne.graphql(KEEP, input(&"x".repeat(121))).await;
    let too_long = json!({ "code": "LISTING_TITLE_TOO_LONG", "field": "title" });
    assert_eq!(refused["data"]["saveDraft"]["refusal"], too_long, "{refused}");
    let kept = anne.graphql(KEEP, input("Œufs")).await;
    let shown = json!({
        "publishAs": id, "title": "Œufs", "direction": "OFFER", "kind": Value::Null,
        "extent": { "quantity": "une douzaine" }, "audience": "EVERYONE",
    });
    assert_eq!(kept["data"]["saveDraft"]["draft"], shown, "{kept}");
    let mine = anne.graphql(DRAFTS, Value::Null).await;
    assert_eq!(mine["data"]["viewer"]["drafts"], json!([{ "publishAs": id, "title": "Œufs", "body": "" }]), "{mine}");
    let hers = owner.graphql(DRAFTS, Value::Null).await;
    assert_eq!(hers["data"]["viewer"]["drafts"], json!([]), "{hers}");
    assert_eq!(owner.graphql(AWAY, json!({ "id": id })).await["data"]["deleteDraft"]["refusal"]["code"], "NOT_FOUND");
    let mut nobody = stage.visitor(COMMUNITY);
    assert_eq!(nobody.graphql(DRAFTS, Value::Null).await["data"]["viewer"]["drafts"], json!([]));

    let draft =
        json!({ "direction": "OFFER", "kind": "GOOD", "settlements": ["GIFT"], "title": "Œufs", "body": "Du jour." });
    let published = anne.graphql(PUBLISH, json!({ "input": { "id": id, "draft": draft } })).await;
    assert!(published["data"]["publishListing"]["refusal"].is_null(), "{published}");
    assert_eq!(anne.graphql(DRAFTS, Value::Null).await["data"]["viewer"]["drafts"], json!([]));
    let late = anne.graphql(KEEP, input("Œufs")).await;
    assert_eq!(late["data"]["saveDraft"]["refusal"]["code"], "DRAFT_PUBLISHED", "{late}");

    let other = json!({ "input": { "id": Uuid::from_u128(8), "direction": "REQUEST" } });
    assert!(anne.graphql(KEEP, other).await["data"]["saveDraft"]["refusal"].is_null());
    let away = anne.graphql(AWAY, json!({ "id": Uuid::from_u128(8) })).await;
    assert_eq!(away["data"]["deleteDraft"]["deleted"], true, "{away}");
    stage.close().await;
}
