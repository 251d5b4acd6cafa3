//! Pictures of a map from elsewhere, where an installation was told whose. By default nobody is asked for anything.

use url::{Origin, Url};

/// Whom the map asks for its pictures, and what is said of it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Tiles {
    address: String,
    credit: String,
    origin: String,
    host: String,
}

/// Why an address of pictures cannot be taken.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
pub enum NotTiles {
    /// It is no address, or one with a name and password in it.
    #[error("write an address like https://tiles.example/{{z}}/{{x}}/{{y}}.png, without a name and password")]
    Address,
    /// The places of zoom, column and row are missing, written twice, or others stand there.
    #[error(
        "the address of the map's pictures must hold {{z}}, {{x}} and {{y}}, each once after the host, and no other braces"
    )]
    Places,
    /// Whoever draws maps is to be named.
    #[error("say who drew the map's pictures, in 3 to 200 characters: MAILLON_MAP_CREDIT")]
    Credit,
}

impl Tiles {
    /// The address with `{z}`, `{x}` and `{y}` in it, and the words that its owner wants to read beside the map.
    pub fn new(address: &str, credit: &str) -> Result<Self, NotTiles> {
        let parts = address.split(['{', '}']).skip(1).step_by(2);
        let mut places: Vec<&str> = parts.collect();
        places.sort_unstable();
        if places != ["x", "y", "z"] || address.matches(['{', '}']).count() != 6 {
            return Err(NotTiles::Places);
        }
        let filled = address.replace(['{', '}'], "");
        let url = Url::parse(&filled).map_err(|_| NotTiles::Address)?;
        let (Some(host), Origin::Tuple(..)) = (url.host_str(), url.origin()) else { return Err(NotTiles::Address) };
        let origin = url.origin().ascii_serialization();
        if !matches!(url.scheme(), "http" | "https") || !url.username().is_empty() || url.password().is_some() {
            return Err(NotTiles::Address);
        }
        // A brace in the host would let whoever names a tile choose whom to ask.
        if !address.starts_with(&origin) {
            return Err(NotTiles::Places);
        }
        let credit = credit.trim();
        if !(3..=200).contains(&credit.chars().count()) || credit.chars().any(char::is_control) {
            return Err(NotTiles::Credit);
        }
        let (address, host) = (address.to_owned(), host.to_owned());
        Ok(Self { address, credit: credit.to_owned(), origin, host })
    }

    /// The address, as the script fills it in.
    pub fn address(&self) -> &str {
        &self.address
    }

    /// What is said of whoever drew them.
    pub fn credit(&self) -> &str {
        &self.credit
    }

    /// Scheme, host and port: what the policy of the map's page lets a browser ask.
    pub fn origin(&self) -> &str {
        &self.origin
    }

    /// The host, as people are told.
    pub fn host(&self) -> &str {
        &self.host
    }

    /// Whether they come over an encrypted line.
    pub fn is_encrypted(&self) -> bool {
        self.origin.starts_with("https:")
    }
}

/// Whose pictures an installation shows, if any; what the site hands to its pages.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Backdrop(pub Option<Tiles>);

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_address_of_pictures_names_one_host_and_three_places() {
        let tiles = Tiles::new("https://tiles.example:8443/osm/{z}/{x}/{y}.png?key=a", " © Somebody ").unwrap();
        assert_eq!((tiles.origin(), tiles.host()), ("https://tiles.example:8443", "tiles.example"));
        assert_eq!((tiles.credit(), tiles.is_encrypted()), ("© Somebody", true));
    }

    #[test]
    fn w2_nothing_that_could_widen_a_policy_is_an_address_of_pictures() {
        for bad in [
            "https://tiles.example/{z}/{x}.png",
            "https://{x}.example/{z}/{y}.png",
            "https://tiles.example/{z}/{x}/{y}/{s}.png",
            "https://tiles.example/{z}/{x}/{y}/{y}.png",
            "https://tiles.example/{z/{x}/{y}}.png",
            "https://me:secret@tiles.example/{z}/{x}/{y}.png",
            "https://tiles.example; script-src */{z}/{x}/{y}.png",
            "javascript:{z}{x}{y}",
            "data:image/png,{z}{x}{y}",
            "//tiles.example/{z}/{x}/{y}.png",
            "https://tiles.example *.evil.example/{z}/{x}/{y}.png",
            "",
        ] {
            assert!(Tiles::new(bad, "© Somebody").is_err(), "{bad}");
        }
        assert_eq!(Tiles::new("https://tiles.example/{z}/{x}/{y}.png", " "), Err(NotTiles::Credit));
    }
}
