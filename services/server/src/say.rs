//! What commands tell whoever typed them.

use std::io::{IsTerminal, Write};

/// A line on standard output. Nobody reading is no reason to stop.
pub fn line(text: impl std::fmt::Display) {
    let _unread = writeln!(std::io::stdout().lock(), "{text}");
}

/// A line that the next one replaces, for progress; silent when nobody watches.
pub fn progress(text: impl std::fmt::Display) {
    let mut err = std::io::stderr().lock();
    if err.is_terminal() {
        let _unread = write!(err, "\r\x1b[K{text}").and_then(|()| err.flush());
    }
}

/// Why it did not work, on standard error.
pub fn complain(text: impl std::fmt::Display) {
    let _unread = writeln!(std::io::stderr().lock(), "maillon: {text}");
}
