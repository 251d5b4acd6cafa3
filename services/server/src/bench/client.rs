//! The least HTTP/1.1 client that keeps a connection: so that the measuring costs little beside what is measured.

use crate::ground::Failure;
use std::net::SocketAddr;
use tokio::{
    io::{AsyncBufReadExt, AsyncReadExt, AsyncWriteExt, BufStream},
    net::TcpStream,
};

/// One request, ready to be written again and again.
#[derive(Clone, Debug)]
pub(super) struct Ask(Vec<u8>);

impl Ask {
    pub(super) fn graphql(host: &str, session: &str, query: &str) -> Self {
        let body = serde_json::json!({ "query": query }).to_string();
        Self(
            format!(
                "POST /graphql HTTP/1.1\r\nhost: {host}\r\norigin: http://{host}\r\nsec-fetch-site: same-origin\r\n\
             cookie: {}={session}\r\ncontent-type: application/json\r\ncontent-length: {}\r\n\r\n{body}",
                web::cookies::SESSION,
                body.len()
            )
            .into_bytes(),
        )
    }

    pub(super) fn page(host: &str, session: &str, path: &str) -> Self {
        Self(
            format!("GET {path} HTTP/1.1\r\nhost: {host}\r\ncookie: {}={session}\r\n\r\n", web::cookies::SESSION)
                .into_bytes(),
        )
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
        self.0.write_all(&ask.0).await?;
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
