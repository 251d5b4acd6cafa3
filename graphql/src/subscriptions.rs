//! What goes on giving: news for the asker, from the hub of live announcements.
//!
//! An announcement carries ids only, and reaches only the member of the community it is for. What it points at is read anew through
//! the same views as everything else: whoever may not see it any more gets nothing.

use crate::{
    limits,
    objects::{Message, Notification},
    visit::{Desk, Visit},
};
use async_graphql::{Context, Error, Result, Subscription};
use database::{Announced, Db, Topic};
use futures_util::{
    Stream, StreamExt as _,
    future::BoxFuture,
    stream::{self, BoxStream},
};
use kernel::{Act, Me};
use std::sync::Arc;
use tokio::sync::{OnceCell, Semaphore};

/// Everything that goes on giving.
pub struct Subscription;

#[Subscription]
impl Subscription {
    /// A private message somebody else wrote to the asker. May be lost: what counts is read by `conversations`.
    async fn message_received<'a>(&self, ctx: &Context<'a>) -> Result<impl Stream<Item = Message> + use<'a>> {
        let (db, visit, news) = news(ctx, Act::Converse)?;
        Ok(news.filter_map(move |heard| {
            let (db, visit) = (db.clone(), Arc::clone(&visit));
            async move { message(&db, &visit, &heard).await }
        }))
    }

    /// Something the asker is told. May be lost: what counts is read by `notifications`.
    async fn notification_received<'a>(&self, ctx: &Context<'a>) -> Result<impl Stream<Item = Notification> + use<'a>> {
        let (db, visit, news) = news(ctx, Act::ReadNotifications)?;
        Ok(news.filter_map(move |heard| {
            let (db, visit) = (db.clone(), Arc::clone(&visit));
            async move { notification(&db, &visit, &heard).await }
        }))
    }
}

async fn message(db: &Db, visit: &Visit, heard: &Announced) -> Option<Message> {
    let Topic::Message { message, .. } = heard.event.topic else { return None };
    let read = || conversation::views::message(db, &visit.caller, message);
    let found = once(db, heard, visit.caller.me()?, || Box::pin(read())).await?;
    (!found.mine).then_some(Message(found))
}

async fn notification(db: &Db, visit: &Visit, heard: &Announced) -> Option<Notification> {
    let Topic::Notification { notification } = heard.event.topic else { return None };
    let read = || notice::views::notification(db, &visit.caller, notification);
    once(db, heard, visit.caller.me()?, || Box::pin(read())).await.map(Notification)
}

/// Who reads what was announced. Where thousands hear something at once, they take turns, instead of waiting for connections that pages
/// need as well, and in vain.
struct Readers(Semaphore);

impl Default for Readers {
    fn default() -> Self {
        Self(Semaphore::new(limits::SOCKET_READERS))
    }
}

/// What was announced, read once for all open pages of the member; anew where one of them was opened with other rights.
async fn once<'a, T, E>(
    db: &Db,
    heard: &Announced,
    me: Me,
    read: impl Fn() -> BoxFuture<'a, Result<Option<T>, E>>,
) -> Option<T>
where
    T: Clone + Send + Sync + 'static,
{
    let readers = db.kept::<Readers>();
    let in_turn = async || {
        let _turn = readers.0.acquire().await;
        read().await
    };
    let kept = heard.kept::<OnceCell<(Me, Option<T>)>>();
    match kept.get_or_try_init(|| async { Ok::<_, E>((me, in_turn().await?)) }).await {
        Ok((reader, found)) if *reader == me => found.clone(),
        Ok(_) => in_turn().await.ok()?,
        Err(_) => None,
    }
}

type News = (Db, Arc<Visit>, BoxStream<'static, Arc<Announced>>);

/// Asks first whether this may be heard at all, so that nobody waits for what will never come.
fn news(ctx: &Context<'_>, act: Act) -> Result<News> {
    let desk = Desk::of(ctx)?;
    let me = desk.value(desk.caller.must_as_member(act))?;
    let visit = Arc::clone(ctx.data::<Arc<Visit>>().map_err(|_| Error::new("no visit"))?);
    let hearing = desk.db.live().listen(desk.caller.community, me.member);
    let heard = stream::unfold(hearing, |mut hearing| async move { Some((hearing.next().await, hearing)) });
    Ok((desk.db.clone(), visit, heard.boxed()))
}
