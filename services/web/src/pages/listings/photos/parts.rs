//! The parts of a form with files, one after the other, within limits of our own: the reader underneath keeps whatever stands between
//! two parts in memory, and looks through all of it again whenever a byte has come.
//!
//! Invariants
//! - A byte leaves the body only in a piece of [`PIECE`] at the most, and the reader looks at what it has before it gets another.
//! - Before a part begins it gets no more than [`HEAD`].
//! - A form has [`PARTS`] parts at the most. At each it may ask for a head and a piece although it holds others already: it never holds more
//!   than 4 MiB.

use futures_util::{Stream, StreamExt as _, stream::poll_fn};
use multer::bytes::Bytes;
use multer::{Constraints, Field, Multipart, SizeLimit};
use poem::http::StatusCode;
use poem::{Error, Result};
use std::io;
use std::sync::{
    Arc,
    atomic::{AtomicUsize, Ordering},
};
use std::task::Poll;

/// Bytes between the end of one part and the value of the next: its boundary and its headers, in which stands the name of a file.
const HEAD: usize = 16 * 1024;
/// Bytes the reader gets at once.
const PIECE: usize = 16 * 1024;
/// Parts of one form: what is asked of a listing and of each of its photos, and some more files than are looked at.
pub(super) const PARTS: usize = 128;
/// While a value is read, its reader counts.
const UNCOUNTED: usize = usize::MAX;

type Broken = Box<dyn std::error::Error + Send + Sync>;

/// More than [`HEAD`] came, and no part began.
#[derive(Debug, thiserror::Error)]
#[error("what stands before a part is too long")]
struct HeadTooLong;

/// Reads a form part by part.
pub(super) struct Parts<'r> {
    form: Multipart<'r>,
    /// Bytes that may still come.
    left: Arc<AtomicUsize>,
    begun: usize,
}

impl<'r> Parts<'r> {
    /// Of a body that weighs `whole` bytes at the most.
    pub(super) fn of(body: impl Stream<Item = io::Result<Bytes>> + Send + 'r, boundary: String, whole: u64) -> Self {
        let left = Arc::new(AtomicUsize::new(HEAD));
        let most = Constraints::new().size_limit(SizeLimit::new().whole_stream(whole));
        let form = Multipart::with_constraints(in_pieces(body, Arc::clone(&left)), boundary, most);
        Self { form, left, begun: 0 }
    }

    /// The next part with its name; the one before must have been read to its end.
    ///
    /// # Errors
    /// 413 beyond a limit; 400 for what is no form, and for a part without a name (RFC 7578, 4.2).
    pub(super) async fn next(&mut self) -> Result<Option<(String, Field<'r>)>> {
        self.left.store(HEAD, Ordering::Relaxed);
        let Some(field) = self.form.next_field().await.map_err(unreadable)? else { return Ok(None) };
        self.left.store(UNCOUNTED, Ordering::Relaxed);
        self.begun = self.begun.saturating_add(1);
        if self.begun > PARTS {
            return Err(Error::from_status(StatusCode::PAYLOAD_TOO_LARGE));
        }
        let name = field.name().ok_or_else(|| Error::from_status(StatusCode::BAD_REQUEST))?.to_owned();
        Ok(Some((name, field)))
    }
}

/// Hands a body out in pieces, with a pause after each: the reader underneath takes until nothing is there, and looks at it then.
fn in_pieces<'r>(
    body: impl Stream<Item = io::Result<Bytes>> + Send + 'r,
    left: Arc<AtomicUsize>,
) -> impl Stream<Item = Result<Bytes, Broken>> + Send + 'r {
    let mut body = Box::pin(body);
    let (mut rest, mut pause) = (Bytes::new(), false);
    poll_fn(move |context| {
        if std::mem::take(&mut pause) {
            context.waker().wake_by_ref();
            return Poll::Pending;
        }
        if rest.is_empty() {
            rest = match body.poll_next_unpin(context) {
                Poll::Pending => return Poll::Pending,
                Poll::Ready(None) => return Poll::Ready(None),
                Poll::Ready(Some(Err(error))) => return Poll::Ready(Some(Err(error.into()))),
                Poll::Ready(Some(Ok(more))) => more,
            };
        }
        let most = left.load(Ordering::Relaxed);
        if most == 0 {
            return Poll::Ready(Some(Err(HeadTooLong.into())));
        }
        let piece = rest.split_to(rest.len().min(PIECE).min(most));
        left.store(most.saturating_sub(piece.len()), Ordering::Relaxed);
        pause = true;
        Poll::Ready(Some(Ok(piece)))
    })
}

/// What to answer with when a form cannot be read.
pub(super) fn unreadable(error: multer::Error) -> Error {
    Error::from_status(match error {
        multer::Error::StreamSizeExceeded { .. } | multer::Error::FieldSizeExceeded { .. } => {
            StatusCode::PAYLOAD_TOO_LARGE
        }
        multer::Error::StreamReadFailed(why) if why.is::<HeadTooLong>() => StatusCode::PAYLOAD_TOO_LARGE,
        _ => StatusCode::BAD_REQUEST,
    })
}

#[cfg(test)]
mod tests {
    use super::*;
    use futures_util::stream;
    use std::future::poll_fn as answer;

    const WHOLE: u64 = 64 << 20;

    /// A body that comes in chunks of this size, and how much of it was asked for.
    fn body(bytes: &[u8], chunk: usize) -> (impl Stream<Item = io::Result<Bytes>> + Send + use<>, Arc<AtomicUsize>) {
        let drawn = Arc::new(AtomicUsize::new(0));
        let count = Arc::clone(&drawn);
        let chunks: Vec<Bytes> = bytes.chunks(chunk).map(Bytes::copy_from_slice).collect();
        let body = stream::iter(chunks).map(move |chunk| {
            count.fetch_add(chunk.len(), Ordering::Relaxed);
            Ok(chunk)
        });
        (body, drawn)
    }

    fn part(name: &str, value: &[u8]) -> Vec<u8> {
        let head = format!("--x\r\ncontent-disposition: form-data; name=\"{name}\"\r\n\r\n");
        [head.as_bytes(), value, b"\r\n"].concat()
    }

    /// The names and the values' lengths of a whole form, or the status it is refused with; and how much of it was asked for.
    async fn read(form: &[u8], chunk: usize) -> (Result<Vec<(String, usize)>, StatusCode>, usize) {
        let (body, drawn) = body(&[form, b"--x--\r\n"].concat(), chunk);
        let mut parts = Parts::of(body, "x".to_owned(), WHOLE);
        let read = async {
            let mut found = Vec::new();
            while let Some((name, mut field)) = parts.next().await? {
                let mut length = 0;
                while let Some(chunk) = field.chunk().await.map_err(unreadable)? {
                    length += chunk.len();
                }
                found.push((name, length));
            }
            Ok::<_, Error>(found)
        };
        (read.await.map_err(|error| error.status()), drawn.load(Ordering::Relaxed))
    }

    #[tokio::test]
    async fn u1_a_form_is_read_however_it_comes() {
        let photo = [b"\r\n--".as_slice(), &vec![7; 200_000], b"\r"].concat();
        let form =
            [part("id", b""), part("photos", &photo), part("title", b"\r\n"), part("photos", b"\r\n--")].concat();
        let meant = [("id", 0), ("photos", photo.len()), ("title", 2), ("photos", 4)];
        let meant: Vec<_> = meant.map(|(name, length)| (name.to_owned(), length)).into();
        for chunk in [1, 7, 1_000, PIECE, 150_000, 1 << 20] {
            assert_eq!(read(&form, chunk).await.0.as_ref(), Ok(&meant), "in chunks of {chunk}");
        }
    }

    #[tokio::test]
    async fn u1_a_part_s_head_has_sixteen_kibibytes_and_no_more_is_waited_for() {
        let around = part("", b"").len() - 2;
        for chunk in [100, 4_096, 1 << 16] {
            let at = part(&"n".repeat(HEAD - around), b"v");
            assert_eq!(read(&at, chunk).await.0.map(|parts| parts.len()), Ok(1), "in chunks of {chunk}");
            let (refused, drawn) = read(&part(&"n".repeat(60 << 20), b"v"), chunk).await;
            assert_eq!(refused, Err(StatusCode::PAYLOAD_TOO_LARGE));
            assert!(drawn <= HEAD + 2 * chunk, "{drawn} bytes were asked for in chunks of {chunk}");
        }
        let second = [part("photos", &vec![7; 100_000]), part(&"n".repeat(2 * HEAD), b"v")].concat();
        assert_eq!(read(&second, 1_000).await.0, Err(StatusCode::PAYLOAD_TOO_LARGE), "of any part");
        let (refused, drawn) = read(&vec![b'-'; 1 << 20], 1_000).await;
        assert_eq!(refused, Err(StatusCode::PAYLOAD_TOO_LARGE), "and what stands before the first");
        assert!(drawn <= HEAD + 2_000, "{drawn}");
    }

    #[tokio::test]
    async fn u1_a_form_has_so_many_parts_and_not_one_more() {
        let form = |parts: usize| part("a", b"").repeat(parts);
        assert_eq!(read(&form(PARTS), 1_000).await.0.map(|parts| parts.len()), Ok(PARTS));
        assert_eq!(read(&form(PARTS + 1), 1_000).await.0, Err(StatusCode::PAYLOAD_TOO_LARGE));
        let (refused, drawn) = read(&form(1_200_000), 1_000).await;
        assert_eq!(refused, Err(StatusCode::PAYLOAD_TOO_LARGE));
        assert!(drawn <= 2 * 1_000 * (PARTS + 2), "two chunks for each part: {drawn} bytes were asked for");
    }

    #[tokio::test]
    async fn u1_a_part_without_a_name_is_no_form() {
        let form = b"--x\r\ncontent-disposition: form-data\r\n\r\nv\r\n";
        assert_eq!(read(form, 1_000).await.0, Err(StatusCode::BAD_REQUEST));
    }

    #[tokio::test]
    async fn u2_the_reader_looks_at_what_it_has_before_it_gets_more() {
        let (body, drawn) = body(&[part("photos", &vec![7; 1 << 20]), b"--x--\r\n".to_vec()].concat(), 1 << 20);
        let left = Arc::new(AtomicUsize::new(UNCOUNTED));
        let mut pieces = Box::pin(in_pieces(body, left));
        let first = pieces.next().await.unwrap().unwrap();
        assert_eq!((first.len(), drawn.load(Ordering::Relaxed)), (PIECE, 1 << 20));
        let second = answer(|context| Poll::Ready(pieces.poll_next_unpin(context).is_pending())).await;
        assert!(second, "a pause comes before the next piece");
    }
}
