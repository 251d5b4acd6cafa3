//! How many files and connections this process may have open at once.

use rustix::process::{Resource, Rlimit, getrlimit, setrlimit};

/// Takes as many as the system lets it have without asking anybody: the usual limit of 1,024 is meant for programs that wait for all of
/// them with `select`, and ends the 1,000th open page (bar C3). Where the system refuses, the limit stays what it was.
pub fn take_all() {
    let limit = getrlimit(Resource::Nofile);
    let all = Rlimit { current: limit.maximum, maximum: limit.maximum };
    if let Err(error) = setrlimit(Resource::Nofile, all) {
        tracing::info!(%error, "this process may not have more files open than before");
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn c3_as_many_connections_can_be_open_as_the_system_allows() {
        let limit = getrlimit(Resource::Nofile);
        let fewer = limit.current.map(|now| now.saturating_sub(1));
        setrlimit(Resource::Nofile, Rlimit { current: fewer, maximum: limit.maximum }).unwrap();
        take_all();
        let limit = getrlimit(Resource::Nofile);
        assert_eq!(limit.current, limit.maximum);
    }
}
