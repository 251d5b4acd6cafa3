//! Style, font and drawings: embedded in the binary, named by their content, kept by browsers for ever.

use data_encoding::BASE64;
use flate2::{Compression, write::GzEncoder};
use poem::http::{StatusCode, header};
use poem::web::Path;
use poem::{Request, Response, Route, get, handler};
use rust_embed::RustEmbed;
use sha2::{Digest, Sha256, Sha384};
use std::collections::HashMap;
use std::io::Write as _;
use std::sync::LazyLock;

#[derive(RustEmbed)]
#[folder = "assets/"]
struct Files;

struct Asset {
    bytes: Vec<u8>,
    gzipped: Option<Vec<u8>>,
    kind: &'static str,
}

struct Shelf {
    /// `maillon.css` → `/assets/maillon-1a2b3c4d.css`.
    addresses: HashMap<String, String>,
    /// `passkey.js` → `sha384-…`.
    integrities: HashMap<String, String>,
    /// `maillon-1a2b3c4d.css` → what it is.
    by_name: HashMap<String, Asset>,
}

static SHELF: LazyLock<Shelf> = LazyLock::new(fill);

/// The address of an asset for templates: `asset("maillon.css")`. Unknown names lead to an address that answers 404;
/// a test holds every name used in templates against the shelf.
pub fn asset(name: &str) -> &'static str {
    SHELF.addresses.get(name).map_or("/assets/unknown", String::as_str)
}

/// What an asset holds, for drawings made of it; nothing for names that are not on the shelf.
pub(crate) fn bytes(name: &str) -> &'static [u8] {
    let hashed = asset(name).strip_prefix("/assets/").and_then(|hashed| SHELF.by_name.get(hashed));
    hashed.map_or(&[][..], |asset| asset.bytes.as_slice())
}

/// What a browser compares a script with before it runs it; empty for names that are not on the shelf.
pub(crate) fn integrity(name: &str) -> &'static str {
    SHELF.integrities.get(name).map_or("", String::as_str)
}

/// Serves `/assets/<name>-<hash>.<ext>`.
pub fn routes() -> Route {
    Route::new().at("/:name", get(serve))
}

#[handler]
fn serve(request: &Request, Path(name): Path<String>) -> Response {
    let Some(asset) = SHELF.by_name.get(&name) else {
        return Response::builder().status(StatusCode::NOT_FOUND).finish();
    };
    let accepted = request.header(header::ACCEPT_ENCODING).unwrap_or_default();
    let answer = Response::builder()
        .header(header::CONTENT_TYPE, asset.kind)
        .header(header::CACHE_CONTROL, "public, max-age=31536000, immutable")
        .header(header::VARY, "accept-encoding");
    match &asset.gzipped {
        Some(gzipped) if takes_gzip(accepted) => answer.header(header::CONTENT_ENCODING, "gzip").body(gzipped.clone()),
        _ => answer.body(asset.bytes.clone()),
    }
}

/// Whether an `Accept-Encoding` names gzip without forbidding it.
pub fn takes_gzip(accepted: &str) -> bool {
    accepted.split(',').any(|part| {
        let mut pieces = part.split(';').map(str::trim);
        pieces.next() == Some("gzip") && !pieces.any(|weight| weight == "q=0" || weight.starts_with("q=0.000"))
    })
}

/// Plain files first, so that the stylesheet can name their hashed addresses.
fn fill() -> Shelf {
    let mut shelf = Shelf { addresses: HashMap::new(), integrities: HashMap::new(), by_name: HashMap::new() };
    let (sheets, others): (Vec<_>, Vec<_>) = Files::iter().partition(|name| is(name, "css"));
    for name in others.iter().chain(&sheets) {
        let Some(file) = Files::get(name) else { continue };
        let mut bytes = file.data.into_owned();
        if is(name, "css") {
            let mut text = String::from_utf8_lossy(&bytes).into_owned();
            for (plain, address) in &shelf.addresses {
                text = text.replace(&format!("asset:{plain}"), address);
            }
            bytes = text.into_bytes();
        }
        shelve(&mut shelf, name, bytes);
    }
    shelf
}

fn shelve(shelf: &mut Shelf, name: &str, bytes: Vec<u8>) {
    let (stem, extension) = name.rsplit_once('.').unwrap_or((name, "bin"));
    let kind = kind_of(extension);
    let hashed = format!("{stem}-{}.{extension}", hash(&bytes));
    let gzipped = if kind.starts_with("text/") || kind.starts_with("image/svg") || kind == "application/json" {
        gzip(&bytes)
    } else {
        None
    };
    let integrity = format!("sha384-{}", BASE64.encode(&Sha384::digest(&bytes)));
    shelf.integrities.insert(name.to_owned(), integrity);
    shelf.addresses.insert(name.to_owned(), format!("/assets/{hashed}"));
    shelf.by_name.insert(hashed, Asset { bytes, gzipped, kind });
}

/// The first eight digits of the content's SHA-256.
fn hash(bytes: &[u8]) -> String {
    let digest = Sha256::digest(bytes);
    let start = digest.first_chunk::<4>().map_or(0, |start| u32::from_be_bytes(*start));
    format!("{start:08x}")
}

fn gzip(bytes: &[u8]) -> Option<Vec<u8>> {
    let mut encoder = GzEncoder::new(Vec::new(), Compression::best());
    encoder.write_all(bytes).ok()?;
    encoder.finish().ok()
}

fn is(name: &str, extension: &str) -> bool {
    name.rsplit_once('.').is_some_and(|(_, end)| end == extension)
}

fn kind_of(extension: &str) -> &'static str {
    match extension {
        "css" => "text/css; charset=utf-8",
        "svg" => "image/svg+xml",
        "txt" => "text/plain; charset=utf-8",
        "woff2" => "font/woff2",
        "png" => "image/png",
        "js" => "text/javascript; charset=utf-8",
        "json" => "application/json",
        _ => "application/octet-stream",
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use poem::test::TestClient;

    #[test]
    fn names_carry_the_hash_of_what_they_name() {
        let address = asset("maillon.css");
        assert!(address.starts_with("/assets/maillon-") && is(address, "css"), "{address}");
        assert_eq!(asset("no-such.css"), "/assets/unknown");
    }

    #[test]
    fn the_stylesheet_names_only_addresses_that_are_served() {
        let name = asset("maillon.css").strip_prefix("/assets/").unwrap();
        let text = String::from_utf8(SHELF.by_name[name].bytes.clone()).unwrap();
        assert!(!text.contains("asset:") && !text.contains("data:") && !text.contains("http"), "leads nowhere else");
        for part in text.split("url(\"/assets/").skip(1) {
            assert!(SHELF.by_name.contains_key(part.split('"').next().unwrap()));
        }
    }

    #[tokio::test]
    async fn assets_are_kept_for_ever_and_packed_for_those_who_ask() {
        let client = TestClient::new(Route::new().nest("/assets", routes()));
        let packed = client.get(asset("maillon.css")).header("accept-encoding", "br, gzip").send().await;
        packed.assert_status_is_ok();
        packed.assert_header("cache-control", "public, max-age=31536000, immutable");
        packed.assert_header("content-encoding", "gzip");
        let plain = client.get(asset("icons.svg")).header("accept-encoding", "gzip;q=0").send().await;
        plain.assert_header("content-type", "image/svg+xml");
        plain.assert_text(String::from_utf8(Files::get("icons.svg").unwrap().data.into_owned()).unwrap()).await;
        client.get("/assets/maillon-00000000.css").send().await.assert_status(StatusCode::NOT_FOUND);
    }
}
