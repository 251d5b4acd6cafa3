//! A community under one policy, day after day.

use std::collections::{HashMap, HashSet};

use chrono::{DateTime, TimeDelta, Utc};

use super::policies::{Policy, near_enough, referents};
use crate::lab::synthetic::{GROWN_ON, Rows, word};
use crate::{
    AdmissionPolicy, Application, Circumstances, Day, GraphError, MemberRow, MemberState, Offer, Outcome,
    SponsorRecord, TrustGraph, allowance, decide,
};

/// Days after which the referents are found anew.
const MONTH: i32 = 30;

pub(super) struct Town {
    pub(super) graph: TrustGraph,
    pub(super) policy: Policy,
    pub(super) day: Day,
    pub(super) knobs: AdmissionPolicy,
    given: HashMap<u32, Vec<Day>>,
    lasted: HashMap<u32, u32>,
    admitted_today: u32,
    members_yesterday: u32,
    referents: (i32, HashSet<u32>),
}

impl Town {
    pub(super) fn new(rows: &Rows, policy: Policy, k: u32) -> Result<Self, GraphError> {
        let graph = TrustGraph::build(rows.members.iter().copied(), rows.edges.iter().copied())?;
        let knobs = policy.knobs(k);
        Ok(Self {
            graph,
            policy,
            day: GROWN_ON,
            knobs,
            given: HashMap::new(),
            lasted: HashMap::new(),
            admitted_today: 0,
            members_yesterday: 0,
            referents: (i32::MIN, HashSet::new()),
        })
    }

    pub(super) fn dawn(&mut self, day: Day) {
        self.day = day;
        self.admitted_today = 0;
        let standing = self.graph.for_keeping(day).standing().count();
        self.members_yesterday = u32::try_from(standing).unwrap_or(u32::MAX);
        if self.policy == Policy::Duniter && day.number() >= self.referents.0.saturating_add(MONTH) {
            self.referents = (day.number(), referents(&self.graph.for_keeping(day)));
        }
    }

    /// People sponsored long ago who lasted: more tokens.
    pub(super) fn has_lasted(&mut self, member: u32, people: u32) {
        self.lasted.insert(member, people);
    }

    /// Sponsors that one newcomer needs here.
    pub(super) fn needed(&self) -> usize {
        self.knobs.sponsors as usize
    }

    /// Whether this one's word would count today.
    pub(super) fn able(&self, member: u32) -> bool {
        let Some(MemberState::Member { since }) = self.graph.state(member) else { return false };
        let senior = self.graph.was_made_root(member)
            || self.day.since(since) >= i64::from(self.knobs.seniority_on(self.day, Day::new(0)));
        senior && self.tokens(member, since) > 0
    }

    fn tokens(&self, member: u32, since: Day) -> u32 {
        if !self.policy.counts_tokens() {
            return u32::MAX;
        }
        let record = SponsorRecord {
            joined: since,
            root: self.graph.was_made_root(member),
            given: self.given.get(&member).cloned().unwrap_or_default(),
            lasted: self.lasted.get(&member).copied().unwrap_or(0),
            strikes: Vec::new(),
        };
        allowance(&self.knobs, &record, self.day).left
    }

    fn offer(&self, sponsor: u32, now: DateTime<Utc>) -> Offer {
        let tokens_left = match self.graph.state(sponsor) {
            Some(MemberState::Member { since }) => self.tokens(sponsor, since),
            _ => 0,
        };
        // Asked early enough for the cooling time to be over: it delays, it does not decide.
        Offer { sponsor, offered_at: now - TimeDelta::days(3), tokens_left, barred: false }
    }

    /// Lets somebody with these sponsors in, if the policy does; their number.
    pub(super) fn admit(&mut self, sponsors: &[u32]) -> Option<u32> {
        let now = DateTime::UNIX_EPOCH + TimeDelta::days(i64::from(self.day.number())) + TimeDelta::hours(12);
        let offers = sponsors.iter().map(|&sponsor| self.offer(sponsor, now)).collect();
        let application = Application { applicant: None, offers, open_reservations: 0 };
        let circumstances = Circumstances {
            now,
            opened: Day::new(0),
            admitted_today: self.admitted_today,
            members_yesterday: self.members_yesterday,
        };
        let verdict = decide(&self.graph, &self.knobs, &application, &circumstances);
        if verdict.outcome != Outcome::Admitted {
            return None;
        }
        let view = self.graph.for_keeping(self.day);
        if self.policy == Policy::Duniter && !near_enough(&view, &self.referents.1, &verdict.payers) {
            return None;
        }
        self.enter(&verdict.payers)
    }

    /// Somebody who was inside before the rule was, by these words.
    pub(super) fn settle(&mut self, sponsors: &[u32]) -> Result<u32, GraphError> {
        let number = u32::try_from(self.graph.len()).unwrap_or(u32::MAX);
        self.graph.put_member(MemberRow { number, root: false, state: MemberState::Member { since: self.day } })?;
        for &sponsor in sponsors {
            self.graph.put_edge(word(sponsor, number, self.day))?;
        }
        Ok(number)
    }

    /// One word given to nobody who stays.
    pub(super) fn spend(&mut self, sponsor: u32) {
        self.given.entry(sponsor).or_default().push(self.day);
    }

    fn enter(&mut self, payers: &[u32]) -> Option<u32> {
        let number = u32::try_from(self.graph.len()).ok()?;
        let state = MemberState::Member { since: self.day };
        self.graph.put_member(MemberRow { number, root: false, state }).ok()?;
        for &payer in payers {
            self.graph.put_edge(word(payer, number, self.day)).ok()?;
            self.given.entry(payer).or_default().push(self.day);
        }
        self.admitted_today += 1;
        Some(number)
    }

    /// One more word for somebody already in, where words cost nothing.
    pub(super) fn endorse(&mut self, sponsor: u32, member: u32) -> Result<(), GraphError> {
        if self.policy.counts_tokens() { Ok(()) } else { self.graph.put_edge(word(sponsor, member, self.day)) }
    }
}
