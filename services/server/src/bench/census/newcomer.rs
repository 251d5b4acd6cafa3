//! Somebody who is vouched for by three members of the web of trust, and let in.

use super::{Day, some_of};
use crate::{
    bench::people,
    ground::{Failure, Ground},
    settings::Settings,
};
use chrono::Duration;
use kernel::{Caller, CommunityId, EmailAddress, Language, Me, MemberId, Who};
use serde::Serialize;
use sponsorship::{Apply, AskSponsor, Give, Recheck, Relation};
use std::{fmt, path::Path, time::Instant};

/// The short name of the community.
pub(super) const SLUG: &str = "toile";
const OWNER: &str = "owner@example.test";
const APPLICANT: &str = "newcomer@example.test";
/// Every so many members one is asked, so that the sponsors come from all over the graph.
const APART: usize = 1_499;
/// Words that are needed with the preset `confiance`.
const NEEDED: usize = 3;

/// How they came in.
#[derive(Debug, Serialize)]
pub struct Newcomer {
    /// Who vouched.
    pub sponsors: Vec<String>,
    /// The rule of the decision.
    pub rule: String,
    /// Paths of the certificate that share nobody: how independent the sponsors are.
    pub paths: usize,
    /// Whether an independent check found the certificate true.
    pub certificate_holds: bool,
    /// Hours between the last word and the admission (the preset's time to think it over).
    pub hours_waited: i64,
    /// The transaction of the last word, with the engine's decision over the whole graph.
    pub decision_s: f64,
}

impl fmt::Display for Newcomer {
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        let Self { sponsors, rule, paths, certificate_holds, hours_waited, decision_s } = self;
        let holds = if *certificate_holds { "holds" } else { "does not hold" };
        write!(
            out,
            "newcomer: vouched for by {}, decided in {decision_s:.2} s, let in {hours_waited} h later by {rule} with a \
             certificate of {paths} separate paths that {holds}",
            sponsors.join(", ")
        )
    }
}

/// Opens the community that the web of trust is brought into.
pub async fn launch(ground: &Ground, settings: &Settings) -> Result<CommunityId, Failure> {
    people::launch(ground, settings, SLUG, OWNER).await
}

/// Applies, is vouched for by members who live all over the graph of `members`, and waits until the house lets them in.
pub async fn admitted(day: &Day, members: &Path) -> Result<Newcomer, Failure> {
    let session = people::session(&day.db, day.community, &day.host, APPLICANT).await?;
    let applied = apply(day, &again(day, &session).await?).await?;
    let mut sponsors = Vec::new();
    let mut decision_s = 0.0;
    for address in some_of(members, APART)?.into_iter().take(NEEDED) {
        let began = Instant::now();
        vouch(day, &again(day, &session).await?, &address).await?;
        decision_s = began.elapsed().as_secs_f64();
        sponsors.push(address.to_string());
    }
    let hours_waited = wait(day, &session).await?;
    let steward = owner(day).await?;
    let view = sponsorship::admission_of(&day.db, &steward, applied).await?.ok_or("there is no decision")?;
    let recheck = sponsorship::recheck_certificate(&day.db, &steward, view.id).await?;
    let certificate_holds = recheck == Recheck::Holds;
    Ok(Newcomer { sponsors, rule: view.rule, paths: view.paths.len(), certificate_holds, hours_waited, decision_s })
}

async fn apply(day: &Day, visitor: &Caller) -> Result<MemberId, Failure> {
    let cmd = Apply {
        id: day.db.entropy().id().into(),
        name: "Nadia Berthier".to_owned(),
        about: "Je viens de m'installer à Nevers.".to_owned(),
        town: "Nevers".to_owned(),
        charter_accepted: true,
        via: None,
    };
    Ok(sponsorship::apply(&day.db, visitor, cmd).await?.member)
}

async fn vouch(day: &Day, applicant: &Caller, address: &EmailAddress) -> Result<(), Failure> {
    let id = day.db.entropy().id().into();
    let ask = AskSponsor { id, email: address.clone(), note: "Nous nous sommes vus au marché.".to_owned() };
    sponsorship::ask_sponsor(&day.db, applicant, ask).await?;
    day.work().await?;
    let give = Give {
        sponsorship: id,
        relation: Relation::Neighbour,
        sentence: "Une personne de parole.".to_owned(),
        met_in_person: true,
    };
    sponsorship::give(&day.db, &day.member(address).await?, give).await?;
    Ok(())
}

/// Lets the hours pass until the house has decided again; returns how many there were.
async fn wait(day: &Day, session: &str) -> Result<i64, Failure> {
    for hours in 0..24 * 7 {
        day.work().await?;
        if again(day, session).await?.me().is_some_and(|me| me.standing.is_inside()) {
            return Ok(hours);
        }
        day.pass(Duration::hours(1));
    }
    Err("a week later they still wait".into())
}

async fn owner(day: &Day) -> Result<Caller, Failure> {
    let staff = membership::recipient::stewards(&day.db, &day.house()).await?;
    let found = staff.into_iter().find(|person| person.email.as_str() == OWNER).ok_or("the owner is not here")?;
    let me = Me { account: found.account, member: found.member, standing: found.standing, role: found.role };
    Ok(Caller::new(day.community, Who::Member(me), found.language))
}

async fn again(day: &Day, session: &str) -> Result<Caller, Failure> {
    let known = membership::session::identify(&day.db, day.community, session, Language::Fr).await?;
    Ok(known.ok_or("the session is gone")?.caller)
}
