//! Colours as numbers: strict parsing, relative luminance, and OKLCH for moving lightness without moving hue.

use serde::{Serialize, Serializer};
use std::{fmt, str::FromStr};

/// An sRGB colour of 8 bits a channel.
#[derive(Clone, Copy, PartialEq, Eq, Hash)]
pub struct Rgb(pub u8, pub u8, pub u8);

/// The text is not `#` and six hexadecimal digits.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
#[error("a colour is written # and six hexadecimal digits")]
pub struct NotAColour;

impl Rgb {
    /// White.
    pub const WHITE: Self = Self(255, 255, 255);
    /// Black.
    pub const BLACK: Self = Self(0, 0, 0);

    /// Relative luminance, 0 (black) to 1 (white), after WCAG 2.2.
    pub fn luminance(self) -> f64 {
        let [red, green, blue] = self.linear();
        0.2126 * red + 0.7152 * green + 0.0722 * blue
    }

    fn linear(self) -> [f64; 3] {
        [self.0, self.1, self.2].map(|channel| {
            let value = f64::from(channel) / 255.0;
            if value <= 0.040_45 { value / 12.92 } else { ((value + 0.055) / 1.055).powf(2.4) }
        })
    }
}

/// The contrast ratio of two colours, 1 to 21, after WCAG 2.2.
pub fn contrast(one: Rgb, two: Rgb) -> f64 {
    let (one, two) = (one.luminance(), two.luminance());
    (one.max(two) + 0.05) / (one.min(two) + 0.05)
}

impl FromStr for Rgb {
    type Err = NotAColour;

    /// Accepts exactly `#rrggbb`, in either case, with blanks around it.
    fn from_str(text: &str) -> Result<Self, NotAColour> {
        let digits = text.trim().strip_prefix('#').ok_or(NotAColour)?;
        if digits.len() != 6 || !digits.bytes().all(|byte| byte.is_ascii_hexdigit()) {
            return Err(NotAColour);
        }
        let [_, red, green, blue] = u32::from_str_radix(digits, 16).map_err(|_| NotAColour)?.to_be_bytes();
        Ok(Self(red, green, blue))
    }
}

impl fmt::Display for Rgb {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "#{:02x}{:02x}{:02x}", self.0, self.1, self.2)
    }
}

impl fmt::Debug for Rgb {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        fmt::Display::fmt(self, f)
    }
}

impl Serialize for Rgb {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.collect_str(self)
    }
}

/// A colour by lightness (0–1), chroma (0–about 0.4) and hue (radians), as equal steps look equal.
/// Source: Björn Ottosson, "A perceptual color space for image processing", 2020.
#[derive(Debug, Clone, Copy)]
pub struct Oklch {
    /// 0 black, 1 white.
    pub lightness: f64,
    /// 0 grey.
    pub chroma: f64,
    /// Radians.
    pub hue: f64,
}

impl From<Rgb> for Oklch {
    fn from(colour: Rgb) -> Self {
        let [red, green, blue] = colour.linear();
        let long = (0.412_221_470_8 * red + 0.536_332_536_3 * green + 0.051_445_992_9 * blue).cbrt();
        let medium = (0.211_903_498_2 * red + 0.680_699_545_1 * green + 0.107_396_956_6 * blue).cbrt();
        let short = (0.088_302_461_9 * red + 0.281_718_837_6 * green + 0.629_978_700_5 * blue).cbrt();
        let to_red = 1.977_998_495_1 * long - 2.428_592_205_0 * medium + 0.450_593_709_9 * short;
        let to_yellow = 0.025_904_037_1 * long + 0.782_771_766_2 * medium - 0.808_675_766_0 * short;
        Self {
            lightness: 0.210_454_255_3 * long + 0.793_617_785_0 * medium - 0.004_072_046_8 * short,
            chroma: to_red.hypot(to_yellow),
            hue: to_yellow.atan2(to_red),
        }
    }
}

impl Oklch {
    /// The nearest colour a screen can show: chroma gives way, lightness and hue stay.
    pub fn to_rgb(self) -> Rgb {
        let mut chroma = self.chroma;
        while chroma > 0.001 {
            let linear = Self { chroma, ..self }.linear();
            if linear.iter().all(|channel| (-0.0005..=1.0005).contains(channel)) {
                return encode(linear);
            }
            chroma *= 0.95;
        }
        encode(Self { chroma: 0.0, ..self }.linear())
    }

    fn linear(self) -> [f64; 3] {
        let (to_red, to_yellow) = (self.chroma * self.hue.cos(), self.chroma * self.hue.sin());
        let long = (self.lightness + 0.396_337_777_4 * to_red + 0.215_803_757_3 * to_yellow).powi(3);
        let medium = (self.lightness - 0.105_561_345_8 * to_red - 0.063_854_172_8 * to_yellow).powi(3);
        let short = (self.lightness - 0.089_484_177_5 * to_red - 1.291_485_548_0 * to_yellow).powi(3);
        [
            4.076_741_662_1 * long - 3.307_711_591_3 * medium + 0.230_969_929_2 * short,
            -1.268_438_004_6 * long + 2.609_757_401_1 * medium - 0.341_319_396_5 * short,
            -0.004_196_086_3 * long - 0.703_418_614_7 * medium + 1.707_614_701_0 * short,
        ]
    }
}

fn encode(linear: [f64; 3]) -> Rgb {
    let [red, green, blue] = linear.map(|value| {
        let value = value.clamp(0.0, 1.0);
        let curved = if value <= 0.003_130_8 { 12.92 * value } else { 1.055 * value.powf(1.0 / 2.4) - 0.055 };
        to_byte(curved)
    });
    Rgb(red, green, blue)
}

#[expect(clippy::cast_possible_truncation, clippy::cast_sign_loss, reason = "clamped into 0..=255 and rounded first")]
fn to_byte(share: f64) -> u8 {
    (share * 255.0).round().clamp(0.0, 255.0) as u8
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_six_hexadecimal_digits_are_a_colour() {
        assert_eq!("#1F5c47".parse(), Ok(Rgb(0x1f, 0x5c, 0x47)));
        for bad in
            ["", "1f5c47", "#1f5c4", "#1f5c477", "#+f5c47", "red", "#fff", "#1f5c4g", "#12345é", "url(x)", "#1f5c47;}"]
        {
            assert_eq!(bad.parse::<Rgb>(), Err(NotAColour), "{bad:?}");
        }
    }

    #[test]
    fn black_on_white_is_twenty_one_to_one() {
        assert!((contrast(Rgb::BLACK, Rgb::WHITE) - 21.0).abs() < 1e-9);
        assert!((contrast(Rgb(0x77, 0x77, 0x77), Rgb::WHITE) - 4.48).abs() < 0.01);
    }

    #[test]
    fn a_colour_survives_the_way_through_oklch() {
        for colour in [Rgb(31, 92, 71), Rgb(221, 157, 47), Rgb(255, 0, 0), Rgb(0, 0, 255), Rgb(9, 9, 9), Rgb::WHITE] {
            let back = Oklch::from(colour).to_rgb();
            for (one, two) in [(colour.0, back.0), (colour.1, back.1), (colour.2, back.2)] {
                assert!(one.abs_diff(two) <= 1, "{colour} came back as {back}");
            }
        }
    }
}
