//! A picture as it is kept: two JPEG files that we drew.

use kernel::PhotoId;

/// Which of the two files.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Size {
    /// To be looked at.
    Large,
    /// For lists.
    Small,
}

impl Size {
    /// Both.
    pub const ALL: [Self; 2] = [Self::Large, Self::Small];

    /// Its word in names of files.
    pub const fn as_str(self) -> &'static str {
        match self {
            Self::Large => "large",
            Self::Small => "small",
        }
    }

    /// The generated name of a photo's file: nothing of it was typed by anybody.
    pub fn name(self, photo: PhotoId) -> String {
        format!("{photo}-{}.jpg", self.as_str())
    }
}

/// One of the two files, before it is kept.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Side {
    /// Pixels across.
    pub width: u16,
    /// Pixels down.
    pub height: u16,
    /// A JPEG file.
    pub jpeg: Vec<u8>,
}

/// Both.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Print {
    /// To be looked at.
    pub large: Side,
    /// For lists.
    pub small: Side,
}

impl Print {
    /// The file of this size.
    pub fn side(&self, size: Size) -> &Side {
        match size {
            Size::Large => &self.large,
            Size::Small => &self.small,
        }
    }

    /// What both weigh, in bytes.
    pub fn bytes(&self) -> usize {
        self.large.jpeg.len().saturating_add(self.small.jpeg.len())
    }
}
