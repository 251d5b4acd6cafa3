use super::*;
use image::{ImageFormat, Rgb, Rgba, RgbaImage};

fn coded(image: &DynamicImage, format: ImageFormat) -> Vec<u8> {
    let mut bytes = Vec::new();
    image.write_to(&mut Cursor::new(&mut bytes), format).unwrap();
    bytes
}

fn read(side: &Side) -> RgbImage {
    image::load_from_memory_with_format(&side.jpeg, ImageFormat::Jpeg).unwrap().into_rgb8()
}

fn near(seen: Rgb<u8>, meant: [u8; 3]) -> bool {
    seen.0.iter().zip(meant).all(|(seen, meant)| seen.abs_diff(meant) < 12)
}

#[test]
fn three_formats_are_drawn_in_two_sizes() {
    let image = DynamicImage::ImageRgb8(RgbImage::from_pixel(2_000, 1_000, Rgb([10, 120, 200])));
    for format in [ImageFormat::Jpeg, ImageFormat::Png, ImageFormat::WebP] {
        let print = draw(&coded(&image, format)).unwrap();
        assert_eq!((print.large.width, print.large.height), (1_600, 800));
        assert_eq!((print.small.width, print.small.height), (400, 200));
        assert!(near(*read(&print.small).get_pixel(100, 100), [10, 120, 200]), "{format:?}");
    }
}

#[test]
fn what_is_small_stays_as_it_is() {
    let print = draw(&coded(&DynamicImage::new_rgb8(3, 2), ImageFormat::Png)).unwrap();
    assert_eq!((print.large.width, print.large.height, print.small.width), (3, 2, 3));
}

#[test]
fn what_shines_through_becomes_white() {
    let image = RgbaImage::from_pixel(16, 16, Rgba([0, 0, 0, 0]));
    let print = draw(&coded(&DynamicImage::ImageRgba8(image), ImageFormat::Png)).unwrap();
    assert!(near(*read(&print.large).get_pixel(8, 8), [255, 255, 255]));
    assert_eq!((over_white(0, 255), over_white(0, 0), over_white(100, 255)), (0, 255, 100));
}

#[test]
fn another_colour_space_is_drawn_in_the_colours_it_means() {
    let p3 = ColorProfile::new_display_p3();
    let srgb = ColorProfile::new_srgb();
    let meant = [200_u8, 60, 40];
    let there = srgb.create_transform_8bit(Layout::Rgb, &p3, Layout::Rgb, TransformOptions::default()).unwrap();
    let mut sent = [0; 3];
    there.transform(&meant, &mut sent).unwrap();
    assert!(!near(Rgb(sent), meant), "in that space it is written otherwise: {sent:?}");
    let image = in_srgb(RgbImage::from_pixel(4, 4, Rgb(sent)), &p3.encode().unwrap());
    assert!(near(*image.get_pixel(1, 1), meant), "{:?}", image.get_pixel(1, 1));
    let unread = in_srgb(RgbImage::from_pixel(4, 4, Rgb(sent)), b"no profile");
    assert_eq!(unread.get_pixel(1, 1).0, sent);
}

/// The header of a PNG picture of this size, with nothing in it.
fn header(width: u32, height: u32) -> Vec<u8> {
    let mut chunk = b"IHDR".to_vec();
    chunk.extend(width.to_be_bytes());
    chunk.extend(height.to_be_bytes());
    chunk.extend([8, 2, 0, 0, 0]);
    let crc = crc(&chunk).to_be_bytes();
    let end = [0, 0, 0, 0, b'I', b'D', b'A', b'T', 0x35, 0xaf, 0x06, 0x1e];
    [b"\x89PNG\r\n\x1a\n".as_slice(), &13_u32.to_be_bytes(), &chunk, &crc, &end].concat()
}

fn crc(bytes: &[u8]) -> u32 {
    let step = |crc: u32, byte: &u8| {
        (0..8).fold(crc ^ u32::from(*byte), |crc, _| if crc & 1 == 1 { 0xedb8_8320 ^ (crc >> 1) } else { crc >> 1 })
    };
    !bytes.iter().fold(!0, step)
}

#[test]
fn u1_sides_and_pixels_are_refused_from_the_header_one_beyond_the_limit() {
    for (width, height) in [(8_193, 1), (1, 8_193), (8_000, 5_001), (30_000, 30_000), (u32::MAX >> 1, 1)] {
        assert_eq!(draw(&header(width, height)), Err(Unfit::TooLarge), "{width} × {height}");
    }
    for (width, height) in [(8_192, 1), (1, 8_192), (8_000, 5_000)] {
        assert_eq!(draw(&header(width, height)), Err(Unfit::Broken), "{width} × {height} is let through, and is empty");
    }
}

#[test]
fn u1_a_picture_of_forty_million_pixels_is_drawn() {
    let image = DynamicImage::ImageRgb8(RgbImage::from_pixel(8_000, 5_000, Rgb([1, 2, 3])));
    let print = draw(&coded(&image, ImageFormat::Png)).unwrap();
    assert_eq!((print.large.width, print.large.height), (1_600, 1_000));
}
