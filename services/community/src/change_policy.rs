//! An owner changes who lets people in, and by which knobs.
//!
//! Invariants
//! - Nothing is changed that was not looked at: a change carries the [`look`] that the preview of this very policy gave out, and the
//!   settings are still those that were looked at.
//! - Nobody who is in is put out, put under review or loses a right by it: a policy is asked of newcomers, and of those already in
//!   only when somebody else goes (design: trust, sections 3 and 5).
//! - What it was and what it is now stands in the journal, knob by knob.

use crate::{
    Admission, ChangeCommunity, CommunityError, Policy, journal, settings, store,
    views::{self, CommunityFace},
};
use database::Db;
use kernel::{Act, Caller, CommunityId, Page, PageRequest, Seal, Timestamp};
use serde_json::{Map, Value, json};

/// The act under which the journal keeps it.
pub const ACT: &str = "policy_changed";

/// Who lets people in from now on.
#[derive(Debug, Clone)]
pub struct ChangePolicy {
    /// The version the owner was looking at.
    pub version: i32,
    /// Who, and by which knobs.
    pub admission: Admission,
    /// What the preview gave out ([`look`]).
    pub look: String,
}

/// The proof that somebody has looked at what `admission` means for this community with the settings at `version`.
///
/// # Errors
/// Never for a policy that was read: its JSON is our own.
pub fn look(
    seal: &Seal,
    community: CommunityId,
    version: i32,
    admission: &Admission,
) -> Result<String, CommunityError> {
    let policy = serde_json::to_string(admission).map_err(database::DatabaseError::damaged)?;
    Ok(seal.mark("policy-look", &format!("{community}:{version}:{policy}")))
}

/// Changes it.
pub async fn change_policy(db: &Db, caller: &Caller, cmd: ChangePolicy) -> Result<CommunityFace, CommunityError> {
    caller.must(Act::ManageCommunity)?;
    let admission = cmd.admission.checked()?;
    let mut tx = db.begin(caller.community).await?;
    let seal = tx.seal().clone();
    if look(&seal, caller.community, cmd.version, &admission)? != cmd.look {
        return Err(CommunityError::LookFirst);
    }
    let before = views::face_tx(&mut tx).await?;
    let same = ChangeCommunity { version: cmd.version, ..ChangeCommunity::default() };
    let mut checked = settings::check(&same, &before)?;
    checked.policy = Policy { admission, ..before.policy.clone() };
    if !store::settings::update(&mut tx, cmd.version, &checked).await? {
        return Err(CommunityError::Stale);
    }
    let after = views::face_tx(&mut tx).await?;
    let actor = caller.me().map(|me| me.member);
    let changes = differences(&before.policy.admission, &after.policy.admission);
    let detail = json!({ "changes": changes, "version": after.version });
    journal::record_tx(&mut tx, journal::Entry { actor, subject: None, act: ACT, detail }).await?;
    tx.commit().await?;
    Ok(after)
}

/// One knob that was turned.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct KnobChange {
    /// Its name, as in [`crate::AdmissionKnobs`]; `by` for who decides.
    pub knob: String,
    /// Where it stood; nothing where it did not exist or was left to the rule.
    pub from: Option<String>,
    /// Where it stands since.
    pub to: Option<String>,
}

/// One change of the policy.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct PolicyChange {
    /// When.
    pub at: Timestamp,
    /// By whom; empty for the house.
    pub actor_name: String,
    /// What was turned.
    pub changes: Vec<KnobChange>,
}

/// How the policy came to be what it is, the newest change first. Owners.
pub async fn policy_changes(db: &Db, caller: &Caller, page: PageRequest) -> Result<Page<PolicyChange>, CommunityError> {
    caller.must(Act::SeeSettings)?;
    let mut tx = db.begin(caller.community).await?;
    let entries = store::journal::policy_changes(&mut tx, &page).await?;
    tx.commit().await?;
    Ok(entries.map(|(at, actor_name, detail)| PolicyChange { at, actor_name, changes: read(&detail) }))
}

/// The knobs that differ; all of them where it was not the same who decides.
fn differences(before: &Admission, after: &Admission) -> Vec<Value> {
    let (before, after) = (knobs(before), knobs(after));
    let names = before.keys().chain(after.keys().filter(|name| !before.contains_key(*name)));
    names
        .filter(|name| before.get(*name) != after.get(*name))
        .map(|name| json!({ "knob": name, "from": before.get(name), "to": after.get(name) }))
        .collect()
}

fn knobs(admission: &Admission) -> Map<String, Value> {
    match serde_json::to_value(admission) {
        Ok(Value::Object(knobs)) => knobs,
        _ => Map::new(),
    }
}

fn read(detail: &Value) -> Vec<KnobChange> {
    let place = |value: Option<&Value>| match value? {
        Value::Null => None,
        Value::String(text) => Some(text.clone()),
        other => Some(other.to_string()),
    };
    let changes = detail.get("changes").and_then(Value::as_array).map(Vec::as_slice).unwrap_or_default();
    let knob = |change: &Value| {
        let knob = change.get("knob")?.as_str()?.to_owned();
        Some(KnobChange { knob, from: place(change.get("from")), to: place(change.get("to")) })
    };
    changes.iter().filter_map(knob).collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::AdmissionKnobs;

    #[test]
    fn the_journal_says_of_each_knob_where_it_stood_and_where_it_stands() {
        let four = AdmissionKnobs { sponsors: 4, distance: Some(6), ..AdmissionKnobs::default() };
        let detail = |before: &Admission, after: &Admission| json!({ "changes": differences(before, after) });
        let usual = Admission::Sponsors(AdmissionKnobs::default());
        let turned = read(&detail(&usual, &Admission::Sponsors(four)));
        let change = |knob: &str, from: Option<&str>, to: &str| KnobChange {
            knob: knob.to_owned(),
            from: from.map(str::to_owned),
            to: Some(to.to_owned()),
        };
        assert_eq!(turned.len(), 2, "{turned:?}");
        assert!(
            turned.contains(&change("sponsors", Some("3"), "4")) && turned.contains(&change("distance", None, "6"))
        );
        let handed_over = read(&detail(&usual, &Admission::Steward));
        assert!(handed_over.contains(&change("by", Some("sponsors"), "steward")), "{handed_over:?}");
        assert_eq!(read(&detail(&usual, &usual)), []);
    }

    #[test]
    fn a_look_is_at_one_policy_of_one_community_at_one_version() {
        let seal = Seal::new([7; 32]);
        let (here, there) = (CommunityId::PLATFORM, CommunityId(uuid::Uuid::from_u128(2)));
        let usual = Admission::Sponsors(AdmissionKnobs::default());
        let first = look(&seal, here, 1, &usual).unwrap();
        assert_eq!(first, look(&seal, here, 1, &usual).unwrap());
        for other in
            [look(&seal, here, 2, &usual), look(&seal, there, 1, &usual), look(&seal, here, 1, &Admission::Steward)]
        {
            assert_ne!(first, other.unwrap());
        }
    }
}
