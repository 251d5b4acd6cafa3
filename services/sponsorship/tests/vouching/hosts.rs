//! Hosts are asked in turn, within their own bounds, and open no door that others could not.

use crate::ground::{Ground, member, word};
use chrono::Duration;
use kernel::{Caller, MeetingId, MeetingLineId, MemberId, Standing};
use sponsorship::hosting::{seek_host, turn_over};
use sponsorship::{
    AgreeToMeet, AskHost, JoinRota, MeetingState, MetBy, PassOn, RecordMeeting, SponsorshipError, Way, WriteLine,
};
use uuid::Uuid;

impl Ground {
    async fn host(&self, host: &Caller, town: &str, a_month: u32) {
        let cmd = JoinRota { town: town.to_owned(), in_person: true, by_video: false, a_month };
        sponsorship::join_rota(&self.db, host, cmd).await.unwrap();
    }

    async fn by_video(&self, host: &Caller, town: &str) {
        let cmd = JoinRota { town: town.to_owned(), in_person: false, by_video: true, a_month: 5 };
        sponsorship::join_rota(&self.db, host, cmd).await.unwrap();
    }

    async fn seek(&self, applicant: &Caller, town: &str, way: Way) -> MeetingId {
        let id = MeetingId(self.fresh());
        let cmd = AskHost { id, town: town.to_owned(), way, note: "Je répare des vélos.".to_owned() };
        sponsorship::ask_host(&self.db, applicant, cmd).await.unwrap();
        id
    }

    /// Whose turn it is.
    async fn turn(&self, meeting: MeetingId) -> Option<MemberId> {
        let asked = "select host_id from meeting_turn where meeting_id = $1 and state = 'asked'";
        let asked = sqlx::query_scalar::<_, Uuid>(asked).bind(meeting.0);
        asked.fetch_optional(&mut self.scratch.owner().await).await.unwrap().map(MemberId)
    }

    async fn agree(&self, host: &Caller, meeting: MeetingId) -> Result<(), SponsorshipError> {
        let cmd = AgreeToMeet { meeting, words: "Samedi à dix heures ?".to_owned() };
        sponsorship::agree_to_meet(&self.db, host, cmd).await
    }

    async fn met(&self, host: &Caller, meeting: MeetingId) -> Result<kernel::SponsorshipId, SponsorshipError> {
        let met_on = kernel::Clock::now(&self.clock).date_naive();
        let cmd = RecordMeeting { meeting, met_on, met_by: MetBy::Person };
        sponsorship::record_meeting(&self.db, host, cmd).await
    }

    async fn stand(&self, who: &Caller, standing: Standing) {
        sqlx::query("update member set standing = $2 where id = $1")
            .bind(member(who).0)
            .bind(standing.as_str())
            .execute(&mut self.scratch.owner().await)
            .await
            .unwrap();
    }
}

#[tokio::test]
async fn the_turn_goes_to_whoever_is_near_and_was_asked_longest_ago_and_never_oftener_than_they_said() {
    let ground = Ground::open().await;
    let [_, corbigny, clamecy, paris, also_corbigny, ..] = &ground.founders[..] else { unreachable!() };
    ground.host(corbigny, "58800 Corbigny", 2).await;
    ground.host(clamecy, "Clamecy (58)", 5).await;
    ground.by_video(paris, "Paris").await;
    ground.host(also_corbigny, "CORBIGNY", 1).await;
    let mut asked = Vec::new();
    for n in 0..6 {
        let applicant = ground.applicant(&format!("eve{n}")).await;
        let meeting = ground.seek(&applicant, "Corbigny (58)", Way::Either).await;
        asked.push(ground.turn(meeting).await);
        ground.clock.advance(Duration::hours(1));
    }
    let expected = [corbigny, also_corbigny, corbigny, clamecy, clamecy, clamecy];
    assert_eq!(asked, expected.map(|host| Some(member(host))), "their town first, in turn; then their département");
    let far = ground.applicant("far").await;
    let in_person = ground.seek(&far, "Brest", Way::Person).await;
    assert_eq!(ground.turn(in_person).await, None, "nobody near, and nobody is sent far");
    let by_video = ground.seek(&far, "Brest", Way::Video).await;
    assert_eq!(ground.turn(by_video).await, Some(member(paris)));
    // The month is over: whoever was asked longest ago comes first again.
    ground.clock.advance(Duration::days(31));
    let later = ground.applicant("later").await;
    let meeting = ground.seek(&later, "Corbigny", Way::Either).await;
    assert_eq!(ground.turn(meeting).await, Some(member(also_corbigny)));
    ground.clear().await;
}

#[tokio::test]
async fn nobody_is_asked_who_could_not_vouch_at_this_moment() {
    let ground = Ground::open().await;
    let eve = ground.applicant("eve").await;
    let hosts = &ground.founders[1..4];
    for host in hosts {
        ground.host(host, "Corbigny", 5).await;
    }
    ground.stand(&hosts[0], Standing::UnderReview).await;
    ground.stand(&hosts[1], Standing::Suspended).await;
    let spent = "update member set founder = false, joined_at = $2 where id = $1";
    let yesterday = kernel::Clock::now(&ground.clock) - Duration::days(1);
    let too_new = sqlx::query(spent).bind(member(&hosts[2]).0).bind(yesterday);
    too_new.execute(&mut ground.scratch.owner().await).await.unwrap();
    let meeting = ground.seek(&eve, "Corbigny", Way::Either).await;
    assert_eq!(ground.turn(meeting).await, None);
    assert!(!seek_host(&ground.db, &ground.house(), meeting).await.unwrap(), "nobody yet");
    // Whoever stands well again is asked when one looks once more.
    ground.stand(&hosts[0], Standing::Member).await;
    assert!(seek_host(&ground.db, &ground.house(), meeting).await.unwrap());
    assert_eq!(ground.turn(meeting).await, Some(member(&hosts[0])));
    assert!(!seek_host(&ground.db, &ground.house(), meeting).await.unwrap(), "it is somebody's turn already");
    ground.clear().await;
}

#[tokio::test]
async fn a_turn_that_goes_by_or_is_passed_is_the_next_ones_and_the_applicant_is_told_no_name() {
    let ground = Ground::open().await;
    let eve = ground.applicant("eve").await;
    let hosts = &ground.founders[1..4];
    for host in hosts {
        ground.host(host, "Corbigny", 5).await;
    }
    let meeting = ground.seek(&eve, "Corbigny", Way::Either).await;
    let house = ground.house();
    let over = || turn_over(&ground.db, &house, meeting, member(&hosts[0]));
    ground.clock.advance(Duration::days(5) - Duration::seconds(1));
    assert!(!over().await.unwrap(), "a second early");
    ground.clock.advance(Duration::seconds(1));
    assert!(over().await.unwrap());
    assert!(!over().await.unwrap(), "once");
    assert_eq!(ground.turn(meeting).await, Some(member(&hosts[1])));
    let late = ground.agree(&hosts[0], meeting).await.unwrap_err();
    assert!(matches!(late, SponsorshipError::MeetingSettled), "{late}");
    let foreign = ground.agree(&hosts[2], meeting).await.unwrap_err();
    assert!(matches!(foreign, SponsorshipError::NotFound), "not their turn: they know of nothing ({foreign})");
    for _ in 0..2 {
        sponsorship::pass_on(&ground.db, &hosts[1], PassOn { meeting }).await.unwrap();
    }
    assert_eq!(ground.turn(meeting).await, Some(member(&hosts[2])));
    let told = "select count(*) from notification where kind = 'meeting_moved_on' and actor_id is null";
    assert_eq!(ground.count(told).await, 2);
    assert_eq!(ground.count("select count(*) from notification where kind = 'meeting_missed'").await, 1);
    let mine = sponsorship::own_meetings(&ground.db, &eve).await.unwrap();
    assert_eq!((mine.len(), &mine[0].host_name), (1, &None), "{mine:?}");
    ground.agree(&hosts[2], meeting).await.unwrap();
    let mine = sponsorship::own_meetings(&ground.db, &eve).await.unwrap();
    assert_eq!((mine[0].state, mine[0].host_name.as_deref()), (MeetingState::Agreed, Some("Founder 3")));
    ground.clear().await;
}

#[tokio::test]
async fn having_met_obliges_to_nothing_and_a_word_given_then_costs_a_token_and_counts_like_any_other() {
    let ground = Ground::open().await;
    let eve = ground.applicant("eve").await;
    let host = &ground.founders[1];
    ground.host(host, "Corbigny", 5).await;
    let meeting = ground.seek(&eve, "Corbigny", Way::Person).await;
    let early = ground.met(host, meeting).await.unwrap_err();
    assert!(matches!(early, SponsorshipError::NotFound), "they have agreed to nothing yet ({early})");
    for _ in 0..2 {
        ground.agree(host, meeting).await.unwrap();
    }
    let line = WriteLine { id: MeetingLineId(ground.fresh()), meeting, words: "Avec plaisir.".to_owned() };
    for _ in 0..2 {
        sponsorship::write_to_host(&ground.db, &eve, line.clone()).await.unwrap();
    }
    let other = sponsorship::write_to_newcomer(&ground.db, &ground.founders[2], line).await.unwrap_err();
    assert!(matches!(other, SponsorshipError::NotFound), "the room is for two ({other})");
    let seen = sponsorship::meeting_for_host(&ground.db, host, meeting).await.unwrap().unwrap();
    let said: Vec<&str> = seen.lines.iter().map(|line| line.words.as_str()).collect();
    assert_eq!(said, ["Samedi à dix heures ?", "Avec plaisir."]);
    let tomorrow = kernel::Clock::now(&ground.clock).date_naive() + Duration::days(2);
    let cmd = RecordMeeting { meeting, met_on: tomorrow, met_by: MetBy::Person };
    let ahead = sponsorship::record_meeting(&ground.db, host, cmd).await.unwrap_err();
    assert!(matches!(ahead, SponsorshipError::NotThatDay), "{ahead}");
    let before = sponsorship::tokens(&ground.db, host).await.unwrap().left;
    let request = ground.met(host, meeting).await.unwrap();
    assert_eq!(ground.met(host, meeting).await.unwrap(), request, "once");
    assert_eq!(
        ground.count("select count(*) from sponsorship where state = 'given'").await,
        0,
        "nothing is given by meeting"
    );
    let given = sponsorship::give(&ground.db, host, word(request)).await.unwrap();
    assert!(!given.admitted, "one word of three");
    assert_eq!(sponsorship::tokens(&ground.db, host).await.unwrap().left, before - 1);
    // A host is not asked for the same person again.
    let again = ground.seek(&eve, "Corbigny", Way::Person).await;
    assert_eq!(ground.turn(again).await, None);
    ground.clear().await;
}

#[tokio::test]
async fn however_many_ask_at_once_a_host_is_asked_no_oftener_than_they_said() {
    let ground = Ground::open().await;
    ground.host(&ground.founders[1], "Corbigny", 2).await;
    let mut asking = Vec::new();
    for n in 0..6 {
        let applicant = ground.applicant(&format!("eve{n}")).await;
        let (db, id) = (ground.db.clone(), MeetingId(ground.fresh()));
        let cmd = AskHost { id, town: "Corbigny".to_owned(), way: Way::Either, note: "Bonjour.".to_owned() };
        asking.push(tokio::spawn(async move { sponsorship::ask_host(&db, &applicant, cmd).await }));
    }
    for task in asking {
        task.await.unwrap().unwrap();
    }
    assert_eq!(ground.count("select count(*) from meeting where state = 'seeking'").await, 6);
    assert_eq!(ground.count("select count(*) from meeting_turn").await, 2);
    ground.clear().await;
}

#[tokio::test]
async fn three_meetings_can_be_under_way_and_whoever_is_in_needs_none() {
    let ground = Ground::open().await;
    let eve = ground.applicant("eve").await;
    ground.host(&ground.founders[4], "Corbigny", 5).await;
    let first = ground.seek(&eve, "Corbigny", Way::Either).await;
    ground.seek(&eve, "Corbigny", Way::Either).await;
    ground.seek(&eve, "Corbigny", Way::Either).await;
    let cmd =
        AskHost { id: MeetingId(ground.fresh()), town: String::new(), way: Way::Video, note: "Encore.".to_owned() };
    let full = sponsorship::ask_host(&ground.db, &eve, cmd).await.unwrap_err();
    assert!(matches!(full, SponsorshipError::TooManyMeetings), "{full}");
    assert_eq!(ground.turn(first).await, Some(member(&ground.founders[4])));
    for sponsor in &ground.founders[1..4] {
        ground.vouch(&eve, sponsor).await.unwrap();
    }
    ground.clock.advance(Duration::hours(48));
    assert!(sponsorship::recheck(&ground.db, &ground.house(), member(&eve)).await.unwrap());
    assert_eq!(ground.count("select count(*) from meeting where state <> 'ended'").await, 0);
    assert_eq!(ground.count("select count(*) from notification where kind = 'meeting_over'").await, 1);
    ground.clear().await;
}

#[tokio::test]
async fn a_host_who_leaves_makes_room_for_the_next_one() {
    let ground = Ground::open().await;
    let eve = ground.applicant("eve").await;
    let (leaves, stays) = (&ground.founders[1], &ground.founders[2]);
    ground.host(leaves, "Corbigny", 5).await;
    let meeting = ground.seek(&eve, "Corbigny", Way::Either).await;
    ground.agree(leaves, meeting).await.unwrap();
    ground.host(stays, "Corbigny", 5).await;
    membership::leave::leave(&ground.db, leaves).await.unwrap();
    let gone = membership::jobs::MemberGone { member: member(leaves), gone_at: kernel::Clock::now(&ground.clock) };
    sponsorship::gone::tidy(&ground.db, &ground.house(), &gone).await.unwrap();
    assert_eq!(ground.turn(meeting).await, Some(member(stays)));
    assert_eq!(ground.count("select count(*) from rota").await, 1);
    ground.clear().await;
}

#[tokio::test]
async fn a1_whose_turn_it_is_tells_neither_whose_address_was_typed_nor_who_said_no() {
    let ground = Ground::open().await;
    let host = &ground.founders[1];
    ground.host(host, "Corbigny", 20).await;
    // Theirs, nobody's, and theirs with a no: the applicant is told the same of each.
    for (name, address, declines) in [
        ("eve", "founder1@example.test", false),
        ("bob", "nobody@example.test", false),
        ("ann", "founder1@example.test", true),
    ] {
        let applicant = ground.applicant(name).await;
        let request = ground.ask(&applicant, address).await;
        if declines {
            let no = sponsorship::Decline { sponsorship: request };
            sponsorship::decline(&ground.db, host, no).await.unwrap();
        }
        let first = ground.seek(&applicant, "Corbigny", Way::Person).await;
        assert_eq!(ground.turn(first).await, Some(member(host)), "{name}");
    }
    // Asked by their link, the applicant knows whom they asked: the host is left in peace, whatever the answer was.
    for (name, declines) in [("lea", false), ("max", true)] {
        let applicant = ground.applicant(name).await;
        let (id, token) =
            (kernel::SponsorshipId(ground.fresh()), sponsorship::personal_link(&ground.db, host).await.unwrap());
        let ask = sponsorship::AskViaLink { id, token, note: String::new() };
        sponsorship::ask_via_link(&ground.db, &applicant, ask).await.unwrap();
        sponsorship::deliver(&ground.db, &ground.house(), id).await.unwrap();
        if declines {
            sponsorship::decline(&ground.db, host, sponsorship::Decline { sponsorship: id }).await.unwrap();
        }
        sponsorship::cancel_request(&ground.db, &applicant, sponsorship::CancelRequest { sponsorship: id })
            .await
            .unwrap();
        let meeting = ground.seek(&applicant, "Corbigny", Way::Person).await;
        assert_eq!(ground.turn(meeting).await, None, "{name}");
    }
    ground.clear().await;
}

#[tokio::test]
async fn a1_having_met_a_host_does_not_tell_whether_an_address_was_theirs() {
    let ground = Ground::open().await;
    let host = &ground.founders[1];
    ground.host(host, "Corbigny", 20).await;
    let mut rooms = Vec::new();
    for (name, address) in [("eve", "founder1@example.test"), ("bob", "nobody@example.test")] {
        let applicant = ground.applicant(name).await;
        ground.ask(&applicant, address).await;
        let meeting = ground.seek(&applicant, "Corbigny", Way::Person).await;
        ground.agree(host, meeting).await.unwrap();
        let request = ground.met(host, meeting).await.unwrap();
        assert_eq!(ground.met(host, meeting).await.unwrap(), request);
        let room = sponsorship::waiting(&ground.db, &applicant).await.unwrap();
        let mut asked: Vec<_> =
            room.asked.into_iter().map(|one| (one.who.contains('@'), one.state, one.route)).collect();
        asked.sort_by_key(|one| one.0);
        rooms.push(format!("{asked:?}"));
        ground.give(host, request).await.unwrap();
        assert_eq!(sponsorship::waiting(&ground.db, &applicant).await.unwrap().given, 1);
    }
    assert_eq!(rooms[0], rooms[1]);
    ground.clear().await;
}

#[tokio::test]
async fn what_was_written_to_a_host_who_left_is_not_for_the_next_one() {
    let ground = Ground::open().await;
    let eve = ground.applicant("eve").await;
    let (leaves, stays) = (&ground.founders[1], &ground.founders[2]);
    ground.host(leaves, "Corbigny", 5).await;
    let meeting = ground.seek(&eve, "Corbigny", Way::Either).await;
    ground.agree(leaves, meeting).await.unwrap();
    let line = WriteLine { id: MeetingLineId(ground.fresh()), meeting, words: "06 01 02 03 04".to_owned() };
    sponsorship::write_to_host(&ground.db, &eve, line).await.unwrap();
    ground.host(stays, "Corbigny", 5).await;
    ground.clock.advance(Duration::days(1));
    membership::leave::leave(&ground.db, leaves).await.unwrap();
    let gone = membership::jobs::MemberGone { member: member(leaves), gone_at: kernel::Clock::now(&ground.clock) };
    sponsorship::gone::tidy(&ground.db, &ground.house(), &gone).await.unwrap();
    let lines = async || sponsorship::meeting_for_host(&ground.db, stays, meeting).await.unwrap().unwrap().lines;
    assert_eq!(lines().await.len(), 0, "asked, and nothing agreed to");
    ground.agree(stays, meeting).await.unwrap();
    let said: Vec<String> = lines().await.into_iter().map(|line| line.words).collect();
    assert_eq!(said, ["Samedi à dix heures ?"], "what they wrote themselves");
    let mine = sponsorship::own_meetings(&ground.db, &eve).await.unwrap();
    assert_eq!(mine[0].lines.len(), 3, "the newcomer reads both");
    ground.clear().await;
}

#[tokio::test]
async fn one_looks_for_a_host_week_after_week_and_only_new_terms_hurry_it() {
    let ground = Ground::open().await;
    let eve = ground.applicant("eve").await;
    let meeting = ground.seek(&eve, "Corbigny", Way::Person).await;
    let due = "select count(*) from job where kind = 'seek_host' and state = 'queued'";
    for week in 0..3 {
        assert_eq!(ground.count(due).await, 1, "week {week}");
        ground.clock.advance(Duration::days(7));
        // As the queue has it while it works.
        let lease = "update job set state = 'leased' where kind = 'seek_host' and state = 'queued'";
        sqlx::query(lease).execute(&mut ground.scratch.owner().await).await.unwrap();
        assert!(!seek_host(&ground.db, &ground.house(), meeting).await.unwrap());
        let done = "delete from job where kind = 'seek_host' and state = 'leased'";
        sqlx::query(done).execute(&mut ground.scratch.owner().await).await.unwrap();
    }
    ground.host(&ground.founders[1], "Paris", 5).await;
    assert_eq!(ground.count(due).await, 2, "somebody new is there: one looks at once");
    sqlx::query("delete from job").execute(&mut ground.scratch.owner().await).await.unwrap();
    ground.host(&ground.founders[1], "Paris", 5).await;
    assert_eq!(ground.count(due).await, 0, "the same terms help nobody anew");
    ground.clear().await;
}
