//! Every page in every state, served as the site would serve it.

use chrono::DateTime;
use community::palette::Rgb;
use kernel::Language;
use poem::{
    Endpoint, EndpointExt, IntoResponse, Request, Response, Route, Server,
    endpoint::make_sync,
    http::StatusCode,
    listener::{Acceptor, Listener, TcpListener},
};
use std::{collections::BTreeMap, sync::Arc};
use web::Preview;

/// Brands whose colours are hard in different ways: dark and muted; bright; nearly white with nearly black.
const BRANDS: [(&str, &str, &str); 3] = [
    ("Entraide Nièvre", "#1f5c47", "#dd9d2f"),
    ("Les Noisettes", "#ff5a1f", "#8b3a63"),
    ("Pâle", "#f4f1d0", "#101010"),
];

/// One page to look at.
pub struct Exhibit {
    /// Page and state.
    pub name: String,
    /// Its language.
    pub language: Language,
    /// Which brand, 0 to 2.
    pub brand: usize,
    /// Where it is served.
    pub address: String,
}

/// All pages, served.
pub struct Exhibition {
    /// What there is to see.
    pub exhibits: Vec<Exhibit>,
}

impl Exhibition {
    /// Draws and serves everything.
    pub async fn open() -> Self {
        let acceptor = TcpListener::bind("127.0.0.1:0").into_acceptor().await.unwrap();
        let port = acceptor.local_addr()[0].as_socket_addr().unwrap().port();
        let (mut exhibits, mut pages) = (Vec::new(), BTreeMap::new());
        for (brand, (name, primary, accent)) in BRANDS.iter().enumerate() {
            let version = format!("{primary}-{accent}").replace('#', "");
            for language in Language::ALL {
                let now = DateTime::from_timestamp(1_795_000_000, 0).unwrap();
                for (page, html) in web::pages::previews(&Preview::new(language, name, &version, now)) {
                    let path = format!("/exhibit/{brand}/{}/{page}", language.code());
                    assert!(!html.is_empty(), "{path} did not render");
                    assert!(pages.insert(path.clone(), html).is_none(), "two pages are called {page}");
                    exhibits.push(Exhibit {
                        name: page,
                        language,
                        brand,
                        address: format!("http://127.0.0.1:{port}{path}"),
                    });
                }
            }
        }
        let hall = Route::new()
            .nest("/assets", web::assets::routes())
            .at("/brand/:file", make_sync(|request| stylesheet(&request)))
            .nest("/exhibit", show(Arc::new(pages)))
            .with(web::headers::SecurityHeaders);
        tokio::spawn(async move { Server::new_with_acceptor(acceptor).run(hall).await });
        Self { exhibits }
    }
}

fn stylesheet(request: &Request) -> Response {
    let file: String = request.path_params().unwrap();
    let colours: Vec<Rgb> =
        file.trim_end_matches(".css").split('-').map(|hex| format!("#{hex}").parse().unwrap()).collect();
    web::brand::sheet_answer(colours[0], colours[1])
}

fn show(pages: Arc<BTreeMap<String, String>>) -> impl Endpoint<Output = Response> {
    make_sync(move |request: Request| match pages.get(request.original_uri().path()) {
        Some(html) => Response::builder().content_type("text/html; charset=utf-8").body(html.clone()),
        None => StatusCode::NOT_FOUND.into_response(),
    })
    .map_to_response()
}
