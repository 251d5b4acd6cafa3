use places::Place;
use std::str::FromStr;
use url::Url;

/// How a geocoder wants to be asked.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Dialect {
    /// The French address base and whatever speaks like it (addok): `/search?q=…`. It knows France only, so that it is asked of nothing else.
    Ban,
    /// Photon, on `OpenStreetMap`'s data: `/api?q=…`. It can be run at one's own place.
    Photon,
}

/// The word names no dialect.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
#[error("write ban or photon")]
pub struct NotADialect;

impl FromStr for Dialect {
    type Err = NotADialect;

    fn from_str(word: &str) -> Result<Self, NotADialect> {
        match word {
            "ban" => Ok(Self::Ban),
            "photon" => Ok(Self::Photon),
            _ => Err(NotADialect),
        }
    }
}

/// Answers looked at, the likeliest first.
const ANSWERS: &str = "5";

impl Dialect {
    /// Whether it can know a street of that town.
    pub(crate) fn knows(self, town: &Place) -> bool {
        match self {
            // The codes of French communes, which the base has as well.
            Self::Ban => town.id().as_str().starts_with('f'),
            Self::Photon => true,
        }
    }

    /// The question, at the address of the settings: only values of its query are ours.
    ///
    /// The town's middle goes along, so that of streets of one name the near one comes first: <https://adresse.data.gouv.fr/outils/api-doc/adresse>,
    /// <https://github.com/komoot/photon/blob/master/docs/api-v1.md>.
    pub(crate) fn question(self, address: &Url, street: &str, town: &Place) -> Url {
        let mut url = address.clone();
        let mut query = url.query_pairs_mut();
        query.append_pair("q", &format!("{street} {}", town.name));
        query.append_pair("lat", &format!("{:.3}", town.point.latitude));
        query.append_pair("lon", &format!("{:.3}", town.point.longitude));
        query.append_pair("limit", ANSWERS);
        match self {
            Self::Ban => {
                query.append_pair("autocomplete", "0");
            }
            Self::Photon => {
                for layer in ["house", "street", "locality"] {
                    query.append_pair("layer", layer);
                }
            }
        }
        drop(query);
        url
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_typed_is_a_value_of_the_query_and_nothing_else() {
        let nevers = places::understand("Nevers").one().unwrap();
        let address = Url::parse("https://geocoder.example/search?key=a").unwrap();
        for dialect in [Dialect::Ban, Dialect::Photon] {
            for typed in ["rue&limit=999#x", "rue ?q=\r\nHost: evil.example", "../../@evil.example:80/", "rue\u{0}é"] {
                let url = dialect.question(&address, typed, &nevers);
                assert_eq!((url.host_str(), url.port(), url.path()), (Some("geocoder.example"), None, "/search"));
                assert_eq!((url.username(), url.fragment()), ("", None));
                let pairs: Vec<(String, String)> = url.query_pairs().into_owned().collect();
                assert_eq!(pairs[0], ("key".to_owned(), "a".to_owned()), "what the owner wrote stays");
                assert_eq!(pairs[1], ("q".to_owned(), format!("{typed} Nevers")));
                assert_eq!(pairs.iter().filter(|(name, _)| name == "limit").count(), 1);
                assert!(url.as_str().is_ascii() && !url.as_str().contains(['\r', '\n', ' ']), "{url}");
            }
        }
    }

    #[test]
    fn the_french_base_is_asked_of_nothing_abroad() {
        let lima = places::understand("Lima").one().unwrap();
        assert!(!Dialect::Ban.knows(&lima) && Dialect::Photon.knows(&lima));
        assert_eq!("nominatim".parse::<Dialect>(), Err(NotADialect));
    }
}
