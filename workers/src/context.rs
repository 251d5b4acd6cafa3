//! What every handler is handed.

use crate::mail::{dkim::Dkim, letter::LetterKind, post::Post, post::Relay, seal::Sender};
use crate::outcome::Trouble;
pub use community::Outside;
use community::{CommunityError, CommunityFace};
use database::{Db, Lane};
use kernel::CommunityId;
use pictures::Shelf;
use std::{
    collections::HashMap,
    path::PathBuf,
    sync::{Arc, Mutex, PoisonError},
};
use tokio::sync::OnceCell;

/// The tools of this door.
pub struct Context {
    /// The database.
    pub db: Db,
    /// How letters leave.
    pub mail: Mail,
    /// How the installation is reached from outside.
    pub outside: Outside,
    records: Option<PathBuf>,
    shelf: Option<Shelf>,
    faces: Faces,
}

/// The faces of the communities whose jobs are at hand: a batch of digests asks for its community once, not once a letter.
#[derive(Default)]
struct Faces(Mutex<HashMap<CommunityId, Looked>>);

/// A community looked up once, however many ask at the same time.
type Looked = Arc<OnceCell<Option<Arc<CommunityFace>>>>;

impl Context {
    /// These tools.
    pub fn new(db: Db, mail: Mail, outside: Outside) -> Self {
        Self { db, mail, outside, records: None, shelf: None, faces: Faces::default() }
    }

    /// The same tools, keeping in `folder` what must not stand in the database alone; without one it stands in the log alone.
    #[must_use]
    pub fn keeping_records_in(self, folder: PathBuf) -> Self {
        Self { records: Some(folder), ..self }
    }

    /// The same tools, with the place where `pictures` are kept.
    #[must_use]
    pub fn keeping_pictures_on(self, pictures: Shelf) -> Self {
        Self { shelf: Some(pictures), ..self }
    }

    /// Where pictures are kept.
    pub(crate) fn shelf(&self) -> Result<&Shelf, Trouble> {
        self.shelf.as_ref().ok_or_else(|| Trouble::new("nobody said where pictures are kept"))
    }

    /// Where the ends of journals are kept.
    pub fn anchors(&self) -> Option<PathBuf> {
        Some(self.records.as_ref()?.join("anchors"))
    }

    /// Where it is kept who was erased.
    pub fn erasures(&self) -> Option<PathBuf> {
        Some(self.records.as_ref()?.join("erasures"))
    }

    /// Where it is kept which communities were removed.
    pub fn removals(&self) -> Option<PathBuf> {
        Some(self.records.as_ref()?.join("removals"))
    }

    /// The community's face, as old as the batch of jobs at hand at the most; nothing when the community is gone.
    pub(crate) async fn face(&self, community: CommunityId) -> Result<Option<Arc<CommunityFace>>, CommunityError> {
        let cell =
            Arc::clone(self.faces.0.lock().unwrap_or_else(PoisonError::into_inner).entry(community).or_default());
        let read = async || Ok(community::face(&self.db, community).await?.map(Arc::new));
        cell.get_or_try_init(read).await.cloned()
    }

    /// A new batch begins: what it needs is looked at afresh.
    pub(crate) fn begin_batch(&self) {
        self.faces.0.lock().unwrap_or_else(PoisonError::into_inner).clear();
    }
}

/// How letters leave.
pub struct Mail {
    domain: String,
    dkim: Option<Dkim>,
    urgent: Post,
    bulk: Post,
}

impl Mail {
    /// Letters from addresses in `domain`, over `relay`, signed when there is a key.
    ///
    /// What somebody waits for has connections of its own, so that it never stands behind a hundred thousand digests.
    pub fn new(domain: &str, relay: Relay, dkim: Option<Dkim>) -> Self {
        Self { domain: domain.to_owned(), dkim, urgent: Post::new(relay.clone()), bulk: Post::new(relay) }
    }

    /// The way out for letters of this kind.
    pub fn post(&self, kind: LetterKind) -> &Post {
        if kind == LetterKind::Digest { &self.bulk } else { &self.urgent }
    }

    /// The key letters are signed with.
    pub fn dkim(&self) -> Option<&Dkim> {
        self.dkim.as_ref()
    }

    /// Who `community`'s letters come from.
    pub fn sender(&self, community: &CommunityFace) -> Sender {
        let local_part = if community.is_platform() { "maillon".to_owned() } else { community.slug.clone() };
        Sender { name: community.name.clone(), local_part, domain: self.domain.clone() }
    }

    /// Letters under way at once in a lane.
    pub(crate) fn width(&self, lane: Lane) -> usize {
        match lane {
            Lane::Security | Lane::Prompt => self.urgent.connections(),
            Lane::Bulk => self.bulk.connections(),
        }
    }

    /// Says goodbye to the relay.
    pub(crate) async fn close(&self) {
        tokio::join!(self.urgent.close(), self.bulk.close());
    }
}
