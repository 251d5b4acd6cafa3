//! Which format a picture has, by its first bytes. What a client calls it is not looked at.

/// What we take; anything else is refused before a decoder sees it.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Format {
    /// Photos of most cameras.
    Jpeg,
    /// Screenshots.
    Png,
    /// What phones and messengers send.
    WebP,
}

impl Format {
    /// The format that begins like this.
    pub fn of(beginning: &[u8]) -> Option<Self> {
        if beginning.starts_with(&[0xff, 0xd8, 0xff]) {
            return Some(Self::Jpeg);
        }
        if beginning.starts_with(b"\x89PNG\r\n\x1a\n") {
            return Some(Self::Png);
        }
        let riff = beginning.starts_with(b"RIFF") && beginning.get(8..12) == Some(b"WEBP");
        riff.then_some(Self::WebP)
    }
}

impl From<Format> for image::ImageFormat {
    fn from(format: Format) -> Self {
        match format {
            Format::Jpeg => Self::Jpeg,
            Format::Png => Self::Png,
            Format::WebP => Self::WebP,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn u1_three_formats_are_known_by_their_content_and_no_other() {
        assert_eq!(Format::of(b"\xff\xd8\xff\xe0"), Some(Format::Jpeg));
        assert_eq!(Format::of(b"\x89PNG\r\n\x1a\n...."), Some(Format::Png));
        assert_eq!(Format::of(b"RIFF....WEBPVP8 "), Some(Format::WebP));
        let others: [&[u8]; 9] = [
            b"",
            b"x",
            b"GIF89a",
            b"<svg xmlns=\"",
            b"BM......",
            b"RIFF....WAVE",
            b"\0\0\0\x1cftypheic",
            b"\0\0\0\x1cftypavif",
            b"%PDF-1.7",
        ];
        for other in others {
            assert_eq!(Format::of(other), None, "{other:?}");
        }
    }
}
