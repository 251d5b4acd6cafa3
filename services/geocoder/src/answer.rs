//! What geocoders answer: `GeoJSON`, as both dialects write it (<https://github.com/geocoders/geocodejson-spec>).

use places::Point;
use serde::Deserialize;

#[derive(Deserialize)]
struct Collection {
    features: Vec<Feature>,
}

#[derive(Deserialize)]
struct Feature {
    geometry: Geometry,
    #[serde(default)]
    properties: Properties,
}

#[derive(Deserialize)]
struct Geometry {
    /// East, then north.
    coordinates: Vec<f64>,
}

#[derive(Deserialize, Default)]
struct Properties {
    /// What was found: `housenumber` or `house`, `street`, `locality`, …; an older Photon does not say.
    #[serde(rename = "type")]
    kind: Option<String>,
    /// How well it fits, 0 to 1; Photon does not say.
    score: Option<f64>,
}

/// What is no finer than a town is no answer: the town we know.
const FINE_ENOUGH: [&str; 4] = ["housenumber", "house", "street", "locality"];
/// Below this, the base itself calls it a guess.
const SCORE: f64 = 0.5;

/// Where the likeliest answer is that names a street; nothing where none does.
///
/// # Errors
/// Where it is no such text.
pub(crate) fn read(body: &[u8]) -> Result<Option<Point>, serde_json::Error> {
    let found: Collection = serde_json::from_slice(body)?;
    Ok(found.features.iter().find_map(Feature::point))
}

impl Feature {
    fn point(&self) -> Option<Point> {
        let Properties { kind, score } = &self.properties;
        let fine = kind.as_deref().is_none_or(|kind| FINE_ENOUGH.contains(&kind));
        match *self.geometry.coordinates.as_slice() {
            [longitude, latitude, ..] if fine && score.is_none_or(|score| score >= SCORE) => {
                Some(Point { latitude, longitude })
            }
            _ => None,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_a_town_or_a_guess_is_no_street() {
        let answer = |properties: &str| {
            let body = format!(
                r#"{{"type":"FeatureCollection","features":[{{"type":"Feature","geometry":{{"type":"Point","coordinates":[3.16,46.99]}},"properties":{properties}}}]}}"#
            );
            read(body.as_bytes()).unwrap()
        };
        let there = Some(Point { latitude: 46.99, longitude: 3.16 });
        assert_eq!(answer(r#"{"type":"housenumber","score":0.97}"#), there);
        assert_eq!(answer(r#"{"type":"street"}"#), there);
        assert_eq!(answer(r#"{"osm_key":"building"}"#), there);
        for none in
            [r#"{"type":"municipality","score":0.9}"#, r#"{"type":"street","score":0.31}"#, r#"{"type":"city"}"#]
        {
            assert_eq!(answer(none), None, "{none}");
        }
    }

    #[test]
    fn what_is_no_answer_is_none() {
        assert_eq!(read(br#"{"features":[]}"#).unwrap(), None);
        assert_eq!(read(br#"{"features":[{"geometry":{"coordinates":[3.16]}}]}"#).unwrap(), None);
        let deep = "[".repeat(100_000);
        for broken in [
            "",
            "null",
            "[]",
            "<html>",
            r#"{"features":{}}"#,
            r#"{"features":[{"geometry":{"coordinates":["a","b"]}}]}"#,
            &deep,
        ] {
            assert!(read(broken.as_bytes()).is_err());
        }
    }
}
