//! What whoever runs the installation sees of it: numbers of requests, figures, smaller answers.

use crate::{FOUNDERS, village};
use kit::Stage;
use server::metrics::House;

#[tokio::test]
async fn every_answer_has_a_number_of_its_own_and_figures_name_nobody() {
    let stage = Stage::open().await;
    let village = village(&stage).await;
    let mut helene = stage.signed_in("village.localhost", FOUNDERS[0].email).await;
    let home = helene.get("/").await.expect(200);
    let lost = helene.get("/no-such-page-zebra").await.expect(404);
    let number = |page: &kit::Page| page.headers["x-correlation-id"].to_str().unwrap().to_owned();
    assert_ne!(number(&home), number(&lost));
    let figures = House::new(stage.db.clone(), &stage.traffic).text().await;
    assert!(figures.contains("maillon_answers_total{area=\"other\",class=\"4xx\"} 1"), "{figures}");
    assert!(figures.contains("maillon_database_up 1"), "{figures}");
    for lane in ["security", "prompt", "bulk"] {
        assert!(figures.contains(&format!("maillon_jobs_queued{{lane=\"{lane}\"}}")), "{figures}");
    }
    assert!(figures.ends_with("# EOF\n"));
    for name in watched_for() {
        assert!(figures.contains(&name), "{name} is watched for and not shown");
    }
    for secret in ["zebra", "village", "helene", &village.to_string()] {
        assert!(!figures.contains(secret), "{secret} is in the figures");
    }
    stage.close().await;
}

#[tokio::test]
async fn pages_are_sent_smaller_to_browsers_that_like_it() {
    let stage = Stage::open().await;
    let _village = village(&stage).await;
    let mut visitor = stage.visitor("village.localhost");
    let plain = visitor.get("/").await.expect(200);
    let gzip = [("accept-encoding", "gzip")];
    let small = visitor.send(poem::http::Method::GET, "/", &gzip, None).await.expect(200);
    assert_eq!(small.headers["content-encoding"], "gzip");
    assert!(plain.headers.get("content-encoding").is_none());
    let length = |page: &kit::Page| page.headers["content-length"].to_str().unwrap().parse::<usize>().unwrap();
    assert!(3 * length(&small) < length(&plain), "{} of {}", length(&small), length(&plain));
    stage.close().await;
}

/// Every figure that the alerts and the board speak of.
fn watched_for() -> Vec<String> {
    let folder = std::path::Path::new(env!("CARGO_MANIFEST_DIR")).join("../../infra/observability");
    let texts = ["alerts.yml", "dashboard.json"].map(|file| std::fs::read_to_string(folder.join(file)).unwrap());
    let is_name = |sign: char| sign.is_ascii_alphanumeric() || sign == '_';
    let names = texts.iter().flat_map(|text| text.split("maillon_").skip(1));
    let names: Vec<String> =
        names.map(|rest| format!("maillon_{}", rest.split(|c| !is_name(c)).next().unwrap_or_default())).collect();
    assert!(names.len() > 15, "{names:?}");
    names
}
