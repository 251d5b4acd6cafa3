//! The least HTTP/1.1 client that keeps a connection: so that the measuring costs little beside what is measured.

use crate::ground::Failure;
use serde_json::Value;
use std::{borrow::Cow, net::SocketAddr};
use tokio::{
    io::{AsyncBufReadExt, AsyncReadExt, AsyncWriteExt, BufStream},
    net::TcpStream,
};
use uuid::Uuid;

/// Stands in a request where each time an id of its own is to be.
pub(super) const FRESH_ID: &str = "00000000-0000-0000-0000-000000000000";

/// One request, ready to be written again and again.
#[derive(Clone, Debug)]
pub(super) struct Ask {
    text: Vec<u8>,
    /// Where [`FRESH_ID`] stands.
    id_at: Option<usize>,
}

impl Ask {
    pub(super) fn graphql(host: &str, session: &str, query: &str, variables: &Value) -> Self {
        let body = serde_json::json!({ "query": query, "variables": variables }).to_string();
        Self::of(format!(
            "POST /graphql HTTP/1.1\r\nhost: {host}\r\norigin: http://{host}\r\nsec-fetch-site: same-origin\r\n\
             cookie: {}={session}\r\ncontent-type: application/json\r\ncontent-length: {}\r\n\r\n{body}",
            web::cookies::SESSION,
            body.len()
        ))
    }

    pub(super) fn page(host: &str, session: &str, path: &str) -> Self {
        Self::of(format!("GET {path} HTTP/1.1\r\nhost: {host}\r\ncookie: {}={session}\r\n\r\n", web::cookies::SESSION))
    }

    fn of(text: String) -> Self {
        Self { id_at: text.find(FRESH_ID), text: text.into_bytes() }
    }

    /// The request with `id` where one belongs.
    pub(super) fn with(&self, id: Uuid) -> Cow<'_, [u8]> {
        let Some(place) = self.id_at.and_then(|at| self.text.get(..at).zip(self.text.get(at + FRESH_ID.len()..)))
        else {
            return Cow::Borrowed(&self.text);
        };
        Cow::Owned([place.0, id.to_string().as_bytes(), place.1].concat())
    }
}

/// A kept connection.
pub(super) struct Line(BufStream<TcpStream>);

impl Line {
    pub(super) async fn open(address: SocketAddr) -> Result<Self, Failure> {
        let stream = TcpStream::connect(address).await?;
        stream.set_nodelay(true)?;
        Ok(Self(BufStream::new(stream)))
    }

    /// Asks and reads the answer to its end; an answer that is not a good one is a failure, not a fast success.
    pub(super) async fn ask(&mut self, ask: &Ask) -> Result<Vec<u8>, Failure> {
        self.send(&ask.text).await
    }

    /// The same for a request's text.
    pub(super) async fn send(&mut self, text: &[u8]) -> Result<Vec<u8>, Failure> {
        self.0.write_all(text).await?;
        self.0.flush().await?;
        let (mut line, mut length, mut chunked, mut status) = (String::new(), 0, false, String::new());
        loop {
            line.clear();
            if self.0.read_line(&mut line).await? == 0 {
                return Err("the connection ended".into());
            }
            let header = line.trim_end().to_ascii_lowercase();
            if header.is_empty() {
                break;
            }
            if status.is_empty() {
                status.clone_from(&header);
            } else if let Some(value) = header.strip_prefix("content-length: ") {
                length = value.parse()?;
            } else if header == "transfer-encoding: chunked" {
                chunked = true;
            }
        }
        let mut body = vec![0; length];
        self.0.read_exact(&mut body).await?;
        if !status.contains(" 200 ") || chunked {
            return Err(format!("the answer was {status}: {}", String::from_utf8_lossy(&body)).into());
        }
        Ok(body)
    }
}
