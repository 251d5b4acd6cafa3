//! How often something may be tried: the one table of rate limits (bar A9). Who counts is `database::rates`.
//!
//! A budget of 30 an hour lets 30 through at once and then one every two minutes. Each row can have a budget of its own for
//! the client's network, for the account, and for the target (an address written to). A budget that strangers can spend in
//! somebody else's name would lock that person out: that is why nothing a rightful owner needs has a target's budget, and
//! why sign-in letters are counted by `membership::allowance`, which keeps a part for browsers that have been in before.
//!
//! | what | a client's network | an account | a target |
//! | --- | --- | --- | --- |
//! | ask for a sign-in letter | 60 an hour | | `membership::limits` |
//! | a code, a link, a passkey's answer that opens nothing | 60 in 10 minutes | | 5 tries a letter |
//! | be asked for a passkey | 240 in 10 minutes | | |
//! | show a second factor | 60 in 10 minutes | 10 an hour | |
//! | change one's address or factors | 60 an hour | 10 a day | |
//! | apply | 60 an hour | 10 an hour | |
//! | ask a sponsor | 120 an hour | 30 an hour | |
//! | invite | 120 an hour | 20 an hour | 3 a day |
//! | launch a community | 20 a day | 10 a day | |
//! | publish a listing | | 30 an hour | |
//! | change a listing | | 30 an hour | |
//! | keep a draft, or delete one | | 120 an hour | |
//! | ask a member to be asked for, or hand over to them | | 5 an hour | 3 a day |
//! | ask the team for a group | | 5 a day | |
//! | change a group | | 10 a day | |
//! | join a group | | 60 an hour | |
//! | send a photo | | 20 an hour | |
//! | have a street looked up | | 20 an hour | |
//! | look for a town, as pages do while one types | | 600 an hour | |
//! | write a message | | 100 in 10 minutes | |
//! | show a wrong token to REST | 30 in 10 minutes | | |
//! | see how one is linked to somebody | | 240 an hour | |
//! | a GraphQL operation | 1,200 a minute | 600 a minute | |
//!
//! What counts by the day and must be exact (listings, conversations, messages, invitations, launches, letters to one address)
//! is counted in the database, by the nouns' own `limits`.
//!
//! Many people share one network (a town hall, a school, a phone company), so that a client's budgets are generous.

use crate::{Refusal, Refuse, Timestamp};
use std::net::{IpAddr, Ipv6Addr};

/// So many in so many seconds.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Budget {
    /// How many at once, and in any `seconds` about as many again.
    pub most: u32,
    /// In how many seconds a budget that was spent is whole again.
    pub seconds: u32,
}

/// The budgets of one kind of deed.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct Budgets {
    /// For each client's network.
    pub client: Option<Budget>,
    /// For each account.
    pub account: Option<Budget>,
    /// For each target.
    pub target: Option<Budget>,
}

const MINUTE: u32 = 60;
const HOUR: u32 = 60 * MINUTE;
const DAY: u32 = 24 * HOUR;

macro_rules! deeds {
    ($($(#[$doc:meta])* $name:ident, $word:literal: $($whose:ident $most:literal in $seconds:expr),+;)*) => {
        /// Something that is counted.
        #[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
        pub enum Deed { $($(#[$doc])* $name),* }

        impl Deed {
            /// Every deed, for the tests.
            pub const ALL: &'static [Self] = &[$(Self::$name),*];

            /// Its word in keys.
            pub fn as_str(self) -> &'static str {
                match self { $(Self::$name => $word),* }
            }

            /// How often.
            #[expect(clippy::needless_update, reason = "some deeds have every budget, others only one")]
            pub fn budgets(self) -> Budgets {
                match self {
                    $(Self::$name => Budgets {
                        $($whose: Some(Budget { most: $most, seconds: $seconds }),)+
                        ..Budgets::default()
                    }),*
                }
            }
        }
    };
}

deeds! {
    /// Ask for a sign-in letter.
    AskSignIn, "ask-sign-in": client 60 in HOUR;
    /// Be asked for a passkey, to sign in with it.
    AskPasskey, "ask-passkey": client 240 in 10 * MINUTE;
    /// Type a code, press a link's button or answer with a passkey, and be let in nowhere. What succeeds is not counted: on a
    /// network that many share, nobody's failures keep the others out.
    Redeem, "redeem": client 60 in 10 * MINUTE;
    /// Type the code of a second factor.
    ProveFactor, "prove-factor": client 60 in 10 * MINUTE, account 10 in HOUR;
    /// Ask for another address, begin or remove a second factor.
    ChangeAccess, "change-access": client 60 in HOUR, account 10 in DAY;
    /// Apply to a community.
    Apply, "apply": client 60 in HOUR, account 10 in HOUR;
    /// Agree to meet newcomers, or change what was agreed: each time one looks for whom that helps.
    JoinRota, "join-rota": account 20 in HOUR;
    /// Ask somebody for sponsorship.
    AskSponsor, "ask-sponsor": client 120 in HOUR, account 30 in HOUR;
    /// Invite somebody by letter.
    Invite, "invite": client 120 in HOUR, account 20 in HOUR, target 3 in DAY;
    /// Say with whom one shares a household: each time somebody gets a letter.
    SayTogether, "say-together": account 10 in DAY, target 3 in DAY;
    /// Launch a community.
    Launch, "launch": client 20 in DAY, account 10 in DAY;
    /// Publish a listing.
    Publish, "publish": account 30 in HOUR;
    /// Change a listing: whoever comes to an outing, or agreed to be asked for, is told.
    Edit, "edit": account 30 in HOUR;
    /// Keeping or deleting a draft.
    SaveDraft, "save-draft": account 120 in HOUR;
    /// Ask a member to be asked for, or hand a request over to them: each time they get a letter.
    AskInName, "ask-in-name": account 5 in HOUR, target 3 in DAY;
    /// Sign up for an outing: each time its author is told.
    SignUp, "sign-up": account 60 in HOUR;
    /// Send a photo of a listing (bar U1).
    SendPhoto, "send-photo": account 20 in HOUR;
    /// Ask the team for a group: each time the whole team is told.
    AskForGroup, "ask-for-group": account 5 in DAY;
    /// Change a group: each time it is called otherwise, all its members are told.
    EditGroup, "edit-group": account 10 in DAY;
    /// Ask somebody to look after a group: they are told.
    HandOverGroup, "hand-over-group": account 10 in DAY;
    /// Join a group, or ask its keeper to be let in, who is told.
    JoinGroup, "join-group": account 60 in HOUR;
    /// Have a street looked up by somebody outside.
    FindStreet, "find-street": account 20 in HOUR;
    /// Look for a town, as pages do while somebody types: some sixty names an hour, letter by letter. Ten towns an answer, so that the 190,000
    /// there are would take more than a day, and they are free to be fetched at once where they were published.
    FindPlaces, "find-places": account 600 in HOUR;
    /// Write a private message.
    Converse, "converse": account 100 in 10 * MINUTE;
    /// Show a token that is not good to the REST door.
    WrongToken, "wrong-token": client 30 in 10 * MINUTE;
    /// Look up how one is linked to somebody: enough for a long evening of reading, too little to copy the web of trust.
    SeeTies, "see-ties": account 240 in HOUR;
    /// Run a GraphQL operation.
    Operation, "operation": client 1200 in MINUTE, account 600 in MINUTE;
}

/// Whose budget is spent.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Whose {
    /// The client's network.
    Client,
    /// The account.
    Account,
    /// The target.
    Target,
}

/// A budget is spent; trying again makes sense after so many seconds.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
#[error("too often; try again in {seconds} s")]
pub struct TooOften {
    /// At least 1.
    pub seconds: u32,
}

impl Refuse for TooOften {
    fn refusal(&self) -> Refusal {
        Refusal::too_often("RATE_LIMITED", self.seconds)
    }
}

impl Budget {
    /// Half of it, for the time in which several processes cannot count together (bar D6); never nothing.
    #[must_use]
    pub fn halved(self) -> Self {
        Self { most: (self.most / 2).max(1), ..self }
    }

    /// Milliseconds after which one more fits.
    pub fn interval(self) -> i64 {
        (i64::from(self.seconds) * 1_000 / i64::from(self.most.max(1))).max(1)
    }

    /// The generic cell rate algorithm: `kept` is the moment (Unix milliseconds) at which the budget will be whole again. What is
    /// to be kept after one more deed at `now`, or how many milliseconds are missing until there is room.
    ///
    /// # Errors
    /// The milliseconds that are missing.
    pub fn spend(self, kept: Option<i64>, now: i64) -> Result<i64, i64> {
        let whole = self.interval().saturating_mul(i64::from(self.most));
        // Further ahead than any spending could have put it: the clock went back. That must lock nobody out.
        let kept = kept.filter(|kept| *kept <= now.saturating_add(whole)).unwrap_or(now).max(now);
        let next = kept.saturating_add(self.interval());
        let missing = next.saturating_sub(now).saturating_sub(whole);
        if missing > 0 { Err(missing) } else { Ok(next) }
    }
}

/// What tells one client from another: an IPv4 address, or the /64 that one subscriber of IPv6 has.
pub fn network(client: IpAddr) -> String {
    match client.to_canonical() {
        IpAddr::V4(address) => address.to_string(),
        IpAddr::V6(address) => {
            let [a, b, c, d, ..] = address.segments();
            format!("{}/64", Ipv6Addr::new(a, b, c, d, 0, 0, 0, 0))
        }
    }
}

/// The moment as budgets count it.
pub fn millis(now: Timestamp) -> i64 {
    now.timestamp_millis()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn budgets() -> impl Iterator<Item = (Deed, Budget)> {
        Deed::ALL.iter().flat_map(|deed| {
            let Budgets { client, account, target } = deed.budgets();
            [client, account, target].into_iter().flatten().map(|budget| (*deed, budget))
        })
    }

    #[test]
    fn a9_every_budget_holds_at_its_limit_and_not_one_beyond() {
        for (deed, budget) in budgets() {
            let now = 1_795_000_000_000;
            let mut kept = None;
            for n in 0..budget.most {
                kept = Some(budget.spend(kept, now).unwrap_or_else(|_| panic!("{deed:?}: {n} of {}", budget.most)));
            }
            let missing = budget.spend(kept, now).expect_err("one beyond");
            assert!(budget.spend(kept, now + missing - 1).is_err(), "{deed:?}: not a millisecond earlier");
            assert!(budget.spend(kept, now + missing).is_ok(), "{deed:?}: there is room when it was said");
        }
    }

    #[test]
    fn d09_a_clock_that_goes_back_locks_nobody_out() {
        let budget = Budget { most: 2, seconds: 10 };
        let kept = budget.spend(None, 1_000_000_000).unwrap();
        assert!(budget.spend(Some(kept), 0).is_ok());
        assert!(budget.spend(Some(i64::MAX), i64::MAX - 1).is_ok(), "and ten thousand years later nothing overflows");
    }

    #[test]
    fn one_subscriber_is_one_client() {
        let network = |text: &str| network(text.parse().unwrap());
        assert_eq!(network("192.0.2.7"), "192.0.2.7");
        assert_eq!(network("::ffff:192.0.2.7"), "192.0.2.7");
        assert_eq!(network("2001:db8:1:2:3::4"), network("2001:db8:1:2:ffff::9"));
        assert_ne!(network("2001:db8:1:2::1"), network("2001:db8:1:3::1"));
    }

    #[test]
    fn the_words_of_keys_are_distinct() {
        let words: std::collections::BTreeSet<_> = Deed::ALL.iter().map(|deed| deed.as_str()).collect();
        assert_eq!(words.len(), Deed::ALL.len());
    }
}
