//! One open socket.

use super::{
    slots::{Place, Running},
    watch::Watched,
};
use crate::{
    Door,
    answer::{only, tidy},
    guard::{self, Leave},
    visit::{Origin, Visit},
};
use async_graphql::{
    Data, Executor, Request as Operation, Response as Answer,
    async_trait::async_trait,
    http::{WebSocket, WebSocketProtocols, WsMessage},
};
use database::Db;
use futures_util::{
    SinkExt as _, Stream, StreamExt as _,
    future::ready,
    stream::{BoxStream, SplitSink, SplitStream, once, poll_fn},
};
use kernel::{Caller, SessionId};
use membership::hold::Held;
use poem::web::websocket::{Message, WebSocketStream};
use std::{
    pin::pin,
    sync::{
        Arc, Mutex, PoisonError,
        atomic::{AtomicBool, Ordering},
    },
    task::Context,
};
use tokio::{
    sync::watch,
    time::{interval_at, sleep, timeout},
};

/// One socket's asker. Runs each operation it is sent.
#[derive(Clone)]
pub(super) struct Line {
    door: Door,
    caller: Caller,
    session: SessionId,
    running: Running,
    signs: Arc<Signs>,
}

/// What the other side has let us hear.
#[derive(Default)]
struct Signs {
    hello: AtomicBool,
    alive: AtomicBool,
}

/// Why we close.
struct Close(u16, &'static str);

/// Where messages leave.
type Sink = SplitSink<WebSocketStream, Message>;

/// Where messages come in: the protocol reads here as long as it lasts, and after goodbye nobody does but [`Line::part`].
#[derive(Clone)]
struct Incoming(Arc<Mutex<SplitStream<WebSocketStream>>>);

impl Incoming {
    /// What comes in from now on, until the other side is gone.
    fn messages(&self) -> impl Stream<Item = Message> + Send + use<> {
        let incoming = self.clone();
        let next = move |context: &mut Context<'_>| {
            incoming.0.lock().unwrap_or_else(PoisonError::into_inner).poll_next_unpin(context)
        };
        poll_fn(next).take_while(|message| ready(message.is_ok())).filter_map(|message| ready(message.ok()))
    }
}

impl Line {
    pub(super) fn new(door: Door, caller: Caller, session: SessionId) -> Self {
        Self { door, caller, session, running: Running::default(), signs: Arc::default() }
    }

    /// Speaks until either side closes.
    pub(super) async fn serve(self, stream: WebSocketStream) {
        let (sink, incoming) = stream.split();
        let incoming = Incoming(Arc::new(Mutex::new(incoming)));
        if let Some((sink, code, why)) = self.talk(sink, &incoming).await {
            self.part(sink, &incoming, code, &why).await;
        }
    }

    /// Speaks until there is a reason to close; nothing when there is nobody left to tell it.
    async fn talk(&self, mut sink: Sink, incoming: &Incoming) -> Option<(Sink, u16, String)> {
        let mut answers = pin!(self.protocol(incoming.messages()));
        let mut watched = self.watched();
        let mut ping = interval_at(after(self.door.patience.keepalive), self.door.patience.keepalive);
        let mut deadline = pin!(sleep(self.door.patience.init));
        let mut ending = pin!(told(self.door.settings.ending.clone()));
        let mut waiting = true;
        loop {
            let next = tokio::select! {
                answer = answers.next() => match answer {
                    Some(WsMessage::Text(text)) => Ok(Message::text(text)),
                    Some(WsMessage::Close(code, why)) => return Some((sink, code, why)),
                    None => return None,
                },
                () = watched.is_over() => Err(Close(4401, "the session has ended")),
                _ = ping.tick() => self.ping(),
                () = &mut deadline, if waiting => { waiting = false; self.hello() }
                () = &mut ending => Err(Close(1001, "going away")),
            };
            match next {
                Ok(Message::Text(text)) if text.is_empty() => {}
                Ok(message) => {
                    if !self.send(&mut sink, message).await {
                        // In vain to whoever is gone, and at once; whoever only reads slowly hears why.
                        return Some((sink, 1013, "read what you are sent, and come back later".to_owned()));
                    }
                }
                Err(Close(code, why)) => return Some((sink, code, why.to_owned())),
            }
        }
    }

    /// What the protocol answers to what comes in.
    fn protocol(&self, incoming: impl Stream<Item = Message> + Send + 'static) -> impl Stream<Item = WsMessage> {
        let (heard, said) = (Arc::clone(&self.signs), Arc::clone(&self.signs));
        let bytes = incoming
            .inspect(move |_| heard.alive.store(true, Ordering::Relaxed))
            .filter(|message| ready(message.is_text() || message.is_binary()))
            .map(Message::into_bytes);
        WebSocket::new(self.clone(), Box::pin(bytes), WebSocketProtocols::GraphQLWS).on_connection_init(move |_| {
            said.hello.store(true, Ordering::Relaxed);
            ready(Ok(Data::default()))
        })
    }

    /// Looked after until the session has ended, or its member stands elsewhere or holds another office: what they may hear was
    /// decided for somebody else then.
    fn watched(&self) -> Watched {
        let Door { db, watch, patience, .. } = &self.door;
        watch.over(db, self.caller.community, Held::by(&self.caller, self.session), patience.session)
    }

    fn ping(&self) -> Result<Message, Close> {
        if self.signs.alive.swap(false, Ordering::Relaxed) {
            Ok(Message::Ping(Vec::new()))
        } else {
            Err(Close(3008, "timeout"))
        }
    }

    fn hello(&self) -> Result<Message, Close> {
        if self.signs.hello.load(Ordering::Relaxed) {
            Ok(Message::text(String::new()))
        } else {
            Err(Close(4408, "connection initialisation timeout"))
        }
    }

    /// False when the other side is gone or too slow. Nothing is read from it meanwhile, so that what it may make us keep is what
    /// stands in the buffers (bar C5).
    async fn send(&self, sink: &mut Sink, message: Message) -> bool {
        matches!(timeout(self.door.patience.send, sink.send(message)).await, Ok(Ok(())))
    }

    /// Says why we close, and lets whatever still comes in go by until the other side has heard it: a connection that ends with
    /// words unread is reset, and what we said last is lost with it.
    async fn part(&self, mut sink: Sink, incoming: &Incoming, code: u16, why: &str) {
        if !self.send(&mut sink, Message::close_with(code, why)).await {
            return;
        }
        let ended = async {
            let _ = sink.close().await;
            incoming.messages().for_each(|_| ready(())).await;
        };
        let _ = timeout(self.door.patience.farewell, ended).await;
    }

    fn subscribe(&self, operation: Operation) -> Result<BoxStream<'static, Answer>, Box<Answer>> {
        let visit = Arc::new(Visit::new(self.caller.clone(), Some(self.session), Origin::default()));
        let place = self.running.take().ok_or_else(|| Box::new(only("TOO_MANY", visit.words.refusal("TOO_MANY"))))?;
        let leave = Leave { introspection: false, subscription: true };
        let mut operation =
            guard::admit(operation, leave).map_err(|broken| Box::new(only(broken.code(), broken.to_string())))?;
        if !guard::is_subscription(&mut operation) {
            return Err(Box::new(only("USE_HTTP", "queries and mutations are posted")));
        }
        let operation = self.door.prepare(operation, visit);
        let denied = (self.door.db.clone(), self.caller.clone());
        Ok(held(self.door.schema.execute_stream(operation), place, denied))
    }
}

/// Keeps the operation's place as long as it runs, and writes down what it was denied.
fn held(
    answers: impl Stream<Item = Answer> + Send + 'static,
    place: Place,
    (db, caller): (Db, Caller),
) -> BoxStream<'static, Answer> {
    answers
        .map(move |mut answer| {
            let _ = &place;
            tidy(&mut answer, true);
            answer
        })
        .then(move |answer| {
            let (db, caller) = (db.clone(), caller.clone());
            async move {
                if let Err(error) = community::journal::write_denials(&db, &caller).await {
                    tracing::error!(%error, community = %caller.community, "a denial could not be written down");
                }
                answer
            }
        })
        .boxed()
}

#[async_trait]
impl Executor for Line {
    async fn execute(&self, _: Operation) -> Answer {
        only("USE_HTTP", "queries and mutations are posted")
    }

    fn execute_stream(&self, operation: Operation, _: Option<Arc<Data>>) -> BoxStream<'static, Answer> {
        self.subscribe(operation).unwrap_or_else(|refused| once(ready(*refused)).boxed())
    }
}

/// Ready when the process is about to end.
async fn told(mut ending: watch::Receiver<bool>) {
    if ending.wait_for(|is_near| *is_near).await.is_err() {
        std::future::pending::<()>().await;
    }
}

fn after(time: std::time::Duration) -> tokio::time::Instant {
    tokio::time::Instant::now() + time
}
