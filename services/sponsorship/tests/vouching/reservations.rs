//! Reservations instead of blackballing: confided, answered, decided by two; an open one holds admission, the end of one lets it go on.

use crate::going::steward;
use crate::ground::{Ground, member};
use crate::leaving::{leave, tidy};
use chrono::Duration;
use kernel::{Caller, ReservationId, Standing};
use sponsorship::{
    Admit, AnswerReservation, Category, Confide, DecideReservation, Decided, SponsorshipError, WithdrawReservation,
};

/// Eve, for whom three founders vouch, and whose cooling time goes on.
async fn eve(ground: &Ground) -> Caller {
    let eve = ground.applicant("eve").await;
    for sponsor in &ground.founders[0..3] {
        ground.vouch(&eve, sponsor).await.unwrap();
    }
    eve
}

fn doubt(ground: &Ground, about: &Caller, category: Category, words: &str) -> Confide {
    Confide { id: ReservationId(ground.fresh()), applicant: member(about), category, words: words.to_owned() }
}

async fn confide(ground: &Ground, who: &Caller, about: &Caller) -> ReservationId {
    let cmd = doubt(ground, about, Category::Exchange, "Une remorque jamais rendue.");
    sponsorship::confide(&ground.db, who, cmd.clone()).await.unwrap();
    sponsorship::confide(&ground.db, who, cmd.clone()).await.unwrap();
    cmd.id
}

async fn decide(
    ground: &Ground,
    steward: &Caller,
    id: ReservationId,
    upheld: bool,
) -> Result<Decided, SponsorshipError> {
    let cmd = DecideReservation { id, upheld, reason: "Nous avons regardé.".to_owned() };
    sponsorship::decide_reservation(&ground.db, steward, cmd).await
}

async fn recheck(ground: &Ground, eve: &Caller) -> bool {
    sponsorship::recheck(&ground.db, &ground.house(), member(eve)).await.unwrap()
}

/// Decisions about Eve that a job will take at once.
async fn due(ground: &Ground) -> i64 {
    ground.count("select count(*) from job where kind = 'recheck_applicant' and run_at <= created_at").await
}

async fn stands(ground: &Ground) -> Standing {
    ground.by_email("eve@example.test").await.me().unwrap().standing
}

#[tokio::test]
async fn an_open_reservation_holds_admission_until_two_stewards_set_it_aside() {
    let ground = Ground::open().await;
    let (owner, second) = (ground.founders[0].clone(), steward(&ground, "founder1").await);
    let eve = eve(&ground).await;
    let id = confide(&ground, &ground.founders[4], &eve).await;
    assert_eq!(ground.count("select count(*) from reservation").await, 1, "twice is once");
    ground.clock.advance(Duration::hours(48));
    assert!(!recheck(&ground, &eve).await, "it holds admission");
    let room = sponsorship::waiting(&ground.db, &eve).await.unwrap();
    assert_eq!(room.verdict.rule, "R7_RESERVATION");
    assert_eq!(decide(&ground, &owner, id, false).await.unwrap(), Decided::Waits);
    assert_eq!(decide(&ground, &owner, id, false).await.unwrap(), Decided::Waits, "one person is one voice");
    assert!(!recheck(&ground, &eve).await);
    assert_eq!((due(&ground).await, stands(&ground).await), (0, Standing::Applicant));
    assert_eq!(decide(&ground, &second, id, false).await.unwrap(), Decided::Done);
    assert_eq!(due(&ground).await, 1, "at once, by a job of the same transaction");
    assert!(recheck(&ground, &eve).await);
    assert_eq!(stands(&ground).await, Standing::Member);
    let late = decide(&ground, &second, id, true).await;
    assert!(matches!(late, Err(SponsorshipError::AlreadyAnswered)), "{late:?}");
    ground.clear().await;
}

#[tokio::test]
async fn two_who_uphold_it_refuse_the_applicant_and_two_who_differ_decide_nothing() {
    let ground = Ground::open().await;
    let (owner, second) = (ground.founders[0].clone(), steward(&ground, "founder1").await);
    let eve = eve(&ground).await;
    let id = confide(&ground, &ground.founders[4], &eve).await;
    let other = confide(&ground, &ground.founders[5], &eve).await;
    assert_eq!(decide(&ground, &owner, id, true).await.unwrap(), Decided::Waits);
    assert_eq!(decide(&ground, &second, id, false).await.unwrap(), Decided::Waits, "they differ");
    assert_eq!(decide(&ground, &second, id, true).await.unwrap(), Decided::Done, "and one changes their mind");
    assert_eq!(stands(&ground).await, Standing::Left);
    assert_eq!(ground.count("select count(*) from sponsorship where state = 'given'").await, 0);
    assert_eq!(ground.count("select count(*) from reservation where outcome = 'upheld'").await, 1);
    assert_eq!(ground.count("select count(*) from reservation where outcome = 'moot'").await, 1);
    let late = decide(&ground, &owner, other, true).await;
    assert!(matches!(late, Err(SponsorshipError::AlreadyAnswered)), "{late:?}");
    let told = "select count(*) from admission where outcome = 'refused' and rule = 'R7_RESERVATION' and reason = ''";
    assert_eq!(ground.count(told).await, 1);
    ground.clear().await;
}

#[tokio::test]
async fn withdrawn_it_lets_admission_go_on_at_once_and_nobody_elses_can_be_withdrawn() {
    let ground = Ground::open().await;
    let eve = eve(&ground).await;
    let author = ground.founders[4].clone();
    let id = confide(&ground, &author, &eve).await;
    ground.clock.advance(Duration::hours(48));
    let withdraw = WithdrawReservation { id };
    let foreign = sponsorship::withdraw_reservation(&ground.db, &ground.founders[5], withdraw).await;
    assert!(matches!(foreign, Err(SponsorshipError::NotFound)), "{foreign:?}");
    sponsorship::withdraw_reservation(&ground.db, &author, withdraw).await.unwrap();
    sponsorship::withdraw_reservation(&ground.db, &author, withdraw).await.unwrap();
    assert_eq!(due(&ground).await, 1);
    assert!(recheck(&ground, &eve).await);
    ground.clear().await;
}

#[tokio::test]
async fn who_may_confide_decide_and_answer() {
    let ground = Ground::open().await;
    let (owner, second) = (ground.founders[0].clone(), steward(&ground, "founder1").await);
    let alone = ground.applicant("alone").await;
    let unseen = doubt(&ground, &alone, Category::Identity, "");
    let unseen = sponsorship::confide(&ground.db, &ground.founders[4], unseen).await;
    assert!(matches!(unseen, Err(SponsorshipError::NotFound)), "nobody vouches: members do not know of them");
    assert_eq!(sponsorship::arriving(&ground.db, &owner).await.unwrap(), []);
    let eve = eve(&ground).await;
    assert_eq!(sponsorship::arriving(&ground.db, &owner).await.unwrap().len(), 1);
    assert!(sponsorship::arriving(&ground.db, &eve).await.is_err(), "only members see who comes");
    let wordless = doubt(&ground, &eve, Category::Other, " ");
    let wordless = sponsorship::confide(&ground.db, &ground.founders[4], wordless).await;
    assert!(matches!(wordless, Err(SponsorshipError::Text(_))), "{wordless:?}");
    // A steward does not decide about their own.
    let id = confide(&ground, &second, &eve).await;
    let own = decide(&ground, &second, id, true).await;
    assert!(matches!(own, Err(SponsorshipError::OwnReservation)), "{own:?}");
    let again = doubt(&ground, &eve, Category::Identity, "");
    let again = sponsorship::confide(&ground.db, &second, again).await;
    assert!(matches!(again, Err(SponsorshipError::AlreadyReserved)), "{again:?}");
    // The applicant answers once, and nobody for them.
    let answer = AnswerReservation { id, words: "Je l’ai rendue.".to_owned() };
    let foreign = sponsorship::answer_reservation(&ground.db, &alone, answer.clone()).await;
    assert!(matches!(foreign, Err(SponsorshipError::NotFound)), "{foreign:?}");
    sponsorship::answer_reservation(&ground.db, &eve, answer.clone()).await.unwrap();
    let twice = sponsorship::answer_reservation(&ground.db, &eve, answer).await;
    assert!(matches!(twice, Err(SponsorshipError::AlreadyAnswered)), "{twice:?}");
    let open = sponsorship::open_reservations(&ground.db, &owner).await.unwrap();
    assert_eq!((open[0].answer.as_str(), open[0].may_decide), ("Je l’ai rendue.", true));
    assert!(!sponsorship::open_reservations(&ground.db, &second).await.unwrap()[0].may_decide);
    // With an owner alone it waits for a second whom the owner names.
    assert_eq!(decide(&ground, &owner, id, false).await.unwrap(), Decided::Waits);
    let third = steward(&ground, "founder2").await;
    assert_eq!(decide(&ground, &third, id, false).await.unwrap(), Decided::Done);
    ground.clear().await;
}

#[tokio::test]
async fn serial_objectors_are_visible_to_stewards_for_twelve_months() {
    let ground = Ground::open().await;
    let author = ground.founders[4].clone();
    let first = eve(&ground).await;
    let id = confide(&ground, &author, &first).await;
    sponsorship::withdraw_reservation(&ground.db, &author, WithdrawReservation { id }).await.unwrap();
    ground.clock.advance(Duration::days(364));
    confide(&ground, &author, &first).await;
    let seen = async || sponsorship::open_reservations(&ground.db, &ground.founders[0]).await.unwrap()[0].within_a_year;
    assert_eq!(seen().await, 2);
    ground.clock.advance(Duration::days(2));
    assert_eq!(seen().await, 1, "the first is more than a year old");
    ground.clear().await;
}

#[tokio::test]
async fn by_office_nobody_comes_in_past_an_open_reservation() {
    let ground = Ground::with("departement", &[]).await;
    let (owner, second) = (ground.founders[0].clone(), steward(&ground, "founder1").await);
    let eve = ground.applicant("eve").await;
    ground.vouch(&eve, &ground.founders[2]).await.unwrap();
    let id = confide(&ground, &ground.founders[4], &eve).await;
    let admit = Admit { member: member(&eve), reason: String::new() };
    let held = sponsorship::admit(&ground.db, &owner, admit.clone()).await;
    assert!(matches!(held, Err(SponsorshipError::ReservationOpen)), "{held:?}");
    for steward in [&owner, &second] {
        decide(&ground, steward, id, false).await.unwrap();
    }
    sponsorship::admit(&ground.db, &owner, admit).await.unwrap();
    assert_eq!(stands(&ground).await, Standing::Member);
    ground.clear().await;
}

#[tokio::test]
async fn whoever_goes_leaves_no_doubt_to_decide() {
    let ground = Ground::open().await;
    let eve = eve(&ground).await;
    confide(&ground, &ground.founders[4], &eve).await;
    let job = leave(&ground, &eve).await;
    tidy(&ground, &job).await;
    assert_eq!(sponsorship::open_reservations(&ground.db, &ground.founders[0]).await.unwrap(), []);
    assert_eq!(ground.count("select count(*) from reservation where outcome = 'moot'").await, 1);
    ground.clear().await;
}
