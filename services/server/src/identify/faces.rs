//! Which community a host shows, remembered for a moment: it is asked at every request and changes once a month.

use community::{CommunityError, views::CommunityFace};
use database::Db;
use std::{
    collections::HashMap,
    sync::{Arc, Mutex, PoisonError},
    time::{Duration, Instant},
};

/// Hosts remembered at the most; asking for invented ones must not fill the memory.
const MOST: usize = 10_000;

type Known = HashMap<String, (Instant, Option<Arc<CommunityFace>>)>;

/// What is remembered of a host.
enum Memory {
    /// Nothing, or nothing that still holds.
    None,
    /// That it shows this face, or none.
    Of(Option<Arc<CommunityFace>>),
}

/// The faces seen lately, unknown hosts included.
pub struct Faces {
    last: Duration,
    known: Mutex<Known>,
}

impl Faces {
    /// Faces are looked up again after `last`; never remembered when it is zero.
    pub fn new(last: Duration) -> Self {
        Self { last, known: Mutex::default() }
    }

    /// The face that `host` shows, if it shows any.
    pub async fn of(&self, db: &Db, host: &str) -> Result<Option<Arc<CommunityFace>>, CommunityError> {
        if let Memory::Of(face) = self.remembered(host) {
            return Ok(face);
        }
        let face = match community::host::by_host(db, host).await? {
            Some(id) => community::views::face(db, id).await?.map(Arc::new),
            None => None,
        };
        self.remember(host, face.clone());
        Ok(face)
    }

    fn remembered(&self, host: &str) -> Memory {
        let known = self.known.lock().unwrap_or_else(PoisonError::into_inner);
        match known.get(host) {
            Some((since, face)) if since.elapsed() < self.last => Memory::Of(face.clone()),
            _ => Memory::None,
        }
    }

    fn remember(&self, host: &str, face: Option<Arc<CommunityFace>>) {
        if self.last.is_zero() {
            return;
        }
        let mut known = self.known.lock().unwrap_or_else(PoisonError::into_inner);
        if known.len() >= MOST {
            known.retain(|_, (since, _)| since.elapsed() < self.last);
        }
        if known.len() < MOST {
            known.insert(host.to_owned(), (Instant::now(), face));
        }
    }
}
