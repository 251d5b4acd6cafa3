//! A socket on which somebody subscribes.

use crate::Visitor;
use futures_util::{SinkExt as _, StreamExt as _};
use serde_json::{Value, json};
use std::time::Duration;
use tokio::{net::TcpStream, time::timeout};
use tokio_tungstenite::{
    MaybeTlsStream, WebSocketStream, connect_async,
    tungstenite::{Error, Message, client::IntoClientRequest as _},
};

/// A WebSocket to GraphQL.
#[derive(Debug)]
pub struct Socket(WebSocketStream<MaybeTlsStream<TcpStream>>);

impl Socket {
    /// Opens a socket with a visitor's cookies and subscribes; returns once the subscription listens.
    pub async fn open(visitor: &Visitor, query: &str) -> Self {
        let mut socket = Self::connect(visitor).await.unwrap();
        socket.say(json!({ "type": "subscribe", "id": "1", "payload": { "query": query } })).await;
        // The second answer comes after the subscription was begun.
        for _ in 0..2 {
            socket.say(json!({ "type": "ping" })).await;
            assert_eq!(socket.hear().await["type"], "pong");
        }
        socket
    }

    /// Opens a socket with a visitor's cookies and is acknowledged; the status when the door does not open.
    pub async fn connect(visitor: &Visitor) -> Result<Self, u16> {
        let mut request = format!("ws://127.0.0.1:{}/graphql/ws", visitor.port()).into_client_request().unwrap();
        let cookies: Vec<String> = visitor.cookies().iter().map(|(name, value)| format!("{name}={value}")).collect();
        for (name, value) in [
            ("host", format!("{}:{}", visitor.host(), visitor.port())),
            ("origin", visitor.origin()),
            ("cookie", cookies.join("; ")),
            ("sec-websocket-protocol", "graphql-transport-ws".to_owned()),
        ] {
            request.headers_mut().insert(name, value.parse().unwrap());
        }
        let mut socket = match connect_async(request).await {
            Ok((stream, _)) => Self(stream),
            Err(Error::Http(answer)) => return Err(answer.status().as_u16()),
            Err(error) => panic!("no socket: {error}"),
        };
        socket.say(json!({ "type": "connection_init" })).await;
        assert_eq!(socket.hear().await["type"], "connection_ack");
        Ok(socket)
    }

    /// Says something.
    pub async fn say(&mut self, message: Value) {
        self.0.send(Message::text(message.to_string())).await.unwrap();
    }

    /// The next thing said; a close as its code.
    pub async fn hear(&mut self) -> Value {
        loop {
            let next =
                timeout(Duration::from_secs(5), self.0.next()).await.unwrap_or_else(|_| panic!("silence for 5 s"));
            match next.unwrap().unwrap() {
                Message::Text(text) => return serde_json::from_str(&text).unwrap(),
                Message::Close(frame) => return json!(u16::from(frame.unwrap().code)),
                _ => {}
            }
        }
    }

    /// What the subscription gives next.
    pub async fn given(&mut self) -> Value {
        let said = self.hear().await;
        assert_eq!(said["type"], "next", "{said}");
        assert!(said["payload"].get("errors").is_none(), "{said}");
        said["payload"]["data"].clone()
    }
}
