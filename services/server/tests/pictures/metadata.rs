//! Bar U3: what a camera writes beside its pixels is gone. The files are made by code, from what twenty makers write.

use crate::child::{negative, workshop};
use crate::made::{self, chunk, jpeg_with, packed, png_with, riff, segment, vp8x, webp_of, webp_pixels};
use image::ImageFormat;
use kernel::CommunityId;
use pictures::{Print, Side, segments::is_bare};

const MAKERS: [&str; 20] = [
    "Canon",
    "NIKON",
    "SONY",
    "Apple",
    "samsung",
    "Google",
    "HUAWEI",
    "Xiaomi",
    "OPPO",
    "OnePlus",
    "motorola",
    "FUJIFILM",
    "OLYMPUS",
    "Panasonic",
    "PENTAX",
    "LEICA",
    "Hasselblad",
    "GoPro",
    "DJI",
    "RICOH",
];

/// An entry of a directory of EXIF: tag, kind, count, value or where it lies. Big-endian.
fn entry(tag: u16, kind: u16, count: u32, value: u32) -> Vec<u8> {
    [tag.to_be_bytes().as_slice(), &kind.to_be_bytes(), &count.to_be_bytes(), &value.to_be_bytes()].concat()
}

/// EXIF with orientation, the maker, a place on earth, a maker's note and a small picture inside.
fn exif(maker: &str, orientation: u16) -> Vec<u8> {
    let canary = format!("canary-{maker}\0");
    let thumbnail = made::jpeg(16, 12);
    let length = |bytes: &[u8]| u32::try_from(bytes.len()).unwrap();
    // Header 8; first directory 2 + 4 entries + 4; then GPS 2 + 2 entries + 4; then the texts.
    let (first, gps) = (8_u32, 8 + 2 + 4 * 12 + 4);
    let texts = gps + 2 + 2 * 12 + 4;
    let second = texts + length(canary.as_bytes());
    let picture = second + 2 + 2 * 12 + 4;
    let mut tiff = [b"MM\0*".as_slice(), &first.to_be_bytes(), &4_u16.to_be_bytes()].concat();
    tiff.extend(entry(0x010f, 2, length(canary.as_bytes()), texts));
    tiff.extend(entry(0x0112, 3, 1, u32::from(orientation) << 16));
    tiff.extend(entry(0x8825, 4, 1, gps));
    tiff.extend(entry(0x927c, 2, length(canary.as_bytes()), texts));
    tiff.extend(second.to_be_bytes());
    tiff.extend(2_u16.to_be_bytes());
    tiff.extend(entry(0x0001, 2, 2, u32::from(b'N') << 24));
    tiff.extend(entry(0x0002, 2, length(canary.as_bytes()), texts));
    tiff.extend(0_u32.to_be_bytes());
    tiff.extend(canary.as_bytes());
    tiff.extend(2_u16.to_be_bytes());
    tiff.extend(entry(0x0201, 4, 1, picture));
    tiff.extend(entry(0x0202, 4, 1, length(&thumbnail)));
    tiff.extend(0_u32.to_be_bytes());
    tiff.extend(&thumbnail);
    tiff
}

fn xmp(maker: &str) -> String {
    format!("<x:xmpmeta xmlns:x='adobe:ns:meta/'>canary-{maker} 47.26,3.68</x:xmpmeta>")
}

fn srgb() -> Vec<u8> {
    moxcms::ColorProfile::new_srgb().encode().unwrap()
}

/// One file: its bytes, and whether it is to be turned by a quarter.
fn file(maker: &str, variant: usize) -> (Vec<u8>, bool) {
    let orientation = [1, 6, 1, 8, 6][variant % 5];
    let (turned, exif, xmp) = (orientation > 4, exif(maker, orientation), xmp(maker));
    let canary = format!("canary-{maker}");
    let image = made::picture(60 + 4 * u32::try_from(variant).unwrap(), 40);
    let bytes = match variant % 3 {
        0 => jpeg_with(
            &made::coded(&image, ImageFormat::Jpeg),
            &[
                segment(0xe1, &[b"Exif\0\0".as_slice(), &exif].concat()),
                segment(0xe1, format!("http://ns.adobe.com/xap/1.0/\0{xmp}").as_bytes()),
                segment(0xe2, &[b"ICC_PROFILE\0\x01\x01".as_slice(), &srgb()].concat()),
                segment(0xe2, format!("MPF\0{canary}").as_bytes()),
                segment(0xed, format!("Photoshop 3.0\08BIM\x04\x04\0\0\0\x10{canary}").as_bytes()),
                segment(0xec, format!("Ducky{canary}").as_bytes()),
                segment(0xfe, canary.as_bytes()),
            ],
        ),
        1 => png_with(
            &made::coded(&image, ImageFormat::Png),
            &[
                chunk(b"iCCP", &[b"p\0\0".as_slice(), &packed(srgb().into_iter())].concat()),
                chunk(b"eXIf", &exif),
                chunk(b"iTXt", format!("XML:com.adobe.xmp\0\0\0\0\0{xmp}").as_bytes()),
                chunk(b"tEXt", format!("Author\0{canary}").as_bytes()),
                chunk(b"zTXt", &[b"Comment\0\0".as_slice(), &packed(canary.bytes())].concat()),
                chunk(b"tIME", &[7, 234, 11, 23, 9, 0, 0]),
            ],
        ),
        _ => {
            let pixels = webp_pixels(&made::coded(&image, ImageFormat::WebP));
            // Profile, EXIF and XMP are there.
            let head = vp8x(0x2c, image.width(), image.height());
            webp_of(&[head, riff(b"ICCP", &srgb()), pixels, riff(b"EXIF", &exif), riff(b"XMP ", xmp.as_bytes())])
        }
    };
    (bytes, turned)
}

/// Nothing but a picture, and no word of what came with it.
fn says_nothing(side: &Side) -> bool {
    let holds = |word: &[u8]| side.jpeg.windows(word.len()).any(|part| part == word);
    is_bare(side)
        && !["canary", "Exif", "xmp", "ICC", "Photoshop", "MPF", "8BIM"].iter().any(|word| holds(word.as_bytes()))
}

/// Red lay above; a quarter turned, it lies at a side.
fn is_turned(print: &Print) -> bool {
    let image = image::load_from_memory_with_format(&print.large.jpeg, ImageFormat::Jpeg).unwrap().into_rgb8();
    let red = |x: u32, y: u32| image.get_pixel(x, y).0[0] > 150;
    let (width, height) = (image.width() - 4, image.height() - 4);
    red(4, 4) == red(4, height) && red(4, 4) != red(width, 4)
}

#[tokio::test]
async fn u3_of_two_hundred_files_of_twenty_cameras_nothing_is_kept_but_the_picture() {
    let workshop = workshop();
    let mut seen = 0;
    for maker in MAKERS {
        for variant in 0..10 {
            let (bytes, turned) = file(maker, variant);
            assert!(bytes.windows(6).any(|part| part == b"canary"), "it was there");
            let print = workshop
                .develop(CommunityId::PLATFORM, negative(&bytes))
                .await
                .unwrap_or_else(|error| panic!("{maker} {variant}: {error}"));
            assert!(says_nothing(&print.large) && says_nothing(&print.small), "{maker} {variant}");
            assert_eq!(is_turned(&print), turned, "{maker} {variant}: orientation");
            seen += 1;
        }
    }
    assert_eq!(seen, 200);
}
