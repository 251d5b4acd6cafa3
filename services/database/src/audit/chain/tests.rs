//! Bar R2 in memory: whatever somebody does to a chain without the key is found, and the place is named.

use super::*;
use kernel::{Entropy, SeededEntropy};
use serde_json::json;

const LENGTH: i64 = 24;

fn community() -> CommunityId {
    CommunityId(Uuid::from_u128(7))
}

fn seal() -> Seal {
    Seal::new([3; 32])
}

fn entry(n: i64) -> Entry {
    let reason = if n % 3 == 0 { format!("parce que {n}") } else { String::new() };
    Entry {
        actor: (n % 2 == 0).then(|| Uuid::from_u128(11).into()),
        subject: (n % 5 != 0).then(|| Uuid::from_u128(12).into()),
        act: "standing_changed",
        detail: json!({ "to": "member", "from": "applicant", "n": n, "reason": reason }),
    }
}

fn chain_of(length: i64) -> Vec<Link> {
    let mut chain = Chain::begin(&seal(), community(), &[]);
    let at = |n: i64| chrono::DateTime::from_timestamp(1_795_000_000 + n, 0).unwrap();
    (1..=length).map(|n| chain.forge(Uuid::from_u128(n.unsigned_abs().into()), at(n), entry(n))).collect()
}

fn look(links: &[Link], older: &[Link], anchors: &[Anchor]) -> Result<Anchor, Broken> {
    let mut sorted = links.to_vec();
    sorted.sort_by_key(|link| link.seq);
    let mut chain = Chain::begin(&seal(), community(), older).holding(anchors);
    for link in &sorted {
        chain.take(link)?;
    }
    chain.end()
}

fn head(links: &[Link]) -> Anchor {
    links.last().map(|link| Anchor { seq: link.seq, mac: link.mac.clone() }).unwrap()
}

/// A number below `below`.
fn draw(dice: &SeededEntropy, below: usize) -> usize {
    let mut bytes = [0; 4];
    dice.fill(&mut bytes);
    u32::from_le_bytes(bytes) as usize % below
}

/// Does something to the chain; the number at which it must be found, at the latest.
fn attack(dice: &SeededEntropy, links: &mut Vec<Link>) -> i64 {
    let place = draw(dice, links.len());
    let seq = links[place].seq;
    match draw(dice, 12) {
        0 => links[place].act = "applied".to_owned(),
        1 => links[place].detail["to"] = json!("suspended"),
        2 => links[place].actor_id = Some(Uuid::from_u128(99)),
        3 => links[place].subject_id = Some(Uuid::from_u128(98)),
        4 => links[place].at += chrono::Duration::microseconds(1),
        5 => links[place].id = Uuid::from_u128(97),
        6 => {
            links.remove(place);
        }
        7 => {
            let other = (place + 1 + draw(dice, links.len() - 1)) % links.len();
            let (one, two) = (links[place].seq, links[other].seq);
            links[place].seq = two;
            links[other].seq = one;
            return one.min(two);
        }
        8 => {
            // One more in between, everything after it moved up.
            let forged = Link { id: Uuid::from_u128(96), ..links[place].clone() };
            for link in links.iter_mut().skip(place) {
                link.seq += 1;
            }
            links.insert(place, forged);
            return seq + 1;
        }
        9 => links.truncate(place),
        10 => {
            // At the end, with a mark of somebody who has another key.
            let mut chain = Chain::after(&Seal::new([4; 32]), community(), &head(links));
            let forged = chain.forge(Uuid::from_u128(95), links[place].at, entry(1));
            links.push(forged);
            return LENGTH + 1;
        }
        _ => match &mut links[place].note {
            Some(note) => note.push('!'),
            none => *none = Some("von nirgends".to_owned()),
        },
    }
    seq
}

#[test]
fn r2_a_thousand_random_attacks_are_all_found_and_the_place_is_named() {
    let genuine = chain_of(LENGTH);
    let anchors = [head(&genuine)];
    assert_eq!(look(&genuine, &[], &anchors), Ok(head(&genuine)), "untouched, it holds");
    let dice = SeededEntropy::new(2);
    for round in 0..1_000 {
        let mut links = genuine.clone();
        let latest = attack(&dice, &mut links);
        let found = look(&links, &[], &anchors);
        let broken = found.expect_err(&format!("round {round} was not found"));
        assert!(broken.seq >= 1 && broken.seq <= latest, "round {round}: {broken:?}, done at {latest}");
    }
}

#[test]
fn r2_a_cut_tail_is_found_by_the_anchor_and_by_nothing_else() {
    let genuine = chain_of(LENGTH);
    let cut = &genuine[..10];
    assert!(look(cut, &[], &[]).is_ok(), "a shorter chain is a chain");
    assert_eq!(look(cut, &[], &[head(&genuine)]), Err(Broken { seq: 11, why: Why::Missing }));
    let rewritten = {
        let mut chain = Chain::after(&seal(), community(), &head(cut));
        let mut links = cut.to_vec();
        links.extend((11..=LENGTH).map(|n| chain.forge(Uuid::from_u128(500), genuine[0].at, entry(n))));
        links
    };
    let broken = Broken { seq: LENGTH, why: Why::Anchor };
    assert_eq!(look(&rewritten, &[], &[head(&genuine)]), Err(broken), "even by somebody who has the key");
}

#[test]
fn r2_what_is_older_than_the_chain_is_covered_by_its_first_mark() {
    let older: Vec<Link> = chain_of(3).into_iter().map(|link| Link { seq: 0, mac: Vec::new(), ..link }).collect();
    let mut chain = Chain::begin(&seal(), community(), &older);
    let links = [chain.forge(Uuid::from_u128(1), older[0].at, entry(1))];
    assert!(look(&links, &older, &[]).is_ok());
    assert_eq!(look(&links, &older[1..], &[]), Err(Broken { seq: 1, why: Why::Altered }));
}

#[test]
fn a_note_may_go_when_an_entry_says_so_and_not_otherwise() {
    let mut links = chain_of(6);
    links[2].note = None;
    assert_eq!(look(&links, &[], &[]), Err(Broken { seq: 3, why: Why::Note }));
    let mut chain = Chain::after(&seal(), community(), &head(&links));
    let erased = Entry { detail: json!({ "notes_erased": [3] }), ..entry(1) };
    let at = links[0].at;
    links.push(chain.forge(Uuid::from_u128(7), at, erased));
    assert_eq!(look(&links, &[], &[]), Ok(head(&links)));
}

#[test]
fn a_chain_of_one_community_is_none_of_another() {
    let links = chain_of(2);
    let mut elsewhere = Chain::begin(&seal(), CommunityId(Uuid::from_u128(8)), &[]);
    assert!(elsewhere.take(&links[0]).is_err());
}

#[test]
fn the_same_value_has_the_same_text_whatever_the_order_of_its_keys() {
    let one: Value = serde_json::from_str(r#"{"b":[1,{"y":null,"x":"é"}],"a":true}"#).unwrap();
    let other: Value = serde_json::from_str(r#"{"a":true,"b":[1,{"x":"é","y":null}]}"#).unwrap();
    assert_eq!(canonical(&one), canonical(&other));
    assert_eq!(canonical(&one), r#"{"a":true,"b":[1,{"x":"é","y":null}]}"#);
}
