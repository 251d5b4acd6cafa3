//! What the files in `demo/` say.

use crate::ground::Failure;
use exchange::{Audience, Direction, Kind, Settlement, Urgency};
use kernel::{EmailAddress, Language, Role};
use serde::Deserialize;

/// A community with everybody in it.
#[derive(Clone, Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Cast {
    /// Short name.
    pub slug: String,
    /// Preset it is launched from.
    pub preset: String,
    /// Name.
    pub name: String,
    /// Line under the name.
    pub tagline: String,
    /// Who runs it.
    pub organisation: String,
    /// Where they get paper.
    pub postal_address: String,
    /// Where they get mail.
    pub contact_email: String,
    /// `#rrggbb`.
    pub brand_primary: String,
    /// `#rrggbb`.
    pub brand_accent: String,
    /// IANA name.
    pub timezone: String,
    /// Languages, the main one first.
    pub languages: Vec<Language>,
    /// Everybody, the owner first, then in the order of their arrival.
    pub members: Vec<Person>,
    /// Those who wait at the door.
    pub applicants: Vec<Waiting>,
    /// The circles they formed.
    #[serde(default)]
    pub groups: Vec<Circle>,
    /// What they offer and ask.
    pub listings: Vec<Notice>,
    /// What they wrote about it.
    pub conversations: Vec<Talk>,
}

/// A member.
#[derive(Clone, Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Person {
    /// Name.
    pub name: String,
    /// Town.
    pub town: String,
    /// About themselves.
    pub about: String,
    /// Office.
    #[serde(default = "no_role")]
    pub role: Role,
    /// Whether they were there from the first day.
    #[serde(default)]
    pub founder: bool,
}

/// Somebody at the door.
#[derive(Clone, Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Waiting {
    /// Name.
    pub name: String,
    /// Town.
    pub town: String,
    /// About themselves.
    pub about: String,
    /// What they write to those they ask.
    #[serde(default)]
    pub note: String,
    /// What those who vouch say of them.
    #[serde(default)]
    pub word: String,
    /// Members who have vouched.
    pub given_by: Vec<String>,
    /// Members who are asked and have not answered.
    pub asked: Vec<String>,
}

/// A listing.
#[derive(Clone, Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Notice {
    /// Whose.
    pub author: String,
    /// Offer or request.
    pub direction: Direction,
    /// Of what.
    pub kind: Kind,
    /// For what.
    pub settlements: Vec<Settlement>,
    /// Category.
    pub category: String,
    /// Title; no two alike in a community.
    pub title: String,
    /// Text.
    pub body: String,
    /// Published so many days before today.
    pub days_ago: i64,
    /// When it is, and who comes.
    #[serde(default)]
    pub outing: Option<Date>,
    /// The group it is for; without one, everybody.
    #[serde(default)]
    pub group: Option<String>,
    /// For whom else it is, where not for everybody.
    #[serde(default)]
    pub audience: Option<Audience>,
    /// How soon it is needed, where it is urgent.
    #[serde(default)]
    pub urgency: Option<Urgency>,
    /// Whether it is promised to somebody.
    #[serde(default)]
    pub reserved: bool,
}

/// A group.
#[derive(Clone, Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Circle {
    /// Name.
    pub name: String,
    /// What it is for.
    pub purpose: String,
    /// Whether whoever wants to be in it asks its keeper.
    #[serde(default)]
    pub asking: bool,
    /// Asked for so many days before today.
    pub days_ago: i64,
    /// Whether the team granted it.
    pub granted: bool,
    /// Who asked for it and keeps it.
    pub keeper: String,
    /// Who joins, one after the other.
    #[serde(default)]
    pub members: Vec<String>,
}

/// When an outing is, and who comes.
#[derive(Clone, Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Date {
    /// So many days after today.
    pub in_days: i64,
    /// The hour at which it begins: `14:30`.
    pub from: String,
    /// The hour at which it ends.
    #[serde(default)]
    pub until: Option<String>,
    /// For how many.
    #[serde(default)]
    pub seats: Option<u16>,
    /// Whether those who wait to come in may come along.
    #[serde(default)]
    pub for_guests: bool,
    /// Members who sign up, one after the other.
    #[serde(default)]
    pub comers: Vec<String>,
}

/// Messages about a listing, the starter's and the author's by turns.
#[derive(Clone, Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Talk {
    /// Title of the listing.
    pub listing: String,
    /// Who answered it.
    pub starter: String,
    /// What was said.
    pub messages: Vec<String>,
}

impl Cast {
    /// One person of each sort, with the word for it.
    pub fn faces(&self) -> Vec<(&'static str, &str)> {
        let with = |role: Role| self.members.iter().find(move |person| person.role == role);
        let newest = self.members.iter().rev().find(|person| person.role == Role::None);
        let member = self.members.iter().find(|person| person.role == Role::None);
        let applicant = self.applicants.first().map(|waiting| ("applicant", waiting.name.as_str()));
        let people =
            [("newcomer", newest), ("member", member), ("steward", with(Role::Steward)), ("owner", with(Role::Owner))];
        let known = people.into_iter().filter_map(|(what, person)| Some((what, person?.name.as_str())));
        applicant.into_iter().chain(known).collect()
    }
}

fn no_role() -> Role {
    Role::None
}

/// The casts of all demo communities.
pub fn casts() -> Result<Vec<Cast>, Failure> {
    let files = [include_str!("../../demo/nievre.json"), include_str!("../../demo/sancerrois.json")];
    files.iter().map(|file| Ok(serde_json::from_str(file)?)).collect()
}

/// The made-up address of somebody: `Jean-Marc Thévenin` is `jean-marc.thevenin@example.test`.
pub fn address_of(name: &str) -> Result<EmailAddress, Failure> {
    let local: String = name.to_lowercase().chars().map(plain).collect();
    Ok(format!("{local}@example.test").parse()?)
}

fn plain(letter: char) -> char {
    match letter {
        'à' | 'â' | 'ä' => 'a',
        'é' | 'è' | 'ê' | 'ë' => 'e',
        'î' | 'ï' => 'i',
        'ô' | 'ö' => 'o',
        'ù' | 'û' | 'ü' => 'u',
        'ç' => 'c',
        ' ' => '.',
        letter if letter.is_ascii_alphanumeric() => letter,
        _ => '-',
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use std::collections::HashSet;

    #[test]
    fn every_cast_is_large_enough_and_speaks_of_its_own_people_only() {
        for cast in casts().unwrap() {
            assert!(cast.members.len() >= 40 && cast.listings.len() >= 60, "{}", cast.slug);
            let preset = community::preset::by_name(&cast.preset).unwrap();
            let names: HashSet<&str> = cast.members.iter().map(|member| member.name.as_str()).collect();
            let addresses: HashSet<String> = names.iter().map(|name| address_of(name).unwrap().to_string()).collect();
            assert_eq!(addresses.len(), cast.members.len(), "two people share an address");
            assert_eq!(cast.members[0].role, Role::Owner);
            for listing in &cast.listings {
                assert!(names.contains(listing.author.as_str()), "{}", listing.author);
                assert!(preset.categories.get(Language::Fr).contains(&listing.category), "{}", listing.category);
            }
            let titles: HashSet<&str> = cast.listings.iter().map(|listing| listing.title.as_str()).collect();
            assert_eq!(titles.len(), cast.listings.len(), "two listings share a title");
            for circle in &cast.groups {
                let all = circle.members.iter().chain([&circle.keeper]);
                assert!(all.into_iter().all(|name| names.contains(name.as_str())), "{}", circle.name);
            }
            let open: HashSet<&str> =
                cast.groups.iter().filter(|circle| circle.granted).map(|circle| circle.name.as_str()).collect();
            let meant = cast.listings.iter().filter_map(|listing| listing.group.as_deref());
            assert!(meant.clone().count() > 0 && meant.clone().all(|name| open.contains(name)), "{}", cast.slug);
            assert!(cast.listings.iter().any(|listing| listing.audience == Some(Audience::Friends)), "{}", cast.slug);
            let urgent = cast.listings.iter().filter(|listing| listing.urgency.is_some());
            assert!(
                urgent.clone().count() > 0 && urgent.clone().all(|one| one.days_ago == 0),
                "{}: still urgent",
                cast.slug
            );
            assert!(cast.listings.iter().any(|listing| listing.reserved), "{}: promised", cast.slug);
            for talk in &cast.conversations {
                assert!(titles.contains(talk.listing.as_str()) && names.contains(talk.starter.as_str()));
            }
        }
    }

    #[test]
    fn an_address_is_made_of_a_name() {
        assert_eq!(address_of("Jean-Marc Thévenin").unwrap().as_str(), "jean-marc.thevenin@example.test");
        assert_eq!(address_of("Aïcha Camara").unwrap().as_str(), "aicha.camara@example.test");
    }
}
