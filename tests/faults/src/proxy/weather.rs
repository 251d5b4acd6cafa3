//! What a way is like.

use std::time::Duration;

/// What a way is like at some moment.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Weather {
    /// Every piece takes so much longer, in each direction.
    pub latency: Duration,
    /// And up to so much more, drawn for each piece.
    pub jitter: Duration,
    /// Bytes that pass in a second, in each direction; as many as come when absent.
    pub drip: Option<u32>,
    /// Pieces in a hundred at which the connection is reset instead.
    pub resets: u8,
    /// A connection ends in the middle of its answers, after so many bytes of them in all.
    pub cut_after: Option<u64>,
    /// What is taken and never arrives.
    pub swallowed: Swallowed,
}

/// What is taken and never arrives: whoever sends it notices nothing.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Swallowed {
    /// Nothing.
    #[default]
    Nothing,
    /// Answers: what was asked is done, and nobody hears of it.
    Answers,
    /// Everything.
    Everything,
}

impl Weather {
    /// As if there were nothing in between.
    pub const CALM: Self = Self {
        latency: Duration::ZERO,
        jitter: Duration::ZERO,
        drip: None,
        resets: 0,
        cut_after: None,
        swallowed: Swallowed::Nothing,
    };
    /// A fifth of a second each way, give or take.
    pub const FAR: Self = Self { latency: Duration::from_millis(200), jitter: Duration::from_millis(50), ..Self::CALM };
    /// One piece in twenty breaks its connection.
    pub const BREAKING: Self = Self { resets: 5, ..Self::CALM };
    /// 1 KiB a second.
    pub const DRIPPING: Self = Self { drip: Some(1_024), ..Self::CALM };
    /// Answers are lost, and connections stay open.
    pub const DEAF: Self = Self { swallowed: Swallowed::Answers, ..Self::CALM };
    /// Everything is lost, and connections stay open.
    pub const BLACK_HOLE: Self = Self { swallowed: Swallowed::Everything, ..Self::CALM };

    /// Connections end in the middle of an answer, after so many bytes.
    pub const fn torn_after(bytes: u64) -> Self {
        Self { cut_after: Some(bytes), ..Self::CALM }
    }
}
