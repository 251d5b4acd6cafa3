//! The trust history tells every change of the graph, and whoever keeps the graph follows it (invariant I19 of the engine's design).

use crate::ground::{Ground, connect, member};
use crate::replay::Told;
use chrono::Duration;
use kernel::{Caller, HouseholdId, InvitationId, Language};
use membership::{leave, suspend};
use sponsorship::{
    AnswerTogether, EndTogether, ImportedSponsorship, Invite, Recheck, Relation, SayTogether, Via, kept_graph_is_true,
};
use trust::lab::chance::Chance;

/// Things that happen, one after another.
const HAPPENINGS: u32 = 70;

/// What the house has no use case for, or none yet; each is something that one of its writers may come to do.
const BY_HAND: [&str; 8] = [
    "update sponsorship set state = 'revoked', ended_at = now() where id = (select id from sponsorship where state = 'given' and active_at is not null order by md5(id::text || $1) limit 1)",
    "update sponsorship set kind = 'endorsement' where id = (select id from sponsorship where state = 'given' and active_at is not null order by md5(id::text || $1) limit 1)",
    "update sponsorship set ended_at = ended_at + interval '1 hour' where state = 'revoked' and length($1) > 0",
    "insert into sponsorship (community_id, id, sponsor_id, applicant_id, state, via, requested_at, answered_at, active_at, expires_at)
     select community_id, gen_random_uuid(), sponsor_id, applicant_id, 'given', 'import', now(), now(), now(), now() from sponsorship
     where state = 'revoked' order by md5(id::text || $1) limit 1 on conflict do nothing",
    "update sponsorship set active_at = active_at - interval '3 days' where id = (select id from sponsorship where state = 'given' and active_at is not null order by md5(id::text || $1) limit 1)",
    "update member set founder = not founder where id = (select id from member where standing = 'member' and community_id = '00000000-0000-0000-0000-0000000000c0' order by md5(id::text || $1) limit 1)",
    "update member set joined_at = joined_at - interval '40 days' where standing = 'member' and community_id = '00000000-0000-0000-0000-0000000000c0' and md5(id::text || $1) < '6'",
    "update member set standing = 'under_review' where id = (select id from member where standing = 'member' and not founder and community_id = '00000000-0000-0000-0000-0000000000c0' order by md5(id::text || $1) limit 1)",
];

async fn by_hand(ground: &Ground, chance: &mut Chance) {
    let statement = chance.pick(&BY_HAND).unwrap();
    let salt = chance.below(u32::MAX).to_string();
    sqlx::query(statement).bind(salt).execute(&mut ground.scratch.owner().await).await.unwrap();
}

/// Two members who stand, by their addresses.
async fn two(ground: &Ground, chance: &mut Chance) -> Vec<String> {
    let salt = chance.below(u32::MAX).to_string();
    sqlx::query_scalar(
        "select a.email from member m join account a on a.id = m.account_id
         where m.standing = 'member' and m.community_id = $2 order by md5(m.id::text || $1) limit 2",
    )
    .bind(salt)
    .bind(ground.community.0)
    .fetch_all(&mut ground.scratch.owner().await)
    .await
    .unwrap()
}

async fn brought_along(ground: &Ground, chance: &mut Chance) {
    let Ok([sponsor, member]) = <[String; 2]>::try_from(two(ground, chance).await) else { return };
    let given_at = "2026-02-01T00:00:00Z".parse().unwrap();
    let row = ImportedSponsorship { line: 1, sponsor, member, given_at };
    sponsorship::import_sponsorships(&ground.db, &ground.house(), &[row]).await.unwrap();
}

/// Somebody new asks and three vouch, as far as they may; later they are decided about.
async fn comes(ground: &Ground, name: &str, chance: &mut Chance) {
    let newcomer = ground.applicant(name).await;
    for sponsor in chance.some(&[0_usize, 1, 2, 3, 4, 5, 6], 3) {
        let sponsor = ground.by_email(&format!("founder{sponsor}@example.test")).await;
        let _refused = ground.vouch(&newcomer, &sponsor).await;
    }
    ground.clock.advance(Duration::hours(49));
    sponsorship::recheck(&ground.db, &ground.house(), member(&newcomer)).await.unwrap();
}

/// Somebody who stands goes, or whoever was put out comes back, or whoever left asks again.
async fn goes_or_returns(ground: &Ground, chance: &mut Chance) {
    let Some(address) = two(ground, chance).await.pop() else { return };
    let (who, house) = (ground.by_email(&address).await, ground.house());
    let reason = || "Essai.".to_owned();
    // The last owner stays, and nobody asks again all day: what is refused changes nothing, which is seen as well.
    match chance.below(3) {
        0 => {
            let out = suspend::Suspend { member: member(&who), reason: reason() };
            let _refused = suspend::suspend(&ground.db, &house, out).await;
        }
        1 => {
            let _refused = leave::leave(&ground.db, &who).await;
        }
        _ => {
            let Some(out) = somebody(ground, "suspended").await else { return };
            let back = sponsorship::Reinstate { member: member(&out), reason: reason() };
            sponsorship::reinstate(&ground.db, &house, back).await.unwrap();
        }
    }
    if let Some(left) = somebody(ground, "left").await.filter(|_| chance.below(2) == 0) {
        let _refused = sponsorship::apply(&ground.db, &left, ground.application(None)).await;
    }
}

/// Two say that they share a household, or two who do part.
async fn shares_or_parts(ground: &Ground, chance: &mut Chance) {
    let counting = "select h.id, a.email from household h join member m on m.id = h.member_id join account a on a.id = m.account_id
                    where h.began_at is not null and h.ending_at is null and h.ended_at is null limit 1";
    let counting: Option<(uuid::Uuid, String)> =
        sqlx::query_as(counting).fetch_optional(&mut ground.scratch.owner().await).await.unwrap();
    if let Some((id, address)) = counting.filter(|_| chance.below(2) == 0) {
        let (id, who) = (HouseholdId(id), ground.by_email(&address).await);
        // Whoever has gone meanwhile says nothing any more.
        let _refused = sponsorship::end_together(&ground.db, &who, EndTogether { id }).await;
        ground.clock.advance(Duration::days(15));
        sponsorship::household::household_ends(&ground.db, &ground.house(), id).await.unwrap();
        return;
    }
    let Ok([one, other]) = <[String; 2]>::try_from(two(ground, chance).await) else { return };
    let (one, other, id) = (ground.by_email(&one).await, ground.by_email(&other).await, HouseholdId(ground.fresh()));
    if sponsorship::say_together(&ground.db, &one, SayTogether { id, member: member(&other) }).await.is_ok() {
        sponsorship::answer_together(&ground.db, &other, AnswerTogether { id, agrees: true }).await.unwrap();
    }
}

async fn somebody(ground: &Ground, standing: &str) -> Option<Caller> {
    let address: Option<String> = sqlx::query_scalar(
        "select a.email from member m join account a on a.id = m.account_id
         where m.standing = $1 and m.community_id = $2 order by m.number limit 1",
    )
    .bind(standing)
    .bind(ground.community.0)
    .fetch_optional(&mut ground.scratch.owner().await)
    .await
    .unwrap();
    match address {
        Some(address) => Some(ground.by_email(&address).await),
        None => None,
    }
}

#[tokio::test]
async fn i19_whatever_happens_the_events_replayed_give_what_the_rows_show_and_every_process_follows() {
    let ground = Ground::open().await;
    let urls = ["maillon_app", "maillon_platform"].map(|role| ground.scratch.url(role));
    let other = connect(urls, &ground.clock, 12);
    let (house, mut chance) = (ground.house(), Chance::new(19));
    for happening in 0..HAPPENINGS {
        match chance.below(7) {
            0 => comes(&ground, &format!("newcomer{happening}"), &mut chance).await,
            1 => brought_along(&ground, &mut chance).await,
            2 | 3 => goes_or_returns(&ground, &mut chance).await,
            4 => shares_or_parts(&ground, &mut chance).await,
            _ => by_hand(&ground, &mut chance).await,
        }
        let rows = Told::rows(&ground).await;
        assert_eq!(Told::replayed(&ground, i64::MAX).await, rows, "after happening {happening}");
        assert!(kept_graph_is_true(&ground.db, &house).await.unwrap(), "after happening {happening}");
        // The other process looks up now and then, and has missed several changes.
        if happening % 7 == 0 {
            assert!(kept_graph_is_true(&other, &house).await.unwrap(), "after happening {happening}");
        }
    }
    assert!(ground.count("select count(*) from trust_event where graph_version is not null").await > 60);
    assert!(ground.count("select count(*) from admission").await > 3);
    assert!(ground.count("select count(*) from household where began_at is not null").await > 2);
    assert!(ground.count("select count(*) from household where ended_at is not null").await > 0);
    other.close().await;
    ground.clear().await;
}

/// Whoever was here before begins anew: their old words end, and then the engine is asked, in one transaction. It may fail after that.
#[tokio::test]
async fn what_a_transaction_wrote_before_it_asked_is_seen_by_itself_alone() {
    let ground = Ground::open().await;
    let house = ground.house();
    comes(&ground, "eve", &mut Chance::new(1)).await;
    let eve = ground.by_email("eve@example.test").await;
    leave::leave(&ground.db, &eve).await.unwrap();
    ground.clock.advance(Duration::days(8));
    let invite = Invite {
        id: InvitationId(ground.fresh()),
        email: "eve@example.test".parse().unwrap(),
        relation: Relation::Friend,
        sentence: "Une amie.".to_owned(),
        language: Language::Fr,
    };
    sponsorship::invite(&ground.db, &ground.founders[0], invite.clone()).await.unwrap();
    let letter = sponsorship::letters::invitation(&ground.db, &house, invite.id).await.unwrap().unwrap();
    let eve = ground.by_email("eve@example.test").await;
    assert!(kept_graph_is_true(&ground.db, &house).await.unwrap());
    let mut owner = ground.scratch.owner().await;
    sqlx::raw_sql("alter table notification add constraint nobody check (false) not valid")
        .execute(&mut owner)
        .await
        .unwrap();
    let application = ground.application(Some(Via::Invitation(letter.token)));
    sponsorship::apply(&ground.db, &eve, application.clone()).await.unwrap_err();
    assert_eq!(
        ground.count("select count(*) from sponsorship where state = 'given' and active_at is not null").await,
        3
    );
    assert!(kept_graph_is_true(&ground.db, &house).await.unwrap(), "three words ended for that transaction only");
    sqlx::raw_sql("alter table notification drop constraint nobody").execute(&mut owner).await.unwrap();
    sponsorship::apply(&ground.db, &eve, application).await.unwrap();
    assert_eq!(
        ground.count("select count(*) from sponsorship where state = 'given' and active_at is not null").await,
        0
    );
    assert!(kept_graph_is_true(&ground.db, &house).await.unwrap());
    drop(owner);
    ground.clear().await;
}

/// An admission that fails at its end leaves the graph as it was.
#[tokio::test]
async fn a_word_taken_back_by_the_database_leaves_no_trace_in_the_graph_that_is_kept() {
    let ground = Ground::open().await;
    let house = ground.house();
    assert!(kept_graph_is_true(&ground.db, &house).await.unwrap());
    let eve = ground.applicant("eve").await;
    for sponsor in ground.founders.iter().take(3) {
        ground.vouch(&eve, sponsor).await.unwrap();
    }
    ground.clock.advance(Duration::hours(48));
    // The last statement of the admission fails: the graph had moved by then, for this transaction only.
    let mut owner = ground.scratch.owner().await;
    sqlx::raw_sql("alter table admission add constraint nobody check (false) not valid")
        .execute(&mut owner)
        .await
        .unwrap();
    sponsorship::recheck(&ground.db, &house, member(&eve)).await.unwrap_err();
    assert!(kept_graph_is_true(&ground.db, &house).await.unwrap());
    sqlx::raw_sql("alter table admission drop constraint nobody").execute(&mut owner).await.unwrap();
    assert!(sponsorship::recheck(&ground.db, &house, member(&eve)).await.unwrap());
    assert!(kept_graph_is_true(&ground.db, &house).await.unwrap());
    let admission =
        sqlx::query_scalar::<_, uuid::Uuid>("select id from admission").fetch_one(&mut owner).await.unwrap();
    let looked = sponsorship::recheck_certificate(&ground.db, &ground.founders[0], admission.into()).await.unwrap();
    assert_eq!(looked, Recheck::Holds);
    drop(owner);
    ground.clear().await;
}

/// Behind the triggers (an import in psql, a restored table), and after more than a process follows: it reads everything again.
#[tokio::test]
async fn what_no_event_tells_is_read_from_the_rows() {
    let ground = Ground::open().await;
    let house = ground.house();
    assert!(kept_graph_is_true(&ground.db, &house).await.unwrap());
    let mut owner = ground.scratch.owner().await;
    let silently = "begin; set local session_replication_role = replica; \
        update member set standing = 'suspended' where name = 'Founder 5'; \
        update trust_head set graph_version = graph_version + 1; commit";
    sqlx::raw_sql(silently).execute(&mut owner).await.unwrap();
    assert!(kept_graph_is_true(&ground.db, &house).await.unwrap());
    // A number that changes hands cannot be told.
    sqlx::raw_sql("update member set number = 70 where name = 'Founder 6'").execute(&mut owner).await.unwrap();
    assert!(kept_graph_is_true(&ground.db, &house).await.unwrap());
    drop(owner);
    ground.clear().await;
}
