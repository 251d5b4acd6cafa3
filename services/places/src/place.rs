use crate::{PlaceId, Point, understand::means};
use kernel::Language;

/// A town of the gazetteer.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Place {
    pub(crate) id: &'static str,
    /// Its name in its own country's spelling: München, Corbigny.
    pub name: &'static str,
    /// The département, state or region; may be empty.
    pub region: &'static str,
    /// ISO 3166-1, two letters. French territories have their own.
    pub country: &'static str,
    pub(crate) countries: [&'static str; 2],
    /// Its middle, to about 100 m.
    pub point: Point,
    /// How many people live there; 0 where nobody knows.
    pub population: u32,
    pub(crate) codes: &'static str,
}

impl Place {
    /// Its id.
    pub fn id(&self) -> PlaceId {
        PlaceId::of(self.id)
    }

    /// The country's name.
    pub fn country_name(&self, language: Language) -> &'static str {
        let [french, english] = self.countries;
        match language {
            Language::Fr => french,
            Language::En => english,
        }
    }

    /// Its postcodes; known in France only.
    pub fn postcodes(&self) -> impl Iterator<Item = &'static str> + use<> {
        self.codes.split(',').filter(|code| !code.is_empty())
    }

    /// The name with what tells it apart from others of that name: "Corbigny (58800, Nièvre, France)", "Lima (Pérou)".
    /// [`crate::understand`] finds this very place by it.
    pub fn label(&self, language: Language) -> String {
        let region = Some(self.region).filter(|region| !region.is_empty() && *region != self.name);
        let apart: Vec<&str> = self.postcodes().take(1).chain(region).chain([self.country_name(language)]).collect();
        format!("{} ({})", self.name, apart.join(", "))
    }

    /// The fewest words by which this very place is understood, whoever writes them and wherever they live: "Corbigny", "Saint-Aubin (21190)";
    /// the whole [`Place::label`] where no fewer do. For what others read, and for what is compared with what others wrote.
    pub fn short_label(&self, language: Language) -> String {
        let region = Some(self.region).filter(|region| !region.is_empty() && *region != self.name);
        let told = self.postcodes().next().or(region).map(|apart| format!("{} ({apart})", self.name));
        let mut short = [Some(self.name.to_owned()), told].into_iter().flatten();
        short.find(|words| means(words, self)).unwrap_or_else(|| self.label(language))
    }
}
