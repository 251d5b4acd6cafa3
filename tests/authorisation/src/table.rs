//! Reading `table.txt`.

use crate::Rule;

/// A line of the table.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Row {
    /// `web`, `platform`, `graphql`, `rest`, `job`.
    pub door: String,
    /// `GET /listings/:id`, `Mutation.leave`, `digest_letter`.
    pub element: String,
    /// Who may try.
    pub rule: Rule,
    /// The sensitive act that it is, by name: whoever may shows a second factor first.
    pub sensitive: Option<String>,
}

/// Every row.
pub fn rows() -> Vec<Row> {
    let lines = include_str!("../table.txt").lines().map(str::trim);
    lines.filter(|line| !line.is_empty() && !line.starts_with('#')).map(row).collect()
}

fn row(line: &str) -> Row {
    let (what, rule) = line.split_once(" = ").unwrap_or_else(|| panic!("no rule in: {line}"));
    let (door, element) = what.split_once(' ').unwrap();
    let (rule, act) = rule.split_once(" + ").map_or((rule, None), |(rule, act)| (rule, Some(act.to_owned())));
    Row { door: door.to_owned(), element: element.to_owned(), rule: Rule::named(rule), sensitive: act }
}
