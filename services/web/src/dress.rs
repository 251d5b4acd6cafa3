//! Gives every answer, refusals included, the reader's words and the community's face; says a flash once, and when to try
//! again.

use crate::brand::BrandView;
use crate::cookies;
use crate::sent::Sent;
use crate::visit::brand_of;
use crate::wait::Slip;
use community::views::CommunityFace;
use kernel::Caller;
use phrases::Words;
use poem::http::StatusCode;
use poem::{Endpoint, IntoResponse, Middleware, Request, Response, Result};
use std::sync::Arc;

/// Stands between the server's identification and the pages.
#[derive(Debug, Clone, Copy)]
pub struct Dress;

impl<E: Endpoint> Middleware<E> for Dress {
    type Output = Dressed<E>;

    fn transform(&self, inner: E) -> Self::Output {
        Dressed { inner }
    }
}

/// An endpoint behind [`Dress`].
pub struct Dressed<E> {
    inner: E,
}

impl<E: Endpoint> Endpoint for Dressed<E> {
    type Output = Response;

    async fn call(&self, mut request: Request) -> Result<Response> {
        dress(&mut request);
        let slip = Slip::lay(&mut request);
        Sent::lay(&mut request);
        let flashed = cookies::read(&request, cookies::FLASH).is_some_and(|key| !key.is_empty());
        let mut answer = self.inner.call(request).await?.into_response();
        // Said on this page; a redirect or a stylesheet says nothing and leaves it for the page that follows.
        let is_page = answer.content_type().is_some_and(|kind| kind.starts_with("text/html"));
        if flashed && is_page && answer.status() != StatusCode::SEE_OTHER {
            cookies::take(&mut answer, cookies::FLASH);
        }
        slip.tell(&mut answer);
        Ok(answer)
    }
}

fn dress(request: &mut Request) {
    let Some(face) = request.extensions().get::<Arc<CommunityFace>>().cloned() else { return };
    let language = request.extensions().get::<Caller>().map_or(face.language(), |caller| caller.language);
    request.extensions_mut().insert(Words::new(language, face.timezone));
    request.extensions_mut().insert::<BrandView>(brand_of(&face));
}
