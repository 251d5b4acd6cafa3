//! A store that speaks S3, as far as pictures need: a small one of our own, on this machine, that refuses what is not signed.

use kernel::{CommunityId, Entropy as _, OsEntropy, PhotoId};
use pictures::{PictureError, Print, Remote, Shelf, Side, Size};
use poem::http::{Method, StatusCode};
use poem::listener::{Acceptor, Listener, TcpListener};
use poem::{Body, Endpoint, EndpointExt as _, Request, Response, Server, endpoint::make};
use std::collections::BTreeMap;
use std::sync::{Arc, Mutex};

type Kept = Arc<Mutex<BTreeMap<String, Vec<u8>>>>;

async fn answer(kept: Kept, request: Request, body: Body) -> Response {
    let signed = request.header("authorization").unwrap_or_default().to_owned();
    if !signed.starts_with("AWS4-HMAC-SHA256 Credential=who/") {
        return Response::builder().status(StatusCode::FORBIDDEN).finish();
    }
    let path = request.uri().path().trim_start_matches("/pictures").trim_start_matches('/').to_owned();
    let bytes = body.into_bytes().await.unwrap().to_vec();
    let mut kept = kept.lock().unwrap();
    let ok = || Response::builder().header("etag", "\"x\"").header("last-modified", "Mon, 23 Nov 2026 09:00:00 GMT");
    match *request.method() {
        Method::PUT => {
            kept.insert(path, bytes);
            ok().finish()
        }
        Method::DELETE => {
            kept.remove(&path);
            Response::builder().status(StatusCode::NO_CONTENT).finish()
        }
        _ if path.is_empty() => ok().header("content-type", "application/xml").body(list(&kept, &request)),
        _ => match kept.get(&path) {
            Some(bytes) => ok().body(bytes.clone()),
            None => Response::builder().status(StatusCode::NOT_FOUND).finish(),
        },
    }
}

fn list(kept: &BTreeMap<String, Vec<u8>>, request: &Request) -> String {
    let query: BTreeMap<String, String> =
        url::form_urlencoded::parse(request.uri().query().unwrap_or_default().as_bytes()).into_owned().collect();
    let rows: Vec<String> = kept
        .keys()
        .filter(|key| key.starts_with(query["prefix"].as_str()))
        .map(|key| {
            format!(
                "<Contents><Key>{key}</Key><LastModified>2026-11-23T09:00:00.000Z</LastModified><ETag>\"x\"</ETag><Size>5</Size></Contents>"
            )
        })
        .collect();
    let rows = rows.concat();
    format!("<?xml version=\"1.0\"?><ListBucketResult><IsTruncated>false</IsTruncated>{rows}</ListBucketResult>")
}

fn store(kept: Kept) -> impl Endpoint {
    make(move |request: Request| {
        let kept = Arc::clone(&kept);
        async move {
            let (request, mut body) = request.split();
            answer(kept, request, body.take().unwrap()).await
        }
    })
    .map_to_response()
}

#[tokio::test]
async fn t10_pictures_are_kept_in_a_store_that_speaks_s3_below_their_community() {
    let _already = rustls::crypto::ring::default_provider().install_default();
    let kept = Kept::default();
    let acceptor = TcpListener::bind("127.0.0.1:0").into_acceptor().await.unwrap();
    let port = acceptor.local_addr()[0].as_socket_addr().unwrap().port();
    let serving = tokio::spawn(Server::new_with_acceptor(acceptor).run(store(Arc::clone(&kept))));
    let at = |key: &str| Remote {
        endpoint: format!("http://127.0.0.1:{port}"),
        bucket: "pictures".to_owned(),
        region: "us-east-1".to_owned(),
        key: key.to_owned(),
        secret: "secret".to_owned(),
    };
    let shelf = Shelf::remote(std::env::temp_dir().join("maillon-pictures"), &at("who")).unwrap();
    let side = |word: &str| Side { width: 1, height: 1, jpeg: word.as_bytes().to_vec() };
    let print = Print { large: side("large"), small: side("small") };
    let id = || OsEntropy.id();
    let (here, there, photo) = (CommunityId(id()), CommunityId(id()), PhotoId(id()));
    shelf.put(here, photo, &print).await.unwrap();
    shelf.put(there, photo, &print).await.unwrap();
    assert!(
        kept.lock()
            .unwrap()
            .keys()
            .all(|key| key.starts_with(&here.to_string()) || key.starts_with(&there.to_string()))
    );
    assert_eq!(shelf.get(here, photo, Size::Small).await.unwrap().unwrap(), b"small");
    assert_eq!(shelf.get(here, PhotoId(id()), Size::Small).await.unwrap(), None);
    shelf.drop_photo(here, photo).await.unwrap();
    shelf.drop_community(here).await.unwrap();
    assert_eq!(kept.lock().unwrap().len(), 2, "the other community's");
    shelf.drop_community(there).await.unwrap();
    assert!(kept.lock().unwrap().is_empty());
    let stranger = Shelf::remote(std::env::temp_dir().join("maillon-pictures"), &at("stranger")).unwrap();
    assert!(matches!(stranger.put(here, photo, &print).await, Err(PictureError::Fault(_))));
    serving.abort();
}
