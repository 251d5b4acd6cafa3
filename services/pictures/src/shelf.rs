//! Where pictures are kept: a folder of this machine, or a store that speaks S3. Every file lies below its community (bar T10):
//! `<community>/<photo>-large.jpg`.

use crate::{
    Negative, PictureError, Print, Size,
    disk::{self, Opening},
};
use kernel::{CommunityId, PhotoId};
use object_store::{
    ClientOptions, ObjectStore, ObjectStoreExt as _, PutPayload,
    aws::AmazonS3Builder,
    client::{HttpClient, HttpConnector},
    path::Path as Key,
};
use std::io;
use std::path::PathBuf;
use std::sync::Arc;
use std::time::Duration;

/// Where pictures are kept. Cheap to clone.
#[derive(Debug, Clone)]
pub struct Shelf {
    /// What comes in lies here until it was looked at; with a folder of our own, what is kept as well.
    folder: PathBuf,
    open: Opening,
    remote: Option<Arc<dyn ObjectStore>>,
}

/// How a store is reached that speaks S3.
#[derive(Debug, Clone)]
pub struct Remote {
    /// Its address, like `https://s3.example.org`.
    pub endpoint: String,
    /// The bucket.
    pub bucket: String,
    /// The region; some stores want none.
    pub region: String,
    /// The name of the key.
    pub key: String,
    /// The key.
    pub secret: String,
}

/// How the store is spoken to: at its own address and at no other that it might send us to, and not for ever.
#[derive(Debug)]
struct Straight;

/// One file is a megabyte at the most.
const PATIENCE: Duration = Duration::from_secs(10);

impl HttpConnector for Straight {
    fn connect(&self, _: &ClientOptions) -> object_store::Result<HttpClient> {
        let client = reqwest::Client::builder().redirect(reqwest::redirect::Policy::none()).timeout(PATIENCE).build();
        let wrong = |error: reqwest::Error| object_store::Error::Generic { store: "S3", source: Box::new(error) };
        Ok(HttpClient::new(client.map_err(wrong)?))
    }
}

impl Shelf {
    /// Below a folder of this machine.
    pub fn on_disk(folder: PathBuf) -> Self {
        Self { folder, open: disk::fresh, remote: None }
    }

    /// In a store that speaks S3; what comes in waits in `folder`.
    ///
    /// # Errors
    /// Where the settings cannot be right.
    pub fn remote(folder: PathBuf, at: &Remote) -> Result<Self, PictureError> {
        let store = AmazonS3Builder::new()
            .with_http_connector(Straight)
            .with_endpoint(&at.endpoint)
            .with_allow_http(at.endpoint.starts_with("http://"))
            .with_bucket_name(&at.bucket)
            // One by one: not every store knows how to delete many at once.
            .with_disable_bulk_delete(true)
            .with_region(&at.region)
            .with_access_key_id(&at.key)
            .with_secret_access_key(&at.secret)
            .build()
            .map_err(fault)?;
        Ok(Self::in_store(folder, Arc::new(store)))
    }

    /// In any object store.
    pub fn in_store(folder: PathBuf, store: Arc<dyn ObjectStore>) -> Self {
        Self { remote: Some(store), ..Self::on_disk(folder) }
    }

    /// The same shelf on a disk of which not a byte is left: every file it opens is `/dev/full`. For tests of what happens then.
    #[must_use]
    pub fn of_a_full_disk(self) -> Self {
        // The place must be there to be cleared away again, as with a real file.
        let full: Opening = |path| {
            drop(disk::fresh(path)?);
            std::fs::OpenOptions::new().read(true).write(true).open("/dev/full")
        };
        Self { open: full, ..self }
    }

    /// A place for what somebody is about to send; `photo` names it until it has no name.
    ///
    /// # Errors
    /// Where the folder cannot be written.
    pub fn negative(&self, community: CommunityId, photo: PhotoId) -> Result<Negative, PictureError> {
        Negative::begin(&self.folder_of(community), &format!(".{photo}.sent"), self.open)
    }

    /// Keeps both files, or none.
    ///
    /// # Errors
    /// [`PictureError::Full`] where there is no room.
    pub async fn put(&self, community: CommunityId, photo: PhotoId, print: &Print) -> Result<(), PictureError> {
        for size in Size::ALL {
            let kept = self.put_one(community, photo, size, print.side(size).jpeg.clone()).await;
            if let Err(error) = kept {
                // The first may be there; the job written before this looks once more, should this fail as well.
                let _gone = self.drop_photo(community, photo).await;
                return Err(error);
            }
        }
        Ok(())
    }

    async fn put_one(
        &self,
        community: CommunityId,
        photo: PhotoId,
        size: Size,
        jpeg: Vec<u8>,
    ) -> Result<(), PictureError> {
        if let Some(store) = &self.remote {
            store.put(&key(community, photo, size), PutPayload::from(jpeg)).await.map_err(fault)?;
            return Ok(());
        }
        let (folder, name, open) = (self.folder_of(community), size.name(photo), self.open);
        blocking(move || disk::put(&folder, &name, &jpeg, open)).await
    }

    /// A file, if it is there.
    ///
    /// # Errors
    /// Where the disk or the store fails.
    pub async fn get(
        &self,
        community: CommunityId,
        photo: PhotoId,
        size: Size,
    ) -> Result<Option<Vec<u8>>, PictureError> {
        if let Some(store) = &self.remote {
            return match store.get(&key(community, photo, size)).await {
                Ok(found) => Ok(Some(found.bytes().await.map_err(fault)?.to_vec())),
                Err(object_store::Error::NotFound { .. }) => Ok(None),
                Err(error) => Err(fault(error)),
            };
        }
        let path = self.folder_of(community).join(size.name(photo));
        blocking(move || disk::get(&path)).await
    }

    /// Deletes both files; harmless to repeat.
    ///
    /// # Errors
    /// Where the disk or the store fails.
    pub async fn drop_photo(&self, community: CommunityId, photo: PhotoId) -> Result<(), PictureError> {
        for size in Size::ALL {
            if let Some(store) = &self.remote {
                match store.delete(&key(community, photo, size)).await {
                    Ok(()) | Err(object_store::Error::NotFound { .. }) => {}
                    Err(error) => return Err(fault(error)),
                }
            } else {
                let path = self.folder_of(community).join(size.name(photo));
                blocking(move || disk::gone(std::fs::remove_file(path))).await?;
            }
        }
        Ok(())
    }

    /// Deletes everything of a community that is gone; harmless to repeat.
    ///
    /// # Errors
    /// Where the disk or the store fails.
    pub async fn drop_community(&self, community: CommunityId) -> Result<(), PictureError> {
        if let Some(store) = &self.remote {
            let found = store.list_with_delimiter(Some(&Key::from(community.to_string()))).await.map_err(fault)?;
            for object in found.objects {
                store.delete(&object.location).await.map_err(fault)?;
            }
        }
        let folder = self.folder_of(community);
        blocking(move || disk::gone(std::fs::remove_dir_all(folder))).await
    }

    fn folder_of(&self, community: CommunityId) -> PathBuf {
        self.folder.join(community.to_string())
    }
}

fn key(community: CommunityId, photo: PhotoId, size: Size) -> Key {
    Key::from(format!("{community}/{}", size.name(photo)))
}

fn fault(error: object_store::Error) -> PictureError {
    PictureError::Fault(io::Error::other(error))
}

async fn blocking<T: Send + 'static>(work: impl FnOnce() -> io::Result<T> + Send + 'static) -> Result<T, PictureError> {
    let done = tokio::task::spawn_blocking(work).await.map_err(io::Error::other)?;
    Ok(done?)
}

#[cfg(test)]
mod tests;
