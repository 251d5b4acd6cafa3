//! The one way in for pictures: `multipart/form-data` is read here and nowhere else.
//!
//! Whether somebody may send anything is asked before the body is touched, and for each file before its first byte is kept. A file is
//! written to a place without a name as it comes, counted, and developed by a child process when the form has ended.

use super::PHOTOS;
use super::parts::{Parts, unreadable};
use crate::error_page::{No, status};
use crate::form::HEAVIEST;
use crate::visit::Visit;
use exchange::photos::{AddPhoto, Added, add, admit, may_send};
use kernel::{ListingId, PhotoId, Refusal, Refuse as _};
use multer::Field;
use phrases::Words;
use pictures::{Negative, Studio};
use poem::http::{HeaderValue, StatusCode, header};
use poem::{Body, Endpoint, Error, FromRequest, IntoResponse, Request, RequestBody, Response, Result};
use url::form_urlencoded;

/// Files of one form that are looked at.
const FILES: u64 = exchange::limits::PHOTOS_EACH.unsigned_abs();
/// The most a form with files may weigh, in bytes: so many pictures, and what is written.
const WHOLE: u64 = pictures::limits::BYTES * FILES + 2 * (HEAVIEST as u64);
/// What a field that is no file weighs beside its name and its value, in bytes: what it costs to keep it.
const FIELD: usize = 64;

/// Which photos could not be taken in, for the handler of the form they came with.
#[derive(Debug, Clone, Default)]
pub(crate) struct Faults(Vec<Refusal>);

impl Faults {
    /// Each sentence once.
    pub(super) fn sentences(&self, words: Words) -> Vec<String> {
        let mut said: Vec<String> = Vec::new();
        for refusal in &self.0 {
            let sentence = words.refusal(refusal.code);
            if !said.contains(&sentence) {
                said.push(sentence);
            }
        }
        said
    }

    /// What to answer with.
    pub(super) fn status(&self) -> Option<StatusCode> {
        super::gravest(self.0.iter().map(|refusal| status(refusal.kind)))
    }

    /// The codes, for programs.
    pub(super) fn codes(&self) -> impl Iterator<Item = &'static str> {
        self.0.iter().map(|refusal| refusal.code)
    }
}

impl<'a> FromRequest<'a> for Faults {
    async fn from_request(request: &'a Request, _: &mut RequestBody) -> Result<Self> {
        Ok(request.extensions().get::<Self>().cloned().unwrap_or_default())
    }
}

/// Around the handler of a listing's form: takes the photos out of it first.
pub(crate) struct Taking<E> {
    handler: E,
    for_later: bool,
}

impl<E> Taking<E> {
    /// Around the handler of a form that others may see the photos of.
    pub(crate) fn around(handler: E) -> Self {
        Self { handler, for_later: false }
    }

    /// Around the handler that keeps a form for later: nobody else sees its photos.
    pub(crate) fn for_later(handler: E) -> Self {
        Self { handler, for_later: true }
    }
}

impl<E: Endpoint> Endpoint for Taking<E>
where
    E::Output: IntoResponse,
{
    type Output = Response;

    async fn call(&self, mut request: Request) -> Result<Response> {
        if is_multipart(&request) {
            let body = request.take_body();
            let path = request.raw_path_param("id").and_then(|id| id.parse().ok());
            let taken = take(&request, body, path, self.for_later).await?;
            let form = HeaderValue::from_static("application/x-www-form-urlencoded");
            request.headers_mut().insert(header::CONTENT_TYPE, form);
            request.headers_mut().remove(header::CONTENT_LENGTH);
            request.extensions_mut().insert(taken.faults);
            request.set_body(taken.text);
        }
        self.handler.call(request).await.map(IntoResponse::into_response)
    }
}

/// Whether a body holds files.
pub(super) fn is_multipart(request: &Request) -> bool {
    let kind = request.header(header::CONTENT_TYPE).unwrap_or_default();
    kind.starts_with("multipart/form-data")
}

/// What came in.
pub(super) struct Taken {
    /// Photos that are kept.
    pub added: Vec<Added>,
    /// Why others are not.
    pub faults: Faults,
    /// The form without its files, url-encoded.
    pub text: String,
}

/// Reads a form with files, for `listing` or the one whose id it holds; `for_later` as in [`AddPhoto`].
pub(super) async fn take(request: &Request, body: Body, listing: Option<ListingId>, for_later: bool) -> Result<Taken> {
    let visit = Visit::from_request(request, &mut RequestBody::default()).await?;
    let studio = request.data::<Studio>().ok_or_else(|| Error::from(No(Refusal::FAULT)))?;
    // Before a byte of the body is read.
    may_send(&visit.caller).map_err(No::from)?;
    let boundary = multer::parse_boundary(request.header(header::CONTENT_TYPE).unwrap_or_default());
    let boundary = boundary.map_err(|_| Error::from_status(StatusCode::BAD_REQUEST))?;
    let parts = Parts::of(body.into_bytes_stream(), boundary, WHOLE);
    let mut reader = Reader::of(&visit, studio);
    reader.read(parts).await?;
    let listing = listing.or(reader.text.id);
    let added = reader.add(listing, for_later).await;
    Ok(Taken { added, faults: Faults(reader.faults), text: reader.text.encoded() })
}

/// The fields that are no files.
#[derive(Default)]
struct Text {
    fields: Vec<(String, String)>,
    weighs: usize,
    id: Option<ListingId>,
}

impl Text {
    /// As a form without files sends them.
    fn encoded(&self) -> String {
        form_urlencoded::Serializer::new(String::new()).extend_pairs(&self.fields).finish()
    }

    async fn take(&mut self, name: String, mut field: Field<'_>) -> Result<()> {
        self.weigh(name.len().saturating_add(FIELD))?;
        let mut value = Vec::new();
        while let Some(chunk) = field.chunk().await.map_err(unreadable)? {
            self.weigh(chunk.len())?;
            value.extend_from_slice(&chunk);
        }
        let value = String::from_utf8_lossy(&value).into_owned();
        if name == "id" && self.id.is_none() {
            self.id = value.parse().ok();
        }
        self.fields.push((name, value));
        Ok(())
    }

    /// Before so many bytes more are kept.
    fn weigh(&mut self, bytes: usize) -> Result<()> {
        self.weighs = self.weighs.saturating_add(bytes);
        if self.weighs > HEAVIEST {
            return Err(Error::from_status(StatusCode::PAYLOAD_TOO_LARGE));
        }
        Ok(())
    }
}

/// Whether one more file may come: asked for each, until the answer is no. Then it is no for the rest of the form, and nobody is asked
/// again, however many files it holds.
#[derive(Default)]
struct Door(Option<Refusal>);

impl Door {
    async fn ask<T>(&mut self, question: impl Future<Output = Result<T, Refusal>>) -> Result<T, Refusal> {
        if let Some(refusal) = self.0 {
            return Err(refusal);
        }
        question.await.inspect_err(|refusal| self.0 = Some(*refusal))
    }
}

struct Reader<'a> {
    visit: &'a Visit,
    studio: &'a Studio,
    text: Text,
    door: Door,
    files: Vec<(PhotoId, Negative)>,
    faults: Vec<Refusal>,
}

impl<'a> Reader<'a> {
    fn of(visit: &'a Visit, studio: &'a Studio) -> Self {
        Self { visit, studio, text: Text::default(), door: Door::default(), files: Vec::new(), faults: Vec::new() }
    }

    async fn read(&mut self, mut parts: Parts<'_>) -> Result<()> {
        while let Some((name, field)) = parts.next().await? {
            if name == PHOTOS {
                self.file(field).await?;
            } else {
                self.text.take(name, field).await?;
            }
        }
        Ok(())
    }

    /// One file. What cannot be kept is read to its end all the same, so that the rest of the form is not lost.
    async fn file(&mut self, mut field: Field<'_>) -> Result<()> {
        let mut negative = None;
        let mut refused = false;
        while let Some(chunk) = field.chunk().await.map_err(unreadable)? {
            // An empty file is what browsers send where none was chosen.
            if chunk.is_empty() || refused {
                continue;
            }
            let taken = if let Some(begun) = negative.take() {
                Ok(begun)
            } else {
                let question = open(self.visit, self.studio, self.files.len());
                self.door.ask(question).await
            };
            let taken = taken.and_then(|(photo, mut file): (PhotoId, Negative)| {
                file.take(&chunk).map_err(|error| No::from(error).0).map(|()| (photo, file))
            });
            match taken {
                Ok(begun) => negative = Some(begun),
                Err(refusal) => {
                    self.faults.push(refusal);
                    refused = true;
                }
            }
        }
        self.files.extend(negative);
        Ok(())
    }

    async fn add(&mut self, listing: Option<ListingId>, for_later: bool) -> Vec<Added> {
        let mut added = Vec::new();
        let Some(listing) = listing else { return added };
        for (id, negative) in std::mem::take(&mut self.files) {
            let cmd = AddPhoto { id, listing, for_later, negative };
            match add::add(&self.visit.db, self.studio, &self.visit.caller, cmd).await {
                Ok(one) => added.push(one),
                Err(error) => self.faults.push(No::from(error).0),
            }
        }
        added
    }
}

/// Whether one more may come after so many, and where its bytes go.
async fn open(visit: &Visit, studio: &Studio, before: usize) -> Result<(PhotoId, Negative), Refusal> {
    if before as u64 >= FILES {
        return Err(exchange::ExchangeError::PhotosEnough.refusal());
    }
    admit(&visit.db, &visit.caller).await.map_err(|error| No::from(error).0)?;
    let photo = PhotoId(visit.db.entropy().id());
    let place = studio.shelf.negative(visit.caller.community, photo);
    Ok((photo, place.map_err(|error| No::from(error).0)?))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[tokio::test]
    async fn u1_after_the_first_no_nobody_is_asked_again() {
        let (mut door, mut asked) = (Door::default(), 0);
        let no = exchange::ExchangeError::PhotosEnough.refusal();
        assert_eq!(door.ask(async { Ok(1) }).await, Ok(1));
        assert_eq!(door.ask(async { Ok(2) }).await, Ok(2));
        for _ in 0..50 {
            let answer = door.ask(async {
                asked += 1;
                Err::<i32, _>(no)
            });
            assert_eq!(answer.await, Err(no));
        }
        assert_eq!((asked, door.ask(async { Ok(3) }).await), (1, Err(no)));
    }
}
