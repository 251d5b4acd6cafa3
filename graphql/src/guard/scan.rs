//! How deeply brackets are nested, found without recursion: the parser behind it recurses and must not see such a text.
//!
//! Reads strings and comments exactly as the parser's grammar does; where the two could disagree (a string that does not
//! end), the text is refused.

use super::Broken;
use crate::limits::NESTING;

/// Refuses brackets nested more than [`NESTING`] deep.
pub(super) fn nesting(text: &str) -> Result<(), Broken> {
    let mut rest = text.as_bytes();
    let mut depth = 0_usize;
    while let Some((&byte, after)) = rest.split_first() {
        rest = match byte {
            b'"' => skip_string(rest).ok_or(Broken::Syntax)?,
            b'#' => skip_comment(after),
            b'{' | b'[' | b'(' => {
                depth += 1;
                after
            }
            b'}' | b']' | b')' => {
                depth = depth.saturating_sub(1);
                after
            }
            _ => after,
        };
        if depth > NESTING {
            return Err(Broken::Nesting);
        }
    }
    Ok(())
}

fn skip_comment(mut rest: &[u8]) -> &[u8] {
    while let Some((&byte, after)) = rest.split_first() {
        if byte == b'\n' || byte == b'\r' {
            break;
        }
        rest = after;
    }
    rest
}

/// What follows the string that `rest` begins with; nothing when it does not end.
fn skip_string(rest: &[u8]) -> Option<&[u8]> {
    match rest.strip_prefix(b"\"\"\"") {
        Some(inside) => skip_block(inside),
        None => skip_line(rest.get(1..)?),
    }
}

fn skip_line(mut rest: &[u8]) -> Option<&[u8]> {
    loop {
        let (&byte, after) = rest.split_first()?;
        rest = match byte {
            b'"' => return Some(after),
            b'\n' | b'\r' => return None,
            b'\\' => after.get(1..)?,
            _ => after,
        };
    }
}

fn skip_block(mut rest: &[u8]) -> Option<&[u8]> {
    loop {
        if let Some(after) = rest.strip_prefix(b"\"\"\"") {
            return Some(after);
        }
        rest = match rest.strip_prefix(b"\\\"\"\"") {
            Some(after) => after,
            None => rest.get(1..)?,
        };
    }
}
