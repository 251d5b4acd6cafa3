//! Which methods a path knows, as the document says: whoever tries another one is told (RFC 9110, 15.5.6).

use serde_json::Value;

/// The paths of the document with their methods.
pub(super) struct Methods(Vec<(String, String)>);

impl Methods {
    /// Reads the document that we made ourselves.
    pub(super) fn of_document(document: &str) -> Self {
        let document: Value = serde_json::from_str(document).unwrap_or_default();
        let paths = document.get("paths").and_then(Value::as_object);
        let known = paths.into_iter().flatten().map(|(path, operations)| (path.clone(), line(operations)));
        Self(known.collect())
    }

    /// The value of an `Allow` header.
    pub(super) fn of(&self, path: &str) -> &str {
        self.0.iter().find(|(known, _)| is(path, known)).map_or("GET, HEAD", |(_, methods)| methods)
    }
}

/// `get` answers HEAD as well.
fn line(operations: &Value) -> String {
    let methods = operations.as_object().into_iter().flatten().map(|(method, _)| method.to_uppercase());
    methods.map(|method| if method == "GET" { "GET, HEAD".to_owned() } else { method }).collect::<Vec<_>>().join(", ")
}

fn is(path: &str, known: &str) -> bool {
    let (mut own, mut wanted) = (path.split('/'), known.split('/'));
    loop {
        match (own.next(), wanted.next()) {
            (None, None) => return true,
            (Some(own), Some(wanted)) if own == wanted || wanted.starts_with('{') => {}
            _ => return false,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_path_knows_its_methods_and_what_is_no_path_can_be_looked_at() {
        let methods = Methods::of_document(r#"{"paths": {"/a/{x}/b": {"post": {}}, "/a": {"get": {}, "put": {}}}}"#);
        assert_eq!(methods.of("/a/7/b"), "POST");
        assert_eq!(methods.of("/a"), "GET, HEAD, PUT");
        assert_eq!(methods.of("/a/7"), "GET, HEAD");
    }
}
