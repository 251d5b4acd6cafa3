//! A brand's colours in letters: parsed, never interpolated; readable by computation (bar X3).

/// The colours a letter uses, all `#rrggbb`.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Paint {
    /// Band at the top, left ring of the link, button: the primary colour, dark enough for white text.
    pub brand: String,
    /// Right ring of the link: the accent as it is.
    pub accent: String,
    /// Small coloured words on the light sheet.
    pub ink: String,
    /// The same on the dark sheet, and the button there.
    pub ink_dark: String,
    /// Words on the button of the dark sheet.
    pub on_dark: String,
    /// A soft ground behind the first thing.
    pub soft: String,
}

#[derive(Clone, Copy)]
struct Rgb([u8; 3]);

const WHITE: Rgb = Rgb([255, 255, 255]);
/// The sheet at night.
const NIGHT: Rgb = Rgb([0x24, 0x21, 0x1c]);
const PLAIN: Rgb = Rgb([0x1f, 0x5c, 0x47]);

impl Paint {
    /// From two colours as the organisation picked them; a colour that cannot be read becomes the product's own.
    pub fn of(primary: &str, accent: &str) -> Self {
        let primary = parse(primary).unwrap_or(PLAIN);
        let brand = reach(primary, Rgb([0, 0, 0]), WHITE, 4.5);
        let soft = mix(primary, WHITE, 0.87);
        let ink = reach(primary, Rgb([0, 0, 0]), soft, 4.6);
        // On the soft ground at night, which is lighter than the sheet.
        let ink_dark = reach(primary, WHITE, Rgb([0x2d, 0x29, 0x23]), 6.0);
        Self {
            brand: brand.hex(),
            accent: parse(accent).unwrap_or(Rgb([0xdd, 0x9d, 0x2f])).hex(),
            ink: ink.hex(),
            on_dark: reach(NIGHT, Rgb([0, 0, 0]), ink_dark, 4.6).hex(),
            ink_dark: ink_dark.hex(),
            soft: soft.hex(),
        }
    }
}

impl Rgb {
    fn hex(self) -> String {
        let [r, g, b] = self.0;
        format!("#{r:02x}{g:02x}{b:02x}")
    }

    /// Relative luminance (WCAG 2.2).
    fn luminance(self) -> f64 {
        let [r, g, b] = self.0.map(|c| {
            let c = f64::from(c) / 255.0;
            if c <= 0.040_45 { c / 12.92 } else { ((c + 0.055) / 1.055).powf(2.4) }
        });
        0.2126 * r + 0.7152 * g + 0.0722 * b
    }
}

fn contrast(a: Rgb, b: Rgb) -> f64 {
    let (a, b) = (a.luminance(), b.luminance());
    (a.max(b) + 0.05) / (a.min(b) + 0.05)
}

/// `colour`, moved towards `goal` just as far as needed to stand out from `ground`.
fn reach(colour: Rgb, goal: Rgb, ground: Rgb, wanted: f64) -> Rgb {
    (0..=40).map(|step| mix(colour, goal, f64::from(step) / 40.0)).find(|c| contrast(*c, ground) >= wanted).unwrap_or(goal)
}

fn mix(from: Rgb, to: Rgb, share: f64) -> Rgb {
    let blend = |(a, b): (u8, u8)| (f64::from(a) + (f64::from(b) - f64::from(a)) * share).round();
    let [r, g, b] = [0, 1, 2].map(|i| {
        let pair = from.0.get(i).copied().zip(to.0.get(i).copied()).unwrap_or_default();
        // Between two bytes, so it fits a byte.
        #[expect(clippy::cast_possible_truncation, clippy::cast_sign_loss, reason = "a blend of two bytes is a byte")]
        let byte = blend(pair) as u8;
        byte
    });
    Rgb([r, g, b])
}

fn parse(text: &str) -> Option<Rgb> {
    let bytes = data_encoding::HEXLOWER_PERMISSIVE.decode(text.trim().strip_prefix('#')?.as_bytes()).ok()?;
    Some(Rgb(bytes.try_into().ok()?))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn x03_every_pair_of_colours_gives_readable_letters() {
        let steps = [0_u8, 40, 90, 140, 190, 230, 255];
        for n in 0..steps.len().pow(3) {
            let colour = [steps[n % 7], steps[n / 7 % 7], steps[n / 49]];
            let paint = Paint::of(&Rgb(colour).hex(), "#dd9d2f");
            let of = |hex: &str| parse(hex).unwrap();
            assert!(contrast(of(&paint.brand), WHITE) >= 4.5, "{paint:?}");
            assert!(contrast(of(&paint.ink), of(&paint.soft)) >= 4.5, "{paint:?}");
            assert!(contrast(of(&paint.ink), WHITE) >= 4.5, "{paint:?}");
            assert!(contrast(of(&paint.ink_dark), NIGHT) >= 4.5, "{paint:?}");
            assert!(contrast(of(&paint.on_dark), of(&paint.ink_dark)) >= 4.5, "{paint:?}");
        }
    }

    #[test]
    fn w05_what_is_no_colour_never_reaches_a_letter() {
        assert_eq!(Paint::of("red;}</style>", "url(x)"), Paint::of("#1f5c47", "#dd9d2f"));
    }
}
