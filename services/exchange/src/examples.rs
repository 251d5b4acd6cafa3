//! Ready requests to begin with, for each preset of a community: what people there could ask. One of them fills the form, which its author
//! then changes; nothing is published by it.

use crate::{ExchangeError, Kind, store};
use database::Db;
use kernel::{Act, Caller};

/// One of them. Its words are phrases.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Example {
    /// What it is about.
    pub kind: Kind,
    /// The phrase of its title.
    pub title: &'static str,
    /// The phrase of its text.
    pub body: &'static str,
}

/// The examples of the caller's community.
pub async fn examples(db: &Db, caller: &Caller) -> Result<&'static [Example], ExchangeError> {
    caller.must(Act::Publish)?;
    let mut tx = db.begin(caller).await?;
    Ok(of_preset(&store::rules::preset(&mut tx).await?))
}

/// The examples of a preset, by its name; of one without any of its own, those of `confiance`.
pub fn of_preset(preset: &str) -> &'static [Example] {
    match preset {
        "noisettes" => &NOISETTES,
        "departement" => &DEPARTEMENT,
        "bourse" => &BOURSE,
        "reseau" => &RESEAU,
        "expatries" => &EXPATRIES,
        _ => &CONFIANCE,
    }
}

const fn example(kind: Kind, title: &'static str, body: &'static str) -> Example {
    Example { kind, title, body }
}

const NOISETTES: [Example; 5] = [
    example(Kind::Loan, "example-noisettes-1", "example-noisettes-1-text"),
    example(Kind::Skill, "example-noisettes-2", "example-noisettes-2-text"),
    example(Kind::Service, "example-noisettes-3", "example-noisettes-3-text"),
    example(Kind::Skill, "example-noisettes-4", "example-noisettes-4-text"),
    example(Kind::Good, "example-noisettes-5", "example-noisettes-5-text"),
];
const DEPARTEMENT: [Example; 5] = [
    example(Kind::Service, "example-departement-1", "example-departement-1-text"),
    example(Kind::Service, "example-departement-2", "example-departement-2-text"),
    example(Kind::Information, "example-departement-3", "example-departement-3-text"),
    example(Kind::Service, "example-departement-4", "example-departement-4-text"),
    example(Kind::Loan, "example-departement-5", "example-departement-5-text"),
];
const BOURSE: [Example; 5] = [
    example(Kind::Outing, "example-bourse-1", "example-bourse-1-text"),
    example(Kind::Skill, "example-bourse-2", "example-bourse-2-text"),
    example(Kind::Loan, "example-bourse-3", "example-bourse-3-text"),
    example(Kind::Skill, "example-bourse-4", "example-bourse-4-text"),
    example(Kind::Service, "example-bourse-5", "example-bourse-5-text"),
];
const RESEAU: [Example; 5] = [
    example(Kind::Information, "example-reseau-1", "example-reseau-1-text"),
    example(Kind::Loan, "example-reseau-2", "example-reseau-2-text"),
    example(Kind::Information, "example-reseau-3", "example-reseau-3-text"),
    example(Kind::Information, "example-reseau-4", "example-reseau-4-text"),
    example(Kind::Service, "example-reseau-5", "example-reseau-5-text"),
];
const CONFIANCE: [Example; 5] = [
    example(Kind::Service, "example-confiance-1", "example-confiance-1-text"),
    example(Kind::Housing, "example-confiance-2", "example-confiance-2-text"),
    example(Kind::Loan, "example-confiance-3", "example-confiance-3-text"),
    example(Kind::Service, "example-confiance-4", "example-confiance-4-text"),
    example(Kind::Service, "example-confiance-5", "example-confiance-5-text"),
];
const EXPATRIES: [Example; 5] = [
    example(Kind::Information, "example-expatries-1", "example-expatries-1-text"),
    example(Kind::Information, "example-expatries-2", "example-expatries-2-text"),
    example(Kind::Housing, "example-expatries-3", "example-expatries-3-text"),
    example(Kind::Service, "example-expatries-4", "example-expatries-4-text"),
    example(Kind::Outing, "example-expatries-5", "example-expatries-5-text"),
];
