//! A small form reader: keeps what was typed, collects what is wrong, and draws its fields with both.

mod rows;

use crate::error_page::No;
use crate::kit::{Choices, Field, Files, Html, Tick, field::Told};
use crate::sent::Sent;
use crate::shell::words_of;
use crate::wait::Slip;
use askama::Template;
use kernel::{Refusal, RefusalKind, Refuse};
use phrases::{Value, Words};
use poem::http::{StatusCode, header};
use poem::{Error, FromRequest, Request, RequestBody, Result};
use std::collections::BTreeMap;
use std::str::FromStr;
use url::form_urlencoded;
use uuid::Uuid;

/// The most a form may weigh, in bytes.
pub const HEAVIEST: usize = 64 * 1024;

/// What a ticked box sends.
pub const TICKED: &str = "yes";

/// A form as it was sent, or as it is offered.
#[derive(Debug, Clone)]
pub struct Form {
    words: Words,
    values: BTreeMap<String, Vec<String>>,
    errors: Vec<Fault>,
    /// Too often, and not wrong.
    too_often: bool,
    /// Which row of a page with a form in each it came from.
    about: Option<String>,
    slip: Slip,
}

/// Something to correct.
#[derive(Debug, Clone, PartialEq, Eq)]
struct Fault {
    field: Option<String>,
    text: String,
}

impl Fault {
    /// The line of the list at the top. There the field is far away, so its name comes first: two questions left empty are
    /// told apart.
    fn line(&self, words: Words) -> String {
        let name = self.field.as_deref().and_then(|field| words.find(&format!("named-{field}")));
        name.map_or_else(
            || self.text.clone(),
            |name| words.t2("named-summary", "name", name, "fault", self.text.as_str()),
        )
    }
}

#[derive(Template)]
#[template(path = "parts/summary.html")]
struct Summary<'a> {
    words: Words,
    errors: &'a [Fault],
}

impl Form {
    /// An empty form.
    pub fn blank(words: Words) -> Self {
        Self {
            words,
            values: BTreeMap::new(),
            errors: Vec::new(),
            too_often: false,
            about: None,
            slip: Slip::default(),
        }
    }

    /// The same form with an answer already in it.
    #[must_use]
    pub fn with(mut self, name: &str, value: impl Into<String>) -> Self {
        self.values.entry(name.to_owned()).or_default().push(value.into());
        self
    }

    /// Puts an answer in the place of whatever was there: a suggestion, a button that fills fields.
    pub fn set(&mut self, name: &str, value: &str) {
        self.values.insert(name.to_owned(), vec![value.to_owned()]);
    }

    /// The form of a url-encoded text, as sent in a body or a query.
    pub fn parse_text(words: Words, text: &[u8]) -> Self {
        let mut form = Self::blank(words);
        for (name, value) in form_urlencoded::parse(text) {
            form.values.entry(name.into_owned()).or_default().push(value.replace("\r\n", "\n"));
        }
        form
    }
}

/// Reading.
impl Form {
    /// What was typed, without blanks around it; empty when nothing was.
    pub fn text(&self, name: &str) -> &str {
        self.values.get(name).and_then(|values| values.first()).map_or("", |value| value.trim())
    }

    /// What was typed line by line, without blanks around each; empty lines say nothing.
    pub fn lines(&self, name: &str) -> Vec<String> {
        self.text(name).lines().map(|line| line.trim().to_owned()).filter(|line| !line.is_empty()).collect()
    }

    /// All answers of one name.
    pub fn all(&self, name: &str) -> Vec<&str> {
        self.values
            .get(name)
            .into_iter()
            .flatten()
            .map(|value| value.trim())
            .filter(|value| !value.is_empty())
            .collect()
    }

    /// Every field with every answer, as sent.
    pub(crate) fn pairs(&self) -> impl Iterator<Item = (&str, &str)> {
        self.values.iter().flat_map(|(name, values)| values.iter().map(|value| (name.as_str(), value.as_str())))
    }

    /// Whether a box was ticked. Anything but the box's own value is no yes: who sends `no` does not mean it.
    pub fn ticked(&self, name: &str) -> bool {
        self.text(name) == TICKED
    }

    /// The client-made id of what is to be created, so that sending twice is harmless; a fault when it is missing.
    pub fn id(&mut self) -> Option<Uuid> {
        let id = self.text("id").parse().ok();
        if id.is_none() {
            self.fail_all(self.words.t("common-field-stale"));
        }
        id
    }

    /// A text of 1 to `longest` characters; else a fault is kept.
    pub fn required(&mut self, name: &str, longest: usize) -> Option<String> {
        let text = self.text(name).to_owned();
        if text.is_empty() {
            self.fail(name, self.words.t("common-field-missing"));
            return None;
        }
        self.fits(name, text, longest)
    }

    /// A text of at most `longest` characters, possibly empty; else a fault is kept.
    pub fn optional(&mut self, name: &str, longest: usize) -> Option<String> {
        let text = self.text(name).to_owned();
        self.fits(name, text, longest)
    }

    /// What was typed as a `T`; else the sentence named `otherwise` is kept as a fault.
    pub fn parse<T: FromStr>(&mut self, name: &str, otherwise: &str) -> Option<T> {
        let parsed = self.text(name).parse().ok();
        if parsed.is_none() {
            self.fail(name, self.words.t(otherwise));
        }
        parsed
    }

    fn fits(&mut self, name: &str, text: String, longest: usize) -> Option<String> {
        if text.chars().count() > longest {
            self.fail(name, self.words.t1("common-field-too-long", "max", longest));
            return None;
        }
        Some(text)
    }
}

/// Faults.
impl Form {
    /// Keeps a fault of one field.
    pub fn fail(&mut self, name: &str, text: impl Into<String>) {
        self.errors.push(Fault { field: Some(name.to_owned()), text: text.into() });
    }

    /// Keeps a fault of the whole form.
    pub fn fail_all(&mut self, text: impl Into<String>) {
        self.errors.push(Fault { field: None, text: text.into() });
    }

    /// Keeps what the house refused, so that the page can be shown again with it; what the page cannot help with
    /// (absent, forbidden, the database away, our own failure) is handed on.
    pub fn refused<E: Refuse>(&mut self, error: E) -> Result<(), No> {
        let refusal @ Refusal { kind, code, field, .. } = error.refusal();
        if !matches!(kind, RefusalKind::Invalid | RefusalKind::Conflict | RefusalKind::TooMany) {
            return Err(No::from(error));
        }
        self.too_often = kind == RefusalKind::TooMany;
        self.slip.note(&refusal);
        let text = self.words.refusal(code);
        self.errors.push(Fault { field: field.map(str::to_owned), text });
        Ok(())
    }

    /// Whether something is wrong in this field.
    pub fn is_wrong(&self, name: &str) -> bool {
        self.errors.iter().any(|fault| fault.field.as_deref() == Some(name))
    }

    /// Whether nothing is wrong so far.
    pub fn is_good(&self) -> bool {
        self.errors.is_empty()
    }

    /// What to answer with: 422 when something is wrong and 429 when it was too often, so that machines see it too.
    pub fn status(&self) -> StatusCode {
        match (self.is_good(), self.too_often) {
            (true, _) => StatusCode::OK,
            (false, true) => StatusCode::TOO_MANY_REQUESTS,
            (false, false) => StatusCode::UNPROCESSABLE_ENTITY,
        }
    }
}

/// Drawing.
impl Form {
    /// The list of what is wrong, for the top of the page; nothing when nothing is.
    pub fn summary(&self) -> Html {
        if self.is_good() { Html::default() } else { Html::of(&Summary { words: self.words, errors: &self.errors }) }
    }

    /// A field with one value.
    pub fn field(&self, name: impl AsRef<str>, label: impl Into<String>) -> Field {
        let name = name.as_ref();
        Field::new(self.told(name, label.into()), self.raw(name))
    }

    /// A place for pictures.
    pub fn files(&self, name: &str, label: impl Into<String>) -> Files {
        Files::new(self.told(name, label.into()))
    }

    /// A question with several answers.
    pub fn choices(&self, name: &str, question: impl Into<String>) -> Choices {
        let chosen = self.all(name).into_iter().map(str::to_owned).collect();
        Choices::new(self.told(name, question.into()), chosen)
    }

    /// A box to tick.
    pub fn tick(&self, name: &str, label: impl Into<String>) -> Tick {
        Tick::new(self.told(name, label.into()), self.ticked(name))
    }

    /// A value that goes along unseen.
    pub fn hidden(&self, name: impl AsRef<str>) -> Html {
        #[derive(Template)]
        #[template(source = r#"<input type="hidden" name="{{ name }}" value="{{ value }}">"#, ext = "html")]
        struct Hidden<'a> {
            name: &'a str,
            value: &'a str,
        }
        let name = name.as_ref();
        Html::of(&Hidden { name, value: self.text(name) })
    }

    fn raw(&self, name: &str) -> String {
        self.values.get(name).and_then(|values| values.first()).cloned().unwrap_or_default()
    }

    fn told(&self, name: &str, label: String) -> Told {
        let error = self.errors.iter().find(|fault| fault.field.as_deref() == Some(name));
        Told {
            name: name.to_owned(),
            row: None,
            label,
            hint: None,
            error: error.map(|fault| fault.text.clone()),
            error_word: self.words.t("common-form-error-prefix"),
            optional_word: self.words.t("common-optional"),
        }
    }

    /// A value for a sentence, so that pages can build their own faults.
    pub fn say(&self, key: &str, name: &'static str, value: impl Into<Value>) -> String {
        self.words.t1(key, name, value)
    }
}

impl<'a> FromRequest<'a> for Form {
    async fn from_request(request: &'a Request, body: &mut RequestBody) -> Result<Self> {
        let words = words_of(request);
        let kind = request.header(header::CONTENT_TYPE).unwrap_or_default();
        if !kind.starts_with("application/x-www-form-urlencoded") {
            return Err(Error::from_status(StatusCode::UNSUPPORTED_MEDIA_TYPE));
        }
        let bytes = body
            .take()?
            .into_bytes_limit(HEAVIEST)
            .await
            .map_err(|_| Error::from_status(StatusCode::PAYLOAD_TOO_LARGE))?;
        Sent::of(request).keep(&bytes);
        Ok(Self { slip: Slip::of(request), ..Self::parse_text(words, &bytes) })
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::shell::sample_words;
    use poem::{Route, handler, post, test::TestClient};

    #[derive(Debug, thiserror::Error)]
    #[error("no")]
    struct Refused(Refusal);

    impl Refuse for Refused {
        fn refusal(&self) -> Refusal {
            self.0
        }
    }

    #[test]
    fn x8_a_fault_is_named_tied_to_its_field_and_keeps_what_was_typed() {
        let mut form = Form::parse_text(sample_words(), b"email=odile.martin%40&text=a%0D%0Ab&kind=offer&kind=request");
        assert!(form.parse::<kernel::EmailAddress>("email", "common-field-email").is_none());
        let field = form.field("email", "Votre e-mail").kind("email").hint("Pour vous écrire.").to_string();
        assert!(field.contains(r#"value="odile.martin@""#), "{field}");
        assert!(field.contains(r#"aria-invalid="true""#));
        assert!(field.contains(r#"aria-describedby="f-email-h f-email-e""#));
        let summary = form.summary();
        assert!(summary.as_str().contains("<a href=\"#f-email\">Adresse e-mail\u{a0}: "), "{summary}");
        assert_eq!(form.text("text"), "a\nb");
        assert_eq!(form.all("kind"), ["offer", "request"]);
        assert_eq!(form.status(), StatusCode::UNPROCESSABLE_ENTITY);
    }

    #[test]
    fn only_the_box_s_own_value_ticks_it() {
        let ticked = |value: &str| Form::blank(sample_words()).with("sure", value).ticked("sure");
        assert!(ticked(TICKED));
        for other in ["no", "off", "false", "0", "non", "on", "true", "1", "YES", "yes yes", ""] {
            assert!(!ticked(other), "{other:?}");
        }
        let drawn = Form::blank(sample_words()).tick("sure", "Oui").to_string();
        assert!(drawn.contains(&format!("value=\"{TICKED}\"")), "{drawn}");
    }

    #[test]
    fn lengths_are_counted_in_characters() {
        let mut form = Form::blank(sample_words()).with("name", "éàü").with("long", "ééé");
        assert_eq!(form.required("name", 3).as_deref(), Some("éàü"));
        assert_eq!(form.required("long", 2), None);
        assert_eq!(form.required("none", 2), None);
        assert_eq!(form.optional("none", 2).as_deref(), Some(""));
    }

    #[test]
    fn a_refusal_of_a_field_stays_on_the_page_and_others_are_handed_on() {
        let mut form = Form::blank(sample_words());
        assert!(form.refused(Refused(Refusal::of_field("ADDRESS_INVALID", "email"))).is_ok());
        assert!(form.field("email", "E-mail").to_string().contains("field--error"));
        assert!(form.refused(Refused(Refusal::NOT_FOUND)).is_err());
        assert!(form.refused(Refused(Refusal::FAULT)).is_err());
    }

    #[test]
    fn what_was_typed_never_becomes_markup() {
        let form = Form::blank(sample_words()).with("t", "</textarea><script>x</script>").with("v", "\"><script>");
        let drawn = [
            form.field("t", "<b>").rows(3).to_string(),
            form.field("v", "<b>").to_string(),
            form.choices("v", "<b>").option("\"><script>", "<b>").to_string(),
            form.hidden("v").to_string(),
        ];
        for markup in drawn {
            assert!(!markup.contains("<script") && !markup.contains("<b>"), "{markup}");
        }
    }

    #[handler]
    fn echo(mut form: Form) -> String {
        form.required("a", 9).unwrap_or_default()
    }

    #[tokio::test]
    async fn only_small_url_encoded_forms_are_read() {
        let client = TestClient::new(Route::new().at("/", post(echo)));
        let kind = "application/x-www-form-urlencoded";
        let good = client.post("/").content_type(kind).body("a=%20b%20").send().await;
        good.assert_text("b").await;
        client
            .post("/")
            .content_type("text/plain")
            .body("a=b")
            .send()
            .await
            .assert_status(StatusCode::UNSUPPORTED_MEDIA_TYPE);
        let heavy = format!("a={}", "x".repeat(HEAVIEST));
        client.post("/").content_type(kind).body(heavy).send().await.assert_status(StatusCode::PAYLOAD_TOO_LARGE);
    }
}
