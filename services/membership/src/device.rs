//! Browsers that have been in before.
//!
//! Whoever signs in leaves in the browser a long-lived cookie: an id of the browser and, for each address that signed in with it
//! lately, a seal over both. It opens nothing. It only shows that a sign-in letter is asked for where the owner of the address
//! has been, so that strangers' asks cannot use up the owner's letters (bar A9).

use kernel::{EmailAddress, Entropy, Seal};

/// Addresses one browser is remembered for; the one that signed in longest ago is forgotten first.
const ADDRESSES: usize = 4;
/// Letters of an id.
const ID: usize = 52;

/// The id of the browser whose cookie this is, if `email` has signed in there. Anything else that is written there is nothing.
pub(crate) fn known<'c>(seal: &Seal, cookie: &'c str, email: &EmailAddress) -> Option<&'c str> {
    let (id, marks) = read(cookie)?;
    let message = message(id, email);
    marks.into_iter().any(|mark| seal.verify("device", &message, mark)).then_some(id)
}

/// What the cookie is to hold after `email` has signed in there.
pub(crate) fn remember(seal: &Seal, entropy: &dyn Entropy, cookie: &str, email: &EmailAddress) -> String {
    let (id, marks) = read(cookie).map_or_else(|| (entropy.token(), Vec::new()), |(id, marks)| (id.to_owned(), marks));
    let newest = seal.mark("device", &message(&id, email));
    let mut kept = vec![id.as_str(), newest.as_str()];
    kept.extend(marks.into_iter().filter(|mark| *mark != newest).take(ADDRESSES - 1));
    kept.join(".")
}

fn read(cookie: &str) -> Option<(&str, Vec<&str>)> {
    let mut parts = cookie.split('.');
    let id = parts.next().filter(|id| id.len() == ID && id.bytes().all(|sign| sign.is_ascii_alphanumeric()))?;
    Some((id, parts.take(ADDRESSES).collect()))
}

fn message(id: &str, email: &EmailAddress) -> String {
    format!("{id}:{email}")
}

#[cfg(test)]
mod tests {
    use super::*;
    use kernel::SeededEntropy;

    fn address(name: &str) -> EmailAddress {
        format!("{name}@example.test").parse().unwrap()
    }

    #[test]
    fn a9_only_who_signed_in_here_is_known_here() {
        let (seal, entropy) = (Seal::new([7; 32]), SeededEntropy::new(1));
        let cookie = remember(&seal, &entropy, "", &address("odile"));
        assert!(known(&seal, &cookie, &address("odile")).is_some());
        assert_eq!(known(&seal, &cookie, &address("bruno")), None);
        assert_eq!(
            known(&Seal::new([8; 32]), &cookie, &address("odile")),
            None,
            "another installation's word is nothing"
        );
        let (id, mark) = cookie.split_once('.').unwrap();
        let forged = format!("{}.{mark}", id.chars().rev().collect::<String>());
        assert_eq!(known(&seal, &forged, &address("odile")), None, "the seal holds for its browser only");
        for nonsense in ["", ".", "x.y", id] {
            assert_eq!(known(&seal, nonsense, &address("odile")), None);
        }
    }

    #[test]
    fn a_browser_of_a_family_knows_them_all_up_to_four() {
        let (seal, entropy) = (Seal::new([7; 32]), SeededEntropy::new(1));
        let names = ["a", "b", "c", "d", "a"];
        let cookie =
            names.iter().fold(String::new(), |cookie, name| remember(&seal, &entropy, &cookie, &address(name)));
        assert!(["a", "b", "c", "d"].iter().all(|name| known(&seal, &cookie, &address(name)).is_some()));
        let cookie = remember(&seal, &entropy, &cookie, &address("e"));
        assert!(known(&seal, &cookie, &address("e")).is_some() && known(&seal, &cookie, &address("b")).is_none());
        assert!(cookie.len() < 200);
    }
}
