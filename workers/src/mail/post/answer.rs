//! What a relay's answer means for the letter and for the address (bar E7).

use kernel::address::without_addresses;
use lettre::transport::smtp::Error;

/// What became of a letter.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Delivery {
    /// The relay has taken it.
    Sent,
    /// Not now: try again later, the very same letter.
    Again {
        /// The relay's words, or what broke.
        reason: String,
        /// Whether the relay as a whole was out of reach, and not this one letter put off.
        relay_away: bool,
    },
    /// Never: trying again would be refused again.
    Never {
        /// Where it was said, and the codes; never the relay's words, which often repeat the address (bar R3).
        reason: String,
        /// What that says about the address itself.
        address: AddressIs,
    },
}

/// What a refusal says about an address.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum AddressIs {
    /// Nothing.
    NotSpokenOf,
    /// Perhaps dead: refused at RCPT with a bare 550 or 553, which some relays say for policy, too.
    Doubtful,
    /// Dead: the relay says so by its enhanced code.
    Dead,
}

/// Where in the conversation an answer was given.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Stage {
    /// Greeting, EHLO, STARTTLS, AUTH.
    Opening,
    /// MAIL FROM.
    Sender,
    /// RCPT TO: the only stage at which an answer can speak about the address.
    Recipient,
    /// DATA, and the answer after the final dot.
    Content,
}

/// The meaning of `error` at `stage`.
pub(super) fn judge(stage: Stage, error: &Error) -> Delivery {
    let words = error.to_string();
    let reason = told(stage, error, &words);
    match error.status().map(u16::from) {
        // A relay that will not talk to us says nothing about the letter: wrong credentials are the operator's to mend.
        _ if stage == Stage::Opening => Delivery::Again { reason, relay_away: true },
        Some(code) if code >= 500 => {
            let address = if stage == Stage::Recipient { about_address(code, &words) } else { AddressIs::NotSpokenOf };
            Delivery::Never { reason, address }
        }
        Some(_) => Delivery::Again { reason, relay_away: false },
        None if error.is_client() => Delivery::Never { reason, address: AddressIs::NotSpokenOf },
        None => Delivery::Again { reason, relay_away: true },
    }
}

/// What is kept of an answer: where it was given, and its codes. Of a broken line, what broke.
fn told(stage: Stage, error: &Error, words: &str) -> String {
    let Some(code) = error.status().map(u16::from) else { return without_addresses(words) };
    let place = match stage {
        Stage::Opening => "at the opening",
        Stage::Sender => "to MAIL",
        Stage::Recipient => "to RCPT",
        Stage::Content => "to DATA",
    };
    match enhanced(words) {
        Some((class, subject, detail)) => format!("{code} {class}.{subject}.{detail} {place}"),
        None => format!("{code} {place}"),
    }
}

/// RFC 3463: class 5.1.x speaks about the address. 5.2.2 (full) and 5.7.x (policy) do not. A bare 550 or 553 to RCPT is
/// "mailbox unavailable" by RFC 5321 section 4.2.3, and what many relays say to any sender they dislike.
fn about_address(code: u16, words: &str) -> AddressIs {
    match enhanced(words) {
        Some(("5", "1", "0" | "1" | "2" | "3" | "6" | "10")) => AddressIs::Dead,
        None if matches!(code, 550 | 553) => AddressIs::Doubtful,
        _ => AddressIs::NotSpokenOf,
    }
}

/// The first enhanced status code (`5.1.1`) in a relay's words.
fn enhanced(reason: &str) -> Option<(&str, &str, &str)> {
    reason.split(|c: char| !c.is_ascii_digit() && c != '.').find_map(|word| {
        let mut parts = word.trim_matches('.').split('.');
        let (class, subject, detail) = (parts.next()?, parts.next()?, parts.next()?);
        (parts.next().is_none() && matches!(class, "2" | "4" | "5") && subject.len() <= 3 && detail.len() <= 3)
            .then_some((class, subject, detail))
    })
}

#[cfg(test)]
mod tests {
    use super::{AddressIs, about_address, enhanced};

    #[test]
    fn e07_only_an_answer_about_the_address_kills_the_address() {
        assert_eq!(about_address(550, "permanent error (550): 5.1.1 no such user"), AddressIs::Dead);
        assert_eq!(about_address(550, "permanent error (550): no such user here"), AddressIs::Doubtful);
        assert_eq!(about_address(552, "permanent error (552): 5.2.2 mailbox full"), AddressIs::NotSpokenOf);
        assert_eq!(about_address(552, "permanent error (552): quota"), AddressIs::NotSpokenOf);
        assert_eq!(about_address(554, "permanent error (554): 5.7.1 refused"), AddressIs::NotSpokenOf);
        assert_eq!(about_address(550, "permanent error (550): 5.7.26 not authenticated"), AddressIs::NotSpokenOf);
        assert_eq!(about_address(550, "permanent error (550): 5.7.1 [192.0.2.1] 5.1.1"), AddressIs::NotSpokenOf);
    }

    #[test]
    fn the_enhanced_code_is_found_in_any_wording() {
        assert_eq!(enhanced("(550): 5.1.10 gone"), Some(("5", "1", "10")));
        assert_eq!(enhanced("450-4.7.1. later"), Some(("4", "7", "1")));
        assert_eq!(enhanced("client 192.0.2.5 refused"), None);
    }
}
