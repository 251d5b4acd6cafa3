//! Pages with a list and a form in each of its rows: which row a refused form came from.

use super::Form;
use crate::kit::{Field, field::Told};
use std::fmt::Display;

impl Form {
    /// The same form, known to come from this row of a page that has one in each. What was typed and what is wrong are shown
    /// there and in no other row.
    #[must_use]
    pub fn about(mut self, row: impl Display) -> Self {
        self.about = Some(row.to_string());
        self
    }

    /// A field with one value in a row of a page that has a form in each row. Only the row that the form is about shows what was
    /// typed and what is wrong with it, and only there the error summary leads.
    pub fn field_of(&self, row: impl Display, name: &str, label: impl Into<String>) -> Field {
        let row = row.to_string();
        if self.about.as_ref() == Some(&row) {
            return self.field(name, label);
        }
        let told = self.told(name, label.into());
        Field::new(Told { row: Some(row), error: None, ..told }, String::new())
    }

    /// Whether this field of this row is wrong, so that what hides it is open.
    pub fn is_wrong_in(&self, row: impl Display, name: &str) -> bool {
        self.about.as_ref() == Some(&row.to_string()) && self.is_wrong(name)
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::shell::sample_words;

    #[test]
    fn x8_of_several_rows_only_the_one_that_was_sent_comes_back_with_its_fault() {
        let mut form = Form::parse_text(sample_words(), b"reason=Parce+que").about(7);
        form.fail("reason", "Trop court.");
        let [sent, other] = [7, 8].map(|row| form.field_of(row, "reason", "Raison").hint("Lue par tous.").to_string());
        assert!(
            sent.contains(r#"id="f-reason""#) && sent.contains("Parce que") && sent.contains("Trop court."),
            "{sent}"
        );
        assert!(form.summary().as_str().contains("<a href=\"#f-reason\">"));
        assert!(
            other.contains(r#"id="f-reason-8""#) && other.contains(r#"aria-describedby="f-reason-8-h""#),
            "{other}"
        );
        assert!(
            !other.contains("Parce que") && !other.contains("Trop court.") && !other.contains("aria-invalid"),
            "{other}"
        );
        assert!(form.is_wrong_in(7, "reason") && !form.is_wrong_in(8, "reason") && !form.is_wrong_in(7, "answer"));
    }
}
