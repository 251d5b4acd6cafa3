//! A browser without script: keeps cookies by the browsers' rules, says where its requests come from, and follows
//! redirects only when told to.

use crate::{Form, Page, Stage};
use futures_util::future::BoxFuture;
use poem::http::{HeaderMap, Method, header};
use std::collections::BTreeMap;
use std::sync::atomic::{AtomicU32, Ordering};

/// One browser on one host.
#[derive(Debug, Clone)]
pub struct Visitor {
    client: reqwest::Client,
    port: u16,
    host: String,
    cookies: BTreeMap<String, String>,
    language: Option<String>,
    address: Option<String>,
}

impl Visitor {
    /// A browser that was just opened, for the site that answers on `port` of this machine.
    pub fn new(port: u16, host: &str) -> Self {
        let client = reqwest::Client::builder().redirect(reqwest::redirect::Policy::none());
        // Nothing is asked over TLS: to read the certificates of the machine for each of thousands would take minutes.
        let client = client.tls_certs_only([]).build().unwrap();
        Self {
            client,
            port,
            host: host.to_owned(),
            cookies: BTreeMap::new(),
            language: None,
            address: Some(an_address()),
        }
    }

    /// The host it is on, without the port.
    pub fn host(&self) -> &str {
        &self.host
    }

    /// The port it asks at.
    pub fn port(&self) -> u16 {
        self.port
    }

    /// What it sends as `Origin`.
    pub fn origin(&self) -> String {
        format!("http://{}:{}", self.host, self.port)
    }

    /// The cookies it holds.
    pub fn cookies(&self) -> &BTreeMap<String, String> {
        &self.cookies
    }

    /// Puts a cookie into the jar, as somebody who stole one would.
    pub fn hold(&mut self, name: &str, value: &str) {
        self.cookies.insert(name.to_owned(), value.to_owned());
    }

    /// Prefers a language from now on (`Accept-Language`).
    #[must_use]
    pub fn speaking(mut self, language: &str) -> Self {
        self.language = Some(language.to_owned());
        self
    }

    /// Comes from this address from now on, as the proxy would say; `None`: the proxy says nothing.
    #[must_use]
    pub fn coming_from(mut self, address: Option<&str>) -> Self {
        self.address = address.map(str::to_owned);
        self
    }

    /// Asks for a page; redirects are not followed.
    pub async fn get(&mut self, path: &str) -> Page {
        let path = self.local(path);
        self.send(Method::GET, &path, &[], None).await
    }

    /// Asks for a page and goes wherever it leads, on this host only.
    pub async fn visit(&mut self, path: &str) -> Page {
        let page = self.get(path).await;
        self.follow(page).await
    }

    /// Goes where a page sends the reader, on this host only.
    pub async fn follow(&mut self, mut page: Page) -> Page {
        for _ in 0..5 {
            let Some(next) = page.redirect().map(str::to_owned) else { return page };
            page = self.get(&next).await;
        }
        panic!("{} sends the reader around in circles", page.path)
    }

    /// Sends fields as a form does, to any path.
    pub async fn post(&mut self, path: &str, fields: &[(&str, &str)]) -> Page {
        let body = url::form_urlencoded::Serializer::new(String::new()).extend_pairs(fields).finish();
        let form = ("content-type", "application/x-www-form-urlencoded");
        let (origin, path) = (self.origin(), self.local(path));
        self.send(Method::POST, &path, &[form, ("origin", &origin), ("sec-fetch-site", "same-origin")], Some(body))
            .await
    }

    /// Sends a form that a page showed.
    pub async fn submit(&mut self, form: Form) -> Page {
        let fields: Vec<(&str, &str)> =
            form.fields.iter().map(|(name, value)| (name.as_str(), value.as_str())).collect();
        if form.method == "post" {
            return self.post(&form.action, &fields).await;
        }
        let query = url::form_urlencoded::Serializer::new(String::new()).extend_pairs(fields).finish();
        self.get(&format!("{}?{query}", form.action)).await
    }

    /// Asks GraphQL; answers the whole JSON, `errors` included.
    pub async fn graphql(&mut self, query: &str, variables: serde_json::Value) -> serde_json::Value {
        self.graphql_page(query, variables).await.json()
    }

    /// Asks GraphQL; answers the page, for looking at status and headers.
    pub async fn graphql_page(&mut self, query: &str, variables: serde_json::Value) -> Page {
        let body = serde_json::json!({ "query": query, "variables": variables }).to_string();
        let origin = self.origin();
        let headers =
            [("content-type", "application/json"), ("origin", origin.as_str()), ("sec-fetch-site", "same-origin")];
        self.send(Method::POST, "/graphql", &headers, Some(body)).await
    }

    /// Signs in the whole way: asks on the page, gets the letter, opens its link, presses the button. Answers the page
    /// that follows.
    pub async fn sign_in(&mut self, stage: &Stage, email: &str) -> Page {
        let asked = self.visit("/sign-in").await.expect(200);
        let sent = self.submit(asked.form("/sign-in").fill(&[("email", email)])).await;
        let _told = self.follow(sent).await.expect(200);
        stage.work().await;
        let link = stage.link_to(email, "/sign-in/");
        let path = self.local(&link);
        let page = self.get(&path).await.expect(200);
        let signed_in = self.submit(page.form("/sign-in/")).await.expect(303);
        self.follow(signed_in).await
    }

    /// Sends anything, with the headers exactly as given (besides `Host` and the cookies).
    pub fn send<'a>(
        &'a mut self,
        method: Method,
        path: &'a str,
        headers: &'a [(&'a str, &'a str)],
        body: Option<String>,
    ) -> BoxFuture<'a, Page> {
        Box::pin(async move {
            let mut request = self
                .client
                .request(method, format!("http://127.0.0.1:{}{path}", self.port))
                .header(header::HOST, format!("{}:{}", self.host, self.port));
            if !self.cookies.is_empty() {
                let line: Vec<String> = self.cookies.iter().map(|(name, value)| format!("{name}={value}")).collect();
                request = request.header(header::COOKIE, line.join("; "));
            }
            if let Some(language) = &self.language {
                request = request.header(header::ACCEPT_LANGUAGE, language);
            }
            if let Some(address) = &self.address {
                request = request.header("x-forwarded-for", address);
            }
            for (name, value) in headers {
                request = request.header(*name, *value);
            }
            let answer = request.body(body.unwrap_or_default()).send().await.unwrap();
            let (status, headers) = (answer.status(), answer.headers().clone());
            self.keep_cookies(&headers);
            let body = String::from_utf8_lossy(&answer.bytes().await.unwrap()).into_owned();
            Page { path: path.to_owned(), status, headers, body }
        })
    }

    /// The path of an address of this host; an address of another host fails the test.
    pub fn local(&self, address: &str) -> String {
        let path = address.strip_prefix(&self.origin()).unwrap_or(address);
        let path = path.split('#').next().unwrap_or_default();
        let path = if path.is_empty() { "/" } else { path };
        assert!(path.starts_with('/') && !path.starts_with("//"), "{address} leads away from {}", self.origin());
        path.to_owned()
    }

    fn keep_cookies(&mut self, headers: &HeaderMap) {
        for line in headers.get_all(header::SET_COOKIE) {
            self.keep_cookie(line.to_str().unwrap());
        }
    }

    /// Browsers keep a `__Host-` cookie only when it is Secure, for the whole host, and names no domain (bar W6).
    fn keep_cookie(&mut self, line: &str) {
        let mut parts = line.split(';').map(str::trim);
        let (name, value) = parts.next().and_then(|pair| pair.split_once('=')).unwrap();
        let marks: Vec<String> = parts.map(str::to_lowercase).collect();
        let has = |mark: &str| marks.iter().any(|found| found == mark);
        let names_a_domain = marks.iter().any(|mark| mark.starts_with("domain"));
        assert!(name.starts_with("__Host-"), "{name} is kept for more than this host");
        assert!(has("secure") && has("path=/") && has("httponly") && !names_a_domain, "a browser would drop: {line}");
        if has("max-age=0") || value.is_empty() {
            self.cookies.remove(name);
        } else {
            self.cookies.insert(name.to_owned(), value.to_owned());
        }
    }
}

/// A private address that nobody else in this process comes from.
fn an_address() -> String {
    static NEXT: AtomicU32 = AtomicU32::new(1);
    let [_, a, b, c] = NEXT.fetch_add(1, Ordering::Relaxed).to_be_bytes();
    format!("10.{a}.{b}.{c}")
}
