//! How groups begin, whom they take, and how they end, on a real database.
#![expect(clippy::unwrap_used, reason = "in a test, a failure is a panic with the place where it happened")]

mod looking_after;

use groups::{
    AnswerHandOver, AnswerJoining, AskForGroup, Asked, CloseGroup, DeclineGroup, GrantGroup, GroupError, GroupState,
    HandOverGroup, JoinGroup, Joining, LeaveGroup, Part, answer_hand_over, answer_joining, ask_for_group, close_group,
    decline_group, grant_group, hand_over_group, join_group, leave_group, limits,
    views::{group, group_members, group_waiting, groups, groups_asked, my_groups},
};
use kernel::{Assurance, Caller, GroupId, MemberId, PageRequest, Refuse, Role};
use kit::{Somebody, Stage};
use membership::jobs::MemberGone;

const PEOPLE: [Somebody; 5] = [
    Somebody::new("Olga", "olga@here.test"),
    Somebody::new("Anne", "anne@here.test"),
    Somebody::new("Guy", "guy@here.test"),
    Somebody::new("Rosa", "rosa@here.test"),
    Somebody::new("Sven", "sven@here.test"),
];

struct Scene {
    stage: Stage,
    owner: Caller,
    anne: Caller,
    guy: Caller,
    rosa: Caller,
    house: Caller,
}

async fn scene() -> Scene {
    let stage = Stage::open().await;
    let community = stage.community("here", "confiance", &PEOPLE).await;
    let owner = stage.caller(community, PEOPLE[0].email).await.assured(Assurance::SecondFactor);
    let anne = stage.caller(community, PEOPLE[1].email).await;
    let guy = stage.caller(community, PEOPLE[2].email).await;
    let rosa = stage.caller(community, PEOPLE[3].email).await;
    Scene { stage, owner, anne, guy, rosa, house: Caller::house(community) }
}

fn member(caller: &Caller) -> MemberId {
    caller.me().unwrap().member
}

impl Scene {
    fn wish(&self, name: &str, joining: Joining) -> AskForGroup {
        let id = GroupId(self.stage.db.entropy().id());
        AskForGroup { id, name: name.to_owned(), purpose: "Entre nous.".to_owned(), joining }
    }

    async fn open(&self, keeper: &Caller, name: &str, joining: Joining) -> GroupId {
        let wish = self.wish(name, joining);
        let id = wish.id;
        ask_for_group(&self.stage.db, keeper, wish).await.unwrap();
        grant_group(&self.stage.db, &self.owner, GrantGroup { id }).await.unwrap();
        id
    }

    async fn join(&self, who: &Caller, id: GroupId) -> Result<Part, GroupError> {
        join_group(&self.stage.db, who, JoinGroup { id }).await
    }

    /// What somebody was told, in order.
    async fn told(&self, who: &Caller) -> Vec<String> {
        let all = notice::notifications(&self.stage.db, who, PageRequest::new(50, None)).await.unwrap();
        let kinds = all.items.iter().rev().map(|one| one.kind.as_str().to_owned());
        kinds.filter(|kind| kind.starts_with("group_")).collect()
    }
}

fn code<T: std::fmt::Debug>(result: Result<T, GroupError>) -> &'static str {
    result.unwrap_err().refusal().code
}

#[tokio::test]
async fn nobody_has_the_team_told_again_and_again() {
    let scene = scene().await;
    let db = &scene.stage.db;
    for n in 0..5 {
        let wish = scene.wish(&format!("Les jardins {n}"), Joining::AtOnce);
        ask_for_group(db, &scene.anne, wish.clone()).await.unwrap();
        leave_group(db, &scene.anne, LeaveGroup { id: wish.id }).await.unwrap();
    }
    let sixth = ask_for_group(db, &scene.anne, scene.wish("Les jardins", Joining::AtOnce)).await;
    assert_eq!(code(sixth), "RATE_LIMITED");
    assert_eq!(scene.told(&scene.owner).await.len(), 5);
    scene.stage.close().await;
}

#[tokio::test]
async fn joining_again_and_again_is_counted() {
    let scene = scene().await;
    let db = &scene.stage.db;
    let id = scene.open(&scene.anne, "La rue", Joining::AtOnce).await;
    for _ in 0..60 {
        scene.join(&scene.guy, id).await.unwrap();
        leave_group(db, &scene.guy, LeaveGroup { id }).await.unwrap();
    }
    assert_eq!(code(scene.join(&scene.guy, id).await), "RATE_LIMITED");
    assert_eq!(scene.join(&scene.rosa, id).await.unwrap(), Part::In, "by each member alone");
    scene.stage.close().await;
}

#[tokio::test]
async fn a_member_asks_the_team_grants_or_says_why_not_and_one_of_the_team_has_it_at_once() {
    let scene = scene().await;
    let db = &scene.stage.db;
    let wish = scene.wish("Les jardins", Joining::AtOnce);
    let id = wish.id;
    for _ in 0..2 {
        assert_eq!(ask_for_group(db, &scene.anne, wish.clone()).await.unwrap(), Asked::Waits);
    }
    assert_eq!(scene.told(&scene.owner).await, ["group_asked"]);
    assert!(group(db, &scene.guy, id).await.unwrap().is_none(), "what is asked for is not there yet");
    assert_eq!(
        code(ask_for_group(db, &scene.guy, AskForGroup { name: "Autre".to_owned(), ..wish.clone() }).await),
        "ID_IN_USE"
    );
    let more = scene.wish("La chorale", Joining::AtOnce);
    assert_eq!(code(ask_for_group(db, &scene.anne, more.clone()).await), "GROUP_ASKED_ALREADY");
    assert!(matches!(grant_group(db, &scene.anne, GrantGroup { id }).await, Err(GroupError::Forbidden(_))));
    let decline = DeclineGroup { id, reason: " ".to_owned() };
    assert_eq!(code(decline_group(db, &scene.owner, decline.clone()).await), "TEXT_MISSING");
    let decline = DeclineGroup { reason: "Il y en a un.".to_owned(), ..decline };
    decline_group(db, &scene.owner, decline).await.unwrap();
    assert_eq!(code(grant_group(db, &scene.owner, GrantGroup { id }).await), "GROUP_ANSWERED_BEFORE");
    let mine = my_groups(db, &scene.anne).await.unwrap();
    assert_eq!((mine[0].state, mine[0].reason.as_str()), (GroupState::Declined, "Il y en a un."));
    scene.stage.clock.advance(chrono::Duration::minutes(1));
    ask_for_group(db, &scene.anne, more.clone()).await.unwrap();
    grant_group(db, &scene.owner, GrantGroup { id: more.id }).await.unwrap();
    assert_eq!(scene.told(&scene.anne).await, ["group_declined", "group_granted"]);
    let twice = AskForGroup { name: " la  CHORALE ".to_owned(), ..scene.wish("", Joining::AtOnce) };
    assert_eq!(code(ask_for_group(db, &scene.guy, twice).await), "GROUP_NAME_TAKEN");
    let direct = scene.wish("Le comité", Joining::Asking);
    assert_eq!(ask_for_group(db, &scene.owner, direct.clone()).await.unwrap(), Asked::Open);
    let unproved = scene.owner.clone().assured(Assurance::Session);
    let unsure = ask_for_group(db, &unproved, scene.wish("Un autre", Joining::AtOnce)).await.unwrap();
    assert_eq!(unsure, Asked::Waits, "an office acts with a second factor alone");
    assert_eq!(groups_asked(db, &scene.owner).await.unwrap().len(), 1);
    let all = groups(db, &scene.guy, &PageRequest::new(9, None)).await.unwrap();
    assert_eq!(all.items.iter().map(|one| one.name.as_str()).collect::<Vec<_>>().len(), 2);
    scene.stage.close().await;
}

#[tokio::test]
async fn whoever_keeps_it_lets_in_hands_over_and_closes_and_nobody_else_does() {
    let scene = scene().await;
    let db = &scene.stage.db;
    let id = scene.open(&scene.anne, "La rue", Joining::Asking).await;
    for who in [&scene.guy, &scene.rosa] {
        assert_eq!(scene.join(who, id).await.unwrap(), Part::Waits);
        assert_eq!(scene.join(who, id).await.unwrap(), Part::Waits);
    }
    assert_eq!(group_waiting(db, &scene.anne, id).await.unwrap().len(), 2);
    assert_eq!(group_waiting(db, &scene.guy, id).await.unwrap(), []);
    let answer = |who: &Caller, comes_in| AnswerJoining { group: id, member: member(who), comes_in };
    assert_eq!(code(answer_joining(db, &scene.guy, answer(&scene.guy, true)).await), "NOT_FOUND");
    assert_eq!(
        code(hand_over_group(db, &scene.anne, HandOverGroup { id, member: member(&scene.guy) }).await),
        "GROUP_NOT_IN_IT"
    );
    answer_joining(db, &scene.anne, answer(&scene.guy, true)).await.unwrap();
    answer_joining(db, &scene.anne, answer(&scene.rosa, false)).await.unwrap();
    assert_eq!(code(answer_joining(db, &scene.anne, answer(&scene.rosa, true)).await), "GROUP_ANSWERED_BEFORE");
    let members = |who: Caller| async move {
        let page = group_members(db, &who, id, &PageRequest::new(9, None)).await.unwrap();
        page.items.into_iter().map(|one| one.card.name).collect::<Vec<_>>()
    };
    assert_eq!(members(scene.guy.clone()).await, ["Anne", "Guy"]);
    assert_eq!(members(scene.owner.clone()).await, ["Anne", "Guy"], "the team");
    assert_eq!(members(scene.rosa.clone()).await, Vec::<String>::new());
    assert_eq!(scene.told(&scene.guy).await, ["group_let_in"]);
    assert_eq!(scene.told(&scene.rosa).await, ["group_not_let_in"]);
    for (who, sees) in [(&scene.anne, true), (&scene.guy, true), (&scene.owner, true), (&scene.rosa, false)] {
        let view = group(db, who, id).await.unwrap().unwrap();
        assert_eq!((view.sees_listings, view.puts_out), (sees, sees && member(who) != member(&scene.guy)));
    }
    assert_eq!(code(leave_group(db, &scene.anne, LeaveGroup { id }).await), "GROUP_KEEPER_STAYS");
    hand_over_group(db, &scene.anne, HandOverGroup { id, member: member(&scene.guy) }).await.unwrap();
    answer_hand_over(db, &scene.guy, AnswerHandOver { id, takes: true }).await.unwrap();
    assert_eq!(code(close_group(db, &scene.anne, CloseGroup { id }).await), "NOT_FOUND");
    leave_group(db, &scene.anne, LeaveGroup { id }).await.unwrap();
    assert_eq!(scene.join(&scene.rosa, id).await.unwrap(), Part::Waits);
    for _ in 0..2 {
        close_group(db, &scene.guy, CloseGroup { id }).await.unwrap();
    }
    assert_eq!(code(scene.join(&scene.anne, id).await), "NOT_FOUND");
    assert_eq!(scene.told(&scene.rosa).await, ["group_not_let_in", "group_closed"], "who waits is told as well");
    let again = scene.open(&scene.anne, "La rue", Joining::AtOnce).await;
    assert_ne!(again, id, "the name is free");
    scene.stage.close().await;
}

#[tokio::test]
async fn whoever_goes_leaves_their_groups_and_what_they_kept_goes_on_with_who_has_been_there_longest() {
    let scene = scene().await;
    let db = &scene.stage.db;
    let kept = scene.open(&scene.anne, "Les jardins", Joining::AtOnce).await;
    let alone = scene.open(&scene.anne, "Toute seule", Joining::AtOnce).await;
    ask_for_group(db, &scene.anne, scene.wish("Jamais né", Joining::AtOnce)).await.unwrap();
    for who in [&scene.guy, &scene.rosa] {
        scene.stage.clock.advance(chrono::Duration::minutes(1));
        scene.join(who, kept).await.unwrap();
    }
    membership::leave::leave(db, &scene.anne).await.unwrap();
    let job = MemberGone { member: member(&scene.anne), gone_at: scene.stage.now() };
    assert!(groups::gone::tidy(db, &scene.guy, &job).await.is_err(), "the house only");
    scene.stage.work().await;
    let view = group(db, &scene.rosa, kept).await.unwrap().unwrap();
    assert_eq!((view.keeper.name.as_str(), view.members), ("Guy", 2));
    assert_eq!(scene.told(&scene.guy).await, ["group_handed_over"]);
    let over = group(db, &scene.owner, alone).await.unwrap().unwrap();
    assert_eq!((over.state, over.name.as_str(), over.purpose.as_str()), (GroupState::Closed, "———", "—"));
    assert!(groups_asked(db, &scene.owner).await.unwrap().is_empty());
    let late = groups::gone::tidy(db, &scene.house, &job).await.unwrap();
    assert_eq!(late, 0, "doing it again changes nothing");
    scene.stage.close().await;
}

#[tokio::test]
async fn a_member_is_in_so_many_groups_and_a_group_takes_so_many_members() {
    let scene = scene().await;
    let db = &scene.stage.db;
    let full = scene.open(&scene.anne, "Pleine", Joining::AtOnce).await;
    let mut owner = scene.stage.scratch.owner().await;
    let crammed = "insert into circle_member (community_id, circle_id, member_id, asked_at, joined_at)
         select c.community_id, c.id, m.id, now(), now() from circle c join member m on m.community_id = c.community_id
         where m.name like 'Foule%' order by m.number limit $1";
    let crowd = "with one as (
             insert into account (id, email, language, created_at)
             select gen_random_uuid(), 'foule' || n || '@here.test', 'fr', now() from generate_series(1, 500) n returning id
         )
         insert into member (community_id, id, account_id, number, name, standing, role, language, timezone, applied_at, joined_at)
         select $1, gen_random_uuid(), id, 1000 + row_number() over (), 'Foule', 'member', $2, 'fr', 'Europe/Paris', now(), now() from one";
    sqlx::query(crowd).bind(scene.house.community.0).bind(Role::None.as_str()).execute(&mut owner).await.unwrap();
    sqlx::query(crammed).bind(limits::MEMBERS - 2).execute(&mut owner).await.unwrap();
    assert_eq!(scene.join(&scene.guy, full).await.unwrap(), Part::In);
    assert_eq!(code(scene.join(&scene.rosa, full).await), "GROUP_FULL");
    let many = "insert into circle (community_id, id, name, folded, purpose, joining, state, keeper_id, asked_at, decided_at)
         select $1, gen_random_uuid(), 'G' || n, 'g' || n, 'Un.', 'at_once', 'open', $2, now(), now() from generate_series(1, $3) n";
    sqlx::query(many)
        .bind(scene.house.community.0)
        .bind(member(&scene.anne).0)
        .bind(i32::try_from(limits::GROUPS_EACH).unwrap())
        .execute(&mut owner)
        .await
        .unwrap();
    let some = groups(db, &scene.rosa, &PageRequest::new(50, None)).await.unwrap().items;
    let some: Vec<GroupId> = some.iter().map(|one| one.id).filter(|id| *id != full).collect();
    let (last, others) = some.split_last().unwrap();
    for id in others {
        scene.join(&scene.rosa, *id).await.unwrap();
    }
    let one_more = scene.open(&scene.rosa, "À Rosa", Joining::AtOnce).await;
    assert!(group(db, &scene.rosa, one_more).await.unwrap().unwrap().keeps(), "that is the thirtieth");
    assert_eq!(code(scene.join(&scene.rosa, *last).await), "GROUPS_ENOUGH");
    scene.stage.close().await;
}
