//! Drawing a picture anew: the one place where foreign pixels are decoded. Runs in the child process ([`crate::child`]).
//!
//! Colours: a profile of another colour space than sRGB (Display P3 of telephones, Adobe RGB of cameras) is applied to the pixels,
//! and no profile is kept. A profile that does not read, or is not one of red, green and blue, is left aside as if it said sRGB.

use crate::{Format, Side, limits};
use image::{
    DynamicImage, ExtendedColorType, ImageDecoder, ImageError, ImageReader, Limits, RgbImage,
    codecs::jpeg::JpegEncoder, error::LimitErrorKind, imageops::FilterType, metadata::Orientation,
};
use moxcms::{ColorProfile, DataColorSpace, Layout, TransformOptions};
use std::io::Cursor;

/// Both sizes, drawn.
pub type Drawn = crate::Print;

/// Why nothing was drawn.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
pub enum Unfit {
    /// Neither JPEG nor PNG nor WebP.
    #[error("not a JPEG, PNG or WebP picture")]
    Kind,
    /// More pixels than [`limits::SIDE`] and [`limits::PIXELS`] let through.
    #[error("too many pixels")]
    TooLarge,
    /// It does not read, or takes too much to be read.
    #[error("the picture does not read")]
    Broken,
}

impl From<ImageError> for Unfit {
    fn from(error: ImageError) -> Self {
        match error {
            ImageError::Limits(limit) if matches!(limit.kind(), LimitErrorKind::DimensionError) => Self::TooLarge,
            _ => Self::Broken,
        }
    }
}

/// Decodes the first frame of `sent`, and draws it in both sizes.
///
/// # Errors
/// What it is not. How large it is, is read from its header and refused before any pixel is decoded.
pub fn draw(sent: &[u8]) -> Result<Drawn, Unfit> {
    let format = Format::of(sent).ok_or(Unfit::Kind)?;
    let mut reader = ImageReader::with_format(Cursor::new(sent), format.into());
    reader.limits(most());
    let mut decoder = reader.into_decoder()?;
    let (width, height) = decoder.dimensions();
    if width > limits::SIDE || height > limits::SIDE || u64::from(width) * u64::from(height) > limits::PIXELS {
        return Err(Unfit::TooLarge);
    }
    let turned = decoder.orientation().unwrap_or(Orientation::NoTransforms);
    let profile = decoder.icc_profile().ok().flatten();
    let image = DynamicImage::from_decoder(decoder)?;
    let mut large = within(image, limits::LARGE);
    large.apply_orientation(turned);
    let mut large = on_white(&large);
    if let Some(profile) = profile {
        large = in_srgb(large, &profile);
    }
    let small = within(DynamicImage::ImageRgb8(large.clone()), limits::SMALL).into_rgb8();
    Ok(Drawn { large: side(&large)?, small: side(&small)? })
}

fn most() -> Limits {
    let mut most = Limits::default();
    most.max_image_width = Some(limits::SIDE);
    most.max_image_height = Some(limits::SIDE);
    most.max_alloc = Some(limits::DECODER_MEMORY);
    most
}

/// Not larger than `longest`. What is much larger is first made smaller the quick way, which takes no memory for the whole of it.
fn within(image: DynamicImage, longest: u32) -> DynamicImage {
    if image.width() <= longest && image.height() <= longest {
        return image;
    }
    let rough = longest.saturating_mul(2);
    let image = if image.width().max(image.height()) > rough { image.thumbnail(rough, rough) } else { image };
    image.resize(longest, longest, FilterType::CatmullRom)
}

/// What shines through becomes white: JPEG knows no transparency.
fn on_white(image: &DynamicImage) -> RgbImage {
    if !image.color().has_alpha() {
        return image.to_rgb8();
    }
    let seen = image.to_rgba8();
    let mut flat = RgbImage::new(seen.width(), seen.height());
    for (from, to) in seen.pixels().zip(flat.pixels_mut()) {
        let [red, green, blue, alpha] = from.0;
        to.0 = [red, green, blue].map(|tone| over_white(tone, alpha));
    }
    flat
}

fn over_white(tone: u8, alpha: u8) -> u8 {
    let (tone, alpha) = (u32::from(tone), u32::from(alpha));
    u8::try_from((tone * alpha + 255 * (255 - alpha) + 127) / 255).unwrap_or(u8::MAX)
}

/// The same colours, as numbers of sRGB.
fn in_srgb(image: RgbImage, profile: &[u8]) -> RgbImage {
    let Ok(profile) = ColorProfile::new_from_slice(profile) else { return image };
    if profile.color_space != DataColorSpace::Rgb {
        return image;
    }
    let srgb = ColorProfile::new_srgb();
    let made = profile.create_transform_8bit(Layout::Rgb, &srgb, Layout::Rgb, TransformOptions::default());
    let Ok(transform) = made else { return image };
    let mut changed = RgbImage::new(image.width(), image.height());
    match transform.transform(image.as_raw(), &mut changed) {
        Ok(()) => changed,
        Err(_) => image,
    }
}

fn side(image: &RgbImage) -> Result<Side, Unfit> {
    let small = |pixels: u32| u16::try_from(pixels).map_err(|_| Unfit::TooLarge);
    let (width, height) = (small(image.width())?, small(image.height())?);
    let mut jpeg = Vec::new();
    JpegEncoder::new_with_quality(&mut jpeg, limits::QUALITY).encode(
        image.as_raw(),
        image.width(),
        image.height(),
        ExtendedColorType::Rgb8,
    )?;
    Ok(Side { width, height, jpeg })
}

#[cfg(test)]
mod tests;
