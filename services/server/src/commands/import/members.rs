//! members.csv.

use super::{Tally, rows};
use crate::{ground::Failure, say};
use database::Db;
use kernel::Caller;
use membership::{
    import::{ImportedMember, import_members},
    limits::IMPORT_BATCH,
};
use serde::Deserialize;
use std::{io::Read, path::Path};

const FILE: &str = "members";

#[derive(Deserialize, Default)]
#[serde(default)]
struct Line {
    key: String,
    email: String,
    name: String,
    about: String,
    town: String,
    joined_on: String,
    founder: String,
    language: String,
}

pub(super) async fn import(db: &Db, caller: &Caller, path: &Path) -> Result<Tally, Failure> {
    let mut tally = Tally::default();
    let mut batch = Vec::with_capacity(IMPORT_BATCH);
    for (line, member) in read(rows::open(path)?) {
        match member {
            Ok(member) => batch.push(member),
            Err(why) => tally.leave_out(FILE, line, why),
        }
        if batch.len() == IMPORT_BATCH {
            hand_in(db, caller, &mut batch, &mut tally).await?;
        }
    }
    hand_in(db, caller, &mut batch, &mut tally).await?;
    Ok(tally)
}

/// What [`super::read_members`] says.
pub(super) fn read(file: impl Read + 'static) -> impl Iterator<Item = rows::Row<ImportedMember>> {
    rows::rows::<Line>(file).map(|(line, row)| (line, row.and_then(|row| member(line, row))))
}

async fn hand_in(db: &Db, caller: &Caller, batch: &mut Vec<ImportedMember>, tally: &mut Tally) -> Result<(), Failure> {
    let report = import_members(db, caller, batch).await?;
    batch.clear();
    tally.taken += report.imported as u64;
    tally.known += report.already as u64;
    for (line, why) in report.refused {
        tally.leave_out(FILE, line, why);
    }
    say::progress(format_args!("members: {}", tally.taken + tally.known));
    Ok(())
}

fn member(line: u64, row: Line) -> Result<ImportedMember, String> {
    let joined_at = match row.joined_on.as_str() {
        "" => None,
        text => Some(rows::day(text)?),
    };
    let language = match row.language.as_str() {
        "" => None,
        text => Some(text.parse().map_err(|_| format!("{text:?} is no language of ours"))?),
    };
    let founder = match row.founder.to_lowercase().as_str() {
        "" | "no" | "non" | "0" | "false" => false,
        "yes" | "oui" | "1" | "true" => true,
        other => return Err(format!("{other:?} is neither yes nor no")),
    };
    Ok(ImportedMember {
        line,
        key: if row.key.is_empty() { row.email.clone() } else { row.key },
        email: row.email,
        name: row.name,
        about: row.about,
        town: row.town,
        joined_at,
        founder,
        language,
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_key_is_handed_on_as_it_stands_and_an_address_serves_where_there_is_none() {
        let keyed = Line { key: "A12".into(), email: "a@example.test".into(), ..Line::default() };
        assert_eq!(member(2, keyed).unwrap().key, "A12");
        let bare = Line { email: "Ada@Example.test".into(), ..Line::default() };
        assert_eq!(member(3, bare).unwrap().key, "Ada@Example.test");
    }
}
