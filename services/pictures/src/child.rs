//! The child process that decodes one picture, and the few bytes it says.
//!
//! It limits itself before it reads the first byte: address space, processor time, no new files, no processes, no core. It was
//! started with an empty environment and three streams. Its parent is closed to it ([`close_to_children`]), and when memory is short it is
//! the first to be ended. What it answers, all numbers big-endian: `P`, then for each of the two
//! files its width, height (u16) and length (u32), then both files; or one letter that says why not.

use crate::{Print, Side, Unfit, draw::draw, limits};
use rustix::process::{Resource, Rlimit, setrlimit};
use std::io::{self, Read, Write};
use std::process::ExitCode;

/// The hidden role of the program that is such a child.
pub const ROLE: &str = "decode-image";

const PRINT: u8 = b'P';
const KIND: u8 = b'K';
const LARGE: u8 = b'L';
const BROKEN: u8 = b'B';

/// Reads a picture from standard input, and says on standard output what became of it. For the first lines of `main`, before
/// anything else is done.
pub fn main() -> ExitCode {
    volunteer();
    if limit().is_err() {
        return ExitCode::FAILURE;
    }
    match answer(&mut io::stdin().lock()).and_then(|said| io::stdout().lock().write_all(&said)) {
        Ok(()) => ExitCode::SUCCESS,
        Err(_) => ExitCode::FAILURE,
    }
}

/// For the first lines of every other role: a child runs as the same user as whoever started it, and a process of the same user may read
/// another's memory by its number alone, without a file. Not that of this process, from here on; nor does it leave its memory behind when
/// it crashes. Children that are other programs are as they always are.
///
/// # Errors
/// When the system refuses; then nothing of this process is safe from its children.
pub fn close_to_children() -> io::Result<()> {
    #[cfg(target_os = "linux")]
    rustix::process::set_dumpable_behavior(rustix::process::DumpableBehavior::NotDumpable)?;
    Ok(())
}

/// Has the system end this process before any other when memory is short. Elsewhere than on Linux there is no such file, and nothing
/// depends on it.
fn volunteer() {
    let _unheard = std::fs::write("/proc/self/oom_score_adj", "1000");
}

/// From here on this process can do nothing but calculate.
fn limit() -> rustix::io::Result<()> {
    let rows = [
        (Resource::As, limits::CHILD_MEMORY),
        (Resource::Cpu, limits::CHILD_SECONDS),
        (Resource::Nofile, 0),
        (Resource::Nproc, 0),
        (Resource::Fsize, 0),
        (Resource::Core, 0),
    ];
    for (resource, most) in rows {
        setrlimit(resource, Rlimit { current: Some(most), maximum: Some(most) })?;
    }
    Ok(())
}

fn answer(sent: &mut dyn Read) -> io::Result<Vec<u8>> {
    let mut picture = Vec::new();
    sent.take(limits::BYTES.saturating_add(1)).read_to_end(&mut picture)?;
    Ok(match draw(&picture) {
        Ok(print) => said(&print),
        Err(Unfit::Kind) => vec![KIND],
        Err(Unfit::TooLarge) => vec![LARGE],
        Err(Unfit::Broken) => vec![BROKEN],
    })
}

fn said(print: &Print) -> Vec<u8> {
    let mut said = vec![PRINT];
    for side in [&print.large, &print.small] {
        said.extend(side.width.to_be_bytes());
        said.extend(side.height.to_be_bytes());
        said.extend(u32::try_from(side.jpeg.len()).unwrap_or(u32::MAX).to_be_bytes());
    }
    said.extend(&print.large.jpeg);
    said.extend(&print.small.jpeg);
    said
}

/// What a child said, as far as it can be true: two bare files within their sizes, and not a byte more.
///
/// # Errors
/// What it refused; [`Unfit::Broken`] for whatever else it said.
pub fn heard(said: &[u8]) -> Result<Print, Unfit> {
    match said {
        [KIND] => Err(Unfit::Kind),
        [LARGE] => Err(Unfit::TooLarge),
        [PRINT, rest @ ..] => print(rest).ok_or(Unfit::Broken),
        _ => Err(Unfit::Broken),
    }
}

fn print(rest: &[u8]) -> Option<Print> {
    let (large, rest) = Head::read(rest)?;
    let (small, rest) = Head::read(rest)?;
    let (first, second) = rest.split_at_checked(large.length)?;
    if second.len() != small.length {
        return None;
    }
    let (large, small) = (large.of(first), small.of(second));
    (fits(&large, limits::LARGE) && fits(&small, limits::SMALL)).then_some(Print { large, small })
}

/// What is said of a file before it comes.
struct Head {
    width: u16,
    height: u16,
    length: usize,
}

impl Head {
    fn read(said: &[u8]) -> Option<(Self, &[u8])> {
        let (width, rest) = said.split_first_chunk::<2>()?;
        let (height, rest) = rest.split_first_chunk::<2>()?;
        let (length, rest) = rest.split_first_chunk::<4>()?;
        let length = usize::try_from(u32::from_be_bytes(*length)).ok()?;
        Some((Self { width: u16::from_be_bytes(*width), height: u16::from_be_bytes(*height), length }, rest))
    }

    fn of(&self, jpeg: &[u8]) -> Side {
        Side { width: self.width, height: self.height, jpeg: jpeg.to_vec() }
    }
}

fn fits(side: &Side, longest: u32) -> bool {
    let within = |pixels: u16| (1..=longest).contains(&u32::from(pixels));
    within(side.width) && within(side.height) && crate::segments::is_bare(side)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_was_said_is_heard_and_nothing_else_is_believed() {
        let mut png = Vec::new();
        image::RgbImage::new(500, 3).write_to(&mut io::Cursor::new(&mut png), image::ImageFormat::Png).unwrap();
        let print = draw(&png).unwrap();
        let told = said(&print);
        assert_eq!(heard(&told), Ok(print));
        for end in 0..told.len() {
            assert_eq!(heard(&told[..end]), Err(Unfit::Broken), "cut off at {end}");
        }
        assert_eq!(heard(&[told.as_slice(), b"x"].concat()), Err(Unfit::Broken));
        assert_eq!(heard(b"K"), Err(Unfit::Kind));
        assert_eq!(heard(b"L"), Err(Unfit::TooLarge));
        let mut swapped = told.clone();
        swapped[1] ^= 0xff;
        assert_eq!(heard(&swapped), Err(Unfit::Broken), "of another size than it says");
    }
}
