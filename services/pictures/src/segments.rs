//! What a JPEG file is made of, marker by marker (ITU-T T.81, annex B). The parent believes nothing of its child that is not
//! among these: a JFIF header, tables, one frame, its scan, the end.

use crate::Side;

/// Whether this is a baseline JPEG file of this size that holds nothing but a picture: no application segment besides JFIF's own,
/// no comment, nothing behind the end.
pub fn is_bare(side: &Side) -> bool {
    let Some(found) = segments(&side.jpeg) else { return false };
    let bare = found.iter().all(|segment| match segment.marker {
        0xe0 => segment.body.starts_with(b"JFIF\0") && segment.body.len() == 14,
        0xc0 | 0xc4 | 0xda | 0xdb | 0xdd => true,
        _ => false,
    });
    let frames: Vec<_> = found.iter().filter(|segment| segment.marker == 0xc0).collect();
    let [frame] = frames.as_slice() else { return false };
    bare && size_of(frame.body) == Some((side.width, side.height))
}

/// One marker with what stands between its length and the next one.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Segment<'a> {
    /// The marker's second byte.
    pub marker: u8,
    /// What it holds, without its length.
    pub body: &'a [u8],
}

/// The segments between the beginning and the end of the file; nothing when it is no JPEG file, or goes on behind its end.
pub fn segments(file: &[u8]) -> Option<Vec<Segment<'_>>> {
    let mut rest = file.strip_prefix(&[0xff, 0xd8])?;
    let mut found = Vec::new();
    loop {
        let (&[0xff, marker], after) = rest.split_first_chunk::<2>()? else { return None };
        if marker == 0xd9 {
            return after.is_empty().then_some(found);
        }
        let (length, _) = after.split_first_chunk::<2>()?;
        let length = usize::from(u16::from_be_bytes(*length));
        let (segment, after) = after.split_at_checked(length)?;
        found.push(Segment { marker, body: segment.get(2..)? });
        rest = if marker == 0xda { behind_scan(after)? } else { after };
    }
}

/// Behind the coded pixels: at the next marker that is neither a stuffed byte nor a restart.
fn behind_scan(coded: &[u8]) -> Option<&[u8]> {
    let is_marker = |pair: &[u8]| matches!(pair, [0xff, second] if *second != 0 && !(0xd0..=0xd7).contains(second));
    let at = coded.windows(2).position(is_marker)?;
    coded.get(at..)
}

/// Precision, height, width.
fn size_of(frame: &[u8]) -> Option<(u16, u16)> {
    let &[8, high, low, wide, less, ..] = frame else { return None };
    Some((u16::from_be_bytes([wide, less]), u16::from_be_bytes([high, low])))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn side() -> Side {
        let mut png = Vec::new();
        image::RgbImage::from_pixel(9, 7, image::Rgb([200, 30, 40]))
            .write_to(&mut std::io::Cursor::new(&mut png), image::ImageFormat::Png)
            .unwrap();
        crate::draw(&png).unwrap().large
    }

    #[test]
    fn u3_what_we_draw_is_bare_and_one_segment_more_is_not() {
        let side = side();
        assert!(is_bare(&side));
        for (marker, body) in
            [(0xe1_u8, b"Exif\0\0".as_slice()), (0xfe, b"hello"), (0xe2, b"ICC_PROFILE\0"), (0xe0, b"JFXX\0")]
        {
            let length = u16::try_from(body.len() + 2).unwrap().to_be_bytes();
            let more = [&[0xff, 0xd8, 0xff, marker], length.as_slice(), body, &side.jpeg[2..]].concat();
            assert!(!is_bare(&Side { jpeg: more, ..side.clone() }), "{marker:x}");
        }
        let behind = [side.jpeg.as_slice(), b"PK\x03\x04"].concat();
        assert!(!is_bare(&Side { jpeg: behind, ..side.clone() }), "nothing hides behind the end");
        assert!(!is_bare(&Side { width: 8, ..side.clone() }), "of another size");
        for end in 0..side.jpeg.len() {
            assert!(!is_bare(&Side { jpeg: side.jpeg[..end].to_vec(), ..side.clone() }), "cut off at {end}");
        }
    }
}
