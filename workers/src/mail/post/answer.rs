//! What a relay's answer means for the letter and for the address (bar E7).

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
        /// The relay's words.
        reason: String,
        /// Whether the address itself is dead, so that nothing may be written to it any more.
        suppress_address: bool,
    },
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
    let reason = error.to_string();
    match error.status().map(u16::from) {
        // A relay that will not talk to us says nothing about the letter: wrong credentials are the operator's to mend.
        _ if stage == Stage::Opening => Delivery::Again { reason, relay_away: true },
        Some(code) if code >= 500 => {
            let suppress_address = stage == Stage::Recipient && is_dead_address(code, &reason);
            Delivery::Never { reason, suppress_address }
        }
        Some(_) => Delivery::Again { reason, relay_away: false },
        None if error.is_client() => Delivery::Never { reason, suppress_address: false },
        None => Delivery::Again { reason, relay_away: true },
    }
}

/// RFC 3463: class 5.1.x speaks about the address. 5.2.2 (full) and 5.7.x (policy) do not. A bare 550 or 553 to RCPT is
/// "mailbox unavailable" by RFC 5321 section 4.2.3.
fn is_dead_address(code: u16, reason: &str) -> bool {
    match enhanced(reason) {
        Some(("5", "1", detail)) => matches!(detail, "0" | "1" | "2" | "3" | "6" | "10"),
        Some(_) => false,
        None => matches!(code, 550 | 553),
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
    use super::{enhanced, is_dead_address};

    #[test]
    fn e07_only_an_answer_about_the_address_kills_the_address() {
        assert!(is_dead_address(550, "permanent error (550): 5.1.1 no such user"));
        assert!(is_dead_address(550, "permanent error (550): no such user here"));
        assert!(!is_dead_address(552, "permanent error (552): 5.2.2 mailbox full"));
        assert!(!is_dead_address(552, "permanent error (552): quota"));
        assert!(!is_dead_address(554, "permanent error (554): 5.7.1 refused"));
        assert!(!is_dead_address(550, "permanent error (550): 5.7.26 not authenticated"));
        assert!(!is_dead_address(550, "permanent error (550): 5.7.1 [192.0.2.1] 5.1.1"));
    }

    #[test]
    fn the_enhanced_code_is_found_in_any_wording() {
        assert_eq!(enhanced("(550): 5.1.10 gone"), Some(("5", "1", "10")));
        assert_eq!(enhanced("450-4.7.1. later"), Some(("4", "7", "1")));
        assert_eq!(enhanced("client 192.0.2.5 refused"), None);
    }
}
