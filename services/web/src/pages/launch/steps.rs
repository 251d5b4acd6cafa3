//! The five steps, and which answers belong to which.

/// A step of the launch, in order.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub(super) enum Step {
    /// Who runs it.
    Organisation,
    /// What it is like, in which languages.
    Model,
    /// Its name, address and colours.
    Brand,
    /// Who comes in.
    Entry,
    /// Its first people; then a last look at everything.
    People,
}

impl Step {
    pub(super) const ALL: [Self; 5] = [Self::Organisation, Self::Model, Self::Brand, Self::Entry, Self::People];

    /// The word in the form.
    pub(super) fn name(self) -> &'static str {
        match self {
            Self::Organisation => "organisation",
            Self::Model => "model",
            Self::Brand => "brand",
            Self::Entry => "entry",
            Self::People => "people",
        }
    }

    /// The step of this name.
    pub(super) fn of(name: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|step| step.name() == name)
    }

    /// What it is called among the steps.
    pub(super) fn label(self) -> &'static str {
        match self {
            Self::Organisation => "launch-step-organisation",
            Self::Model => "launch-step-model",
            Self::Brand => "launch-step-brand",
            Self::Entry => "launch-step-entry",
            Self::People => "launch-step-people",
        }
    }

    /// Its heading.
    pub(super) fn title(self) -> &'static str {
        match self {
            Self::Organisation => "launch-organisation-title",
            Self::Model => "launch-model-title",
            Self::Brand => "launch-brand-title",
            Self::Entry => "launch-entry-title",
            Self::People => "launch-people-title",
        }
    }

    /// A line below the heading.
    pub(super) fn lead(self) -> &'static str {
        match self {
            Self::Organisation => "launch-organisation-lead",
            Self::Model => "launch-model-lead",
            Self::Brand => "launch-brand-lead",
            Self::Entry => "launch-entry-lead",
            Self::People => "launch-people-lead",
        }
    }

    /// The names of its answers: the same as the house's, so that a refusal finds its field.
    pub(super) fn fields(self) -> &'static [&'static str] {
        match self {
            Self::Organisation => &["organisation", "postal_address", "contact_email"],
            Self::Model => &["preset", "languages", "also", "timezone"],
            Self::Brand => &["name", "slug", "tagline", "brand_primary", "brand_accent"],
            Self::Entry => &["sponsors", "email_domains"],
            Self::People => &["owner_name", "founders"],
        }
    }

    /// The step where this field is asked.
    pub(super) fn asking(field: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|step| step.fields().contains(&field))
    }

    /// Its place, from 0.
    pub(super) fn place(self) -> usize {
        Self::ALL.iter().position(|step| *step == self).unwrap_or_default()
    }

    pub(super) fn before(self) -> Option<Self> {
        self.place().checked_sub(1).and_then(|place| Self::ALL.get(place).copied())
    }

    pub(super) fn after(self) -> Option<Self> {
        Self::ALL.get(self.place() + 1).copied()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_step_is_found_by_its_name_and_by_its_fields() {
        for step in Step::ALL {
            assert_eq!(Step::of(step.name()), Some(step));
            assert!(step.fields().iter().all(|field| Step::asking(field) == Some(step)));
        }
        assert_eq!(Step::of("door"), None);
        assert_eq!((Step::Organisation.before(), Step::People.after()), (None, None));
        assert_eq!(Step::Model.after(), Some(Step::Brand));
    }
}
