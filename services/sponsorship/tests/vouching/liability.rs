//! Whoever vouches answers for it, by degrees.

use crate::going::{put_out, stands, steward, ties};
use crate::ground::{Ground, member};
use chrono::Duration;
use kernel::{AppealId, Caller, MeasureId, Standing};
use sponsorship::{
    AnswerAppeal, Appeal, Cause, ConfirmMember, Degree, GiveMeasure, LiftMeasure, MeasureView, SponsorshipError,
};

/// A member for whom Paul and two founders vouched, found to be a cheat.
async fn cheat(ground: &Ground, name: &str) {
    ground.members(name, 1).await;
    let own = format!("{name}0");
    ties(ground, &[("paul0", &own), ("founder5", &own), ("founder6", &own)]).await;
}

async fn measures(ground: &Ground, who: &Caller) -> Vec<MeasureView> {
    sponsorship::own_standing(&ground.db, who).await.unwrap().measures
}

#[tokio::test]
async fn a_fraud_costs_each_sponsor_a_strike_and_two_are_looked_at_by_people() {
    let ground = Ground::open().await;
    ground.members("paul", 1).await;
    ties(&ground, &[("founder2", "paul0"), ("founder3", "paul0"), ("founder4", "paul0")]).await;
    ground.clock.advance(Duration::days(1));
    let (owner, second) = (ground.founders[0].clone(), steward(&ground, "founder1").await);
    let paul = ground.by_email("paul0@example.test").await;
    assert_eq!(sponsorship::tokens(&ground.db, &paul).await.unwrap().granted, 4);
    for name in ["first", "second"] {
        cheat(&ground, name).await;
    }
    put_out(&ground, [&owner, &second], "first0", Cause::Fraud).await;
    let tokens = sponsorship::tokens(&ground.db, &paul).await.unwrap();
    assert_eq!((tokens.granted, tokens.left), (2, 2), "half, for a year");
    let told = measures(&ground, &paul).await;
    assert_eq!((told.len(), told[0].degree, told[0].follows, told[0].of.clone()), (1, Degree::Strike, true, None));
    assert_eq!(stands(&ground, "paul0").await, Standing::Member, "one strike is no review");
    let departure = put_out(&ground, [&owner, &second], "second0", Cause::Fraud).await;
    assert_eq!(stands(&ground, "paul0").await, Standing::UnderReview, "two within two years");
    let paul = ground.by_email("paul0@example.test").await;
    let review = sponsorship::own_standing(&ground.db, &paul).await.unwrap().review.unwrap();
    assert!(review.strikes);
    assert_eq!(
        sponsorship::review::recheck_reviews(&ground.db, &ground.house()).await.unwrap(),
        0,
        "no word mends that"
    );
    // The second decision was wrong: so were its strike and its review.
    let gone = ground.by_email("second0@example.test").await;
    let text = Appeal { id: AppealId(ground.fresh()), about: departure.0, words: "Ce n’était pas moi.".to_owned() };
    sponsorship::appeal(&ground.db, &gone, text.clone()).await.unwrap();
    let third = steward(&ground, "founder2").await;
    let answer = AnswerAppeal { id: text.id, upheld: true, answer: "C’est vrai.".to_owned() };
    sponsorship::answer_appeal(&ground.db, &third, answer).await.unwrap();
    assert_eq!(stands(&ground, "paul0").await, Standing::Member);
    let paul = ground.by_email("paul0@example.test").await;
    assert_eq!(sponsorship::tokens(&ground.db, &paul).await.unwrap().granted, 2, "the first strike stands");
    ground.clock.advance(Duration::days(366));
    let whole = sponsorship::tokens(&ground.db, &paul).await.unwrap().granted;
    assert_eq!(whole, 5, "and is over after a year; whoever was no cheat after all has lasted one");
    ground.clear().await;
}

/// Paul, for whom three founders vouched, and two stewards.
async fn paul_among_stewards(ground: &Ground) -> (Caller, Caller, Caller) {
    ground.members("paul", 1).await;
    ties(ground, &[("founder2", "paul0"), ("founder3", "paul0"), ("founder4", "paul0")]).await;
    ground.clock.advance(Duration::days(1));
    let paul = ground.by_email("paul0@example.test").await;
    (paul, ground.founders[0].clone(), steward(ground, "founder1").await)
}

#[tokio::test]
async fn whoever_is_confirmed_after_two_strikes_vouches_for_nobody_for_a_year_all_the_same() {
    let ground = Ground::open().await;
    let (_, owner, second) = paul_among_stewards(&ground).await;
    for name in ["first", "second"] {
        cheat(&ground, name).await;
        put_out(&ground, [&owner, &second], &format!("{name}0"), Cause::Fraud).await;
    }
    let paul = ground.by_email("paul0@example.test").await;
    let review = sponsorship::own_standing(&ground.db, &paul).await.unwrap().review.unwrap().id;
    let confirm = ConfirmMember { id: review, reason: "Il a été trompé aussi.".to_owned() };
    sponsorship::confirm_member(&ground.db, &owner, confirm).await.unwrap();
    let paul = ground.by_email("paul0@example.test").await;
    let eve = ground.applicant("eve").await;
    let refused = ground.vouch(&eve, &paul).await;
    assert!(matches!(refused, Err(SponsorshipError::SponsoringPaused)), "{refused:?}");
    ground.clock.advance(Duration::days(364));
    assert_eq!(sponsorship::tokens(&ground.db, &paul).await.unwrap().left, 0, "until the last day");
    ground.clock.advance(Duration::days(1));
    assert_eq!(sponsorship::tokens(&ground.db, &paul).await.unwrap().left, 4);
    ground.clear().await;
}

#[tokio::test]
async fn two_strikes_two_years_apart_are_no_review_and_a_founder_keeps_standing_after_any_number() {
    let ground = Ground::open().await;
    let (_, owner, second) = paul_among_stewards(&ground).await;
    cheat(&ground, "first").await;
    put_out(&ground, [&owner, &second], "first0", Cause::Fraud).await;
    ground.clock.advance(Duration::days(730));
    cheat(&ground, "second").await;
    put_out(&ground, [&owner, &second], "second0", Cause::Fraud).await;
    assert_eq!(stands(&ground, "paul0").await, Standing::Member, "the first is too old");
    ground.clock.advance(Duration::days(1));
    cheat(&ground, "third").await;
    put_out(&ground, [&owner, &second], "third0", Cause::Fraud).await;
    assert_eq!(stands(&ground, "paul0").await, Standing::UnderReview);
    assert_eq!(stands(&ground, "founder5").await, Standing::Member, "fewer roots would change the rule for everybody");
    let called = "select count(distinct member_id) from notification where kind = 'struck_twice'";
    assert_eq!(ground.count(called).await, 2, "but both stewards are called");
    let founder = ground.by_email("founder5@example.test").await;
    assert_eq!(sponsorship::tokens(&ground.db, &founder).await.unwrap().left, 0, "and it is barred like anybody");
    ground.clear().await;
}

#[tokio::test]
async fn an_appeal_against_a_strike_that_is_upheld_gives_the_words_back_and_turned_down_it_does_not() {
    let ground = Ground::open().await;
    let (paul, owner, second) = paul_among_stewards(&ground).await;
    cheat(&ground, "first").await;
    put_out(&ground, [&owner, &second], "first0", Cause::Fraud).await;
    let strike = measures(&ground, &paul).await[0].id.0;
    let text =
        Appeal { id: AppealId(ground.fresh()), about: strike, words: "Elle m’a montré ses papiers.".to_owned() };
    sponsorship::appeal(&ground.db, &paul, text.clone()).await.unwrap();
    let again = Appeal { id: AppealId(ground.fresh()), ..text.clone() };
    let again = sponsorship::appeal(&ground.db, &paul, again).await;
    assert!(matches!(again, Err(SponsorshipError::AlreadyAppealed)), "{again:?}");
    let answer = |upheld| AnswerAppeal { id: text.id, upheld, answer: "Nous avons regardé.".to_owned() };
    let third = steward(&ground, "founder2").await;
    let refused = sponsorship::answer_appeal(&ground.db, &owner, answer(true)).await;
    assert!(matches!(refused, Err(SponsorshipError::OwnDecision)), "{refused:?}");
    sponsorship::answer_appeal(&ground.db, &third, answer(true)).await.unwrap();
    assert_eq!(sponsorship::tokens(&ground.db, &paul).await.unwrap().granted, 4);
    let other = ground.by_email("founder5@example.test").await;
    let strike = measures(&ground, &other).await[0].id.0;
    let text = Appeal { id: AppealId(ground.fresh()), about: strike, words: "Moi non plus.".to_owned() };
    sponsorship::appeal(&ground.db, &other, text.clone()).await.unwrap();
    let answer = AnswerAppeal { id: text.id, upheld: false, answer: "Vous le saviez.".to_owned() };
    sponsorship::answer_appeal(&ground.db, &third, answer).await.unwrap();
    assert_eq!(sponsorship::tokens(&ground.db, &other).await.unwrap().granted, 2);
    ground.clear().await;
}

fn take(ground: &Ground, who: &Caller, degree: Degree) -> GiveMeasure {
    let reason = "Trois paroles en une matinée.".to_owned();
    GiveMeasure { id: MeasureId(ground.fresh()), member: member(who), degree, reason }
}

#[tokio::test]
async fn each_degree_does_what_it_says_until_its_day_and_is_taken_back_at_once() {
    let ground = Ground::open().await;
    ground.members("paul", 1).await;
    let owner = ground.founders[0].clone();
    let paul = ground.by_email("paul0@example.test").await;
    let left = async || sponsorship::tokens(&ground.db, &paul).await.unwrap().left;
    sponsorship::give_measure(&ground.db, &owner, take(&ground, &paul, Degree::Warning)).await.unwrap();
    assert_eq!(left().await, 4, "a warning is a warning");
    let pause = take(&ground, &paul, Degree::Pause);
    sponsorship::give_measure(&ground.db, &owner, pause.clone()).await.unwrap();
    sponsorship::give_measure(&ground.db, &owner, pause.clone()).await.unwrap();
    assert_eq!(ground.count("select count(*) from measure where degree = 'pause'").await, 1, "twice is once");
    assert_eq!(left().await, 0);
    let eve = ground.applicant("eve").await;
    let refused = ground.vouch(&eve, &paul).await;
    assert!(matches!(refused, Err(SponsorshipError::SponsoringPaused)), "{refused:?}");
    ground.clock.advance(Duration::days(91));
    assert_eq!(left().await, 4, "a pause is over after 90 days");
    let smaller = take(&ground, &paul, Degree::Smaller);
    sponsorship::give_measure(&ground.db, &owner, smaller.clone()).await.unwrap();
    assert_eq!(left().await, 2);
    let lifted = LiftMeasure { id: smaller.id, reason: "Une erreur.".to_owned() };
    sponsorship::lift_measure(&ground.db, &owner, lifted).await.unwrap();
    assert_eq!(left().await, 4);
    let about = measures(&ground, &paul).await.iter().find(|one| one.degree == Degree::Warning).unwrap().id.0;
    let text = Appeal { id: AppealId(ground.fresh()), about, words: "Je les connais tous.".to_owned() };
    sponsorship::appeal(&ground.db, &paul, text.clone()).await.unwrap();
    let answer = AnswerAppeal { id: text.id, upheld: true, answer: "D’accord.".to_owned() };
    sponsorship::answer_appeal(&ground.db, &owner, answer).await.unwrap();
    let warned = measures(&ground, &paul).await.into_iter().find(|one| one.degree == Degree::Warning).unwrap();
    assert!(warned.lifted_at.is_some() && warned.appeal.unwrap().upheld == Some(true));
    let oneself = take(&ground, &owner, Degree::Warning);
    assert!(sponsorship::give_measure(&ground.db, &owner, oneself).await.is_err(), "not about oneself");
    assert!(sponsorship::give_measure(&ground.db, &paul, take(&ground, &eve, Degree::Strike)).await.is_err());
    ground.clear().await;
}

#[tokio::test]
async fn whoever_is_suspended_when_the_fraud_is_found_has_the_strike_when_they_are_back() {
    let ground = Ground::open().await;
    let (paul, owner, second) = paul_among_stewards(&ground).await;
    cheat(&ground, "first").await;
    let out = "update member set standing = 'suspended' where id = $1";
    sqlx::query(out).bind(member(&paul).0).execute(&mut ground.scratch.owner().await).await.unwrap();
    put_out(&ground, [&owner, &second], "first0", Cause::Fraud).await;
    let back = "update member set standing = 'member' where id = $1";
    sqlx::query(back).bind(member(&paul).0).execute(&mut ground.scratch.owner().await).await.unwrap();
    let paul = ground.by_email("paul0@example.test").await;
    assert_eq!(measures(&ground, &paul).await.len(), 1);
    assert_eq!(sponsorship::tokens(&ground.db, &paul).await.unwrap().granted, 2);
    ground.clear().await;
}

#[tokio::test]
async fn two_strikes_that_came_during_a_suspension_are_looked_at_when_it_ends_and_not_a_second_time() {
    let ground = Ground::open().await;
    let (paul, owner, second) = paul_among_stewards(&ground).await;
    for name in ["first", "second"] {
        cheat(&ground, name).await;
    }
    suspended(&ground, &paul).await;
    for name in ["first0", "second0"] {
        put_out(&ground, [&owner, &second], name, Cause::Fraud).await;
    }
    assert_eq!(stands(&ground, "paul0").await, Standing::Suspended, "nothing while they are out");
    let back = || sponsorship::Reinstate { member: member(&paul), reason: "Vu avec lui.".to_owned() };
    sponsorship::reinstate(&ground.db, &owner, back()).await.unwrap();
    assert_eq!(stands(&ground, "paul0").await, Standing::UnderReview, "as it would have been at once");
    let paul = ground.by_email("paul0@example.test").await;
    let review = sponsorship::own_standing(&ground.db, &paul).await.unwrap().review.unwrap();
    assert!(review.strikes);
    let confirm = ConfirmMember { id: review.id, reason: "Il ne pouvait pas savoir.".to_owned() };
    sponsorship::confirm_member(&ground.db, &owner, confirm).await.unwrap();
    let paul = ground.by_email("paul0@example.test").await;
    assert_eq!(sponsorship::tokens(&ground.db, &paul).await.unwrap().left, 0, "barred for a year all the same");
    suspended(&ground, &paul).await;
    sponsorship::reinstate(&ground.db, &owner, back()).await.unwrap();
    assert_eq!(stands(&ground, "paul0").await, Standing::Member, "what people have looked at is left alone");
    ground.clear().await;
}

#[tokio::test]
async fn one_strike_that_came_during_a_suspension_opens_no_review_when_it_ends() {
    let ground = Ground::open().await;
    let (paul, owner, second) = paul_among_stewards(&ground).await;
    cheat(&ground, "first").await;
    suspended(&ground, &paul).await;
    put_out(&ground, [&owner, &second], "first0", Cause::Fraud).await;
    let back = sponsorship::Reinstate { member: member(&paul), reason: "Vu avec lui.".to_owned() };
    sponsorship::reinstate(&ground.db, &owner, back).await.unwrap();
    assert_eq!(stands(&ground, "paul0").await, Standing::Member, "one strike is no review");
    ground.clear().await;
}

async fn suspended(ground: &Ground, who: &Caller) {
    let out = membership::suspend::Suspend { member: member(who), reason: "Le temps de voir.".to_owned() };
    membership::suspend::suspend(&ground.db, &ground.house(), out).await.unwrap();
}

#[tokio::test]
async fn a_pause_holds_where_stewards_decide_too() {
    let ground = Ground::with("departement", &[]).await;
    ground.members("paul", 1).await;
    let (owner, paul) = (ground.founders[0].clone(), ground.by_email("paul0@example.test").await);
    let (eve, bob) = (ground.applicant("eve").await, ground.applicant("bob").await);
    ground.vouch(&eve, &paul).await.unwrap();
    sponsorship::give_measure(&ground.db, &owner, take(&ground, &paul, Degree::Pause)).await.unwrap();
    let request = ground.ask(&bob, "paul0@example.test").await;
    let refused = ground.give(&paul, request).await;
    assert!(matches!(refused, Err(SponsorshipError::SponsoringPaused)), "{refused:?}");
    let lift = "update measure set lifted_at = given_at";
    sqlx::query(lift).execute(&mut ground.scratch.owner().await).await.unwrap();
    ground.give(&paul, request).await.unwrap();
    ground.clear().await;
}

#[tokio::test]
async fn when_a_pause_ends_whoever_waits_for_that_word_alone_is_decided_about_anew() {
    let ground = Ground::open().await;
    let (paul, owner, _) = paul_among_stewards(&ground).await;
    let eve = ground.applicant("eve").await;
    for sponsor in [&paul, &ground.founders[2], &ground.founders[3]] {
        ground.vouch(&eve, sponsor).await.unwrap();
    }
    let pause = take(&ground, &paul, Degree::Pause);
    sponsorship::give_measure(&ground.db, &owner, pause.clone()).await.unwrap();
    let smaller = take(&ground, &paul, Degree::Smaller);
    sponsorship::give_measure(&ground.db, &owner, smaller.clone()).await.unwrap();
    let ends = "select count(*) from job where kind = 'measure_over' and run_at = created_at + interval '90 days'";
    assert_eq!(ground.count(ends).await, 1, "the end of the pause is written down with it");
    let house = ground.house();
    let decided = async || sponsorship::recheck(&ground.db, &house, member(&eve)).await.unwrap();
    let over = async |id| sponsorship::measure_over(&ground.db, &house, id).await.unwrap();
    ground.clock.advance(Duration::days(89));
    assert!(!decided().await, "one word of three does not count");
    assert!(!over(pause.id).await, "it is not over yet");
    ground.clock.advance(Duration::days(1));
    let due = "select count(*) from job where kind = 'recheck_applicant' and run_at <= created_at";
    let before = ground.count(due).await;
    assert!(over(pause.id).await);
    assert_eq!(ground.count(due).await, before + 1, "by a job of the same transaction");
    assert_eq!(ground.count("select count(*) from notification where kind = 'measure_over'").await, 1, "Paul is told");
    assert!(decided().await, "and the word counts");
    assert_eq!(stands(&ground, "eve").await, Standing::Member);
    let lifted = LiftMeasure { id: smaller.id, reason: "Une erreur.".to_owned() };
    sponsorship::lift_measure(&ground.db, &owner, lifted).await.unwrap();
    ground.clock.advance(Duration::days(365));
    assert!(!over(smaller.id).await, "what was lifted is over already");
    ground.clear().await;
}
