//! What whoever keeps a group does: puts somebody out, changes it, hands it over.

use crate::{Scene, code, member, scene};
use chrono::Duration;
use groups::{
    AnswerHandOver, AnswerJoining, EditGroup, GroupError, HandOverGroup, JoinGroup, Joining, LeaveGroup, Part,
    PutOutOfGroup, WithdrawHandOver, answer_hand_over, answer_joining, close_group, edit_group, grant_group,
    hand_over::heirs, hand_over_group, join_group, leave_group, limits, matters::matters, put_out, put_out_of_group,
    put_out_of_group_by_office, views, withdraw_hand_over,
};
use groups::{AskForGroup, CloseGroup, GrantGroup, ask_for_group};
use kernel::{Caller, GroupId, MemberId, Role};

fn out(group: GroupId, who: &Caller) -> PutOutOfGroup {
    PutOutOfGroup { group, member: member(who), reason: "Les clés n’ont pas été rendues.".to_owned() }
}

impl Scene {
    /// An open group of Anne's that Guy and Rosa are in, who came one after the other.
    async fn of_three(&self, joining: Joining) -> GroupId {
        let id = self.open(&self.anne, "Les jardins", joining).await;
        for who in [&self.guy, &self.rosa] {
            self.stage.clock.advance(Duration::minutes(1));
            self.join(who, id).await.unwrap();
            if joining == Joining::Asking {
                self.answers(who, id).await;
            }
        }
        id
    }

    /// Anne lets somebody in.
    async fn answers(&self, who: &Caller, group: GroupId) {
        let answer = AnswerJoining { group, member: member(who), comes_in: true };
        answer_joining(&self.stage.db, &self.anne, answer).await.unwrap();
    }

    async fn part(&self, who: &Caller, id: GroupId) -> Part {
        views::group(&self.stage.db, who, id).await.unwrap().unwrap().part
    }

    async fn keeper(&self, id: GroupId) -> MemberId {
        views::group(&self.stage.db, &self.owner, id).await.unwrap().unwrap().keeper.id
    }

    async fn offers(&self, id: GroupId, to: &Caller) -> Result<(), GroupError> {
        hand_over_group(&self.stage.db, &self.anne, HandOverGroup { id, member: member(to) }).await
    }

    async fn says(&self, who: &Caller, id: GroupId, takes: bool) -> Result<(), GroupError> {
        answer_hand_over(&self.stage.db, who, AnswerHandOver { id, takes }).await
    }

    async fn withdraws(&self, who: &Caller, id: GroupId) -> Result<(), GroupError> {
        withdraw_hand_over(&self.stage.db, who, WithdrawHandOver { id }).await
    }

    /// Whether somebody reads that they may join it, and that they have to ask.
    async fn reads(&self, who: &Caller, id: GroupId) -> (bool, bool) {
        let matters = matters(&self.stage.db, who, id).await.unwrap();
        (matters.may_join, matters.asks_first)
    }

    /// To whom it is offered, as somebody sees it.
    async fn offered(&self, who: &Caller, id: GroupId) -> Option<MemberId> {
        matters(&self.stage.db, who, id).await.unwrap().offer.map(|offer| offer.to.id)
    }
}

#[tokio::test]
async fn whoever_is_put_out_reads_why_asks_again_after_thirty_days_and_then_the_keeper_decides() {
    let scene = scene().await;
    let db = &scene.stage.db;
    let id = scene.of_three(Joining::AtOnce).await;
    let unsaid = PutOutOfGroup { reason: " ".to_owned(), ..out(id, &scene.guy) };
    assert_eq!(code(put_out_of_group(db, &scene.anne, unsaid).await), "TEXT_MISSING");
    let at = scene.stage.now();
    for _ in 0..2 {
        put_out_of_group(db, &scene.anne, out(id, &scene.guy)).await.unwrap();
    }
    assert_eq!(scene.told(&scene.guy).await, ["group_put_out"]);
    assert_eq!(scene.part(&scene.guy, id).await, Part::Outside);
    let read = matters(db, &scene.guy, id).await.unwrap().put_out.unwrap();
    assert_eq!((read.reason.as_str(), read.at), ("Les clés n’ont pas été rendues.", at));
    assert_eq!(matters(db, &scene.rosa, id).await.unwrap().put_out, None, "that is nobody else’s to know");
    assert_eq!(code(scene.join(&scene.guy, id).await), "GROUP_PUT_OUT");
    scene.stage.clock.advance(Duration::days(30) - Duration::seconds(1));
    assert_eq!(code(scene.join(&scene.guy, id).await), "GROUP_PUT_OUT", "to the last second");
    scene.stage.clock.advance(Duration::seconds(1));
    assert_eq!(scene.join(&scene.guy, id).await.unwrap(), Part::Waits, "where everybody else comes in at once");
    // A group that is opened to everybody is not for that reason opened to him.
    let asking =
        EditGroup { id, name: "Les jardins".to_owned(), purpose: "Le soir.".to_owned(), joining: Joining::AtOnce };
    edit_group(db, &scene.anne, asking).await.unwrap();
    assert_eq!(scene.part(&scene.guy, id).await, Part::Waits);
    scene.answers(&scene.guy, id).await;
    assert_eq!(matters(db, &scene.guy, id).await.unwrap().put_out, None, "and it is forgotten");
    leave_group(db, &scene.guy, LeaveGroup { id }).await.unwrap();
    assert_eq!(scene.join(&scene.guy, id).await.unwrap(), Part::In);
    scene.stage.close().await;
}

#[tokio::test]
async fn what_is_said_of_joining_is_what_joining_does() {
    let scene = scene().await;
    let db = &scene.stage.db;
    let open = scene.open(&scene.anne, "Les jardins", Joining::AtOnce).await;
    let asking = scene.open(&scene.anne, "La chorale", Joining::Asking).await;
    assert_eq!(scene.reads(&scene.anne, open).await, (false, false), "she keeps it");
    assert_eq!(scene.reads(&scene.guy, open).await, (true, false));
    assert_eq!(scene.join(&scene.guy, open).await.unwrap(), Part::In);
    assert_eq!(scene.reads(&scene.guy, open).await, (false, false), "he is in it");
    assert_eq!(scene.reads(&scene.guy, asking).await, (true, true));
    assert_eq!(scene.join(&scene.guy, asking).await.unwrap(), Part::Waits);
    assert_eq!(scene.reads(&scene.guy, asking).await, (false, false), "he has asked");

    put_out_of_group(db, &scene.anne, out(open, &scene.guy)).await.unwrap();
    scene.stage.clock.advance(Duration::days(30) - Duration::seconds(1));
    assert_eq!(scene.reads(&scene.guy, open).await, (false, false), "to the last second");
    assert_eq!(code(scene.join(&scene.guy, open).await), "GROUP_PUT_OUT");
    scene.stage.clock.advance(Duration::seconds(1));
    assert_eq!(scene.reads(&scene.guy, open).await, (true, true), "where everybody else comes in at once");
    assert_eq!(scene.join(&scene.guy, open).await.unwrap(), Part::Waits);
    close_group(db, &scene.anne, CloseGroup { id: open }).await.unwrap();
    assert_eq!(scene.reads(&scene.rosa, open).await, (false, false), "it is over");
    scene.stage.close().await;
}

#[tokio::test]
async fn the_team_puts_out_anybody_but_whoever_keeps_it_and_nobody_else_puts_out() {
    let scene = scene().await;
    let db = &scene.stage.db;
    let id = scene.of_three(Joining::AtOnce).await;
    for who in [&scene.guy, &scene.owner] {
        assert_eq!(code(put_out_of_group(db, who, out(id, &scene.rosa)).await), "NOT_FOUND", "they do not keep it");
    }
    assert_eq!(code(put_out_of_group_by_office(db, &scene.guy, out(id, &scene.rosa)).await), "FORBIDDEN");
    assert_eq!(code(put_out_of_group(db, &scene.anne, out(id, &scene.anne)).await), "GROUP_KEEPER_NOT_PUT_OUT");
    let keeper = put_out_of_group_by_office(db, &scene.owner, out(id, &scene.anne)).await;
    assert_eq!(code(keeper), "GROUP_KEEPER_NOT_PUT_OUT");
    assert_eq!(code(put_out_of_group(db, &scene.anne, out(id, &scene.owner)).await), "GROUP_NOT_IN_IT");
    let form = async |who: &Caller, whom: &Caller| put_out::blank(db, who, id, member(whom)).await;
    assert_eq!(form(&scene.anne, &scene.rosa).await.unwrap().1.card.name, "Rosa");
    assert_eq!(form(&scene.owner, &scene.rosa).await.unwrap().1.card.name, "Rosa");
    for (who, whom) in [(&scene.guy, &scene.rosa), (&scene.owner, &scene.anne), (&scene.anne, &scene.owner)] {
        assert_eq!(form(who, whom).await.unwrap_err().to_string(), GroupError::NotFound.to_string());
    }
    put_out_of_group_by_office(db, &scene.owner, out(id, &scene.rosa)).await.unwrap();
    assert_eq!(scene.part(&scene.rosa, id).await, Part::Outside);
    assert_eq!(scene.told(&scene.rosa).await, ["group_put_out"]);
    close_group(db, &scene.anne, CloseGroup { id }).await.unwrap();
    assert_eq!(code(put_out_of_group_by_office(db, &scene.owner, out(id, &scene.guy)).await), "NOT_FOUND");
    assert_eq!(matters(db, &scene.rosa, id).await.unwrap().put_out, None, "what is over is over");
    scene.stage.close().await;
}

#[tokio::test]
async fn whoever_keeps_a_group_changes_it_and_its_members_are_told_of_another_name_and_of_nothing_else() {
    let scene = scene().await;
    let db = &scene.stage.db;
    let id = scene.of_three(Joining::Asking).await;
    scene.open(&scene.owner, "La chorale", Joining::AtOnce).await;
    scene.join(&scene.owner, id).await.unwrap();
    let same =
        EditGroup { id, name: "Les jardins".to_owned(), purpose: "Entre nous.".to_owned(), joining: Joining::Asking };
    let to =
        |name: &str, purpose: &str| EditGroup { name: name.to_owned(), purpose: purpose.to_owned(), ..same.clone() };
    assert_eq!(code(edit_group(db, &scene.anne, to(" la  CHORALE ", "Entre nous.")).await), "GROUP_NAME_TAKEN");
    assert_eq!(code(edit_group(db, &scene.anne, to("", "Entre nous.")).await), "TEXT_MISSING");
    assert_eq!(code(edit_group(db, &scene.anne, to("Les jardins", &"é".repeat(301))).await), "TEXT_TOO_LONG");
    assert_eq!(code(edit_group(db, &scene.guy, to("À moi", "Entre nous.")).await), "NOT_FOUND");
    assert!(groups::edit::to_edit(db, &scene.guy, id).await.is_err());
    edit_group(db, &scene.anne, to("Les jardins", "Pour semer.")).await.unwrap();
    assert_eq!(scene.told(&scene.guy).await, ["group_let_in"], "what it is for");
    for _ in 0..2 {
        edit_group(db, &scene.anne, to("LES JARDINS du canal", "Pour semer.")).await.unwrap();
    }
    assert_eq!(scene.told(&scene.guy).await, ["group_let_in", "group_renamed"]);
    assert_eq!(scene.told(&scene.anne).await, ["group_granted", "group_joining", "group_joining", "group_joining"]);
    let view = views::group(db, &scene.rosa, id).await.unwrap().unwrap();
    assert_eq!((view.name.as_str(), view.purpose.as_str()), ("LES JARDINS du canal", "Pour semer."));
    let free = AskForGroup { name: "Les jardins".to_owned(), ..scene.wish("", Joining::AtOnce) };
    ask_for_group(db, &scene.guy, free.clone()).await.unwrap();
    grant_group(db, &scene.owner, GrantGroup { id: free.id }).await.unwrap();
    // Whoever waits comes in where everybody may from now on.
    assert_eq!(scene.part(&scene.owner, id).await, Part::Waits);
    let open = EditGroup { joining: Joining::AtOnce, ..to("LES JARDINS du canal", "Pour semer.") };
    edit_group(db, &scene.anne, open).await.unwrap();
    assert_eq!(scene.part(&scene.owner, id).await, Part::In);
    assert!(scene.told(&scene.owner).await.contains(&"group_let_in".to_owned()));
    scene.stage.close().await;
}

#[tokio::test]
async fn nobody_has_a_groups_members_told_again_and_again_of_another_name() {
    let scene = scene().await;
    let db = &scene.stage.db;
    let id = scene.of_three(Joining::AtOnce).await;
    let named = |n: i32| EditGroup {
        id,
        name: format!("Les jardins {n}"),
        purpose: "Entre nous.".to_owned(),
        joining: Joining::AtOnce,
    };
    for n in 0..10 {
        edit_group(db, &scene.anne, named(n)).await.unwrap();
    }
    assert_eq!(code(edit_group(db, &scene.anne, named(10)).await), "RATE_LIMITED");
    scene.stage.close().await;
}

#[tokio::test]
async fn a_group_goes_to_whoever_says_yes_and_until_then_its_keeper_keeps_it() {
    let scene = scene().await;
    let db = &scene.stage.db;
    let id = scene.of_three(Joining::AtOnce).await;
    assert_eq!(code(scene.offers(id, &scene.owner).await), "GROUP_NOT_IN_IT");
    for _ in 0..2 {
        scene.offers(id, &scene.guy).await.unwrap();
    }
    assert_eq!(scene.told(&scene.guy).await, ["group_offered"]);
    assert_eq!(scene.keeper(id).await, member(&scene.anne));
    assert_eq!(code(close_group(db, &scene.guy, CloseGroup { id }).await), "NOT_FOUND");
    for (who, sees) in [(&scene.anne, true), (&scene.guy, true), (&scene.rosa, false), (&scene.owner, false)] {
        assert_eq!(scene.offered(who, id).await, sees.then_some(member(&scene.guy)));
    }
    assert_eq!(code(scene.says(&scene.rosa, id, true).await), "GROUP_OFFER_OVER", "she was not asked");
    assert_eq!(code(scene.says(&scene.owner, id, true).await), "NOT_FOUND", "nor is she in it");
    scene.says(&scene.guy, id, false).await.unwrap();
    assert_eq!(code(scene.says(&scene.guy, id, true).await), "GROUP_OFFER_OVER", "he has said no");
    assert_eq!(scene.told(&scene.anne).await, ["group_granted", "group_not_taken"]);
    // Whoever asked asks no longer; and one is asked at a time.
    scene.offers(id, &scene.rosa).await.unwrap();
    assert_eq!(code(scene.withdraws(&scene.rosa, id).await), "NOT_FOUND", "she has a no");
    for takes in [true, false] {
        assert_eq!(code(scene.says(&scene.anne, id, takes).await), "GROUP_OFFER_OVER", "it is not offered to her");
    }
    assert_eq!(scene.offered(&scene.rosa, id).await, Some(member(&scene.rosa)), "and nothing came of it");
    for _ in 0..2 {
        scene.withdraws(&scene.anne, id).await.unwrap();
    }
    assert_eq!(scene.offered(&scene.rosa, id).await, None);
    assert_eq!(code(scene.says(&scene.rosa, id, true).await), "GROUP_OFFER_OVER");
    scene.offers(id, &scene.rosa).await.unwrap();
    scene.offers(id, &scene.guy).await.unwrap();
    assert_eq!(code(scene.says(&scene.rosa, id, true).await), "GROUP_OFFER_OVER");
    scene.stage.clock.advance(Duration::minutes(1));
    scene.says(&scene.guy, id, true).await.unwrap();
    assert_eq!(code(scene.says(&scene.guy, id, true).await), "GROUP_OFFER_OVER", "once");
    assert_eq!(code(scene.withdraws(&scene.anne, id).await), "NOT_FOUND", "she keeps it no longer");
    assert_eq!(scene.keeper(id).await, member(&scene.guy));
    assert_eq!(scene.told(&scene.anne).await, ["group_granted", "group_not_taken", "group_taken"]);
    assert_eq!(scene.part(&scene.anne, id).await, Part::In, "she stays in it");
    assert_eq!(scene.offered(&scene.guy, id).await, None);
    scene.stage.close().await;
}

#[tokio::test]
async fn an_offer_ends_after_fourteen_days_and_when_whoever_has_it_is_not_in_the_group_any_more() {
    let scene = scene().await;
    let db = &scene.stage.db;
    let id = scene.of_three(Joining::AtOnce).await;
    scene.offers(id, &scene.guy).await.unwrap();
    scene.stage.clock.advance(Duration::days(14) - Duration::seconds(1));
    assert_eq!(scene.offered(&scene.guy, id).await, Some(member(&scene.guy)), "to the last second");
    scene.stage.clock.advance(Duration::seconds(1));
    assert_eq!(scene.offered(&scene.anne, id).await, None);
    assert_eq!(code(scene.says(&scene.guy, id, true).await), "GROUP_OFFER_OVER");

    // They leave, are put out, or leave the community; and come back.
    scene.offers(id, &scene.guy).await.unwrap();
    leave_group(db, &scene.guy, LeaveGroup { id }).await.unwrap();
    assert_eq!(scene.offered(&scene.anne, id).await, None);
    join_group(db, &scene.guy, JoinGroup { id }).await.unwrap();
    assert_eq!(code(scene.says(&scene.guy, id, true).await), "GROUP_OFFER_OVER");
    scene.offers(id, &scene.guy).await.unwrap();
    put_out_of_group(db, &scene.anne, out(id, &scene.guy)).await.unwrap();
    assert_eq!(scene.offered(&scene.anne, id).await, None);
    scene.offers(id, &scene.rosa).await.unwrap();
    membership::leave::leave(db, &scene.rosa).await.unwrap();
    scene.stage.work().await;
    let left: i64 = sqlx::query_scalar("select count(*) from circle_offer")
        .fetch_one(&mut scene.stage.scratch.owner().await)
        .await
        .unwrap();
    assert_eq!(left, 0);

    // Whoever keeps it leaves the community: it goes to who has been in it longest, whomever it was offered to.
    let other = scene.open(&scene.anne, "La rue", Joining::AtOnce).await;
    for who in [&scene.owner, &scene.guy] {
        scene.stage.clock.advance(Duration::minutes(1));
        scene.join(who, other).await.unwrap();
    }
    scene.offers(other, &scene.guy).await.unwrap();
    membership::leave::leave(db, &scene.anne).await.unwrap();
    scene.stage.work().await;
    assert_eq!(scene.keeper(other).await, member(&scene.owner));
    assert_eq!(code(scene.says(&scene.guy, other, true).await), "GROUP_OFFER_OVER");
    scene.stage.close().await;
}

#[tokio::test]
async fn an_heir_is_found_by_their_name_among_all_who_are_in_it() {
    let scene = scene().await;
    let db = &scene.stage.db;
    let id = scene.open(&scene.anne, "Pleine", Joining::AtOnce).await;
    let mut owner = scene.stage.scratch.owner().await;
    let crowd = "with one as (
             insert into account (id, email, language, created_at)
             select gen_random_uuid(), 'foule' || n || '@here.test', 'fr', now() from generate_series(1, 400) n returning id
         ), them as (
             insert into member (community_id, id, account_id, number, name, standing, role, language, timezone, applied_at, joined_at)
             select $1, gen_random_uuid(), id, 1000 + row_number() over (), 'Foule ' || row_number() over (), 'member', $3, 'fr',
                 'Europe/Paris', now(), now() from one
             returning id
         )
         insert into circle_member (community_id, circle_id, member_id, asked_at, joined_at) select $1, $2, id, now(), now() from them";
    let crowd = sqlx::query(crowd).bind(scene.house.community.0).bind(id.0).bind(Role::None.as_str());
    crowd.execute(&mut owner).await.unwrap();
    scene.stage.clock.advance(Duration::days(1));
    for who in [&scene.guy, &scene.rosa] {
        scene.join(who, id).await.unwrap();
    }
    let named = async |name: &str| {
        let found = heirs(db, &scene.anne, id, name).await.unwrap();
        (found.members.into_iter().map(|one| one.card.name).collect::<Vec<_>>(), found.is_cut)
    };
    assert_eq!(named(" RÓS ").await, (vec!["Rosa".to_owned()], false), "the last of four hundred");
    assert_eq!(named("Anne").await, (Vec::new(), false), "not whoever keeps it");
    assert_eq!(named("r%a").await, (Vec::new(), false), "a sign stands for no letters");
    let (first, is_cut) = named("").await;
    assert_eq!((first.len(), is_cut), (usize::try_from(limits::HEIRS_SHOWN).unwrap(), true));
    assert_eq!(named("foule 399").await, (vec!["Foule 399".to_owned()], false));
    assert!(heirs(db, &scene.guy, id, "").await.is_err(), "only to whoever keeps it");
    scene.stage.close().await;
}
