//! Pictures made by code, good and bad.

use image::{DynamicImage, ImageFormat, Rgb, RgbImage};
use std::io::Cursor;

/// Red above, blue below: whoever turns it is seen.
pub fn picture(width: u32, height: u32) -> DynamicImage {
    let tone = |_, y| if y < height / 2 { Rgb([220, 20, 20]) } else { Rgb([20, 20, 220]) };
    DynamicImage::ImageRgb8(RgbImage::from_fn(width, height, tone))
}

pub fn coded(image: &DynamicImage, format: ImageFormat) -> Vec<u8> {
    let mut bytes = Vec::new();
    image.write_to(&mut Cursor::new(&mut bytes), format).unwrap();
    bytes
}

pub fn jpeg(width: u32, height: u32) -> Vec<u8> {
    coded(&picture(width, height), ImageFormat::Jpeg)
}

pub fn png(width: u32, height: u32) -> Vec<u8> {
    coded(&picture(width, height), ImageFormat::Png)
}

/// A chunk of a PNG file.
pub fn chunk(kind: &[u8], body: &[u8]) -> Vec<u8> {
    let covered = [kind, body].concat();
    let length = u32::try_from(body.len()).unwrap().to_be_bytes();
    [length.as_slice(), &covered, &crc(&covered).to_be_bytes()].concat()
}

fn crc(bytes: &[u8]) -> u32 {
    let mut crc = flate2::Crc::new();
    crc.update(bytes);
    crc.sum()
}

/// Packed as PNG packs.
pub fn packed(bytes: impl Iterator<Item = u8>) -> Vec<u8> {
    use std::io::Write as _;
    let mut encoder = flate2::write::ZlibEncoder::new(Vec::new(), flate2::Compression::best());
    let mut some = Vec::with_capacity(1 << 16);
    for byte in bytes {
        some.push(byte);
        if some.len() == 1 << 16 {
            encoder.write_all(&some).unwrap();
            some.clear();
        }
    }
    encoder.write_all(&some).unwrap();
    encoder.finish().unwrap()
}

/// A PNG file of these chunks, behind its header.
pub fn png_of(width: u32, height: u32, chunks: &[Vec<u8>]) -> Vec<u8> {
    let header = [width.to_be_bytes().as_slice(), &height.to_be_bytes(), &[8, 2, 0, 0, 0]].concat();
    let mut file = b"\x89PNG\r\n\x1a\n".to_vec();
    file.extend(chunk(b"IHDR", &header));
    for chunk in chunks {
        file.extend(chunk);
    }
    file.extend(chunk(b"IEND", b""));
    file
}

/// The same file with more chunks behind its header.
pub fn png_with(file: &[u8], chunks: &[Vec<u8>]) -> Vec<u8> {
    // Signature, then the header's 4 + 4 + 13 + 4.
    let (head, rest) = file.split_at(8 + 25);
    [head, &chunks.concat(), rest].concat()
}

/// A segment of a JPEG file.
pub fn segment(marker: u8, body: &[u8]) -> Vec<u8> {
    let length = u16::try_from(body.len() + 2).unwrap().to_be_bytes();
    [[0xff, marker].as_slice(), &length, body].concat()
}

/// The same file with more segments at its beginning.
pub fn jpeg_with(file: &[u8], segments: &[Vec<u8>]) -> Vec<u8> {
    [&file[..2], &segments.concat(), &file[2..]].concat()
}

/// A chunk of a RIFF file.
pub fn riff(kind: &[u8], body: &[u8]) -> Vec<u8> {
    let length = u32::try_from(body.len()).unwrap().to_le_bytes();
    let pad: &[u8] = if body.len() % 2 == 1 { &[0] } else { &[] };
    [kind, &length, body, pad].concat()
}

/// A WebP file of these chunks.
pub fn webp_of(chunks: &[Vec<u8>]) -> Vec<u8> {
    riff(b"RIFF", &[b"WEBP".as_slice(), &chunks.concat()].concat())
}

/// The one chunk of a simple WebP file.
pub fn webp_pixels(file: &[u8]) -> Vec<u8> {
    file[12..].to_vec()
}

/// The extended header: flags, then width and height less one.
pub fn vp8x(flags: u8, width: u32, height: u32) -> Vec<u8> {
    let three = |n: u32| (n - 1).to_le_bytes()[..3].to_vec();
    riff(b"VP8X", &[vec![flags, 0, 0, 0], three(width), three(height)].concat())
}
