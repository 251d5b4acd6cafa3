//! Two of one household are one voice: said by both or entered by stewards, looked at first, and not undone for an evening.

use crate::going::steward;
use crate::ground::{Ground, member};
use chrono::Duration;
use kernel::{Caller, HouseholdId, Standing};
use sponsorship::{
    AnswerTogether, EndTogether, EnterTogether, Entered, KeepTogether, Said, SayTogether, SponsorshipError, TieState,
};

async fn say(ground: &Ground, who: &Caller, other: &Caller) -> Result<(HouseholdId, Said), SponsorshipError> {
    let id = HouseholdId(ground.fresh());
    let said = sponsorship::say_together(&ground.db, who, SayTogether { id, member: member(other) }).await?;
    Ok((id, said))
}

async fn agree(ground: &Ground, who: &Caller, id: HouseholdId) -> Result<Option<Said>, SponsorshipError> {
    sponsorship::answer_together(&ground.db, who, AnswerTogether { id, agrees: true }).await
}

/// The first two founders, who have both said so.
async fn couple(ground: &Ground) -> HouseholdId {
    let (id, said) = say(ground, &ground.founders[0], &ground.founders[1]).await.unwrap();
    assert_eq!(said, Said::Waits);
    assert_eq!(agree(ground, &ground.founders[1], id).await.unwrap(), Some(Said::Counts));
    id
}

async fn state(ground: &Ground, who: &Caller) -> TieState {
    sponsorship::my_household(&ground.db, who).await.unwrap()[0].state
}

async fn enter(
    ground: &Ground,
    steward: &Caller,
    one: &Caller,
    other: &Caller,
    reason: &str,
) -> Result<Entered, SponsorshipError> {
    let seen = sponsorship::household_effects(&ground.db, steward, member(one), member(other)).await?.seen;
    let (id, reason) = (HouseholdId(ground.fresh()), reason.to_owned());
    let cmd = EnterTogether { id, member: member(one), other: member(other), reason, seen };
    sponsorship::enter_together(&ground.db, steward, cmd).await
}

async fn is_true(ground: &Ground) -> bool {
    sponsorship::kept_graph_is_true(&ground.db, &ground.house()).await.unwrap()
}

#[tokio::test]
async fn two_of_one_household_open_the_door_as_one_and_the_applicant_hears_that_it_is_so_and_not_whose() {
    let ground = Ground::open().await;
    let eve = ground.applicant("eve").await;
    for sponsor in &ground.founders[0..3] {
        ground.vouch(&eve, sponsor).await.unwrap();
    }
    let room = sponsorship::waiting(&ground.db, &eve).await.unwrap();
    assert_eq!((room.given, room.verdict.shared_household), (3, false));
    couple(&ground).await;
    let room = sponsorship::waiting(&ground.db, &eve).await.unwrap();
    assert_eq!((room.given, room.verdict.shared_household), (2, true), "a page follows at once");
    assert_eq!(room.verdict.rule, "R1_SPONSORS");
    ground.clock.advance(Duration::hours(49));
    assert!(!sponsorship::recheck(&ground.db, &ground.house(), member(&eve)).await.unwrap());
    ground.vouch(&eve, &ground.founders[3]).await.unwrap();
    assert_eq!(ground.by_email("eve@example.test").await.me().unwrap().standing, Standing::Member);
    assert!(is_true(&ground).await, "what is kept shows what the rows say");
    ground.clear().await;
}

#[tokio::test]
async fn only_the_other_agrees_and_a_no_leaves_nothing() {
    let ground = Ground::open().await;
    let [one, other, third] = [0, 1, 2].map(|n| ground.founders[n].clone());
    assert!(matches!(say(&ground, &one, &one).await, Err(SponsorshipError::Oneself)));
    let applicant = ground.applicant("eve").await;
    assert!(matches!(say(&ground, &one, &applicant).await, Err(SponsorshipError::NotFound)), "nobody who waits");
    let (id, _) = say(&ground, &one, &other).await.unwrap();
    assert!(matches!(agree(&ground, &one, id).await, Err(SponsorshipError::Forbidden(_))), "not with oneself");
    assert!(matches!(agree(&ground, &third, id).await, Err(SponsorshipError::NotFound)), "nor for others");
    assert_eq!(sponsorship::my_household(&ground.db, &third).await.unwrap(), []);
    assert_eq!(state(&ground, &other).await, TieState::Asked);
    let no = AnswerTogether { id, agrees: false };
    assert_eq!(sponsorship::answer_together(&ground.db, &other, no).await.unwrap(), None);
    assert_eq!(sponsorship::my_household(&ground.db, &one).await.unwrap(), []);
    // Where both say so by themselves, both have said so.
    say(&ground, &one, &other).await.unwrap();
    assert_eq!(say(&ground, &other, &one).await.unwrap().1, Said::Counts);
    assert!(matches!(say(&ground, &one, &other).await, Err(SponsorshipError::AlreadyTogether)));
    ground.clear().await;
}

#[tokio::test]
async fn parting_counts_after_two_weeks_in_which_stewards_may_object() {
    let ground = Ground::open().await;
    let [one, other] = [0, 1].map(|n| ground.founders[n].clone());
    let id = couple(&ground).await;
    let ends = async || sponsorship::household::household_ends(&ground.db, &ground.house(), id).await.unwrap();
    assert!(!ends().await, "nobody has said so");
    sponsorship::end_together(&ground.db, &other, EndTogether { id }).await.unwrap();
    assert!(matches!(state(&ground, &one).await, TieState::Ending { .. }));
    ground.clock.advance(Duration::days(13));
    assert!(!ends().await, "there is time for objections");
    let keep = KeepTogether { id, reason: "Toujours la même adresse.".to_owned() };
    let steward = steward(&ground, "founder4").await;
    assert!(matches!(
        sponsorship::keep_together(&ground.db, &ground.founders[5], keep.clone()).await,
        Err(SponsorshipError::Forbidden(_))
    ));
    sponsorship::keep_together(&ground.db, &ground.house(), keep).await.unwrap();
    ground.clock.advance(Duration::days(2));
    assert!(!ends().await, "it was objected to");
    assert_eq!(state(&ground, &one).await, TieState::Counts);
    let desk = sponsorship::household_of(&ground.db, &steward, member(&one)).await.unwrap();
    assert_eq!(desk[0].reason, "Toujours la même adresse.");
    sponsorship::end_together(&ground.db, &one, EndTogether { id }).await.unwrap();
    ground.clock.advance(Duration::days(15));
    assert!(ends().await);
    assert!(!ends().await, "once");
    assert_eq!(sponsorship::my_household(&ground.db, &one).await.unwrap(), []);
    let eve = ground.applicant("eve").await;
    for sponsor in &ground.founders[0..3] {
        ground.vouch(&eve, sponsor).await.unwrap();
    }
    let room = sponsorship::waiting(&ground.db, &eve).await.unwrap();
    assert_eq!((room.given, room.verdict.shared_household), (3, false), "two voices again");
    let told = [
        "select count(*) from trust_event where event -> 'together' ? 'reviews'",
        "select count(*) from trust_event where event -> 'apart' ? 'reviews'",
    ];
    for statement in told {
        assert_eq!(ground.count(statement).await, 1, "the trust history says who fell because of it");
    }
    assert!(is_true(&ground).await);
    ground.clear().await;
}

/// Three members whom three founders carry each, and Zoé, whom these three carry.
async fn tree(ground: &Ground) -> (Vec<Caller>, Caller) {
    let branches = ground.members("branch", 3).await;
    let zoe = ground.members("zoe", 1).await.remove(0);
    let mut words = Vec::new();
    for branch in 0..3 {
        let member = format!("branch{branch}@example.test");
        words.extend((0..3).map(|founder| (format!("founder{founder}@example.test"), member.clone())));
        words.push((member, "zoe0@example.test".to_owned()));
    }
    let rows: Vec<_> = (0..)
        .zip(words)
        .map(|(line, (sponsor, member))| sponsorship::ImportedSponsorship {
            line,
            sponsor,
            member,
            given_at: "2020-02-01T00:00:00Z".parse().unwrap(),
        })
        .collect();
    sponsorship::import_sponsorships(&ground.db, &ground.house(), &rows).await.unwrap();
    (branches, zoe)
}

#[tokio::test]
async fn where_somebody_falls_two_stewards_look_first_and_whoever_falls_has_time_to_find_a_word() {
    let ground = Ground::open().await;
    let (branches, zoe) = tree(&ground).await;
    let (id, _) = say(&ground, &branches[0], &branches[1]).await.unwrap();
    assert_eq!(agree(&ground, &branches[1], id).await.unwrap(), Some(Said::Looked), "one of eleven is many");
    assert_eq!(state(&ground, &branches[0]).await, TieState::Looked);
    let standing = async || ground.by_email("zoe0@example.test").await.me().unwrap().standing;
    assert_eq!(standing().await, Standing::Member, "nothing has happened yet");
    let [first, second] = [steward(&ground, "founder4").await, steward(&ground, "founder5").await];
    let effects =
        sponsorship::household_effects(&ground.db, &first, member(&branches[0]), member(&branches[1])).await.unwrap();
    let falls: Vec<_> = effects.falls.iter().map(|fall| (fall.member.id, fall.paths)).collect();
    assert_eq!((falls, effects.two_stewards), (vec![(member(&zoe), 2)], true));
    let why = "Ils nous l’ont dit.";
    let cmd = EnterTogether {
        id: HouseholdId(ground.fresh()),
        member: member(&branches[0]),
        other: member(&branches[1]),
        reason: why.to_owned(),
        seen: "something else".to_owned(),
    };
    let unseen = sponsorship::enter_together(&ground.db, &first, cmd).await;
    assert!(matches!(unseen, Err(SponsorshipError::GraphMoved)), "what was shown is what is done");
    assert_eq!(enter(&ground, &first, &branches[0], &branches[1], why).await.unwrap(), Entered::Waits);
    let again = enter(&ground, &first, &branches[0], &branches[1], why).await;
    assert!(matches!(again, Err(SponsorshipError::SameSteward)));
    assert_eq!(standing().await, Standing::Member);
    assert_eq!(enter(&ground, &second, &branches[0], &branches[1], why).await.unwrap(), Entered::Counts);
    assert_eq!(standing().await, Standing::UnderReview);
    let zoe = ground.by_email("zoe0@example.test").await;
    let review = sponsorship::own_standing(&ground.db, &zoe).await.unwrap().review.unwrap();
    assert_eq!((review.paths, review.need, (review.until_at - review.began_at).num_days()), (2, 3, 90));
    for branch in &branches {
        let own = sponsorship::own_standing(&ground.db, branch).await.unwrap().standing;
        assert_eq!(own, Standing::Member, "nobody falls by their own household");
    }
    assert!(is_true(&ground).await);
    ground.clear().await;
}

#[tokio::test]
async fn a_steward_does_not_decide_about_themselves_nor_about_another_officer() {
    let ground = Ground::open().await;
    let [first, _] = [steward(&ground, "founder4").await, steward(&ground, "founder5").await];
    let [one, two] = [2, 3].map(|n| ground.founders[n].clone());
    for other in [&first, &ground.founders[5]] {
        assert!(enter(&ground, &first, &one, other, "Ensemble.").await.is_err());
    }
    let plain = enter(&ground, &ground.founders[6], &one, &two, "Ensemble.").await;
    assert!(matches!(plain, Err(SponsorshipError::Forbidden(_))));
    assert!(enter(&ground, &first, &one, &two, " ").await.is_err(), "a reason is needed");
    assert_eq!(enter(&ground, &first, &one, &two, "Ensemble.").await.unwrap(), Entered::Counts);
    ground.clear().await;
}
