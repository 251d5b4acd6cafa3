//! What people are denied, written down without anybody being able to fill the journal by it.
//!
//! The first denial of a person and an act within a quarter of an hour stands in the journal at once. The others are counted, and
//! once the quarter is over one more entry says how many there were (`denied_again`): nothing is lost, and a person and an act
//! cost two entries a quarter at the most.

use crate::store::denial::Counted;
use crate::{CommunityError, limits, store};
use database::{CommunityTx, DatabaseError, Db, audit::Entry};
use kernel::{Caller, CommunityId, Denial, Timestamp, Who};
use serde_json::{Value, json};
use std::collections::BTreeMap;

/// Writes down what was denied in this request so far, in transactions of their own: those in which it was denied are gone.
///
/// # Errors
/// Where the database fails; then it is logged, too. The denial stands in any case.
pub async fn write_denials(db: &Db, caller: &Caller) -> Result<(), CommunityError> {
    let mut by_community: BTreeMap<CommunityId, Vec<Denial>> = BTreeMap::new();
    for denial in caller.denials.take() {
        tracing::info!(community = %denial.community, act = ?denial.act, who = ?denial.who, "denied");
        by_community.entry(denial.community).or_default().push(denial);
    }
    for (community, denials) in by_community {
        let mut tx = db.begin(community).await?;
        let mut is_new = false;
        for counted in count(&denials, tx.now()) {
            if store::denial::add(&mut tx, &counted).await? {
                is_new = true;
                tx.record(first(&counted));
            }
        }
        if is_new {
            // The journal is written to in any case.
            write_repeated_tx(&mut tx).await?;
        }
        tx.commit().await?;
    }
    Ok(())
}

/// Writes down how often somebody was denied the same again, for every quarter that is over. How many were taken out.
pub async fn write_repeated_tx(tx: &mut CommunityTx) -> Result<usize, DatabaseError> {
    let until = tx.now() - limits::DENIALS_COUNTED_FOR;
    let over = store::denial::take_until(tx, until).await?;
    for counted in over.iter().filter(|counted| counted.times > 1) {
        tx.record(again(counted));
    }
    Ok(over.len())
}

/// In the order of the table's key, so that two transactions that count the same do not wait for one another.
fn count(denials: &[Denial], now: Timestamp) -> Vec<Counted> {
    let since = quarter(now);
    let mut all: BTreeMap<(String, String), Counted> = BTreeMap::new();
    for denial in denials {
        let act = format!("{:?}", denial.act);
        let (who, actor, detail) = match denial.who {
            Who::Member(me) => (format!("member:{}", me.member), Some(me.member), json!({ "act": act })),
            Who::Account(account) => (format!("account:{account}"), None, json!({ "act": act, "account": account })),
            Who::Program(program) => {
                (format!("program:{}", program.token), None, json!({ "act": act, "token": program.token.0 }))
            }
            Who::Anonymous | Who::House => ("nobody".to_owned(), None, json!({ "act": act })),
        };
        let counted = Counted { who: who.clone(), act: act.clone(), since, actor, detail, times: 0 };
        all.entry((who, act)).or_insert(counted).times += 1;
    }
    all.into_values().collect()
}

/// When the quarter of an hour began.
fn quarter(now: Timestamp) -> Timestamp {
    let length = limits::DENIALS_COUNTED_FOR.num_seconds();
    let began = now.timestamp().div_euclid(length).saturating_mul(length);
    Timestamp::from_timestamp(began, 0).unwrap_or(now)
}

fn first(counted: &Counted) -> Entry {
    Entry { actor: counted.actor, subject: None, act: "denied", detail: counted.detail.clone() }
}

fn again(counted: &Counted) -> Entry {
    let mut detail = counted.detail.clone();
    if let Value::Object(fields) = &mut detail {
        // The first stands there already.
        fields.insert("times".to_owned(), json!(counted.times.saturating_sub(1)));
        fields.insert("since".to_owned(), json!(counted.since));
    }
    Entry { actor: counted.actor, subject: None, act: "denied_again", detail }
}

#[cfg(test)]
mod tests {
    use super::*;
    use kernel::{AccountId, Act};
    use uuid::Uuid;

    #[test]
    fn the_denials_of_one_request_are_counted_by_person_and_act() {
        let denial = |n: u128, act| Denial {
            community: CommunityId(Uuid::from_u128(1)),
            who: Who::Account(AccountId(Uuid::from_u128(n))),
            act,
        };
        let denials = [
            denial(1, Act::SeeJournal),
            denial(2, Act::SeeJournal),
            denial(1, Act::Invite),
            denial(1, Act::SeeJournal),
        ];
        let counted = count(&denials, Timestamp::default());
        assert_eq!(counted.iter().map(|one| one.times).collect::<Vec<_>>(), [1, 2, 1]);
        assert_eq!(again(&counted[1]).detail["times"], 1);
    }

    #[test]
    fn a_quarter_begins_where_the_clock_shows_one() {
        let at = |text: &str| text.parse::<Timestamp>().unwrap();
        assert_eq!(quarter(at("2026-03-03T09:29:59.999Z")), at("2026-03-03T09:15:00Z"));
        assert_eq!(quarter(at("2026-03-03T09:30:00Z")), at("2026-03-03T09:30:00Z"));
        assert_eq!(quarter(at("1969-12-31T23:59:00Z")), at("1969-12-31T23:45:00Z"));
    }
}
