//! The graph by two ways that share nothing with the house: from the rows, and from the events of the trust history.

use crate::ground::Ground;
use serde_json::Value;
use trust::{Day, EdgeKind, EdgeRow, EdgeState, MemberRow, MemberState, TrustGraph};

/// Founder, standing, day joined, day ended.
type Stands = (bool, String, Option<i32>, Option<i32>);

/// Members but those who wait, pairs that carry, with kind and day, and who counts as one.
#[derive(Debug, Default, Clone, PartialEq, Eq)]
pub struct Told {
    members: std::collections::BTreeMap<i32, Stands>,
    pairs: std::collections::BTreeMap<(i32, i32), (bool, i32)>,
    households: std::collections::BTreeSet<(i32, i32)>,
}

/// Number, founder, standing, day joined, day ended.
type Row = (i32, bool, String, Option<i32>, Option<i32>);

impl Told {
    /// From the rows as they are.
    pub async fn rows(ground: &Ground) -> Self {
        let mut owner = ground.scratch.owner().await;
        let members: Vec<Row> = sqlx::query_as(
            "select number, founder, standing, (joined_at at time zone 'UTC')::date - date '1970-01-01',
                 (ended_at at time zone 'UTC')::date - date '1970-01-01'
             from member where community_id = $1 and standing not in ('applicant', 'guest')",
        )
        .bind(ground.community.0)
        .fetch_all(&mut owner)
        .await
        .unwrap();
        let pairs: Vec<(i32, i32, bool, i32)> = sqlx::query_as(
            "select s.number, a.number, e.kind = 'endorsement', (e.active_at at time zone 'UTC')::date - date '1970-01-01'
             from sponsorship e join member s on s.id = e.sponsor_id join member a on a.id = e.applicant_id
             where e.community_id = $1 and e.state = 'given' and e.active_at is not null",
        )
        .bind(ground.community.0)
        .fetch_all(&mut owner)
        .await
        .unwrap();
        let households: Vec<(i32, i32)> = sqlx::query_as(
            "select m.number, o.number from household h join member m on m.id = h.member_id join member o on o.id = h.other_id
             where h.community_id = $1 and h.began_at is not null and h.ended_at is null",
        )
        .bind(ground.community.0)
        .fetch_all(&mut owner)
        .await
        .unwrap();
        Self {
            households: households.into_iter().collect(),
            members: members.into_iter().map(|(n, founder, standing, j, e)| (n, (founder, standing, j, e))).collect(),
            pairs: pairs.into_iter().map(|(s, a, endorsement, day)| ((s, a), (endorsement, day))).collect(),
        }
    }

    /// From everything the trust history tells, up to an event.
    pub async fn replayed(ground: &Ground, last: i64) -> Self {
        let events: Vec<(i64, Value)> = sqlx::query_as(
            "select graph_version, event -> 'graph' from trust_event
             where community_id = $1 and seq <= $2 and graph_version is not null order by seq",
        )
        .bind(ground.community.0)
        .bind(last)
        .fetch_all(&mut ground.scratch.owner().await)
        .await
        .unwrap();
        let mut told = Self::default();
        for (place, (version, event)) in (1..).zip(events) {
            assert_eq!(version, place, "no version is without its event");
            told.hear(&event);
        }
        told
    }

    fn hear(&mut self, event: &Value) {
        assert!(event.get("again").is_none(), "{event}");
        let each = |key: &str| event[key].as_array().cloned().unwrap_or_default();
        let whole = |value: &Value| value.as_i64().map(|number| i32::try_from(number).unwrap());
        for row in each("members") {
            let (number, standing) = (whole(&row[0]).unwrap(), row[2].as_str().unwrap().to_owned());
            if ["applicant", "guest"].contains(&standing.as_str()) {
                self.members.remove(&number);
            } else {
                let stands = (row[1].as_bool().unwrap(), standing, whole(&row[3]), whole(&row[4]));
                self.members.insert(number, stands);
            }
        }
        for row in each("begun") {
            let pair = (whole(&row[0]).unwrap(), whole(&row[1]).unwrap());
            self.pairs.insert(pair, (row[2].as_bool().unwrap(), whole(&row[3]).unwrap()));
        }
        for row in each("together") {
            self.households.insert((whole(&row[0]).unwrap(), whole(&row[1]).unwrap()));
        }
        for row in each("apart") {
            self.households.remove(&(whole(&row[0]).unwrap(), whole(&row[1]).unwrap()));
        }
        for row in each("ended") {
            self.pairs.remove(&(whole(&row[0]).unwrap(), whole(&row[1]).unwrap()));
        }
    }

    /// As the engine sees it.
    pub fn graph(&self) -> TrustGraph {
        let number = |number: i32| u32::try_from(number).unwrap();
        let members = self.members.iter().map(|(&of, (root, standing, joined, ended))| {
            let state = match standing.as_str() {
                "member" => MemberState::Member { since: Day::new(joined.unwrap()) },
                "left" => MemberState::Left { day: Day::new(ended.unwrap()) },
                "under_review" => MemberState::UnderReview,
                "expelled" => MemberState::Expelled,
                _ => MemberState::Suspended,
            };
            MemberRow { number: number(of), root: *root, state }
        });
        let mut graph = TrustGraph::build(members, []).unwrap();
        for (&(sponsor, member), &(endorsement, day)) in &self.pairs {
            let kind = if endorsement { EdgeKind::Endorsement } else { EdgeKind::Admission };
            let (sponsor, member) = (number(sponsor), number(member));
            for waits in [sponsor, member].into_iter().filter(|&one| graph.state(one).is_none()).collect::<Vec<_>>() {
                graph.put_member(MemberRow { number: waits, root: false, state: MemberState::Applicant }).unwrap();
            }
            let row = EdgeRow { sponsor, member, state: EdgeState::Active, kind, day: Day::new(day) };
            graph.put_edge(row).unwrap();
        }
        graph
    }
}
