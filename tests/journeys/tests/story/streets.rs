//! Whereabouts in a town somebody lives, where an installation named a geocoder: it is asked over a real line, and may fail.

use crate::{
    near::{publish, publish_by_graphql},
    village,
};
use geocoder::{Dialect, Remote};
use kit::Stage;
use places::Streets;
use serde_json::{Value, json};
use std::sync::Arc;
use tokio::{
    io::{AsyncReadExt as _, AsyncWriteExt as _},
    net::TcpListener,
    task::JoinHandle,
};

const COMMUNITY: &str = "village.localhost";
/// In the north of Nevers, as the French base answers.
const ANSWER: &str = r#"{"type":"FeatureCollection","features":[{"type":"Feature","geometry":{"type":"Point","coordinates":[3.157612,47.034273]},
"properties":{"label":"12 Rue de Nièvre 58000 Nevers","score":0.97,"housenumber":"12","type":"housenumber","name":"12 Rue de Nièvre",
"postcode":"58000","citycode":"58194","city":"Nevers","street":"Rue de Nièvre"}}],"query":"12 rue de Nièvre Nevers"}"#;

/// A geocoder on this machine, until it is switched off.
async fn geocoder() -> (Streets, JoinHandle<()>) {
    let _already = rustls::crypto::ring::default_provider().install_default();
    let listener = TcpListener::bind("127.0.0.1:0").await.unwrap();
    let address = format!("http://127.0.0.1:{}/search", listener.local_addr().unwrap().port());
    let serving = tokio::spawn(async move {
        while let Ok((mut stream, _)) = listener.accept().await {
            let _question = stream.read(&mut [0; 4096]).await;
            let head = format!("HTTP/1.1 200 OK\r\ncontent-length: {}\r\nconnection: close\r\n\r\n", ANSWER.len());
            let _told = stream.write_all(format!("{head}{ANSWER}").as_bytes()).await;
        }
    });
    (Streets::asked_of(Arc::new(Remote::new(Dialect::Ban, &address).unwrap())), serving)
}

#[tokio::test]
async fn a_member_names_a_street_and_is_nearer_to_what_is_near_on_the_pages() {
    let (streets, serving) = geocoder().await;
    let stage = Stage::with_streets(streets).await;
    village(&stage).await;
    let mut anne = stage.signed_in(COMMUNITY, "anne@example.test").await;
    let mut guy = stage.signed_in(COMMUNITY, "guy@example.test").await;
    let north = publish(&mut guy, "offer", "Garder un chat", "Varennes-Vauzelles").await;

    let page = anne.visit("/places").await.expect(200);
    assert!(page.text().contains("Nous demandons où est cette rue à 127.0.0.1"), "{}", page.text());
    let typed = [("home", "Nevers"), ("home_street", "12 rue de Nièvre")];
    let kept = anne.submit(page.form("/places").fill(&typed)).await.expect(303);
    let mine = anne.follow(kept).await.expect(200);
    assert!(mine.text().contains("Nous connaissons l’endroit à 500 mètres près"), "{}", mine.text());
    assert!(!mine.body.contains("12 rue") && !mine.body.contains("47.03"), "neither address nor point");
    let near = anne.get("/listings?near=home&radius=5&order=nearest").await.expect(200);
    assert!(near.links(&north).len() == 1 && near.text().contains("À 2 km environ"), "{}", near.text());

    // The geocoder goes: the town is kept, it is said, and what was typed is still there.
    serving.abort();
    let _gone = serving.await;
    let refused = anne.submit(mine.form("/places").fill(&[("home_street", "3 rue du Moulin")])).await.expect(422);
    let text = refused.text();
    assert!(text.contains("Votre commune est notée. La rue ne l’est pas : le service"), "{text}");
    assert!(refused.body.contains("3 rue du Moulin") && refused.body.contains("Nevers"));
    let town = anne.get("/listings?near=home&radius=5&order=nearest").await.expect(200);
    assert!(town.text().contains("À 3 km environ"), "{}", town.text());
    let mine = anne.get("/places").await.expect(200);
    assert!(mine.body.contains("Nevers (58000") && !mine.text().contains("500\u{a0}mètres près. Laissez"));
    stage.close().await;
}

const CHOOSE: &str = "mutation($input: ChooseMyPlacesInput!) { chooseMyPlaces(input: $input) {
    homeStreet workStreet places { home { name } homeIsNarrowed workIsNarrowed streetsAskedOf } refusal { code field } } }";
const NEAR: &str = "{ listings(filter: { near: \"home\", order: NEAREST }) { nodes { title kilometres } } }";

#[tokio::test]
async fn a_member_names_a_street_and_is_nearer_to_what_is_near_through_graphql() {
    let (streets, serving) = geocoder().await;
    let stage = Stage::with_streets(streets).await;
    village(&stage).await;
    let mut anne = stage.signed_in(COMMUNITY, "anne@example.test").await;
    let mut guy = stage.signed_in(COMMUNITY, "guy@example.test").await;
    publish_by_graphql(&mut guy, 1, "Garder un chat", "Varennes-Vauzelles").await;
    let named = |street: &str| json!({ "input": { "home": { "town": "Nevers", "street": street } } });
    let done = anne.graphql(CHOOSE, named("12 rue de Nièvre")).await["data"]["chooseMyPlaces"].clone();
    assert_eq!((&done["homeStreet"], &done["workStreet"]), (&json!("FOUND"), &json!("NOT_ASKED")), "{done}");
    let expected = json!({ "home": { "name": "Nevers" }, "homeIsNarrowed": true, "workIsNarrowed": false, "streetsAskedOf": "127.0.0.1" });
    assert_eq!(done["places"], expected);
    let near = anne.graphql(NEAR, Value::Null).await;
    assert_eq!(near["data"]["listings"]["nodes"], json!([{ "title": "Garder un chat", "kilometres": 2 }]));
    // Guy lives there too, and learns nothing of Anne.
    let his = guy.graphql("{ myPlaces { home { name } homeIsNarrowed } }", Value::Null).await;
    assert_eq!(his["data"]["myPlaces"], json!({ "home": null, "homeIsNarrowed": false }));
    let townless = anne.graphql(CHOOSE, json!({ "input": { "work": { "street": "12 rue de Nièvre" } } })).await;
    let refusal = json!({ "code": "STREET_WITHOUT_TOWN", "field": "workStreet" });
    assert_eq!(townless["data"]["chooseMyPlaces"]["refusal"], refusal, "{townless}");
    serving.abort();
    let _gone = serving.await;
    let down = anne.graphql(CHOOSE, named("3 rue du Moulin")).await["data"]["chooseMyPlaces"].clone();
    assert_eq!(
        (&down["homeStreet"], &down["places"]["homeIsNarrowed"]),
        (&json!("UNANSWERED"), &json!(false)),
        "{down}"
    );
    assert_eq!(down["places"]["home"]["name"], "Nevers");
    stage.close().await;
}

#[tokio::test]
async fn by_default_no_street_is_asked_for_and_nobody_outside_is_asked() {
    let stage = Stage::open().await;
    village(&stage).await;
    let mut anne = stage.signed_in(COMMUNITY, "anne@example.test").await;
    let page = anne.visit("/places").await.expect(200);
    assert!(!page.body.contains("home_street") && !page.body.contains("work_street"));
    let asked = anne.graphql("{ myPlaces { streetsAskedOf } }", Value::Null).await;
    assert_eq!(asked["data"]["myPlaces"]["streetsAskedOf"], Value::Null);
    stage.close().await;
}
