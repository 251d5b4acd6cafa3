//! Every page that stands on its own, theme by theme, and who finds it in the site map.

use kernel::Act;
use phrases::Words;

/// A theme and its pages.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Part {
    pub title: String,
    /// Where each page is, and what it is called.
    pub pages: Vec<(&'static str, String)>,
}

/// Who finds a page in the map.
#[derive(Debug, Clone, Copy)]
enum Whom {
    /// Whoever has not signed in.
    Strangers,
    /// Whoever may do this.
    May(Act),
}

use Whom::{May, Strangers};

/// Where it is, the phrase of its title, and who finds it here. Whoever waits finds what is open to everybody who waits: what
/// only some policies grant stands in the waiting room.
type Line = (&'static str, &'static str, Whom);

const HERE: &[Line] = &[
    ("/", "common-nav-home", May(Act::SeePublicFace)),
    ("/sign-in", "signin-title", Strangers),
    ("/join", "visitor-ask", May(Act::Apply)),
    ("/waiting", "waiting-title", May(Act::AskSponsor)),
    ("/how-people-get-in", "how-title", May(Act::SeePublicFace)),
    ("/charter", "visitor-charter-title", May(Act::SeePublicFace)),
    ("/bulletins", "bulletin-title", May(Act::SeeMembers)),
];
const HELPING: &[Line] = &[
    ("/listings", "listing-list-title", May(Act::ReadListings)),
    ("/listings/map", "map-title", May(Act::ReadListings)),
    ("/listings/new", "visitor-help-publish", May(Act::Publish)),
    ("/listings/mine", "listing-mine-title", May(Act::Publish)),
    ("/matches", "matches-title", May(Act::ReadListings)),
    ("/searches", "searches-title", May(Act::ReadListings)),
    ("/calendar", "outing-calendar-title", May(Act::JoinOutings)),
    ("/groups", "group-list-title", May(Act::SeeGroups)),
    ("/fairness", "fairness-title", May(Act::ReadListings)),
];
const PEOPLE: &[Line] = &[
    ("/members", "members-title", May(Act::SeeMembers)),
    ("/messages", "conversation-inbox-title", May(Act::Converse)),
    ("/newcomers", "reservation-arriving-title", May(Act::Confide)),
    ("/requests", "requests-title", May(Act::Vouch)),
    ("/vouching", "vouching-title", May(Act::Vouch)),
    ("/invite", "vouching-invite-page", May(Act::Invite)),
    ("/hosting", "hosting-title", May(Act::Host)),
];
const MINE: &[Line] = &[
    ("/me", "me-title", May(Act::Leave)),
    ("/notifications", "notifications-title", May(Act::ReadNotifications)),
    ("/places", "places-title", May(Act::ReadListings)),
    ("/me/household", "household-title", May(Act::SeeOwnHousehold)),
    ("/me/standing", "standing-mine-title", May(Act::Leave)),
    ("/me/data", "me-data-title", May(Act::Leave)),
    ("/account", "account-title", May(Act::ManageOwnAccount)),
];
const TEAM: &[Line] = &[
    ("/steward", "steward-title", May(Act::SeeStewardDesk)),
    ("/steward/waiting", "steward-waiting-title", May(Act::SeeStewardDesk)),
    ("/steward/unanswered", "steward-unanswered-title", May(Act::SeeStewardDesk)),
    ("/steward/checks", "asking-desk-title", May(Act::SeeStewardDesk)),
    ("/steward/groups", "group-desk-title", May(Act::SeeStewardDesk)),
    ("/steward/hosts", "hosting-rota-title", May(Act::SeeStewardDesk)),
    ("/steward/reservations", "reservation-desk-title", May(Act::SeeStewardDesk)),
    ("/steward/reviews", "standing-reviews-title", May(Act::SeeStewardDesk)),
    ("/steward/health", "health-title", May(Act::SeeStewardDesk)),
    ("/steward/journal", "journal-title", May(Act::SeeJournal)),
    ("/owner", "owner-title", May(Act::SeeSettings)),
    ("/owner/admission", "policy-title", May(Act::SeeSettings)),
    ("/owner/removal", "owner-removal-title", May(Act::SeeSettings)),
];
const SERVICE: &[Line] = &[
    ("/accessibility", "visitor-accessibility-title", May(Act::SeePublicFace)),
    ("/privacy", "visitor-privacy-title", May(Act::SeePublicFace)),
    ("/legal", "visitor-legal-title", May(Act::SeePublicFace)),
];
const PLATFORM: &[Line] = &[
    ("/", "common-nav-home", May(Act::SeePublicFace)),
    ("/sign-in", "signin-title", Strangers),
    ("/launch", "launch-title", May(Act::Launch)),
    ("/my-communities", "me-communities-title", May(Act::SeeOwnCommunities)),
    ("/account", "account-title", May(Act::ManageOwnAccount)),
    ("/operator", "operator-title", May(Act::SeeOperatorDesk)),
    ("/charter", "visitor-charter-title", May(Act::SeePublicFace)),
];

/// The themes of a community's host, and of the platform's own.
const COMMUNITY_PARTS: &[(&str, &[Line])] = &[
    ("visitor-help-here", HERE),
    ("visitor-help-helping", HELPING),
    ("visitor-help-people", PEOPLE),
    ("visitor-help-mine", MINE),
    ("visitor-help-team", TEAM),
    ("visitor-help-service", SERVICE),
];
const PLATFORM_PARTS: &[(&str, &[Line])] = &[("visitor-help-here", PLATFORM), ("visitor-help-service", SERVICE)];

/// The map for one reader; a theme without a page for them is left out.
pub(super) fn of(platform: bool, signed_in: bool, may: impl Fn(Act) -> bool, words: Words) -> Vec<Part> {
    let finds = |whom: Whom| match whom {
        Strangers => !signed_in,
        May(act) => may(act),
    };
    let parts = if platform { PLATFORM_PARTS } else { COMMUNITY_PARTS };
    let part = |(title, lines): &(&str, &[Line])| Part {
        title: words.t(title),
        pages: lines.iter().filter(|line| finds(line.2)).map(|line| (line.0, words.t(line.1))).collect(),
    };
    parts.iter().map(part).filter(|part| !part.pages.is_empty()).collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::shell::sample_words;
    use std::collections::BTreeSet;

    const TABLE: &str = include_str!("../../../../../tests/authorisation/table.txt");

    /// Steps of something that another page begins, and what only some policies grant.
    const WITHIN_ANOTHER: [&str; 13] = [
        "/account/address/code",
        "/account/prove",
        "/bulletins/new",
        "/groups/new",
        // The list of one's own listings, at the address of a form that came back.
        "/listings/drafts",
        "/me/data/copy",
        "/me/leave",
        "/searches/new",
        "/sign-in/code",
        "/waiting/host",
        "/waiting/outings",
        "/waiting/request",
        "/waiting/request/edit",
    ];

    #[test]
    fn x2_every_page_that_stands_on_its_own_is_in_the_site_map() {
        let all = of(false, false, |_| true, sample_words());
        let found: BTreeSet<&str> = all.iter().flat_map(|part| &part.pages).map(|page| page.0).collect();
        let rows = TABLE.lines().filter_map(|line| line.strip_prefix("web GET ")?.split(' ').next());
        let pages: BTreeSet<&str> =
            rows.filter(|path| !path.contains(':') && *path != "/help" && !WITHIN_ANOTHER.contains(path)).collect();
        assert!(pages.len() > 30, "{pages:?}");
        assert_eq!(found, pages);
    }

    #[test]
    fn whoever_may_nothing_more_finds_the_public_pages_alone() {
        let public = of(false, false, |act| act.rule() == kernel::act::Rule::Anybody, sample_words());
        let pages: Vec<&str> = public.iter().flat_map(|part| &part.pages).map(|page| page.0).collect();
        assert_eq!(pages, ["/", "/sign-in", "/how-people-get-in", "/charter", "/accessibility", "/privacy", "/legal"]);
    }
}
