//! What goes on giving: news for the asker, from the hub of live announcements.
//!
//! An announcement carries ids only. Each is kept only when it is for this community and member, and what it points at is
//! read anew through the same views as everything else: whoever may not see it any more gets nothing.

use crate::{
    objects::{Message, Notification},
    visit::{Desk, Visit},
};
use async_graphql::{Context, Error, Result, Subscription};
use database::{Db, LiveEvent, Topic};
use futures_util::{Stream, StreamExt as _, stream};
use kernel::Act;
use std::sync::Arc;
use tokio::sync::broadcast::{Receiver, error::RecvError};

/// Everything that goes on giving.
pub struct Subscription;

#[Subscription]
impl Subscription {
    /// A private message somebody else wrote to the asker. May be lost: what counts is read by `conversations`.
    async fn message_received<'a>(&self, ctx: &Context<'a>) -> Result<impl Stream<Item = Message> + use<'a>> {
        let (db, visit, news) = news(ctx, Act::Converse)?;
        Ok(news.filter_map(move |topic| {
            let (db, visit) = (db.clone(), Arc::clone(&visit));
            async move { message(&db, &visit, topic).await }
        }))
    }

    /// Something the asker is told. May be lost: what counts is read by `notifications`.
    async fn notification_received<'a>(&self, ctx: &Context<'a>) -> Result<impl Stream<Item = Notification> + use<'a>> {
        let (db, visit, news) = news(ctx, Act::ReadNotifications)?;
        Ok(news.filter_map(move |topic| {
            let (db, visit) = (db.clone(), Arc::clone(&visit));
            async move { notification(&db, &visit, topic).await }
        }))
    }
}

async fn message(db: &Db, visit: &Visit, topic: Topic) -> Option<Message> {
    let Topic::Message { message, .. } = topic else { return None };
    let found = conversation::views::message(db, &visit.caller, message).await.ok()??;
    (!found.mine).then_some(Message(found))
}

async fn notification(db: &Db, visit: &Visit, topic: Topic) -> Option<Notification> {
    let Topic::Notification { notification } = topic else { return None };
    notice::views::notification(db, &visit.caller, notification).await.ok()?.map(Notification)
}

type News = (Db, Arc<Visit>, stream::BoxStream<'static, Topic>);

/// Asks first whether this may be heard at all, so that nobody waits for what will never come.
fn news(ctx: &Context<'_>, act: Act) -> Result<News> {
    let desk = Desk::of(ctx)?;
    let me = desk.value(desk.caller.must_as_member(act))?;
    let visit = Arc::clone(ctx.data::<Arc<Visit>>().map_err(|_| Error::new("no visit"))?);
    let community = desk.caller.community;
    let mine = move |event: &LiveEvent| event.community == community && event.member == me.member;
    let topics = events(desk.db.live().subscribe()).filter_map(move |event| {
        let kept = mine(&event).then_some(event.topic);
        async move { kept }
    });
    Ok((desk.db.clone(), visit, topics.boxed()))
}

/// Whoever is too slow misses some and goes on with the next.
fn events(hub: Receiver<LiveEvent>) -> impl Stream<Item = LiveEvent> {
    stream::unfold(hub, |mut hub| async move {
        loop {
            match hub.recv().await {
                Ok(event) => return Some((event, hub)),
                Err(RecvError::Lagged(_)) => {}
                Err(RecvError::Closed) => return None,
            }
        }
    })
}
