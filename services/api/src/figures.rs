//! The operator's figures, for a monitor.

use crate::{status::Refused, token::PlatformToken};
use community::operator::{self, LaneFigures};
use database::Db;
use kernel::{Caller, Timestamp};
use poem::web::Data;
use poem_openapi::{ApiResponse, Object, OpenApi, payload::Json};

/// One lane of the queue, counted.
#[derive(Debug, Object)]
struct Lane {
    /// `security`, `prompt` or `bulk`.
    name: String,
    /// Jobs that wait, due or not.
    queued: i64,
    /// Jobs in a worker's hands.
    leased: i64,
    /// Jobs that could not be done.
    buried: i64,
    /// Since when the oldest due job waits; absent when none does.
    #[oai(skip_serializing_if_is_none)]
    oldest_due_at: Option<Timestamp>,
}

impl From<LaneFigures> for Lane {
    fn from(lane: LaneFigures) -> Self {
        let LaneFigures { lane: name, queued, leased, buried, oldest_due_at } = lane;
        Self { name, queued, leased, buried, oldest_due_at }
    }
}

/// The queue, lane by lane.
#[derive(Debug, Object)]
struct Figures {
    /// Every lane, the most urgent first.
    lanes: Vec<Lane>,
}

/// The figures.
#[derive(ApiResponse)]
enum Found {
    /// As they are now.
    #[oai(status = 200)]
    Figures(Json<Figures>),
}

pub(crate) struct FiguresApi;

#[OpenApi]
impl FiguresApi {
    /// The operator's figures
    ///
    /// On the platform's own host, with a platform token. Counts only, no member's content.
    #[oai(path = "/api/operator/figures", method = "get", operation_id = "operatorFigures")]
    async fn figures(&self, token: PlatformToken, caller: Data<&Caller>, db: Data<&Db>) -> Result<Found, Refused> {
        let PlatformToken(program) = token;
        let queue = operator::queue(db.0, &program).await.map_err(|error| Refused::by(caller.0, &error))?;
        Ok(Found::Figures(Json(Figures { lanes: queue.lanes.into_iter().map(Lane::from).collect() })))
    }
}
