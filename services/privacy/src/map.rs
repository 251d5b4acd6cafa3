//! The data map (`data-map.txt`): every column, classed.

use std::str::FromStr;

/// One column.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Column {
    /// Its table.
    pub table: String,
    /// Its name.
    pub name: String,
    /// What sort of thing it holds.
    pub class: Class,
    /// The columns of the same row that lead to the person whose copy it is in; none for nobody's.
    pub copied_by: Vec<String>,
    /// What becomes of it when its person is erased.
    pub erasure: Erasure,
}

macro_rules! words {
    ($(#[$doc:meta])* $name:ident { $($(#[$vdoc:meta])* $variant:ident = $word:literal),* $(,)? }) => {
        $(#[$doc])*
        #[derive(Debug, Clone, Copy, PartialEq, Eq)]
        pub enum $name { $($(#[$vdoc])* $variant),* }

        impl FromStr for $name {
            type Err = Unreadable;
            fn from_str(word: &str) -> Result<Self, Unreadable> {
                match word { $($word => Ok(Self::$variant),)* _ => Err(Unreadable(word.to_owned())) }
            }
        }
    };
}

words! {
    /// What sort of thing a column holds.
    Class {
        /// An id.
        Key = "key",
        /// State, times, settings.
        Fact = "fact",
        /// About a person.
        Personal = "personal",
        /// What a person wrote.
        Content = "content",
        /// The hash of a token.
        Secret = "secret",
        /// A keyed seal.
        Mark = "mark",
    }
}

words! {
    /// What an erasure does to a column.
    Erasure {
        /// Nothing: it says nothing of the person once the rest is gone.
        Keep = "keep",
        /// It is overwritten.
        Blank = "blank",
        /// Its row goes.
        Row = "row",
        /// Nothing: it is gone by itself within the table's time.
        Expires = "expires",
        /// Nothing: it is gone when the job is done.
        Done = "done",
    }
}

/// A line of the map does not read.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
#[error("the data map does not read at: {0}")]
pub struct Unreadable(String);

/// Every column, as the map says.
///
/// # Errors
/// Where a line does not read.
pub fn columns() -> Result<Vec<Column>, Unreadable> {
    read(include_str!("../data-map.txt"))
}

/// Every table, with how long its rows are kept, in words.
///
/// # Errors
/// Where a header does not read.
pub fn tables() -> Result<Vec<(String, String)>, Unreadable> {
    let headers = include_str!("../data-map.txt").lines().filter_map(|line| line.strip_prefix('['));
    let read = |header: &str| {
        let (table, kept) = header.split_once("] ").ok_or_else(|| Unreadable(header.to_owned()))?;
        Ok((table.to_owned(), kept.trim().to_owned()))
    };
    headers.map(read).collect()
}

fn read(text: &str) -> Result<Vec<Column>, Unreadable> {
    let (mut table, mut columns) = (String::new(), Vec::new());
    for line in text.lines().filter(|line| !line.is_empty() && !line.starts_with('#')) {
        let unreadable = || Unreadable(line.to_owned());
        if let Some(header) = line.strip_prefix('[') {
            let (name, kept) = header.split_once("] ").ok_or_else(unreadable)?;
            if kept.trim().is_empty() {
                return Err(unreadable());
            }
            name.clone_into(&mut table);
            continue;
        }
        let words: Vec<&str> = line.split_whitespace().collect();
        let [name, class, copied_by, erasure] = words.as_slice() else { return Err(unreadable()) };
        let copied_by = copied_by.split(',').filter(|by| *by != "-").map(str::to_owned).collect();
        let (class, erasure) = (class.parse()?, erasure.parse()?);
        columns.push(Column { table: table.clone(), name: (*name).to_owned(), class, copied_by, erasure });
    }
    Ok(columns)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn p1_a_line_without_a_class_or_with_an_unknown_one_does_not_read() {
        assert_eq!(read("[t] erasure\na key - row").map(|columns| columns.len()), Ok(1));
        for bad in
            ["[t] erasure\na - row", "[t] erasure\na thing - row", "[t] erasure\na key - burn", "[t] \na key - row"]
        {
            assert!(read(bad).is_err(), "{bad}");
        }
    }

    #[test]
    fn p1_what_is_personal_or_written_by_somebody_outlives_no_erasure() {
        let columns = columns().unwrap();
        let personal = |column: &&Column| matches!(column.class, Class::Personal | Class::Content | Class::Secret);
        for column in columns.iter().filter(personal) {
            let of_nobody =
                ["platform_token", "invitation"].contains(&column.table.as_str()) && column.class == Class::Secret;
            assert!(of_nobody || column.erasure != Erasure::Keep, "{}.{}", column.table, column.name);
        }
        for column in columns.iter().filter(|column| matches!(column.class, Class::Secret | Class::Mark)) {
            assert!(column.copied_by.is_empty(), "{}.{} is in a copy", column.table, column.name);
        }
    }
}
