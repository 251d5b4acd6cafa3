//! The first people, one a line: `Anne Lemaire, anne@exemple.fr`, in whatever order and with whatever signs between.

use kernel::EmailAddress;
use membership::Founder;

/// The founders, or the number (from 1) of the first line that names nobody.
pub(super) fn read(text: &str) -> Result<Vec<Founder>, usize> {
    let lines = text.lines().enumerate().filter(|(_, line)| !line.trim().is_empty());
    lines.map(|(place, line)| founder(line).ok_or(place + 1)).collect()
}

fn founder(line: &str) -> Option<Founder> {
    let between = |sign: char| sign.is_whitespace() || matches!(sign, ',' | ';' | '<' | '>' | '(' | ')' | '\t');
    let words: Vec<&str> = line.split(between).filter(|word| !word.is_empty()).collect();
    let (addresses, name): (Vec<&str>, Vec<&str>) = words.into_iter().partition(|word| word.contains('@'));
    let [address] = addresses.as_slice() else { return None };
    let email: EmailAddress = address.parse().ok()?;
    let name = name.join(" ");
    let name = name.trim_matches([':', '-', '–', '"']).trim();
    (!name.is_empty()).then(|| Founder { email, name: name.to_owned() })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn people_are_read_as_one_writes_them_in_a_letter() {
        let read = read("Anne Lemaire, anne@exemple.fr\n\n Guy <guy@exemple.fr>;\nnadia@exemple.fr Nadia B.").unwrap();
        let read: Vec<(&str, &str)> = read.iter().map(|one| (one.name.as_str(), one.email.as_str())).collect();
        assert_eq!(
            read,
            [("Anne Lemaire", "anne@exemple.fr"), ("Guy", "guy@exemple.fr"), ("Nadia B.", "nadia@exemple.fr")]
        );
    }

    #[test]
    fn a_line_that_names_nobody_is_told_by_its_number() {
        assert_eq!(read("Anne, anne@exemple.fr\nGuy"), Err(2));
        assert_eq!(read("anne@exemple.fr"), Err(1));
        assert_eq!(read("Anne, anne@, anne@exemple.fr"), Err(1));
        assert_eq!(read(""), Ok(Vec::new()));
    }
}
