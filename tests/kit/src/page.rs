//! An answer as a person sees it: status, words, links and forms.

use poem::http::{HeaderMap, StatusCode};
use scraper::{ElementRef, Html, Selector};

/// What the site answered.
#[derive(Debug, Clone)]
pub struct Page {
    /// The path that was asked for.
    pub path: String,
    /// The status.
    pub status: StatusCode,
    /// The headers.
    pub headers: HeaderMap,
    /// The body as text.
    pub body: String,
}

/// A form of a page, with what its fields hold before anybody touches them.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Form {
    /// Where it goes.
    pub action: String,
    /// `get` or `post`.
    pub method: String,
    /// Names and values in the page's order, unchecked boxes left out.
    pub fields: Vec<(String, String)>,
}

impl Page {
    /// A header's text, if it is there.
    pub fn header(&self, name: &str) -> Option<&str> {
        self.headers.get(name)?.to_str().ok()
    }

    /// Whether the page sends the reader elsewhere.
    pub fn redirect(&self) -> Option<&str> {
        self.status.is_redirection().then(|| self.header("location").unwrap())
    }

    /// Fails unless the answer has this status; shows the page if not.
    #[must_use]
    pub fn expect(self, status: u16) -> Self {
        assert_eq!(
            self.status.as_u16(),
            status,
            "{} answered:\n{}\n{}",
            self.path,
            self.redirect().unwrap_or(""),
            self.text()
        );
        self
    }

    /// The body as JSON.
    pub fn json(&self) -> serde_json::Value {
        serde_json::from_str(&self.body)
            .unwrap_or_else(|error| panic!("{} is no JSON ({error}): {}", self.path, self.body))
    }

    /// The words of the page, spaces folded.
    pub fn text(&self) -> String {
        self.texts("body").join(" ")
    }

    /// The words of every element that a CSS selector finds.
    pub fn texts(&self, selector: &str) -> Vec<String> {
        let page = Html::parse_document(&self.body);
        page.select(&css(selector)).map(words).collect()
    }

    /// An attribute of every element that a CSS selector finds.
    pub fn attributes(&self, selector: &str, name: &str) -> Vec<String> {
        let page = Html::parse_document(&self.body);
        page.select(&css(selector)).filter_map(|found| found.attr(name).map(str::to_owned)).collect()
    }

    /// Where links lead whose address holds `part`.
    pub fn links(&self, part: &str) -> Vec<String> {
        self.attributes("a[href]", "href").into_iter().filter(|href| href.contains(part)).collect()
    }

    /// The one link whose address holds `part`.
    pub fn link(&self, part: &str) -> String {
        let mut found = self.links(part);
        found.dedup();
        assert!(found.len() == 1, "{}: {} links hold {part:?}: {found:?}\n{}", self.path, found.len(), self.text());
        found.remove(0)
    }

    /// Every form of the page.
    pub fn forms(&self) -> Vec<Form> {
        let page = Html::parse_document(&self.body);
        page.select(&css("form")).map(|form| read_form(form, &self.path)).collect()
    }

    /// The one form whose action is `part`; where none is, the one whose action holds it.
    pub fn form(&self, part: &str) -> Form {
        let mut found: Vec<Form> = self.forms().into_iter().filter(|form| form.action.contains(part)).collect();
        if found.iter().any(|form| form.action == part) {
            found.retain(|form| form.action == part);
        }
        assert!(found.len() == 1, "{}: {} forms go to {part:?}: {found:?}\n{}", self.path, found.len(), self.text());
        found.remove(0)
    }
}

impl Form {
    /// The same form with fields filled in; a field that the form does not have fails the test.
    #[must_use]
    pub fn fill(mut self, values: &[(&str, &str)]) -> Self {
        for (name, value) in values {
            self.fields.retain(|(field, _)| field != name);
            self.fields.push(((*name).to_owned(), (*value).to_owned()));
        }
        self
    }
}

fn css(selector: &str) -> Selector {
    Selector::parse(selector).unwrap_or_else(|error| panic!("{selector}: {error}"))
}

fn words(element: ElementRef<'_>) -> String {
    element.text().collect::<Vec<_>>().join(" ").split_whitespace().collect::<Vec<_>>().join(" ")
}

fn read_form(form: ElementRef<'_>, page: &str) -> Form {
    let fields =
        form.select(&css("input[name], textarea[name], select[name], button[name]")).filter_map(value_of).collect();
    Form {
        action: form.attr("action").filter(|action| !action.is_empty()).unwrap_or(page).to_owned(),
        method: form.attr("method").unwrap_or("get").to_lowercase(),
        fields,
    }
}

fn value_of(field: ElementRef<'_>) -> Option<(String, String)> {
    let own = || field.attr("value").unwrap_or_default().to_owned();
    let value = match (field.value().name(), field.attr("type").unwrap_or("text")) {
        ("input", "checkbox" | "radio") => {
            field.attr("checked").map(|_| field.attr("value").unwrap_or("on").to_owned())
        }
        ("input", "submit" | "button" | "file") | ("button", _) => None,
        ("textarea", _) => Some(field.text().collect()),
        ("select", _) => chosen(field),
        _ => Some(own()),
    };
    Some((field.attr("name")?.to_owned(), value?))
}

fn chosen(field: ElementRef<'_>) -> Option<String> {
    let options = css("option");
    let all: Vec<_> = field.select(&options).collect();
    let option = all.iter().find(|option| option.attr("selected").is_some()).or(all.first())?;
    Some(option.attr("value").map_or_else(|| words(*option), str::to_owned))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_form_is_read_as_a_browser_would_send_it() {
        let page = Page {
            path: "/here".into(),
            status: StatusCode::OK,
            headers: HeaderMap::new(),
            body: r#"<form method="POST"><input type=hidden name=id value=7><input name=a><input type=checkbox name=no>
                <input type=checkbox name=yes checked><textarea name=t>words</textarea>
                <select name=s><option value=1>x<option value=2 selected>y</select><button name=b>go</button></form>
                <a href="/x/1">one</a>"#
                .into(),
        };
        let form = page.form("/here").fill(&[("a", "filled")]);
        assert_eq!(form.method, "post");
        let pairs: Vec<(&str, &str)> =
            form.fields.iter().map(|(name, value)| (name.as_str(), value.as_str())).collect();
        assert_eq!(pairs, [("id", "7"), ("yes", "on"), ("t", "words"), ("s", "2"), ("a", "filled")]);
        assert_eq!(page.link("/x/"), "/x/1");
    }
}
