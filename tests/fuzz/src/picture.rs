//! A picture that somebody sends (bar U6).

use pictures::{child, draw, limits, segments::is_bare};
use std::panic::catch_unwind;

/// What is drawn of it holds nothing but a picture, within its sizes; and no bytes that a child could say are believed unless they do.
/// A decoder that gives up in a panic ends its child, and is told as a picture that does not read: that is no escape. Here it is only
/// caught; that a child cannot take more memory or time than it has, the kernel sees to.
pub fn picture(data: &[u8]) {
    if let Ok(Ok(print)) = catch_unwind(|| draw(data)) {
        for (side, most) in [(&print.large, limits::LARGE), (&print.small, limits::SMALL)] {
            assert!(is_bare(side), "something else stands in it");
            assert!(u32::from(side.width).max(u32::from(side.height)) <= most, "{} x {}", side.width, side.height);
        }
    }
    if let Ok(print) = child::heard(data) {
        assert!(is_bare(&print.large) && is_bare(&print.small), "it was believed");
    }
}
