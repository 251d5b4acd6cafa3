//! Where mutations begin, and the mutations of the bounded form.

use std::{fs, io, path::PathBuf};

/// Bits in an order that is the same in every run (xorshift, Marsaglia 2003).
#[derive(Debug)]
pub struct Dice(pub u64);

impl Dice {
    fn throw(&mut self) -> u64 {
        self.0 ^= self.0 << 13;
        self.0 ^= self.0 >> 7;
        self.0 ^= self.0 << 17;
        self.0
    }

    /// Below `end`; 0 when there is nothing below.
    pub fn below(&mut self, end: usize) -> usize {
        usize::try_from(self.throw() % (end.max(1) as u64)).unwrap()
    }
}

/// What is committed for a target: the seeds, and whatever once broke something.
pub fn seeds(target: &str) -> io::Result<Vec<Vec<u8>>> {
    let folder = PathBuf::from(env!("CARGO_MANIFEST_DIR")).join("corpus").join(target);
    let mut files: Vec<PathBuf> =
        fs::read_dir(folder)?.map(|entry| entry.map(|entry| entry.path())).collect::<Result<_, _>>()?;
    files.sort_unstable();
    files.into_iter().map(fs::read).collect()
}

/// Bytes that mean something to one reader or another.
const PIECES: [&[u8]; 24] = [
    b"\0",
    b"\r\n",
    b"\n",
    b"\"",
    b",",
    b":",
    b"{",
    b"}",
    b"(",
    b"...",
    b"$",
    b"\xff",
    b"\xe2\x80\xae",
    b"\xef\xbb\xbf",
    b"xn--",
    b".",
    b"@",
    b"%00",
    b"=?utf-8?q?=0d=0a?=",
    b"Content-Type: multipart/mixed; boundary=x\r\n\r\n",
    b"--x\r\n",
    b"9999999999999999999",
    b"-1",
    b"\xf0\x9f\x92\xa9",
];

/// A seed with up to six things done to it.
pub fn mutated(seeds: &[Vec<u8>], dice: &mut Dice) -> Vec<u8> {
    let pick = |dice: &mut Dice| seeds.get(dice.below(seeds.len())).cloned().unwrap_or_default();
    let mut bytes = pick(dice);
    for _ in 0..=dice.below(6) {
        let (from, to) = (dice.below(bytes.len() + 1), dice.below(bytes.len() + 1));
        let (from, to) = (from.min(to), from.max(to));
        match dice.below(5) {
            0 => drop(bytes.drain(from..to.min(from + 16))),
            1 => {
                let again = bytes.get(from..to).unwrap_or_default().to_vec();
                bytes.splice(from..from, again).for_each(drop);
            }
            2 => {
                let piece = PIECES.get(dice.below(PIECES.len())).copied().unwrap_or_default();
                bytes.splice(from..from, piece.iter().copied()).for_each(drop);
            }
            3 => bytes.splice(from.., pick(dice).into_iter().skip(from)).for_each(drop),
            _ => {
                if let Some(byte) = bytes.get_mut(from) {
                    *byte = u8::try_from(dice.below(256)).unwrap();
                }
            }
        }
        bytes.truncate(20_000);
    }
    bytes
}
