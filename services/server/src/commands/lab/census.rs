//! The Ğ1 web of trust, as two files that look like what an organisation would bring along. The source has numbers
//! only; names, towns and addresses are made up here, from the number, the same every time.

use chrono::NaiveDate;
use flate2::read::GzDecoder;
use serde::Deserialize;
use std::{
    collections::{BTreeSet, HashSet},
    fs::File,
    io::{BufRead, BufReader},
    path::Path,
};

/// The accounts that were there at the first block.
const FOUNDERS: u32 = 59;
/// The currency's first day and the day of the snapshot; who joined between is spread evenly, in the order of numbers.
const FIRST_DAY: Option<NaiveDate> = NaiveDate::from_ymd_opt(2017, 3, 8);
const DAYS: u32 = 2_300;

/// What was written.
#[derive(Debug, PartialEq, Eq)]
pub(in crate::commands) struct Census {
    /// Lines of members.csv.
    pub members: usize,
    /// Lines of sponsorships.csv.
    pub sponsorships: usize,
}

#[derive(Deserialize)]
struct Names {
    first: Vec<String>,
    last: Vec<String>,
    towns: Vec<String>,
}

type Outcome<T> = Result<T, Box<dyn std::error::Error + Send + Sync>>;

/// Reads `g1-wot-v1.edges.gz` and `g1-wot-v1.disabled.gz` in `from`, writes two files into `into`.
pub(in crate::commands) fn write(from: &Path, into: &Path) -> Outcome<Census> {
    let names: Names = serde_json::from_str(include_str!("../../../demo/names.json"))?;
    let gone: HashSet<u32> =
        numbers(&from.join("g1-wot-v1.disabled.gz"))?.into_iter().filter_map(|row| row.first().copied()).collect();
    let edges: BTreeSet<(u32, u32)> = numbers(&from.join("g1-wot-v1.edges.gz"))?
        .into_iter()
        .filter_map(|row| Some((*row.first()?, *row.get(1)?)))
        .filter(|(sponsor, member)| sponsor != member && !gone.contains(sponsor) && !gone.contains(member))
        .collect();
    let members: BTreeSet<u32> = edges.iter().flat_map(|(sponsor, member)| [*sponsor, *member]).collect();
    let last = members.last().copied().unwrap_or(1);
    std::fs::create_dir_all(into)?;
    let mut file = csv::Writer::from_path(into.join("members.csv"))?;
    file.write_record(["email", "name", "town", "joined_on", "founder"])?;
    for number in &members {
        let founder = if *number < FOUNDERS { "yes" } else { "no" };
        file.write_record([
            &email(*number),
            &name(&names, *number),
            town(&names, *number),
            &day(*number, last),
            founder,
        ])?;
    }
    file.flush()?;
    let mut file = csv::Writer::from_path(into.join("sponsorships.csv"))?;
    file.write_record(["sponsor", "member", "given_on"])?;
    for (sponsor, member) in &edges {
        file.write_record([&email(*sponsor), &email(*member), &day(*sponsor.max(member), last)])?;
    }
    file.flush()?;
    Ok(Census { members: members.len(), sponsorships: edges.len() })
}

/// The numbers of every line that is no comment.
fn numbers(path: &Path) -> Outcome<Vec<Vec<u32>>> {
    let file = File::open(path).map_err(|error| format!("{}: {error}", path.display()))?;
    let mut rows = Vec::new();
    for line in BufReader::new(GzDecoder::new(file)).lines() {
        let line = line?;
        if !line.starts_with('#') {
            rows.push(line.split_whitespace().map_while(|word| word.parse().ok()).collect());
        }
    }
    Ok(rows)
}

fn email(number: u32) -> String {
    format!("g1-{number}@example.test")
}

/// Every number its own pair of names, neighbours not alike.
fn name(names: &Names, number: u32) -> String {
    let (first, last) = (names.first.len(), names.last.len());
    let mixed = (number as usize).wrapping_mul(7_919) % (first * last).max(1);
    let pick = |list: &[String], index: usize| list.get(index).cloned().unwrap_or_default();
    format!("{} {}", pick(&names.first, mixed % first.max(1)), pick(&names.last, mixed / first.max(1)))
}

fn town(names: &Names, number: u32) -> &str {
    names.towns.get(number as usize * 5 % names.towns.len().max(1)).map_or("", String::as_str)
}

fn day(number: u32, last: u32) -> String {
    let after = u64::from(number) * u64::from(DAYS) / u64::from(last.max(1));
    let date = FIRST_DAY.and_then(|first| first.checked_add_days(chrono::Days::new(after)));
    date.unwrap_or_default().to_string()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn ten_thousand_numbers_have_ten_thousand_names() {
        let names: Names = serde_json::from_str(include_str!("../../../demo/names.json")).unwrap();
        let all: HashSet<String> = (0..10_000).map(|number| name(&names, number)).collect();
        assert_eq!(all.len(), 10_000);
        assert_eq!(day(0, 100), "2017-03-08");
        assert!(day(50, 100) < day(51, 100));
    }

    #[test]
    fn gone_accounts_and_self_sponsoring_are_left_out() {
        use std::io::Write;
        let folder = std::env::temp_dir().join(format!("maillon-census-{}", std::process::id()));
        std::fs::create_dir_all(&folder).unwrap();
        let pack = |name: &str, text: &str| {
            let file = File::create(folder.join(name)).unwrap();
            let mut gzip = flate2::write::GzEncoder::new(file, flate2::Compression::fast());
            gzip.write_all(text.as_bytes()).unwrap();
            gzip.finish().unwrap();
        };
        pack("g1-wot-v1.edges.gz", "# a b\n0 1\n0 1\n1 1\n1 2\n2 3\n3 100\n");
        pack("g1-wot-v1.disabled.gz", "# gone\n2\n");
        assert_eq!(write(&folder, &folder).unwrap(), Census { members: 4, sponsorships: 2 });
        let members = std::fs::read_to_string(folder.join("members.csv")).unwrap();
        assert!(members.contains("g1-0@example.test,") && !members.contains("g1-2@"), "{members}");
        std::fs::remove_dir_all(folder).unwrap();
    }
}
