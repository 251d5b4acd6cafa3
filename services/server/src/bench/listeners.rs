//! Many open sockets, in a process of their own, so that what the site keeps for each can be told from what they keep (bar C3).
//! Whoever started them talks to them by lines: who they are comes in, what they heard goes out.

use crate::{descriptors, ground::Failure, say};
use futures_util::{SinkExt as _, StreamExt as _, stream};
use kernel::{Clock as _, SystemClock};
use std::{
    net::{Ipv4Addr, SocketAddr},
    time::Duration,
};
use tokio::{
    net::{TcpSocket, TcpStream},
    sync::mpsc::{UnboundedReceiver, UnboundedSender, unbounded_channel},
    time::timeout,
};
use tokio_tungstenite::{
    WebSocketStream, client_async,
    tungstenite::{Message, client::IntoClientRequest as _},
};

/// Sockets that are opened at a time.
const AT_ONCE: usize = 64;

/// Sockets that come from one address: fewer than the system has ports to give.
const A_SOURCE: u32 = 20_000;

/// How long all of them wait for what all are told.
const PATIENCE: Duration = Duration::from_mins(1);

const SUBSCRIBE: &str = r#"{"type":"subscribe","id":"1","payload":{"query":"subscription{notificationReceived{id}}"}}"#;

/// What one of them says.
enum Word {
    /// It listens.
    Open,
    /// It was not let in, or not heard.
    Failed,
    /// It was told of something, at this moment (microseconds of Unix).
    Told(u64),
}

/// Opens sockets for whoever the lines of standard input name (`host session sockets`, up to an empty line) and says `open N`; then, for
/// each line, when each of them was told of something: `told` and the moments. Ends with its input.
pub async fn listen(address: SocketAddr) -> Result<(), Failure> {
    descriptors::take_all();
    let mut lines = typed();
    let people = people(&mut lines).await?;
    let (sender, mut words) = unbounded_channel();
    let sockets = people.iter().flat_map(|person| (0..person.sockets).map(move |_| person));
    let mut wanted = 0;
    let opening = sockets.zip(0..).map(|(person, number)| open(address, source(number), person));
    let mut opening = stream::iter(opening).buffer_unordered(AT_ONCE);
    while let Some(opened) = opening.next().await {
        wanted += 1;
        match opened {
            Ok(socket) => drop(tokio::spawn(hear(socket, sender.clone()))),
            Err(error) => {
                say::complain(format_args!("a socket was not opened: {error}"));
                let _unread = sender.send(Word::Failed);
            }
        }
    }
    let open = greeted(&mut words, wanted).await;
    say::line(format_args!("open {open}"));
    while lines.recv().await.is_some() {
        let told = told(&mut words, open).await;
        let moments: Vec<String> = told.iter().map(u64::to_string).collect();
        say::line(format_args!("told {}", moments.join(" ")));
    }
    Ok(())
}

struct Person {
    host: String,
    session: String,
    sockets: u32,
}

/// The lines of standard input, read by a thread of their own.
fn typed() -> UnboundedReceiver<String> {
    let (sender, lines) = unbounded_channel();
    std::thread::spawn(move || {
        let mut typed = std::io::stdin().lines().map_while(Result::ok);
        while typed.next().is_some_and(|line| sender.send(line).is_ok()) {}
    });
    lines
}

async fn people(lines: &mut UnboundedReceiver<String>) -> Result<Vec<Person>, Failure> {
    let mut people = Vec::new();
    while let Some(line) = lines.recv().await.filter(|line| !line.is_empty()) {
        let mut parts = line.split(' ').map(str::to_owned);
        let (Some(host), Some(session), Some(sockets)) = (parts.next(), parts.next(), parts.next()) else {
            return Err(format!("not somebody: {line}").into());
        };
        people.push(Person { host, session, sockets: sockets.parse()? });
    }
    Ok(people)
}

type Socket = WebSocketStream<TcpStream>;

/// From which address of this machine a socket comes: one has no more ports to come from.
fn source(number: u32) -> SocketAddr {
    let address = u32::from(Ipv4Addr::LOCALHOST).saturating_add(number / A_SOURCE);
    SocketAddr::from((Ipv4Addr::from(address), 0))
}

/// A socket on which the subscription was sent.
async fn open(address: SocketAddr, source: SocketAddr, person: &Person) -> Result<Socket, Failure> {
    let mut request = format!("ws://{address}/graphql/ws").into_client_request()?;
    let cookie = format!("{}={}", web::cookies::SESSION, person.session);
    for (name, value) in [
        ("host", person.host.clone()),
        ("origin", format!("http://{}", person.host)),
        ("cookie", cookie),
        ("sec-websocket-protocol", "graphql-transport-ws".to_owned()),
    ] {
        request.headers_mut().insert(name, value.parse()?);
    }
    let stream = TcpSocket::new_v4()?;
    stream.bind(source)?;
    let (mut socket, _) = client_async(request, stream.connect(address).await?).await?;
    // The answer to the second ping comes after the subscription was begun.
    for word in [r#"{"type":"connection_init"}"#, SUBSCRIBE, r#"{"type":"ping"}"#, r#"{"type":"ping"}"#] {
        socket.send(Message::text(word)).await?;
    }
    Ok(socket)
}

/// Passes on what is heard, until the socket ends.
async fn hear(mut socket: Socket, words: UnboundedSender<Word>) {
    let mut pongs = 0;
    while let Some(Ok(message)) = socket.next().await {
        let Message::Text(text) = message else { continue };
        let word = if text.contains("notificationReceived") {
            Word::Told(micros())
        } else if text.contains("pong") {
            pongs += 1;
            if pongs != 2 {
                continue;
            }
            Word::Open
        } else if text.contains("connection_ack") {
            continue;
        } else {
            Word::Failed
        };
        if words.send(word).is_err() {
            return;
        }
    }
    let _unread = words.send(Word::Failed);
}

/// How many listen, once all have said whether they do.
async fn greeted(words: &mut UnboundedReceiver<Word>, wanted: usize) -> usize {
    let mut open = 0;
    for _ in 0..wanted {
        match timeout(PATIENCE, words.recv()).await {
            Ok(Some(Word::Open)) => open += 1,
            Ok(Some(_)) => {}
            Ok(None) | Err(_) => break,
        }
    }
    open
}

/// When so many were told of something; fewer where some are not within the time.
async fn told(words: &mut UnboundedReceiver<Word>, wanted: usize) -> Vec<u64> {
    let mut moments = Vec::with_capacity(wanted);
    while moments.len() < wanted
        && let Ok(Some(word)) = timeout(PATIENCE, words.recv()).await
    {
        if let Word::Told(moment) = word {
            moments.push(moment);
        }
    }
    moments
}

/// Microseconds of Unix; the same clock in both processes.
pub(super) fn micros() -> u64 {
    u64::try_from(SystemClock.now().timestamp_micros()).unwrap_or_default()
}
