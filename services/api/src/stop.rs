//! One-click stop of a kind of letter (RFC 8058): a mail program posts here, without cookie, without a person. People are
//! led to a page of the HTML door instead.

use crate::status::Refused;
use database::Db;
use kernel::Caller;
use membership::stop;
use poem::web::Data;
use poem_openapi::{ApiResponse, OpenApi, param::Path, payload::PlainText};

/// Stopped.
#[derive(ApiResponse)]
enum Stopped {
    /// Stopped now, or before. No redirect, nothing to confirm.
    #[oai(status = 200)]
    Yes(PlainText<String>),
}

pub(crate) struct StopApi;

#[OpenApi]
impl StopApi {
    /// Stop a kind of letter
    ///
    /// What the `List-Unsubscribe` header of every letter but the sign-in letter leads to. The token says whose and which
    /// letters; whatever the body holds, the token alone counts. Repeating it is harmless.
    #[oai(path = "/api/stop/:token", method = "post", operation_id = "stopLetters")]
    async fn stop(&self, caller: Data<&Caller>, db: Data<&Db>, token: Path<String>) -> Result<Stopped, Refused> {
        let stopped = stop::stop_letters(db.0, caller.community, &token.0).await;
        let kind = stopped.map_err(|error| Refused::by(caller.0, &error))?;
        Ok(Stopped::Yes(PlainText(format!("stopped: {}\n", kind.as_str()))))
    }
}
