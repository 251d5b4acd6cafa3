//! Which community a host shows, remembered for a moment: it is asked at every request and changes once a month.

use super::moment::Moment;
use community::{CommunityError, views::CommunityFace};
use database::Db;
use std::{
    sync::Arc,
    time::{Duration, Instant},
};

/// The faces seen lately, unknown hosts included.
pub struct Faces(Moment<String, Option<Arc<CommunityFace>>>);

impl Faces {
    /// Faces are looked up again after `last`; never remembered when it is zero.
    pub fn new(last: Duration) -> Self {
        Self(Moment::new(last))
    }

    /// The face that `host` shows, if it shows any.
    pub async fn of(&self, db: &Db, host: &str) -> Result<Option<Arc<CommunityFace>>, CommunityError> {
        let asked = Instant::now();
        if let Some(face) = self.0.at(asked, host) {
            return Ok(face);
        }
        let face = match community::host::by_host(db, host).await? {
            Some(id) => community::views::face(db, id).await?.map(Arc::new),
            None => None,
        };
        self.0.keep(asked, host.to_owned(), face.clone());
        Ok(face)
    }
}
