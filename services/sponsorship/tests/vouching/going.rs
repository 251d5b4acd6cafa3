//! Somebody goes by a decision: seen first, done as seen, with two hands where it touches many; and what becomes of those who fell.

use crate::ground::{Ground, member};
use chrono::Duration;
use kernel::{AppealId, Caller, DepartureId, MemberId, PageRequest, ReviewId, Role, SponsorshipId, Standing};
use membership::role::{GiveRole, give_role};
use sponsorship::jobs::LegacyEnds;
use sponsorship::{
    AnswerAppeal, Appeal, CallOff, Cause, ConfirmDeparture, ConfirmMember, EffectsView, Endorse, ImportedSponsorship,
    PutOut, PutOutcome, Relation, SponsorshipError, review,
};
use uuid::Uuid;

/// Who vouches for whom, brought along from elsewhere: carries at once, costs nothing.
pub async fn ties(ground: &Ground, pairs: &[(&str, &str)]) {
    let key = |name: &str| format!("{name}@example.test");
    let rows: Vec<ImportedSponsorship> = (0..)
        .zip(pairs)
        .map(|(line, (sponsor, member))| ImportedSponsorship {
            line,
            sponsor: key(sponsor),
            member: key(member),
            given_at: "2024-05-01T00:00:00Z".parse().unwrap(),
        })
        .collect();
    let report = sponsorship::import_sponsorships(&ground.db, &ground.house(), &rows).await.unwrap();
    assert_eq!(report.left_out, []);
}

pub async fn stands(ground: &Ground, name: &str) -> Standing {
    ground.by_email(&format!("{name}@example.test")).await.me().unwrap().standing
}

pub async fn steward(ground: &Ground, name: &str) -> Caller {
    let who = ground.by_email(&format!("{name}@example.test")).await;
    give_role(&ground.db, &ground.house(), GiveRole { member: member(&who), role: Role::Steward }).await.unwrap();
    ground.by_email(&format!("{name}@example.test")).await
}

async fn look(ground: &Ground, steward: &Caller, whom: MemberId, cause: Cause) -> EffectsView {
    sponsorship::what_if(&ground.db, steward, whom, cause).await.unwrap()
}

fn wish(ground: &Ground, view: &EffectsView) -> PutOut {
    PutOut {
        id: DepartureId(ground.fresh()),
        member: view.member.id,
        cause: view.cause,
        reason: "Des annonces inventées.".to_owned(),
        seen: view.seen.clone(),
    }
}

/// Puts somebody out as two stewards do it: the first proposes, where that is asked for the second confirms.
pub async fn put_out(ground: &Ground, two: [&Caller; 2], name: &str, cause: Cause) -> DepartureId {
    let who = member(&ground.by_email(&format!("{name}@example.test")).await);
    let view = look(ground, two[0], who, cause).await;
    let wish = wish(ground, &view);
    let came = sponsorship::put_out(&ground.db, two[0], wish.clone()).await.unwrap();
    assert_eq!(came, if view.two_stewards { PutOutcome::Waits } else { PutOutcome::Done });
    if came == PutOutcome::Waits {
        let confirm = ConfirmDeparture { id: wish.id, seen: view.seen };
        sponsorship::confirm_departure(&ground.db, two[1], confirm).await.unwrap();
    }
    wish.id
}

/// Seven founders; eight cheats, each carried by three of them; twelve fakes, each vouched for by three of the cheats; an honest
/// newcomer by two of the cheats and a founder; thirty others.
async fn village(ground: &Ground) {
    ground.members("cheat", 8).await;
    ground.members("fake", 12).await;
    ground.members("honest", 1).await;
    ground.members("other", 30).await;
    let founder = |n: usize| format!("founder{}", n % 7);
    let mut pairs: Vec<(String, String)> = Vec::new();
    for (name, count) in [("cheat", 8), ("other", 30)] {
        for n in 0..count {
            pairs.extend((0..3).map(|step| (founder(n + step), format!("{name}{n}"))));
        }
    }
    for n in 0..12 {
        pairs.extend((0..3).map(|step| (format!("cheat{}", (n + step) % 8), format!("fake{n}"))));
        pairs.extend((1..4).map(|step| (format!("fake{}", (n + step) % 12), format!("fake{n}"))));
    }
    for sponsor in ["cheat0", "cheat1", "founder3"] {
        pairs.push((sponsor.to_owned(), "honest0".to_owned()));
    }
    let pairs: Vec<(&str, &str)> = pairs.iter().map(|(sponsor, member)| (sponsor.as_str(), member.as_str())).collect();
    ties(ground, &pairs).await;
    ground.clock.advance(Duration::days(1));
}

fn word(ground: &Ground, whom: MemberId) -> Endorse {
    Endorse {
        id: SponsorshipId(ground.fresh()),
        member: whom,
        relation: Relation::Neighbour,
        sentence: "Elle habite en face depuis dix ans.".to_owned(),
        met_in_person: true,
    }
}

#[tokio::test]
async fn eight_go_the_fakes_fall_under_review_and_an_honest_one_is_cured_by_a_new_word() {
    let ground = Ground::open().await;
    village(&ground).await;
    let owner = ground.founders.first().unwrap().clone();
    let second = steward(&ground, "founder1").await;
    for n in 0..8 {
        put_out(&ground, [&owner, &second], &format!("cheat{n}"), Cause::Fraud).await;
    }
    for n in 0..12 {
        assert_eq!(stands(&ground, &format!("fake{n}")).await, Standing::UnderReview, "fake{n}");
    }
    for n in 0..30 {
        assert_eq!(stands(&ground, &format!("other{n}")).await, Standing::Member, "other{n}");
    }
    assert_eq!(stands(&ground, "honest0").await, Standing::UnderReview);
    assert_eq!(ground.count("select count(*) from sponsorship where state = 'void'").await, 36 + 2);
    let honest = ground.by_email("honest0@example.test").await;
    let own = sponsorship::own_standing(&ground.db, &honest).await.unwrap();
    let review = own.review.unwrap();
    assert_eq!((review.paths, review.need), (2, 3), "when the first of the two cheats went");
    assert!(sponsorship::tokens(&ground.db, &honest).await.is_err(), "under review one vouches for nobody");
    let other = ground.by_email("other5@example.test").await;
    sponsorship::endorse(&ground.db, &other, word(&ground, member(&honest))).await.unwrap();
    assert_eq!(stands(&ground, "honest0").await, Standing::UnderReview, "two paths are not three");
    let another = ground.by_email("other9@example.test").await;
    let given = word(&ground, member(&honest));
    sponsorship::endorse(&ground.db, &another, given.clone()).await.unwrap();
    assert_eq!(stands(&ground, "honest0").await, Standing::Member, "in the transaction of the word itself");
    sponsorship::endorse(&ground.db, &another, given).await.unwrap();
    let once = "select count(*) from sponsorship where kind = 'endorsement'";
    assert_eq!(ground.count(once).await, 2, "sending it twice gives one word");
    assert_eq!(sponsorship::tokens(&ground.db, &another).await.unwrap().spent, 1, "and it costs a token");
    let ended = "select count(*) from review where outcome = 'cured'";
    assert_eq!(ground.count(ended).await, 1);
    ground.clear().await;
}

#[tokio::test]
async fn looking_changes_nothing_and_says_who_falls_with_which_deadline() {
    let ground = Ground::open().await;
    ground.members("link", 1).await;
    ground.members("leaf", 2).await;
    ties(&ground, &[("founder1", "link0"), ("founder2", "link0"), ("founder3", "link0")]).await;
    ties(&ground, &[("link0", "leaf0"), ("link0", "leaf1"), ("founder1", "leaf1"), ("founder2", "leaf1")]).await;
    ties(&ground, &[("founder4", "leaf0"), ("founder5", "leaf0")]).await;
    let before = ground.count("select seq from trust_head order by seq desc limit 1").await;
    let link = member(&ground.by_email("link0@example.test").await);
    let view = look(&ground, &ground.founders[0], link, Cause::Conduct).await;
    let fallen: Vec<(&str, u32, u32)> =
        view.falls.iter().map(|fall| (fall.member.name.as_str(), fall.paths, fall.need)).collect();
    assert_eq!(fallen, [("leaf 0", 2, 3), ("leaf 1", 2, 3)]);
    let today = trust::Day::of(ground.db.clock().now());
    assert!(view.falls.iter().all(|fall| fall.until == today.plus(90)), "few paths: ninety days");
    assert_eq!((view.sponsors.len(), view.touched, view.two_stewards), (3, 2, true));
    assert!(view.orphans.is_empty());
    let sql = "select seq from trust_head order by seq desc limit 1";
    assert_eq!(ground.count(sql).await, before, "nothing was written");
    assert_eq!(ground.count("select count(*) from review").await, 0);
    ground.clear().await;
}

#[tokio::test]
async fn what_is_done_is_what_was_shown_and_if_others_are_touched_it_is_shown_again() {
    let ground = Ground::open().await;
    let owner = ground.founders.first().unwrap().clone();
    ground.members("link", 1).await;
    ground.members("leaf", 1).await;
    ground.members("crowd", 300).await;
    ties(&ground, &[("founder1", "link0"), ("founder2", "link0"), ("founder3", "link0")]).await;
    let link = member(&ground.by_email("link0@example.test").await);
    let alone = look(&ground, &owner, link, Cause::Conduct).await;
    assert_eq!(alone.touched, 0);
    ties(&ground, &[("link0", "leaf0"), ("founder1", "leaf0"), ("founder2", "leaf0")]).await;
    let refused = sponsorship::put_out(&ground.db, &owner, wish(&ground, &alone)).await;
    assert!(matches!(refused, Err(SponsorshipError::GraphMoved)), "{refused:?}");
    assert_eq!(stands(&ground, "link0").await, Standing::Member);
    let now = look(&ground, &owner, link, Cause::Conduct).await;
    assert_eq!((now.touched, now.two_stewards), (1, false), "one of three hundred");
    ground.clock.advance(Duration::days(1));
    let cmd = wish(&ground, &now);
    let done = sponsorship::put_out(&ground.db, &owner, cmd.clone()).await.unwrap();
    assert_eq!(done, PutOutcome::Done, "another day is not another graph");
    assert_eq!(sponsorship::put_out(&ground.db, &owner, cmd).await.unwrap(), PutOutcome::Done, "twice is once");
    assert_eq!(
        (stands(&ground, "link0").await, stands(&ground, "leaf0").await),
        (Standing::Expelled, Standing::UnderReview)
    );
    assert_eq!(ground.count("select count(*) from departure").await, 1);
    let kept = "select count(*) from sponsorship where state = 'given'";
    assert_eq!(ground.count(kept).await, 6, "for conduct words stay on record");
    let letters = "select count(*) from job where kind = 'standing_letter'";
    assert_eq!(ground.count(letters).await, 2);
    assert_eq!(ground.count("select count(*) from job where kind = 'review_due'").await, 1);
    ground.clear().await;
}

#[tokio::test]
async fn what_touches_many_needs_the_hand_of_another_steward_within_seven_days() {
    let ground = Ground::open().await;
    village(&ground).await;
    let (owner, second) = (ground.founders.first().unwrap().clone(), steward(&ground, "founder1").await);
    let cheat = member(&ground.by_email("cheat0@example.test").await);
    let view = look(&ground, &owner, cheat, Cause::Fraud).await;
    assert!(view.two_stewards, "{} of 58", view.touched);
    let first = wish(&ground, &view);
    assert_eq!(sponsorship::put_out(&ground.db, &owner, first.clone()).await.unwrap(), PutOutcome::Waits);
    assert_eq!(stands(&ground, "cheat0").await, Standing::Member, "nothing has happened");
    let again = sponsorship::put_out(&ground.db, &second, wish(&ground, &view)).await;
    assert!(matches!(again, Err(SponsorshipError::DepartureWaits)), "{again:?}");
    let confirm = ConfirmDeparture { id: first.id, seen: view.seen.clone() };
    let alone = sponsorship::confirm_departure(&ground.db, &owner, confirm.clone()).await;
    assert!(matches!(alone, Err(SponsorshipError::SameSteward)), "{alone:?}");
    let stale = ConfirmDeparture { id: first.id, seen: "something else".to_owned() };
    let unseen = sponsorship::confirm_departure(&ground.db, &second, stale).await;
    assert!(matches!(unseen, Err(SponsorshipError::GraphMoved)), "{unseen:?}");
    assert_eq!(sponsorship::proposals(&ground.db, &second).await.unwrap().len(), 1);
    ground.clock.advance(Duration::days(7));
    let late = sponsorship::confirm_departure(&ground.db, &second, confirm).await;
    assert!(matches!(late, Err(SponsorshipError::DepartureSettled)), "{late:?}");
    assert!(sponsorship::proposals(&ground.db, &second).await.unwrap().is_empty());
    let view = look(&ground, &owner, cheat, Cause::Fraud).await;
    let next = wish(&ground, &view);
    sponsorship::put_out(&ground.db, &owner, next.clone()).await.unwrap();
    sponsorship::call_off(&ground.db, &second, CallOff { id: next.id }).await.unwrap();
    let gone = ConfirmDeparture { id: next.id, seen: view.seen };
    let off = sponsorship::confirm_departure(&ground.db, &second, gone).await;
    assert!(matches!(off, Err(SponsorshipError::DepartureSettled)), "{off:?}");
    put_out(&ground, [&owner, &second], "cheat0", Cause::Fraud).await;
    assert_eq!(stands(&ground, "cheat0").await, Standing::Expelled);
    ground.clear().await;
}

/// Somebody who hangs on one person who was put out.
async fn fallen(ground: &Ground) -> (Caller, Caller, ReviewId) {
    ground.members("link", 1).await;
    ground.members("leaf", 1).await;
    ties(ground, &[("founder1", "link0"), ("founder2", "link0"), ("founder3", "link0")]).await;
    ties(ground, &[("link0", "leaf0"), ("founder1", "leaf0"), ("founder2", "leaf0")]).await;
    let (owner, second) = (ground.founders.first().unwrap().clone(), steward(ground, "founder1").await);
    put_out(ground, [&owner, &second], "link0", Cause::Conduct).await;
    let page = sponsorship::reviews(&ground.db, &owner, PageRequest::new(5, None)).await.unwrap();
    assert_eq!(page.items.len(), 1);
    (owner, second, page.items.first().unwrap().review.id)
}

#[tokio::test]
async fn when_the_time_is_over_people_are_called_and_nobody_is_put_out_by_a_computation() {
    let ground = Ground::open().await;
    let (owner, _, id) = fallen(&ground).await;
    ground.clock.advance(Duration::days(92));
    let house = ground.house();
    assert!(review::review_due(&ground.db, &house, id).await.unwrap());
    assert_eq!(stands(&ground, "leaf0").await, Standing::UnderReview);
    let told = "select count(*) from notification where kind = 'review_due'";
    assert_eq!(ground.count(told).await, 2, "the owner and the steward");
    let confirm = ConfirmMember { id, reason: "Tout le monde la connaît.".to_owned() };
    let leaf = ground.by_email("leaf0@example.test").await;
    assert!(sponsorship::confirm_member(&ground.db, &leaf, confirm.clone()).await.is_err(), "not oneself");
    sponsorship::confirm_member(&ground.db, &owner, confirm.clone()).await.unwrap();
    assert_eq!(stands(&ground, "leaf0").await, Standing::Member);
    let twice = sponsorship::confirm_member(&ground.db, &owner, confirm).await;
    assert!(matches!(twice, Err(SponsorshipError::ReviewEnded)), "{twice:?}");
    assert!(!review::review_due(&ground.db, &house, id).await.unwrap(), "a job that comes late does nothing");
    ground.clear().await;
}

#[tokio::test]
async fn a_word_may_carry_others_than_the_one_it_was_given_to() {
    let ground = Ground::open().await;
    fallen(&ground).await;
    ties(&ground, &[("founder3", "leaf0")]).await;
    assert_eq!(stands(&ground, "leaf0").await, Standing::UnderReview, "nobody has looked yet");
    assert_eq!(review::recheck_reviews(&ground.db, &ground.house()).await.unwrap(), 1);
    assert_eq!(stands(&ground, "leaf0").await, Standing::Member);
    assert_eq!(review::recheck_reviews(&ground.db, &ground.house()).await.unwrap(), 0);
    ground.clear().await;
}

#[tokio::test]
async fn p7_an_appeal_is_read_by_a_steward_who_did_not_decide_and_upheld_it_gives_everything_back() {
    let ground = Ground::open().await;
    ground.members("link", 1).await;
    ground.members("leaf", 1).await;
    ties(&ground, &[("founder1", "link0"), ("founder2", "link0"), ("founder3", "link0")]).await;
    ties(&ground, &[("link0", "leaf0"), ("founder1", "leaf0"), ("founder2", "leaf0")]).await;
    let (owner, second) = (ground.founders.first().unwrap().clone(), steward(&ground, "founder1").await);
    let joined = "select extract(epoch from joined_at)::bigint from member where name = 'link 0'";
    let since = ground.count(joined).await;
    let departure = put_out(&ground, [&owner, &second], "link0", Cause::Fraud).await;
    let link = ground.by_email("link0@example.test").await;
    assert_eq!(link.me().unwrap().standing, Standing::Expelled);
    let own = sponsorship::own_standing(&ground.db, &link).await.unwrap();
    assert_eq!(own.decision.unwrap().reason, "Des annonces inventées.");
    let text = Appeal { id: AppealId(ground.fresh()), about: departure.0, words: "Ce n’était pas moi.".to_owned() };
    let leaf = ground.by_email("leaf0@example.test").await;
    let others = sponsorship::appeal(&ground.db, &leaf, text.clone()).await;
    assert!(matches!(others, Err(SponsorshipError::NotFound)), "not against what was decided about others: {others:?}");
    sponsorship::appeal(&ground.db, &link, text.clone()).await.unwrap();
    sponsorship::appeal(&ground.db, &link, text.clone()).await.unwrap();
    let more = Appeal { id: AppealId(ground.fresh()), ..text.clone() };
    let more = sponsorship::appeal(&ground.db, &link, more).await;
    assert!(matches!(more, Err(SponsorshipError::AlreadyAppealed)), "{more:?}");
    let answer = AnswerAppeal { id: text.id, upheld: true, answer: "Une confusion. Pardon.".to_owned() };
    let third = steward(&ground, "founder2").await;
    for decided in [&owner, &second] {
        let own = sponsorship::answer_appeal(&ground.db, decided, answer.clone()).await;
        assert!(matches!(own, Err(SponsorshipError::OwnDecision)), "{own:?}");
    }
    sponsorship::answer_appeal(&ground.db, &third, answer).await.unwrap();
    assert_eq!(stands(&ground, "link0").await, Standing::Member);
    assert_eq!(ground.count(joined).await, since, "a member since the day on which they first were");
    assert_eq!(ground.count("select count(*) from sponsorship where state = 'void'").await, 0);
    assert_eq!(review::recheck_reviews(&ground.db, &ground.house()).await.unwrap(), 1);
    assert_eq!(stands(&ground, "leaf0").await, Standing::Member, "and whoever fell with them stands again");
    ground.clear().await;
}

#[tokio::test]
async fn where_there_is_no_other_steward_whoever_decided_reads_the_appeal() {
    let ground = Ground::open().await;
    ground.members("loner", 1).await;
    let owner = ground.founders.first().unwrap().clone();
    let departure = put_out(&ground, [&owner, &owner], "loner0", Cause::Suspension).await;
    let loner = ground.by_email("loner0@example.test").await;
    let text = Appeal { id: AppealId(ground.fresh()), about: departure.0, words: "Parlons-en.".to_owned() };
    sponsorship::appeal(&ground.db, &loner, text.clone()).await.unwrap();
    let answer = AnswerAppeal { id: text.id, upheld: false, answer: "Non.".to_owned() };
    sponsorship::answer_appeal(&ground.db, &owner, answer.clone()).await.unwrap();
    assert_eq!(stands(&ground, "loner0").await, Standing::Suspended);
    let again = sponsorship::answer_appeal(&ground.db, &owner, answer).await;
    assert!(matches!(again, Err(SponsorshipError::AlreadyAnswered)), "{again:?}");
    ground.clear().await;
}

#[tokio::test]
async fn whoever_left_carries_others_for_a_year_and_then_those_who_fall_are_reviewed() {
    let ground = Ground::open().await;
    ground.members("link", 1).await;
    ground.members("leaf", 2).await;
    ties(&ground, &[("founder1", "link0"), ("founder2", "link0"), ("founder3", "link0")]).await;
    ties(&ground, &[("link0", "leaf0"), ("founder1", "leaf0"), ("founder2", "leaf0")]).await;
    let link = ground.by_email("link0@example.test").await;
    membership::leave::leave(&ground.db, &link).await.unwrap();
    let gone_at = ground.db.clock().now();
    let gone = membership::jobs::MemberGone { member: member(&link), gone_at };
    sponsorship::gone::tidy(&ground.db, &ground.house(), &gone).await.unwrap();
    assert_eq!(ground.count("select count(*) from job where kind = 'legacy_ends'").await, 1);
    assert_eq!(stands(&ground, "leaf0").await, Standing::Member);
    ground.clock.advance(Duration::days(365));
    let job = LegacyEnds { member: member(&link), gone_at };
    assert_eq!(review::legacy_ends(&ground.db, &ground.house(), &job).await.unwrap(), 1);
    assert_eq!(stands(&ground, "leaf0").await, Standing::UnderReview);
    assert_eq!(stands(&ground, "leaf1").await, Standing::Member, "who hung on nobody before has not fallen");
    assert_eq!(review::legacy_ends(&ground.db, &ground.house(), &job).await.unwrap(), 0, "once");
    ground.clear().await;
}

#[tokio::test]
async fn a_word_for_somebody_inside_is_refused_where_it_would_be_wasted_or_stolen() {
    let ground = Ground::open().await;
    ground.members("paul", 2).await;
    ties(&ground, &[("founder2", "paul1")]).await;
    let [paul, other] = [0, 1].map(|n| format!("paul{n}@example.test"));
    let (paul, other) = (ground.by_email(&paul).await, ground.by_email(&other).await);
    let refused = async |sponsor: &Caller, whom: MemberId| {
        sponsorship::endorse(&ground.db, sponsor, word(&ground, whom)).await.unwrap_err()
    };
    assert!(matches!(refused(&paul, member(&paul)).await, SponsorshipError::Oneself));
    assert!(matches!(refused(&paul, member(&ground.founders[3])).await, SponsorshipError::NeedsNoWord));
    assert!(matches!(refused(&ground.founders[2], member(&other)).await, SponsorshipError::AlreadyVouched));
    assert!(matches!(refused(&paul, MemberId(Uuid::from_u128(9))).await, SponsorshipError::NotFound));
    let eve = ground.applicant("eve").await;
    assert!(matches!(refused(&paul, member(&eve)).await, SponsorshipError::NotFound), "not for whoever waits");
    for n in 0..4 {
        ground.members(&format!("guest{n}-"), 1).await;
        let guest = member(&ground.by_email(&format!("guest{n}-0@example.test")).await);
        sponsorship::endorse(&ground.db, &paul, word(&ground, guest)).await.unwrap();
    }
    assert!(matches!(refused(&paul, member(&other)).await, SponsorshipError::NoTokenLeft));
    ground.clear().await;
}

#[tokio::test]
async fn p7_only_the_decision_by_which_one_is_out_can_be_appealed() {
    let ground = Ground::open().await;
    ground.members("link", 1).await;
    ties(&ground, &[("founder1", "link0"), ("founder2", "link0"), ("founder3", "link0")]).await;
    let (owner, second) = (ground.founders.first().unwrap().clone(), steward(&ground, "founder1").await);
    let older = put_out(&ground, [&owner, &second], "link0", Cause::Suspension).await;
    let link = ground.by_email("link0@example.test").await;
    let back = membership::reinstate::Reinstate { member: member(&link), reason: "Vu avec lui.".to_owned() };
    membership::reinstate::reinstate(&ground.db, &owner, back).await.unwrap();
    ground.clock.advance(Duration::days(1));
    let newer = put_out(&ground, [&owner, &second], "link0", Cause::Fraud).await;
    let link = ground.by_email("link0@example.test").await;
    let text = |about: DepartureId| Appeal { id: AppealId(ground.fresh()), about: about.0, words: "Non.".to_owned() };
    let refused = sponsorship::appeal(&ground.db, &link, text(older)).await;
    assert!(
        matches!(refused, Err(SponsorshipError::NotFound)),
        "it would be a second look at the newer one: {refused:?}"
    );
    sponsorship::appeal(&ground.db, &link, text(newer)).await.unwrap();
    ground.clear().await;
}
