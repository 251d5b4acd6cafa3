//! The community and its people: launched, brought in, tied to each other, given their offices.

use super::{
    Cast,
    cast::{Person, address_of},
    stage::Stage,
};
use crate::ground::Failure;
use chrono::Duration;
use community::HostName;
use kernel::Role;
use membership::{
    import::ImportedMember,
    launch::Launch,
    naming::{ChooseNaming, choose_naming},
    role::GiveRole,
};
use sponsorship::import::ImportedSponsorship;

/// Days since the first day.
const AGE: i64 = 420;
/// Days since the last arrival.
const QUIET: i64 = 25;
/// Words that carry a newcomer.
const SPONSORS: usize = 3;

pub(super) async fn launch(stage: &Stage, host: &HostName, cast: &Cast) -> Result<(), Failure> {
    stage.stand(Duration::days(AGE + 1));
    let owner = cast.members.first().ok_or("a cast without people")?;
    let launch = Launch {
        id: stage.community,
        slug: cast.slug.clone(),
        name: cast.name.clone(),
        tagline: cast.tagline.clone(),
        organisation: cast.organisation.clone(),
        postal_address: cast.postal_address.clone(),
        contact_email: cast.contact_email.clone(),
        hosts: Vec::new(),
        preset: cast.preset.clone(),
        languages: cast.languages.clone(),
        timezone: cast.timezone.clone(),
        brand_primary: cast.brand_primary.clone(),
        brand_accent: cast.brand_accent.clone(),
        sponsors: None,
        email_domains: Vec::new(),
        owner_name: owner.name.clone(),
        founders: Vec::new(),
    };
    membership::launch_for(&stage.db, &stage.house(), host, address_of(&owner.name)?, launch).await?;
    Ok(())
}

pub(super) async fn settle(stage: &Stage, cast: &Cast) -> Result<(), Failure> {
    stage.stand(Duration::days(1));
    let arrivals: Vec<&Person> = cast.members.iter().skip(1).collect();
    let rows = arrivals.iter().enumerate().map(|(index, person)| row(stage, index, person, arrivals.len()));
    let rows: Vec<ImportedMember> = rows.collect::<Result<_, Failure>>()?;
    let report = membership::import::import_members(&stage.db, &stage.house(), &rows).await?;
    if let Some((line, why)) = report.refused.first() {
        return Err(format!("person {line} of {}: {why}", cast.slug).into());
    }
    let ties = ties(stage, &arrivals)?;
    sponsorship::import::import_sponsorships(&stage.db, &stage.house(), &ties).await?;
    give_offices(stage, cast).await?;
    agree(stage, cast).await
}

/// Most agree to be named on the chains between others; every fifth is somebody there.
async fn agree(stage: &Stage, cast: &Cast) -> Result<(), Failure> {
    for (_, person) in cast.members.iter().enumerate().filter(|(index, _)| index % 5 != 4) {
        let caller = stage.member(&person.name).await?;
        choose_naming(&stage.db, &caller, ChooseNaming { named: true }).await?;
    }
    Ok(())
}

fn row(stage: &Stage, index: usize, person: &Person, count: usize) -> Result<ImportedMember, Failure> {
    Ok(ImportedMember {
        line: index as u64 + 1,
        key: address_of(&person.name)?.to_string(),
        email: address_of(&person.name)?.to_string(),
        name: person.name.clone(),
        about: person.about.clone(),
        town: person.town.clone(),
        joined_at: Some(stage.today - Duration::days(arrival(index, person, count))),
        founder: person.founder,
        language: None,
    })
}

/// How many days ago somebody came: founders on the first day, the others one after another.
fn arrival(index: usize, person: &Person, count: usize) -> i64 {
    if person.founder {
        return AGE;
    }
    let share = i64::try_from(index * 1_000 / count.max(1)).unwrap_or(0);
    AGE - 30 - (AGE - 30 - QUIET) * share / 1_000
}

/// Everybody but the founders stands on the word of three who came well before them.
fn ties(stage: &Stage, arrivals: &[&Person]) -> Result<Vec<ImportedSponsorship>, Failure> {
    let founders = arrivals.iter().filter(|person| person.founder).count();
    let mut ties = Vec::new();
    for (index, person) in arrivals.iter().enumerate().filter(|(_, person)| !person.founder) {
        let given_at = stage.today - Duration::days(arrival(index, person, arrivals.len()));
        for sponsor in sponsors_of(index, founders) {
            let sponsor = arrivals.get(sponsor).ok_or("a cast without founders")?;
            ties.push(ImportedSponsorship {
                line: index as u64 + 1,
                sponsor: address_of(&sponsor.name)?.to_string(),
                member: address_of(&person.name)?.to_string(),
                given_at,
            });
        }
    }
    Ok(ties)
}

/// Three different people out of the first two thirds before `index`, spread so that the picture is no ladder.
fn sponsors_of(index: usize, founders: usize) -> Vec<usize> {
    let earlier = (index * 2 / 3).max(founders).max(SPONSORS);
    let mut chosen: Vec<usize> = Vec::with_capacity(SPONSORS);
    for step in [5, 7, 11] {
        let mut candidate = (index * step + step) % earlier;
        while chosen.contains(&candidate) {
            candidate = (candidate + 1) % earlier;
        }
        chosen.push(candidate);
    }
    chosen
}

async fn give_offices(stage: &Stage, cast: &Cast) -> Result<(), Failure> {
    let owner = cast.members.first().ok_or("a cast without people")?;
    let caller = stage.member(&owner.name).await?;
    for person in cast.members.iter().skip(1).filter(|person| person.role != Role::None) {
        let member = stage.id_of(&person.name).await?;
        membership::role::give_role(&stage.db, &caller, GiveRole { member, role: person.role }).await?;
    }
    Ok(())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn everybody_stands_on_three_who_came_before() {
        for index in 3..60 {
            let mut sponsors = sponsors_of(index, 3);
            assert!(sponsors.iter().all(|sponsor| *sponsor < index), "{index}: {sponsors:?}");
            sponsors.sort_unstable();
            sponsors.dedup();
            assert_eq!(sponsors.len(), SPONSORS);
        }
    }
}
