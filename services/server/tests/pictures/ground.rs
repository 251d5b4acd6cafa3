//! A community with a listing's form, and a browser that sends files.

use kernel::{CommunityId, ListingId};
use kit::{Somebody, Stage};
use reqwest::{Method, RequestBuilder, Response, header};
use std::path::{Path, PathBuf};
use uuid::Uuid;

pub const OWNER: Somebody = Somebody::new("Odile Martin", "odile@example.test");
pub const BRUNO: Somebody = Somebody::new("Bruno Faure", "bruno@example.test");
pub const CLAIRE: Somebody = Somebody::new("Claire Roux", "claire@example.test");

/// A community with three people.
pub struct Ground {
    pub stage: Stage,
    pub community: CommunityId,
}

impl Ground {
    pub async fn open() -> Self {
        Self::on(Stage::open().await).await
    }

    pub async fn on(stage: Stage) -> Self {
        let community = stage.community("entraide", "confiance", &[OWNER, BRUNO, CLAIRE]).await;
        Self { stage, community }
    }

    pub async fn browser(&self, who: Somebody) -> Browser {
        let visitor = self.stage.signed_in("entraide.localhost", who.email).await;
        let cookies = visitor.cookies().iter().map(|(name, value)| format!("{name}={value}"));
        Browser {
            port: self.stage.port(),
            host: "entraide.localhost".to_owned(),
            cookies: cookies.collect::<Vec<_>>().join("; "),
        }
    }

    /// Files of this community that are kept, at this moment.
    pub fn files(&self) -> Vec<PathBuf> {
        below(&self.stage.scratch.folder().join("media").join(self.community.to_string()))
    }

    pub async fn count(&self, statement: &'static str) -> i64 {
        sqlx::query_scalar(statement).fetch_one(&mut self.stage.scratch.owner().await).await.unwrap()
    }

    pub async fn run(&self, statement: &'static str) {
        sqlx::query(statement).execute(&mut self.stage.scratch.owner().await).await.unwrap();
    }

    pub fn fresh(&self) -> ListingId {
        ListingId(self.stage.db.entropy().id())
    }
}

pub fn below(folder: &Path) -> Vec<PathBuf> {
    let Ok(entries) = std::fs::read_dir(folder) else { return Vec::new() };
    let each = entries.map(|entry| entry.unwrap().path());
    each.flat_map(|path| if path.is_dir() { below(&path) } else { vec![path] }).collect()
}

/// Sends files as a browser does.
#[derive(Clone)]
pub struct Browser {
    pub port: u16,
    pub host: String,
    pub cookies: String,
}

impl Browser {
    pub fn request(&self, method: Method, path: &str) -> RequestBuilder {
        let client =
            reqwest::Client::builder().redirect(reqwest::redirect::Policy::none()).tls_certs_only([]).build().unwrap();
        client
            .request(method, format!("http://127.0.0.1:{}{path}", self.port))
            .header(header::HOST, format!("{}:{}", self.host, self.port))
            .header(header::COOKIE, &self.cookies)
            .header("accept-language", "fr")
            .header("origin", format!("http://{}:{}", self.host, self.port))
            .header("sec-fetch-site", "same-origin")
    }

    pub async fn get(&self, path: &str) -> Response {
        self.request(Method::GET, path).send().await.unwrap()
    }

    /// A form with files.
    pub async fn send(&self, path: &str, fields: &[(&str, &str)], photos: &[&[u8]]) -> Response {
        let boundary = format!("boundary-{}", Uuid::from_u128(7));
        let kind = format!("multipart/form-data; boundary={boundary}");
        let body = multipart(&boundary, fields, photos);
        self.request(Method::POST, path).header(header::CONTENT_TYPE, kind).body(body).send().await.unwrap()
    }

    /// Photos for a listing, as a program sends them; status and answer.
    pub async fn photos(&self, listing: ListingId, photos: &[&[u8]]) -> (u16, serde_json::Value) {
        let answer = self.send(&format!("/listings/{listing}/photos"), &[], photos).await;
        (answer.status().as_u16(), serde_json::from_str(&answer.text().await.unwrap()).unwrap_or_default())
    }

    /// A listing of theirs, with photos.
    pub async fn publish(&self, listing: ListingId, photos: &[&[u8]]) -> Response {
        let id = listing.to_string();
        self.send("/listings", &draft(&id), photos).await
    }

    /// The addresses of the photos that this person is shown on a page, large and small.
    pub async fn addresses(&self, path: &str) -> Vec<String> {
        let page = self.get(path).await.text().await.unwrap();
        let mut found: Vec<String> =
            page.split('"').filter(|part| part.starts_with("/media/")).map(str::to_owned).collect();
        found.dedup();
        found
    }
}

/// What a form says of a listing.
pub fn draft(id: &str) -> Vec<(&str, &str)> {
    vec![
        ("id", id),
        ("direction", "offer"),
        ("title", "Perceuse verte"),
        ("kind", "loan"),
        ("body", "Elle dort dans mon atelier."),
        ("settlements", "gift"),
        ("town", "Corbigny"),
    ]
}

fn multipart(boundary: &str, fields: &[(&str, &str)], photos: &[&[u8]]) -> Vec<u8> {
    let mut body = Vec::new();
    for (name, value) in fields {
        body.extend(
            format!("--{boundary}\r\ncontent-disposition: form-data; name=\"{name}\"\r\n\r\n{value}\r\n").bytes(),
        );
    }
    for photo in photos {
        let head = "content-disposition: form-data; name=\"photos\"; filename=\"../../IMG_0001.jpg\"\r\ncontent-type: image/jpeg";
        body.extend(format!("--{boundary}\r\n{head}\r\n\r\n").bytes());
        body.extend(*photo);
        body.extend(b"\r\n");
    }
    body.extend(format!("--{boundary}--\r\n").bytes());
    body
}
