//! A brand is data: two colours, from which the palette computes everything else.

use crate::{CommunityError, palette::Rgb};

/// The two colours an organisation picks.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Brand {
    /// Fills buttons and panels.
    pub primary: Rgb,
    /// Sets accents.
    pub accent: Rgb,
}

impl Brand {
    /// The installation's own colours.
    pub const PLATFORM: Self = Self { primary: Rgb(0x24, 0x47, 0x5c), accent: Rgb(0xd9, 0x70, 0x4e) };

    /// Two colours written `#rrggbb`; a refusal names the field that is wrong.
    pub fn parse(primary: &str, accent: &str) -> Result<Self, CommunityError> {
        Ok(Self {
            primary: primary.parse().map_err(|_| CommunityError::ColourInvalid("brand_primary"))?,
            accent: accent.parse().map_err(|_| CommunityError::ColourInvalid("brand_accent"))?,
        })
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_colour_is_parsed_and_never_interpolated() {
        assert_eq!(Brand::parse("#24475C", "#d9704e").unwrap(), Brand::PLATFORM);
        let wrong = Brand::parse("#24475c", "#fff;}body{");
        assert!(matches!(wrong, Err(CommunityError::ColourInvalid("brand_accent"))));
    }
}
