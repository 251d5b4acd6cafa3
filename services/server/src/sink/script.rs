//! How the sink behaves, told by the recipient's local part.
//!
//! | local part begins with | behaviour |
//! | --- | --- |
//! | anything else | taken |
//! | `grey3` (any digit) | 450 to the first three attempts, then taken |
//! | `hard` | 550 5.1.1 always |
//! | `bare` | 550 without more always |
//! | `echo` | 550 5.7.1 with the address repeated, always |
//! | `full` | 552 5.2.2 always |
//! | `late451` | 451 after the content, once, then taken |
//! | `drop354` | hangs up after 354, once, then taken |
//! | `dropdot` | takes it and hangs up without an answer, once, then taken |
//! | `slow` | answers one byte a second |

/// What to do with a recipient at this attempt.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Act {
    /// Take it.
    Take,
    /// Answer RCPT with this line.
    Refuse(&'static str),
    /// Refuse after the content.
    RefuseContent(&'static str),
    /// Hang up after 354.
    HangUpBeforeContent,
    /// Take it and hang up.
    HangUpAfterContent,
    /// Answer byte by byte.
    Crawl,
}

/// What the sink says to `echo.ada@example.test`, as relays do that repeat what they were told.
const ECHO: &str = "550 5.7.1 <echo.ada@example.test>: refused (echo.ada%40example.test)";

/// The behaviour for the `attempt`-th time (1, 2, …) this address is written to.
pub(super) fn act(address: &str, attempt: u32) -> Act {
    let local = address.split('@').next().unwrap_or_default();
    let first = attempt == 1;
    if let Some(times) = local.strip_prefix("grey").and_then(|rest| rest.chars().next()?.to_digit(10)) {
        return if attempt <= times { Act::Refuse("450 4.7.1 Greylisted, please try again later") } else { Act::Take };
    }
    match local {
        _ if local.starts_with("hard") => Act::Refuse("550 5.1.1 No such user here"),
        _ if local.starts_with("bare") => Act::Refuse("550 refused"),
        _ if local.starts_with("echo") => Act::Refuse(ECHO),
        _ if local.starts_with("full") => Act::Refuse("552 5.2.2 Mailbox full"),
        _ if local.starts_with("late451") && first => Act::RefuseContent("451 4.3.0 Try again later"),
        _ if local.starts_with("drop354") && first => Act::HangUpBeforeContent,
        _ if local.starts_with("dropdot") && first => Act::HangUpAfterContent,
        _ if local.starts_with("slow") => Act::Crawl,
        _ => Act::Take,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_local_part_tells_the_behaviour() {
        assert_eq!(act("ada@example.test", 1), Act::Take);
        assert!(matches!(act("grey3.ada@example.test", 3), Act::Refuse(line) if line.starts_with("450")));
        assert_eq!(act("grey3.ada@example.test", 4), Act::Take);
        assert_eq!(act("greyhound@example.test", 1), Act::Take);
        assert!(matches!(act("hard@example.test", 9), Act::Refuse(line) if line.starts_with("550 5.1.1")));
        assert_eq!(act("drop354@example.test", 2), Act::Take);
    }
}
