//! Live announcements: "look, something is new", from a committed transaction to the member's open pages.
//!
//! In one process they go straight to whoever listens for their member; with Redis they reach the other processes as well. Nothing here is
//! truth: a lost announcement costs a reload.

mod here;

use here::Here;
pub use here::{Announced, Hearing};
use kernel::{CommunityId, ConversationId, MemberId, MessageId, NotificationId};
use redis::AsyncCommands;
use serde::{Deserialize, Serialize};
use std::{sync::Arc, time::Duration};
use tokio::{sync::mpsc, time::timeout};
use uuid::Uuid;

/// What is new.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Topic {
    /// A private message.
    Message {
        /// Where.
        conversation: ConversationId,
        /// Which.
        message: MessageId,
    },
    /// A notification.
    Notification {
        /// Which.
        notification: NotificationId,
    },
}

/// Something new for one member of one community.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
pub struct LiveEvent {
    /// The community.
    pub community: CommunityId,
    /// Whom it concerns.
    pub member: MemberId,
    /// What.
    pub topic: Topic,
}

#[derive(Serialize, Deserialize)]
struct Envelope {
    from: Uuid,
    event: LiveEvent,
}

/// The hub of one process; cheap to clone.
#[derive(Clone, Debug)]
pub struct Live {
    here: Here,
    away: Option<mpsc::Sender<LiveEvent>>,
}

/// Announcements that may wait for the other processes before they miss some.
const BACKLOG: usize = 4_096;

impl Live {
    /// A hub for this process alone.
    pub fn in_process() -> Self {
        Self { here: Here::default(), away: None }
    }

    /// A hub that also reaches other processes through Redis, and goes on alone whenever Redis is away.
    /// `process` names this process, so that it does not hear itself.
    pub fn through_redis(client: redis::Client, process: Uuid) -> Self {
        let here = Here::default();
        let (away, outbox) = mpsc::channel(BACKLOG);
        let client = Arc::new(client);
        tokio::spawn(send_away(Arc::clone(&client), process, outbox));
        tokio::spawn(hear_others(client, process, here.clone()));
        Self { here, away: Some(away) }
    }

    /// Tells whoever listens.
    pub fn publish(&self, event: LiveEvent) {
        // No listener, or a full outbox: nothing is lost but a reload.
        self.here.tell(event);
        if let Some(away) = &self.away {
            let _ = away.try_send(event);
        }
    }

    /// Hears what is announced to this member from now on.
    pub fn listen(&self, community: CommunityId, member: MemberId) -> Hearing {
        self.here.listen(community, member)
    }
}

/// Who has heard nothing for so long listens anew: a line that is dead without a word sounds the same (bar D8).
const SILENCE: Duration = Duration::from_mins(2);

/// How long beginning to listen may take.
const PATIENCE: Duration = Duration::from_secs(5);

fn channel(community: CommunityId) -> String {
    format!("t:{community}:live")
}

async fn send_away(client: Arc<redis::Client>, process: Uuid, mut outbox: mpsc::Receiver<LiveEvent>) {
    let mut connection = None;
    while let Some(event) = outbox.recv().await {
        if connection.is_none() {
            connection = client.get_multiplexed_async_connection().await.ok();
        }
        let (Some(redis), Ok(text)) = (connection.as_mut(), serde_json::to_string(&Envelope { from: process, event }))
        else {
            continue;
        };
        let sent: redis::RedisResult<()> = redis.publish(channel(event.community), text).await;
        if sent.is_err() {
            connection = None;
        }
    }
}

async fn hear_others(client: Arc<redis::Client>, process: Uuid, here: Here) {
    use futures_util::StreamExt;
    loop {
        if let Ok(Ok(mut heard)) = timeout(PATIENCE, listening(&client)).await {
            let mut messages = heard.on_message();
            let silent = loop {
                match timeout(SILENCE, messages.next()).await {
                    Ok(Some(message)) => forward(&message, process, &here),
                    Ok(None) => break false,
                    Err(_) => break true,
                }
            };
            if silent {
                continue;
            }
        }
        // Redis is away: try again, without haste.
        tokio::time::sleep(Duration::from_secs(2)).await;
    }
}

async fn listening(client: &redis::Client) -> redis::RedisResult<redis::aio::PubSub> {
    let mut heard = client.get_async_pubsub().await?;
    heard.psubscribe("t:*:live").await?;
    Ok(heard)
}

fn forward(message: &redis::Msg, process: Uuid, here: &Here) {
    let Ok(text) = message.get_payload::<String>() else { return };
    if let Ok(envelope) = serde_json::from_str::<Envelope>(&text)
        && envelope.from != process
    {
        here.tell(envelope.event);
    }
}
