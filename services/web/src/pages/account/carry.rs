//! What somebody was about to do when the house was not sure of them: carried along from page to page until they have shown
//! that it is them, so that nothing typed is lost. It stands in the pages themselves and is kept nowhere.

use crate::back;
use crate::form::Form;
use crate::kit::Html;
use askama::Template;
use url::form_urlencoded;

/// Before the names of the fields that are carried along.
const PREFIX: &str = "carry.";

/// The errand.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub(crate) struct Carry {
    /// The page to come back to: a path of this host.
    then: String,
    /// Where the form was to go; empty when there was none.
    action: String,
    /// What was typed.
    fields: Vec<(String, String)>,
}

#[derive(Template)]
#[template(
    source = r#"{% for (name, value) in fields %}<input type="hidden" name="{{ prefix }}{{ name }}" value="{{ value }}">{% endfor %}"#,
    ext = "html"
)]
struct Hidden<'a> {
    prefix: &'static str,
    fields: &'a [(String, String)],
}

impl Carry {
    /// Nothing but a page to come back to.
    pub(crate) fn back_to(then: &str) -> Self {
        Self { then: back::local(then).to_owned(), ..Self::default() }
    }

    /// A form that was on its way to `action`.
    pub(crate) fn form(then: &str, action: &str, typed: &[u8]) -> Self {
        let fields = form_urlencoded::parse(typed).into_owned().collect();
        Self { action: back::local(action).to_owned(), fields, ..Self::back_to(then) }
    }

    /// The errand as a page carried it.
    pub(crate) fn of(form: &Form) -> Self {
        let action = form.text("action");
        let fields = form
            .pairs()
            .filter_map(|(name, value)| name.strip_prefix(PREFIX).map(|name| (name.to_owned(), value.to_owned())));
        Self {
            action: if action.is_empty() { String::new() } else { back::local(action).to_owned() },
            fields: fields.collect(),
            ..Self::back_to(form.text("then"))
        }
    }

    /// The page to come back to.
    pub(crate) fn then(&self) -> &str {
        &self.then
    }

    /// Where the form was to go, if there was one.
    pub(crate) fn action(&self) -> Option<&str> {
        Some(self.action.as_str()).filter(|action| !action.is_empty())
    }

    /// Fields of a page on the way.
    pub(crate) fn hidden(&self) -> Html {
        let own = [("then".to_owned(), self.then.clone()), ("action".to_owned(), self.action.clone())];
        let own = Hidden { prefix: "", fields: &own };
        let carried = Hidden { prefix: PREFIX, fields: &self.fields };
        Html::of(&Both { own: Html::of(&own), carried: Html::of(&carried) })
    }

    /// The fields of the form itself, at last.
    pub(crate) fn fields(&self) -> Html {
        Html::of(&Hidden { prefix: "", fields: &self.fields })
    }
}

#[derive(Template)]
#[template(source = "{{ own }}{{ carried }}", ext = "html")]
struct Both {
    own: Html,
    carried: Html,
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::shell::sample_words;

    #[test]
    fn what_was_typed_comes_back_as_it_was_and_leads_nowhere_else() {
        let carry = Carry::form("/owner?x=1", "/owner/roles", b"member=1&reason=a%22%3Cb%3E&reason=c");
        let hidden = carry.hidden().to_string();
        assert!(!hidden.contains("<b>"), "{hidden}");
        let form = Form::blank(sample_words())
            .with("then", "/owner?x=1")
            .with("action", "/owner/roles")
            .with("carry.member", "1")
            .with("carry.reason", "a\"<b>")
            .with("carry.reason", "c");
        assert_eq!(Carry::of(&form), carry);
        let evil = Form::blank(sample_words()).with("then", "https://evil.test").with("action", "//evil.test");
        assert_eq!((Carry::of(&evil).then(), Carry::of(&evil).action()), ("/", Some("/")));
        assert_eq!(Carry::of(&Form::blank(sample_words())).action(), None);
    }
}
