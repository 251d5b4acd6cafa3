//! Requests that no browser sends: what they are answered, and that nobody else is answered for them (bar W8).

use crate::house::{House, NIEVRE};
use std::time::Duration;
use tokio::{
    io::{AsyncReadExt as _, AsyncWriteExt as _},
    net::TcpStream,
};

const BODY: &str = r#"{"query":"{ community { name } }"}"#;
/// What whoever smuggles hopes to have answered as a request of its own.
const SMUGGLED: &str = "GET /health/live HTTP/1.1\r\nHost: x\r\n\r\n";

/// Everything that is answered until the connection ends, or until nothing came for a second.
async fn answers(house: &House, request: &[u8]) -> String {
    let mut stream = TcpStream::connect(("127.0.0.1", house.port())).await.unwrap();
    // Whoever is refused may find the door shut before the last byte.
    let _refused = stream.write_all(request).await;
    let (mut answers, mut part) = (Vec::new(), [0_u8; 4_096]);
    while let Ok(Ok(read @ 1..)) = tokio::time::timeout(Duration::from_secs(1), stream.read(&mut part)).await {
        answers.extend(part.iter().take(read));
    }
    String::from_utf8_lossy(&answers).into_owned()
}

fn statuses(answers: &str) -> Vec<u16> {
    let lines = answers.split("HTTP/1.1 ").skip(1);
    lines.filter_map(|line| line.split_whitespace().next()?.parse().ok()).collect()
}

/// A request whose framing is in `headers`, with `body` behind it and another request behind that.
fn framed(headers: &str, body: &str) -> Vec<u8> {
    let host = NIEVRE.host;
    let head = format!("POST /graphql HTTP/1.1\r\nHost: {host}\r\nContent-Type: application/json\r\n{headers}\r\n");
    format!("{head}{body}{SMUGGLED}").into_bytes()
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn w08_a_malformed_request_is_refused_and_nothing_is_smuggled_behind_it() {
    let house = House::open("malformed").await;
    let chunked = format!("{:x}\r\n{BODY}\r\n0\r\n\r\n", BODY.len());
    let (length, many) = (BODY.len(), "X: 1\r\n".repeat(10_000));
    let wrong: &[(&str, &str, u16)] = &[
        (&format!("Content-Length: 5\r\nContent-Length: {length}\r\n"), BODY, 400),
        (&format!("Content-Length: {length}, {length}\r\n"), BODY, 400),
        (&format!("Content-Length: +{length}\r\n"), BODY, 400),
        ("Transfer-Encoding: xchunked\r\n", &chunked, 400),
        (&format!("Transfer-Encoding: identity\r\nContent-Length: {length}\r\n"), BODY, 400),
        ("Transfer-Encoding:\r\n chunked\r\n", &chunked, 400),
        ("Transfer-Encoding : chunked\r\n", &chunked, 400),
        ("Transfer-Encoding: chunked\r\n", "zz\r\n", 400),
        ("X: a\0b\r\n", "", 400),
        (&format!("X: {}\r\n", "a".repeat(1 << 20)), "", 431),
        (&many, "", 431),
    ];
    for (headers, body, status) in wrong {
        let told = answers(&house, &framed(headers, body)).await;
        assert_eq!(statuses(&told), [*status], "{:.80}", headers.escape_debug().to_string());
    }
    let long = format!("GET /{} HTTP/1.1\r\nHost: {}\r\n\r\n", "a".repeat(70_000), NIEVRE.host);
    assert_eq!(statuses(&answers(&house, long.as_bytes()).await), [414]);
    // Chunks and a length at once: read as chunks, and the connection ends with that one answer (RFC 9112, 6.3).
    for both in
        [["Content-Length: 5", "Transfer-Encoding: chunked"], ["Transfer-Encoding: chunked", "Content-Length: 5"]]
    {
        let told = answers(&house, &framed(&format!("{}\r\n{}\r\n", both[0], both[1]), &chunked)).await;
        assert_eq!(statuses(&told), [200], "{both:?}");
        assert!(told.contains("Entraide") && !told.ends_with("live\n"), "{told}");
    }
    assert_eq!(statuses(&answers(&house, SMUGGLED.as_bytes()).await), [200], "the process lives");
    house.close().await;
}
