use crate::{Dialect, answer, breaker::Breaker};
use places::{Answer, Geocoder, Place, Point, Unanswered};
use reqwest::{Client, StatusCode, header, redirect::Policy};
use std::time::Duration;
use tokio::sync::Semaphore;
use url::Url;

/// How long, how much, how many.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Bounds {
    /// For one question, from the look-up of the name to the last byte: somebody waits for the page.
    pub patience: Duration,
    /// The longest answer, bytes; five addresses take three thousand.
    pub bytes: usize,
    /// Questions at once, of everybody together; one more is answered as if nobody was there.
    pub at_once: usize,
    /// How long a host that failed three times in a row is left alone.
    pub rest: Duration,
}

impl Default for Bounds {
    fn default() -> Self {
        Self { patience: Duration::from_secs(3), bytes: 64 * 1024, at_once: 8, rest: Duration::from_mins(1) }
    }
}

/// Why an address of a geocoder cannot be taken.
#[derive(Debug, thiserror::Error)]
pub enum NotAGeocoder {
    /// It is no address of a web server, or one with a name and password in it.
    #[error("write the geocoder's address like https://geocoder.example/search, without a name and password")]
    Address,
    /// It could not be set up.
    #[error("{0}")]
    Client(#[from] reqwest::Error),
}

/// A geocoder somewhere else.
#[derive(Debug)]
pub struct Remote {
    dialect: Dialect,
    address: Url,
    host: String,
    client: Client,
    bounds: Bounds,
    seats: Semaphore,
    breaker: Breaker,
}

/// Why there is no answer. Holds nothing of what was asked.
#[derive(Debug, thiserror::Error)]
enum Failed {
    #[error("too many ask at once")]
    Crowded,
    #[error("it is left alone for a while")]
    Resting,
    #[error("it answered {0}")]
    Status(StatusCode),
    #[error("its answer is too long")]
    TooLong,
    #[error("its answer cannot be read: line {0}")]
    Broken(usize),
    #[error("{0}")]
    Line(reqwest::Error),
}

impl From<reqwest::Error> for Failed {
    /// Without the address, which holds what was typed.
    fn from(error: reqwest::Error) -> Self {
        Self::Line(error.without_url())
    }
}

impl Remote {
    /// The geocoder at that address.
    ///
    /// # Errors
    /// Where it is no address.
    pub fn new(dialect: Dialect, address: &str) -> Result<Self, NotAGeocoder> {
        Self::within(dialect, address, Bounds::default())
    }

    /// The same, within other bounds.
    ///
    /// # Errors
    /// As [`Remote::new`].
    pub fn within(dialect: Dialect, address: &str, bounds: Bounds) -> Result<Self, NotAGeocoder> {
        let address = Url::parse(address).map_err(|_| NotAGeocoder::Address)?;
        let host = address.host_str().ok_or(NotAGeocoder::Address)?.to_owned();
        let plain = address.username().is_empty() && address.password().is_none() && address.fragment().is_none();
        if !matches!(address.scheme(), "http" | "https") || !plain {
            return Err(NotAGeocoder::Address);
        }
        let client = Client::builder()
            .redirect(Policy::none())
            .no_proxy()
            // Nothing unpacked: what is counted is what came.
            .no_gzip()
            .no_brotli()
            .no_deflate()
            .no_zstd()
            .referer(false)
            .timeout(bounds.patience)
            .user_agent("maillon")
            .build()?;
        let (seats, breaker) = (Semaphore::new(bounds.at_once), Breaker::default());
        Ok(Self { dialect, address, host, client, bounds, seats, breaker })
    }

    /// Whether what is asked can be read on the way: over plain HTTP to another network.
    pub fn is_open_to_listeners(&self) -> bool {
        let near = self.address.host_str().is_some_and(kernel::network::is_ours);
        self.address.scheme() != "https" && !near
    }

    async fn ask(&self, street: &str, town: &Place) -> Result<Option<Point>, Failed> {
        if !self.breaker.is_closed(self.bounds.rest) {
            return Err(Failed::Resting);
        }
        let _seat = self.seats.try_acquire().map_err(|_| Failed::Crowded)?;
        let found = self.fetch(street, town).await;
        self.breaker.note(found.is_ok());
        found
    }

    async fn fetch(&self, street: &str, town: &Place) -> Result<Option<Point>, Failed> {
        let question = self.dialect.question(&self.address, street, town);
        let mut response = self.client.get(question).header(header::ACCEPT, "application/json").send().await?;
        match response.status() {
            StatusCode::OK => {}
            // It did not understand what was typed: so it knows no such street, and there is nothing wrong with it.
            StatusCode::BAD_REQUEST | StatusCode::UNPROCESSABLE_ENTITY => return Ok(None),
            status => return Err(Failed::Status(status)),
        }
        let mut body = Vec::new();
        while let Some(piece) = response.chunk().await? {
            if body.len() + piece.len() > self.bounds.bytes {
                return Err(Failed::TooLong);
            }
            body.extend_from_slice(&piece);
        }
        answer::read(&body).map_err(|error| Failed::Broken(error.line()))
    }
}

impl Geocoder for Remote {
    fn host(&self) -> Option<&str> {
        Some(&self.host)
    }

    fn find<'a>(&'a self, street: &'a str, town: &'a Place) -> Answer<'a> {
        Box::pin(async move {
            if !self.dialect.knows(town) {
                return Ok(None);
            }
            self.ask(street, town).await.map_err(|failed| {
                tracing::warn!(host = self.host, %failed, "the geocoder did not answer");
                Unanswered
            })
        })
    }
}
