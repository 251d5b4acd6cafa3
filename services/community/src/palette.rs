//! From the two colours an organisation picks to the eight roles of its brand, by day and by night.
//!
//! A colour is parsed, never interpolated: what comes out is `#rrggbb` or nothing. Whatever the pair, every text is
//! readable (contrast ≥ 4.5:1, WCAG 2.2 criterion 1.4.3) and every control visible (≥ 3:1, criterion 1.4.11) on all
//! papers of the product; lightness is moved in OKLCH, so that the hue stays the organisation's own.

mod colour;

use colour::Oklch;
pub use colour::{NotAColour, Rgb, contrast};
use serde::Serialize;

/// The least contrast of a text on its ground.
pub const TEXT: f64 = 4.5;
/// The least contrast of a control on its ground.
pub const CONTROL: f64 = 3.0;

/// The neutral papers and inks that brand colours must go with; the same values as the stylesheet's tokens.
#[derive(Debug, Clone, Copy)]
pub struct Ground {
    /// Everything a text may lie on: paper, surface, raised, sunk, field.
    pub papers: [Rgb; 5],
    /// The two inks that lie on brand grounds: main and secondary.
    pub inks: [Rgb; 2],
}

/// By day.
pub const DAY: Ground = Ground {
    papers: [
        Rgb(0xfb, 0xf7, 0xef),
        Rgb(0xff, 0xfd, 0xf9),
        Rgb(0xff, 0xfd, 0xf9),
        Rgb(0xf2, 0xeb, 0xde),
        Rgb(0xff, 0xff, 0xff),
    ],
    inks: [Rgb(0x25, 0x21, 0x1b), Rgb(0x5a, 0x52, 0x47)],
};

/// By night.
pub const NIGHT: Ground = Ground {
    papers: [
        Rgb(0x1a, 0x18, 0x14),
        Rgb(0x24, 0x21, 0x1c),
        Rgb(0x2d, 0x2a, 0x24),
        Rgb(0x2d, 0x29, 0x23),
        Rgb(0x1f, 0x1c, 0x18),
    ],
    inks: [Rgb(0xf4, 0xee, 0xe3), Rgb(0xc9, 0xbf, 0xae)],
};

/// One colour in its four parts.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize)]
pub struct Family {
    /// Fills buttons, panels, shapes.
    pub fill: Rgb,
    /// Text on `fill`.
    pub on: Rgb,
    /// Text and outlines on any paper and on `soft`.
    pub ink: Rgb,
    /// A quiet ground; ordinary text is readable on it.
    pub soft: Rgb,
}

/// The eight roles of one mode.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize)]
pub struct Roles {
    /// `--brand`, `--on-brand`, `--brand-ink`, `--brand-soft`.
    pub brand: Family,
    /// `--accent`, `--on-accent`, `--accent-ink`, `--accent-soft`.
    pub accent: Family,
}

/// A brand's colours, day and night.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize)]
pub struct Palette {
    /// By day.
    pub day: Roles,
    /// By night.
    pub night: Roles,
}

impl Palette {
    /// The palette of a primary and an accent colour.
    pub fn of(primary: Rgb, accent: Rgb) -> Self {
        Self {
            day: Roles { brand: by_day(primary, CONTROL), accent: by_day(accent, 1.5) },
            night: Roles { brand: by_night(primary), accent: by_night(accent) },
        }
    }
}

/// By day the picked colour itself fills, darkened only as far as it must to stand out by `least` on paper.
fn by_day(picked: Rgb, least: f64) -> Family {
    let hue = Oklch::from(picked);
    let fill = if stands_out(picked, &DAY.papers[..3], least) {
        picked
    } else {
        settle(hue, -STEP, |colour| stands_out(colour, &DAY.papers[..3], least))
    };
    let quiet = Oklch { lightness: 0.945, chroma: hue.chroma.min(0.12) * 0.26, ..hue };
    let soft = settle(quiet, STEP, |colour| stands_out(colour, &DAY.inks, TEXT));
    let start = Oklch { lightness: hue.lightness.min(0.47), ..hue };
    let ink = settle(start, -STEP, |colour| readable(colour, &DAY, soft));
    Family { fill, on: on(fill, hue), ink, soft }
}

/// By night fills are lifted and calmed, so that a large surface does not glare.
fn by_night(picked: Rgb) -> Family {
    let hue = Oklch::from(picked);
    let lifted = Oklch { lightness: 0.8, chroma: hue.chroma.min(0.095), ..hue };
    let fill = settle(lifted, STEP, |colour| stands_out(colour, &NIGHT.papers, CONTROL));
    let quiet = Oklch { lightness: 0.325, chroma: hue.chroma.min(0.12) * 0.34, ..hue };
    let soft = settle(quiet, -STEP, |colour| stands_out(colour, &NIGHT.inks, TEXT));
    let start = Oklch { lightness: 0.84, chroma: hue.chroma.min(0.085), ..hue };
    let ink = settle(start, STEP, |colour| readable(colour, &NIGHT, soft));
    Family { fill, on: on(fill, hue), ink, soft }
}

/// Text on a fill: white where it can be read, else a near-black of the same hue, else pure black
/// (one of black and white always reaches 4.58:1).
fn on(fill: Rgb, hue: Oklch) -> Rgb {
    let dark = Oklch { lightness: 0.24, chroma: hue.chroma.min(0.05), ..hue }.to_rgb();
    [Rgb::WHITE, dark].into_iter().find(|text| contrast(*text, fill) >= TEXT).unwrap_or(Rgb::BLACK)
}

fn readable(ink: Rgb, ground: &Ground, soft: Rgb) -> bool {
    stands_out(ink, &ground.papers, TEXT) && contrast(ink, soft) >= TEXT
}

fn stands_out(colour: Rgb, grounds: &[Rgb], least: f64) -> bool {
    grounds.iter().all(|ground| contrast(colour, *ground) >= least)
}

const STEP: f64 = 0.01;

/// Moves the lightness by `step` until the rounded colour is good; at black or white it is, for all our rules.
fn settle(mut colour: Oklch, step: f64, good: impl Fn(Rgb) -> bool) -> Rgb {
    loop {
        let rounded = colour.to_rgb();
        if good(rounded) || !(0.0..=1.0).contains(&colour.lightness) {
            return rounded;
        }
        colour.lightness += step;
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    /// A small fixed-seed generator: the claim is about any colours, so they need only be well spread.
    fn colours(count: usize) -> Vec<(Rgb, Rgb)> {
        let mut state = 0x9e37_79b9_7f4a_7c15_u64;
        let mut byte = || {
            state ^= state << 13;
            state ^= state >> 7;
            state ^= state << 17;
            (state >> 32).to_le_bytes()[0]
        };
        (0..count).map(|_| (Rgb(byte(), byte(), byte()), Rgb(byte(), byte(), byte()))).collect()
    }

    fn assert_readable(family: &Family, ground: &Ground, pair: (Rgb, Rgb)) {
        assert!(contrast(family.on, family.fill) >= TEXT, "text on fill of {pair:?}");
        assert!(contrast(family.ink, family.soft) >= TEXT, "ink on soft of {pair:?}");
        for paper in ground.papers {
            assert!(contrast(family.ink, paper) >= TEXT, "ink on {paper} of {pair:?}");
            // A hovered button swaps: paper as text on ink.
            assert!(contrast(paper, family.ink) >= TEXT);
        }
        for ink in ground.inks {
            assert!(contrast(ink, family.soft) >= TEXT, "ordinary text on soft of {pair:?}");
        }
    }

    #[test]
    fn x3_any_colour_pair_yields_readable_text() {
        let mut pairs = colours(10_000);
        let corners = [Rgb::WHITE, Rgb::BLACK, Rgb(255, 255, 0), Rgb(0, 0, 255), Rgb(255, 0, 255), Rgb(128, 128, 128)];
        pairs.extend(corners.iter().flat_map(|one| corners.iter().map(move |two| (*one, *two))));
        for pair in pairs {
            let palette = Palette::of(pair.0, pair.1);
            for (roles, ground) in [(&palette.day, &DAY), (&palette.night, &NIGHT)] {
                assert_readable(&roles.brand, ground, pair);
                assert_readable(&roles.accent, ground, pair);
                for paper in &ground.papers[..3] {
                    assert!(contrast(roles.brand.fill, *paper) >= CONTROL, "control on {paper} of {pair:?}");
                }
            }
        }
    }

    #[test]
    fn a_readable_colour_is_kept_as_it_was_picked() {
        let green: Rgb = "#1f5c47".parse().unwrap();
        let ochre: Rgb = "#dd9d2f".parse().unwrap();
        let palette = Palette::of(green, ochre);
        assert_eq!(palette.day.brand.fill, green);
        assert_eq!(palette.day.accent.fill, ochre);
        assert_eq!(palette.day.brand.on, Rgb::WHITE);
    }
}
