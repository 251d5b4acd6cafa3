//! The socket's door: origin, session and protocol are looked at before the upgrade.

use super::*;
use crate::door::tests::{COMMUNITY, door};
use kernel::{AccountId, Language, Who};
use poem::test::{TestClient, TestResponse};

const HOST: &str = "nievre.example:8443";
const OWN: (&str, &str) = ("origin", "https://nievre.example:8443");
const SPEAKS: (&str, &str) = ("sec-websocket-protocol", "graphql-transport-ws");

async fn open(signed_in: bool, headers: &[(&'static str, &str)]) -> TestResponse {
    let client = TestClient::new(Socket(door()));
    let mut request = client.get("/graphql/ws").header("host", HOST);
    for (name, value) in headers {
        request = request.header(*name, *value);
    }
    let who = if signed_in { Who::Account(AccountId(uuid::Uuid::from_u128(1))) } else { Who::Anonymous };
    let request = request.data(Caller::new(COMMUNITY, who, Language::En));
    let request = if signed_in { request.data(SessionId(uuid::Uuid::from_u128(2))) } else { request };
    request.send().await
}

#[tokio::test]
async fn c4_a_foreign_origin_is_refused_before_the_upgrade() {
    let refused: [&[(&'static str, &str)]; 5] = [
        &[SPEAKS],
        &[SPEAKS, ("origin", "null")],
        &[SPEAKS, ("origin", "https://evil.test")],
        &[SPEAKS, ("origin", "https://noisettes.example:8443")],
        &[SPEAKS, OWN, ("sec-fetch-site", "same-site")],
    ];
    for headers in refused {
        open(true, headers).await.assert_status(StatusCode::FORBIDDEN);
    }
}

#[tokio::test]
async fn without_a_session_there_is_no_socket() {
    open(false, &[OWN, SPEAKS]).await.assert_status(StatusCode::UNAUTHORIZED);
}

#[tokio::test]
async fn another_protocol_is_refused() {
    open(true, &[OWN]).await.assert_status(StatusCode::BAD_REQUEST);
    open(true, &[OWN, ("sec-websocket-protocol", "graphql-ws")]).await.assert_status(StatusCode::BAD_REQUEST);
}

#[test]
fn buffers_are_small() {
    let config = config();
    assert_eq!((config.read_buffer_size, config.write_buffer_size), (4_096, 4_096));
    assert_eq!(config.max_write_buffer_size, 64 * 1_024);
    assert_eq!((config.max_message_size, config.max_frame_size), (Some(64 * 1_024), Some(64 * 1_024)));
}

mod live {
    //! A real socket over loopback.

    use super::*;
    use crate::Door;
    use futures_util::{SinkExt as _, Stream, StreamExt as _};
    use kernel::{Me, MemberId, Role, Standing};
    use poem::{
        EndpointExt as _, Server,
        listener::{Acceptor as _, Listener as _, TcpListener},
        middleware::AddData,
    };
    use serde_json::{Value, json};
    use std::net::SocketAddr;
    use tokio::{
        net::{TcpSocket, TcpStream},
        time::timeout,
    };
    use tokio_tungstenite::{
        MaybeTlsStream, WebSocketStream, client_async,
        tungstenite::{Message, client::IntoClientRequest as _, http::Request},
    };

    type Client = WebSocketStream<MaybeTlsStream<TcpStream>>;

    fn member() -> Caller {
        let (account, member) = (AccountId(uuid::Uuid::from_u128(1)), MemberId(uuid::Uuid::from_u128(3)));
        let me = Me { account, member, standing: Standing::Member, role: Role::None };
        Caller::new(COMMUNITY, Who::Member(me), Language::En)
    }

    async fn connect(door: &Door) -> Client {
        let (request, address) = knock(door).await;
        let stream = TcpStream::connect(address).await.unwrap();
        client_async(request, MaybeTlsStream::Plain(stream)).await.unwrap().0
    }

    /// Serves the door, and how one asks for a socket there, and where.
    async fn knock(door: &Door) -> (Request<()>, SocketAddr) {
        let acceptor = TcpListener::bind("127.0.0.1:0").into_acceptor().await.unwrap();
        let port = acceptor.local_addr()[0].as_socket_addr().unwrap().port();
        let session = SessionId(uuid::Uuid::from_u128(2));
        let served = door.socket().with(AddData::new(member())).with(AddData::new(session));
        tokio::spawn(Server::new_with_acceptor(acceptor).run(served));
        let mut request = format!("ws://127.0.0.1:{port}/graphql/ws").into_client_request().unwrap();
        let origin = format!("https://127.0.0.1:{port}");
        request.headers_mut().insert("origin", origin.parse().unwrap());
        request.headers_mut().insert("sec-websocket-protocol", PROTOCOL.parse().unwrap());
        (request, SocketAddr::from(([127, 0, 0, 1], port)))
    }

    /// What hears a socket, whole or in part.
    trait Ear: Stream<Item = Result<Message, tokio_tungstenite::tungstenite::Error>> + Unpin {}
    impl<S: Stream<Item = Result<Message, tokio_tungstenite::tungstenite::Error>> + Unpin> Ear for S {}

    async fn say(client: &mut Client, message: Value) {
        client.send(Message::text(message.to_string())).await.unwrap();
    }

    /// The next thing said, pings aside; a close as its code.
    async fn hear(ear: &mut impl Ear) -> Value {
        loop {
            match ear.next().await.unwrap().unwrap() {
                Message::Text(text) => return serde_json::from_str(&text).unwrap(),
                Message::Close(frame) => return json!(u16::from(frame.unwrap().code)),
                _ => {}
            }
        }
    }

    /// A socket whose system keeps next to nothing of what was sent and not read yet: the rest waits at the server.
    async fn connect_with_little_room(door: &Door) -> Client {
        let (request, address) = knock(door).await;
        let socket = TcpSocket::new_v4().unwrap();
        socket.set_recv_buffer_size(4_096).unwrap();
        let stream = socket.connect(address).await.unwrap();
        client_async(request, MaybeTlsStream::Plain(stream)).await.unwrap().0
    }

    async fn greeted(door: &Door) -> Client {
        greet(connect(door).await).await
    }

    async fn greet(mut client: Client) -> Client {
        say(&mut client, json!({ "type": "connection_init" })).await;
        assert_eq!(hear(&mut client).await["type"], "connection_ack");
        client
    }

    fn subscribe(id: &str, query: &str) -> Value {
        json!({ "type": "subscribe", "id": id, "payload": { "query": query } })
    }

    #[tokio::test]
    async fn c4_whoever_says_nothing_is_closed() {
        let mut door = door();
        door.patience.init = Duration::from_millis(20);
        assert_eq!(hear(&mut connect(&door).await).await, 4_408);
    }

    #[tokio::test]
    async fn each_operation_passes_the_guard_and_only_subscriptions_run() {
        let mut client = greeted(&door()).await;
        for (query, code) in [
            ("{viewer{isSignedIn}}", "USE_HTTP"),
            ("mutation{leave{left}}", "USE_HTTP"),
            ("{__schema{types{name}}}", "NO_INTROSPECTION"),
            ("subscription{messageReceived{id} notificationReceived{id}}", "ONE_AT_A_TIME"),
            ("subscription{...F} fragment F on Subscription{...F}", "QUERY_TOO_COMPLEX"),
        ] {
            say(&mut client, subscribe("a", query)).await;
            let said = hear(&mut client).await;
            assert_eq!(said["payload"]["errors"][0]["extensions"]["code"], code, "{query}: {said}");
            assert_eq!(hear(&mut client).await["type"], "complete");
        }
    }

    #[tokio::test]
    async fn c4_the_twenty_first_operation_is_refused_and_a_place_comes_back() {
        let mut client = greeted(&door()).await;
        let query = "subscription{notificationReceived{id}}";
        for id in 0..20 {
            say(&mut client, subscribe(&id.to_string(), query)).await;
        }
        say(&mut client, subscribe("one too many", query)).await;
        assert_eq!(hear(&mut client).await["payload"]["errors"][0]["extensions"]["code"], "TOO_MANY");
        assert_eq!(hear(&mut client).await["type"], "complete");
        say(&mut client, json!({ "type": "complete", "id": "7" })).await;
        assert_eq!(hear(&mut client).await, json!({ "type": "complete", "id": "7" }));
        say(&mut client, subscribe("again", query)).await;
        say(&mut client, json!({ "type": "ping" })).await;
        assert_eq!(hear(&mut client).await["type"], "pong", "nothing was said about the new one: it runs");
    }

    /// How much is sent, each message answered by two as large: more than any system keeps for somebody who does not read.
    const FLOOD: usize = 1_000;

    #[tokio::test(flavor = "multi_thread", worker_threads = 2)]
    async fn c5_who_does_not_read_is_closed_with_1013_and_delays_nobody() {
        let mut door = door();
        door.patience.send = Duration::from_secs(3);
        // There is no database here to look at a session in, and looking takes seconds.
        door.patience.session = Duration::from_hours(1);
        let (mut slow, mut other) = (greeted(&door).await, greeted(&door).await);
        let flood = subscribe(&"x".repeat(50_000), "{viewer{isSignedIn}}");
        let mut sent = 0;
        // Whoever does not read is not read from either: soon nothing more is taken.
        while timeout(door.patience.send / 3, say(&mut slow, flood.clone())).await.is_ok() {
            sent += 1;
            assert!(sent < FLOOD, "{sent} messages were taken from somebody who reads nothing");
        }
        let began = std::time::Instant::now();
        while began.elapsed() < door.patience.send {
            say(&mut other, json!({ "type": "ping" })).await;
            let pong = timeout(Duration::from_secs(1), hear(&mut other)).await.expect("the other one is delayed");
            assert_eq!(pong["type"], "pong");
            tokio::time::sleep(Duration::from_millis(50)).await;
        }
        assert_eq!(last_word(&mut slow).await, 1_013);
    }

    /// What is said last. Whoever would never be told that it is over waits for a minute and no longer.
    async fn last_word(ear: &mut impl Ear) -> Value {
        let last = async {
            loop {
                let said = hear(ear).await;
                if !said.is_object() {
                    return said;
                }
            }
        };
        timeout(Duration::from_mins(1), last).await.expect("the socket is still open")
    }

    #[tokio::test(flavor = "multi_thread", worker_threads = 2)]
    async fn c5_goodbye_is_heard_by_whoever_is_still_talking() {
        let mut door = door();
        door.patience.session = Duration::from_hours(1);
        let (end, ending) = tokio::sync::watch::channel(false);
        door.settings = std::sync::Arc::new(crate::DoorSettings { ending, ..(*door.settings).clone() });
        let word = Message::text(json!({ "type": "pong", "payload": { "n": "x".repeat(30_000) } }).to_string());
        for round in 0..20 {
            let mut client = greet(connect_with_little_room(&door).await).await;
            // Answers that stand unread between the two, and the goodbye behind them.
            for _ in 0..3 {
                say(&mut client, subscribe(&"x".repeat(30_000), "{viewer{isSignedIn}}")).await;
            }
            let (mut mouth, mut ear) = client.split();
            let word = word.clone();
            let talking = tokio::spawn(async move { while mouth.send(word.clone()).await.is_ok() {} });
            tokio::time::sleep(Duration::from_millis(50)).await;
            end.send_replace(true);
            assert_eq!(last_word(&mut ear).await, 1_001, "round {round}");
            talking.await.unwrap();
            end.send_replace(false);
        }
    }

    #[tokio::test]
    async fn c4_the_sixth_socket_of_one_person_is_refused() {
        let door = door();
        let mut open = Vec::new();
        for _ in 0..limits::MEMBER_SOCKETS {
            open.push(greeted(&door).await);
        }
        let account = AccountId(uuid::Uuid::from_u128(1));
        assert!(door.sockets.take(COMMUNITY, account).is_none());
        drop(open);
    }
}
