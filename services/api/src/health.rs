//! Whether the process lives, and whether it can work.

use database::Db;
use poem::web::Data;
use poem_openapi::{ApiResponse, OpenApi, payload::PlainText};
use std::time::Duration;

/// Alive.
#[derive(ApiResponse)]
enum Alive {
    /// The process answers.
    #[oai(status = 200)]
    Yes(PlainText<&'static str>),
}

/// Ready.
#[derive(ApiResponse)]
enum Ready {
    /// The database answers.
    #[oai(status = 200)]
    Yes(PlainText<&'static str>),
    /// It does not; try again in a moment.
    #[oai(status = 503)]
    No(PlainText<&'static str>, #[oai(header = "Retry-After")] u64),
}

/// How long the database may take to answer.
const PATIENCE: Duration = Duration::from_secs(2);

pub(crate) struct HealthApi;

#[OpenApi]
impl HealthApi {
    /// Alive
    ///
    /// Whether the process answers. Green even when the database does not (D2).
    #[oai(path = "/health/live", method = "get", operation_id = "healthLive")]
    async fn live(&self) -> Alive {
        Alive::Yes(PlainText("live\n"))
    }

    /// Ready
    ///
    /// Whether the process can work: the database answers.
    #[oai(path = "/health/ready", method = "get", operation_id = "healthReady")]
    async fn ready(&self, db: Data<&Db>) -> Ready {
        match tokio::time::timeout(PATIENCE, db.ping()).await {
            Ok(Ok(())) => Ready::Yes(PlainText("ready\n")),
            _ => Ready::No(PlainText("not ready\n"), 5),
        }
    }
}
