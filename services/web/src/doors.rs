//! A list of addresses that knows itself: what is routed can be enumerated, so that no route escapes the authorisation
//! table.

use poem::http::Method;
use poem::{Endpoint, EndpointExt, IntoResponse, Route, RouteMethod};
use std::collections::BTreeMap;

/// Addresses with what answers there.
#[derive(Default)]
pub struct Doors {
    paths: BTreeMap<&'static str, (RouteMethod, Vec<Method>)>,
}

impl Doors {
    /// Shows a page.
    #[must_use]
    pub fn get<E>(self, path: &'static str, page: E) -> Self
    where
        E: Endpoint + 'static,
        E::Output: IntoResponse,
    {
        self.answer(path, Method::GET, page)
    }

    /// Takes a form.
    #[must_use]
    pub fn post<E>(self, path: &'static str, form: E) -> Self
    where
        E: Endpoint + 'static,
        E::Output: IntoResponse,
    {
        self.answer(path, Method::POST, form)
    }

    fn answer<E>(mut self, path: &'static str, method: Method, endpoint: E) -> Self
    where
        E: Endpoint + 'static,
        E::Output: IntoResponse,
    {
        let (routes, methods) = self.paths.remove(path).unwrap_or_default();
        let routes = routes.method(method.clone(), endpoint.map_to_response());
        let mut methods = methods;
        methods.push(method);
        self.paths.insert(path, (routes, methods));
        self
    }

    /// Every method and path, sorted by path: `("GET", "/listings/:id")`.
    pub fn listed(&self) -> Vec<(String, &'static str)> {
        let each = |(path, (_, methods)): (&&'static str, &(RouteMethod, Vec<Method>))| {
            let path = *path;
            methods.iter().map(move |method| (method.to_string(), path)).collect::<Vec<_>>()
        };
        self.paths.iter().flat_map(each).collect()
    }

    /// The routes, ready to answer.
    pub fn open(self) -> Route {
        self.paths.into_iter().fold(Route::new(), |route, (path, (methods, _))| route.at(path, methods))
    }
}
