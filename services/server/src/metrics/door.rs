//! The port: `GET /metrics` and nothing else.

use super::House;
use crate::ground::Failure;
use poem::{Endpoint, Request, Response, Result, Server, http::Method, http::StatusCode, listener::TcpListener};
use std::{future::Future, net::IpAddr};

/// What `OpenMetrics` is called.
const KIND: &str = "application/openmetrics-text; version=1.0.0; charset=utf-8";

struct Door(House);

impl Endpoint for Door {
    type Output = Response;

    async fn call(&self, request: Request) -> Result<Response> {
        if request.uri().path() != "/metrics" || request.method() != Method::GET {
            return Ok(Response::builder().status(StatusCode::NOT_FOUND).finish());
        }
        Ok(Response::builder().content_type(KIND).body(self.0.text().await))
    }
}

/// Answers until `stop` is ready.
///
/// # Errors
/// When the port is taken.
pub async fn serve(bind: IpAddr, port: u16, house: House, stop: impl Future<Output = ()>) -> Result<(), Failure> {
    let server = Server::new(TcpListener::bind((bind.to_string(), port)));
    let done = server.run_with_graceful_shutdown(Door(house), stop, Some(std::time::Duration::from_secs(1))).await;
    done.map_err(|error| format!("metrics port {port}: {error}").into())
}
