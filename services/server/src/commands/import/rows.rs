//! Reading a file row by row, with the line each row stands on. A row that is broken as such is handed out as broken, and
//! the next one is read.

use crate::ground::Failure;
use kernel::Timestamp;
use serde::de::DeserializeOwned;
use std::{fs::File, io::Read, path::Path};

/// A row, or why it cannot be read; with its line.
pub(super) type Row<T> = (u64, Result<T, String>);

/// A file, to be read.
pub(super) fn open(path: &Path) -> Result<File, Failure> {
    File::open(path).map_err(|error| format!("{}: {error}", path.display()).into())
}

/// The rows of a file, read as they are asked for. Where the headers cannot be read, that is said once, for no row can be.
pub(super) fn rows<T: DeserializeOwned + 'static>(source: impl Read + 'static) -> impl Iterator<Item = Row<T>> {
    let reader = csv::ReaderBuilder::new().trim(csv::Trim::All).from_reader(source);
    let mut records = reader.into_records();
    let mut without_headers = false;
    std::iter::from_fn(move || {
        let record = if without_headers { None } else { records.next() }?;
        let headers = records.reader_mut().headers().cloned();
        Some(match (record, headers) {
            (Ok(record), Ok(headers)) => {
                let line = record.position().map_or(0, csv::Position::line);
                (line, record.deserialize(Some(&headers)).map_err(|error| plain(&error)))
            }
            (_, Err(error)) => {
                without_headers = true;
                (error.position().map_or(1, csv::Position::line), Err(plain(&error)))
            }
            (Err(error), Ok(_)) => (error.position().map_or(0, csv::Position::line), Err(plain(&error))),
        })
    })
}

fn plain(error: &csv::Error) -> String {
    match error.kind() {
        csv::ErrorKind::UnequalLengths { expected_len, len, .. } => format!("{len} columns instead of {expected_len}"),
        csv::ErrorKind::Utf8 { .. } => "not UTF-8".to_owned(),
        csv::ErrorKind::Deserialize { err, .. } => err.kind().to_string(),
        _ => error.to_string(),
    }
}

/// A day as in `2024-05-31`, at its first moment in UTC.
pub(super) fn day(text: &str) -> Result<Timestamp, String> {
    let date = text.parse::<chrono::NaiveDate>().map_err(|_| format!("{text:?} is no day like 2024-05-31"))?;
    Ok(date.and_time(chrono::NaiveTime::MIN).and_utc())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[derive(serde::Deserialize, Debug, PartialEq)]
    struct Pair {
        a: u32,
        #[serde(default)]
        b: String,
    }

    #[test]
    fn a_broken_row_is_named_by_its_line_and_the_next_is_read() {
        let text: &[u8] = b"a,b\n1,x\n2\n\"3\",\"two\nlines\"\nfour,y\n5,\xff\n 6 , z \n";
        let read: Vec<Row<Pair>> = rows(std::io::Cursor::new(text.to_vec())).collect();
        let lines: Vec<(u64, bool)> = read.iter().map(|(line, row)| (*line, row.is_ok())).collect();
        assert_eq!(lines, [(2, true), (3, false), (4, true), (6, false), (7, false), (8, true)]);
        assert_eq!(read[2].1, Ok(Pair { a: 3, b: "two\nlines".into() }));
        assert_eq!(read[1].1, Err("1 columns instead of 2".to_owned()));
        let headless: Vec<Row<Pair>> = rows(std::io::Cursor::new(b"a,\xff\n1,x\n2,y\n".to_vec())).collect();
        assert_eq!(headless, [(1, Err("not UTF-8".to_owned()))]);
        assert!(day("2024-02-30").is_err() && day("2024-02-29").is_ok());
    }
}
