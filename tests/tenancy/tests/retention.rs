//! Bar P4: whatever has a time is there until its last second and gone one later, by the one job that reads the table of periods.
#![expect(clippy::unwrap_used, reason = "in a test, a failure is a panic with the place where it happened")]

use authorisation::life::{HERE, Life};
use chrono::Duration;
use kernel::{Caller, CommunityId, Timestamp};
use kit::Stage;
use privacy::retention::PERIODS;
use sqlx::{AssertSqlSafe, Executor};
use std::collections::BTreeSet;

/// For each table, what plants something there whose time began at $1 (in the community $2), and what counts it.
const PLANTED: &[(&str, &str, &str)] = &[
    ("sign_in", "update sign_in set expires_at = $1 where community_id = $2", "select count(*) from sign_in"),
    (
        "address_change",
        "update address_change set expires_at = $1 where community_id = $2",
        "select count(*) from address_change",
    ),
    ("session", "update session set expires_at = $1 where community_id = $2", "select count(*) from session"),
    (
        "account_change",
        "update account_change set undo_until = $1 where asked_in = $2",
        "select count(*) from account_change",
    ),
    (
        "totp",
        "insert into totp (id, account_id, secret, created_at, confirmed_at, removed_at)
         select id, account_id, '', $1, $1, $1 from member where community_id = $2 limit 1",
        "select count(*) from totp",
    ),
    (
        "passkey",
        "insert into passkey (id, account_id, domain, name, credential_id, credential, created_at, removed_at)
         select id, account_id, 'x', 'x', '', '{}', $1, $1 from member where community_id = $2 limit 1",
        "select count(*) from passkey",
    ),
    (
        "passkey_challenge",
        "insert into passkey_challenge (community_id, id, purpose, asker_hash, state, created_at, expires_at)
         values ($2, gen_random_uuid(), 'sign_in', '', '{}', $1, $1)",
        "select count(*) from passkey_challenge",
    ),
    (
        "address_letter",
        "insert into address_letter (address_mark, known, asker_mark, network_mark, at) values ($2::text, true, 'x', 'x', $1)",
        "select count(*) from address_letter where asker_mark = 'x'",
    ),
    (
        "data_copy",
        "update data_copy set expires_at = $1::timestamptz + interval '7 days' where community_id = $2",
        "select count(*) from data_copy",
    ),
    (
        "job",
        "insert into job (community_id, id, lane, kind, payload, state, run_at, created_at)
         values ($2, gen_random_uuid(), 'bulk', 'x', '{}', 'buried', $1, $1)",
        "select count(*) from job where kind = 'x'",
    ),
    ("letter", "update letter set at = $1 where community_id = $2", "select count(*) from letter"),
    (
        "invitation",
        "update invitation set expires_at = $1 where community_id = $2",
        "select count(*) from invitation where email <> '' and sentence <> ''",
    ),
    (
        "sponsorship",
        "update sponsorship set sponsor_id = null, asked_email = 'x@example.test', state = 'requested', expires_at = $1
         where id = (select id from sponsorship where community_id = $2 and state = 'requested' limit 1)",
        "select count(*) from sponsorship where asked_email = 'x@example.test'",
    ),
    (
        "notification",
        "update notification set created_at = $1 where community_id = $2",
        "select count(*) from notification",
    ),
    ("digest", "update digest set created_at = $1 where community_id = $2", "select count(*) from digest"),
    (
        "listing",
        "update listing set state = 'closed', closed_at = $1 where community_id = $2",
        "select count(*) from listing where title <> '———' or body <> '—' or town <> ''",
    ),
    (
        "circle",
        "insert into circle (community_id, id, name, folded, purpose, joining, state, keeper_id, asked_at, decided_at)
         select $2, gen_random_uuid(), 'Non', 'non', 'Rien.', 'at_once', 'declined', id, $1, $1 from member where community_id = $2 limit 1",
        "select count(*) from circle where state = 'declined'",
    ),
    (
        "circle",
        "insert into circle (community_id, id, name, folded, purpose, joining, state, keeper_id, asked_at, decided_at, closed_at, reason)
         select $2, gen_random_uuid(), 'Fini', 'fini', 'Rien.', 'at_once', 'closed', id, $1, $1, $1, 'Raison.'
         from member where community_id = $2 limit 1",
        "select count(*) from circle where state = 'closed' and (name <> '———' or folded <> '' or purpose <> '—' or reason <> '')",
    ),
    (
        "circle_put_out",
        "insert into circle_put_out (community_id, circle_id, member_id, put_out_by, reason, put_out_at)
         select community_id, id, keeper_id, keeper_id, 'Raison.', $1 from circle where community_id = $2 limit 1",
        "select count(*) from circle_put_out where reason = 'Raison.'",
    ),
    (
        "circle_offer",
        "update circle_offer set offered_at = $1 where community_id = $2",
        "select count(*) from circle_offer",
    ),
    (
        "mandate",
        "update listing set state = 'closed', closed_at = $1 where community_id = $2 and id in (select listing_id from mandate)",
        "select count(*) from mandate",
    ),
    (
        "listing_photo",
        "insert into listing_photo
             (community_id, id, owner_id, meant_for, listing_id, place, width, height, small_width, small_height, bytes, created_at, sent_mark)
         select community_id, gen_random_uuid(), author_id, id, id, 1, 8, 6, 8, 6, 1, $1, ''
         from listing where community_id = $2 and state = 'closed' and closed_at = $1",
        "select count(*) from listing_photo where listing_id is not null",
    ),
    (
        "listing_match",
        "update listing_match set found_at = $1 where community_id = $2",
        "select count(*) from listing_match",
    ),
    (
        "listing_draft",
        "update listing_draft set kept_at = $1 where community_id = $2",
        "select count(*) from listing_draft",
    ),
    (
        "saved_search_hit",
        "update saved_search_hit set found_at = $1 where community_id = $2",
        "select count(*) from saved_search_hit",
    ),
    (
        "meeting",
        "update meeting set asked_at = $1 where community_id = $2",
        "select count(*) from meeting where note <> '' or town <> ''",
    ),
    (
        "meeting_line",
        "update meeting_line set written_at = $1 where community_id = $2",
        "select count(*) from meeting_line",
    ),
    (
        "suppressed_address",
        "insert into suppressed_address (email, reason, suppressed_at) select 'nobody@example.test', $2::text, $1",
        "select count(*) from suppressed_address",
    ),
    (
        "outing_place",
        "update listing_extent set starts_at = $1, ends_at = null where community_id = $2 and starts_at is not null",
        "select count(*) from outing_place",
    ),
    (
        "listing_seen",
        "update listing_seen set seen_at = $1 where community_id = $2",
        "select count(*) from listing_seen",
    ),
    (
        "departure",
        "insert into departure (community_id, id, member_id, cause, reason, state, seen, touched, proposed_at, expires_at, settled_at)
         select $2, gen_random_uuid(), id, 'conduct', 'Raison.', 'done', '', 0, $1, $1, $1 from member where community_id = $2 limit 1",
        "select count(*) from departure where reason <> ''",
    ),
    (
        "review",
        "insert into review (community_id, id, member_id, paths, need, began_at, until_at, ended_at, outcome, reason)
         select $2, gen_random_uuid(), id, 0, 3, $1, $1, $1, 'confirmed', 'Raison.' from member where community_id = $2 limit 1",
        "select count(*) from review where reason <> ''",
    ),
    (
        "measure",
        "insert into measure (community_id, id, member_id, degree, reason, given_at)
         select $2, gen_random_uuid(), id, 'warning', 'Raison.', $1 from member where community_id = $2 limit 1",
        "select count(*) from measure where reason <> ''",
    ),
    (
        "household",
        "insert into household (community_id, id, member_id, other_id, reason, said_at, ended_at)
         select $2, gen_random_uuid(), m.id, o.id, 'Raison.', $1, $1
         from member m join member o on o.community_id = m.community_id and m.id < o.id where m.community_id = $2 limit 1",
        "select count(*) from household where ended_at is not null",
    ),
    (
        "reservation",
        "insert into reservation (community_id, id, applicant_id, category, words, confided_at, outcome, settled_at)
         select $2, gen_random_uuid(), id, 'other', 'Raison.', $1, 'moot', $1 from member where community_id = $2 limit 1",
        "select count(*) from reservation where words <> ''",
    ),
    (
        "reservation_voice",
        "with one as (
             insert into reservation (community_id, id, applicant_id, category, confided_at)
             select $2, gen_random_uuid(), id, 'other', $1 from member where community_id = $2 limit 1 returning id, applicant_id
         )
         insert into reservation_voice (community_id, reservation_id, steward_id, upheld, reason, given_at)
         select $2, id, applicant_id, false, 'Raison.', $1 from one",
        "select count(*) from reservation_voice where reason <> ''",
    ),
    (
        "appeal",
        "insert into appeal (community_id, id, member_id, departure_id, words, made_at)
         select $2, gen_random_uuid(), member_id, id, 'Non.', $1 from departure where community_id = $2 limit 1",
        "select count(*) from appeal where words <> ''",
    ),
    (
        "journal_note",
        "with old as (update journal set at = $1 where community_id = $2 and seq <= 2 returning community_id, seq)
         insert into journal_note (community_id, seq, note) select community_id, seq, 'Raison.' from old",
        "select count(*) from journal_note",
    ),
];

async fn counts(stage: &Stage) -> Vec<(&'static str, i64)> {
    let mut owner = stage.scratch.owner().await;
    let mut counts = Vec::new();
    for (table, _, count) in PLANTED {
        let here = if count.contains("where") { "and" } else { "where" };
        // What the house writes meanwhile is younger and none of ours.
        let mine = match *table {
            "sign_in" | "address_change" | "session" | "letter" | "notification" | "digest" => {
                format!("{count} {here} community_id <> '{}'", CommunityId::PLATFORM)
            }
            _ => (*count).to_owned(),
        };
        counts.push((*table, sqlx::query_scalar(AssertSqlSafe(mine)).fetch_one(&mut owner).await.unwrap()));
    }
    counts
}

/// The job as the clock writes it every hour, for the community and the installation.
async fn sweep(stage: &Stage, at: Timestamp, communities: [CommunityId; 2], files: u64) {
    stage.clock.advance(at - stage.now());
    for community in communities {
        membership::housekeeping::schedule(&stage.db, &Caller::house(community)).await.unwrap();
    }
    let done = stage.work().await;
    assert_eq!(
        (done.total(), done.again, done.buried),
        (2 + files, 0, 0),
        "the two sweeps, what deletes files, and nothing else"
    );
}

#[tokio::test]
async fn p4_whatever_has_a_time_is_there_until_its_last_second_and_gone_one_later() {
    let stage = Stage::open().await;
    let here = Life::lead(&stage, HERE).await;
    stage.work().await;
    let mut owner = stage.scratch.owner().await;
    owner.execute("delete from job; delete from journal_note").await.unwrap();
    let (now, second) = (stage.now() + Duration::hours(1), Duration::seconds(1));
    let planted: BTreeSet<&str> = PLANTED.iter().map(|(table, ..)| *table).collect();
    assert_eq!(planted, PERIODS.iter().map(|period| period.table).collect(), "every period is tried");
    for (table, plant, _) in PLANTED {
        let period = PERIODS.iter().find(|period| period.table == *table).unwrap();
        let done = sqlx::query(AssertSqlSafe(*plant))
            .bind(now - period.kept + second)
            .bind(here.community.0)
            .execute(&mut owner)
            .await;
        assert!(done.unwrap().rows_affected() > 0, "{table}: nothing was planted");
    }
    drop(owner);
    let before = counts(&stage).await;
    assert!(before.iter().all(|(_, count)| *count > 0), "{before:?}");
    let both = [here.community, CommunityId::PLATFORM];
    sweep(&stage, now, both, 0).await;
    assert_eq!(counts(&stage).await, before, "a second before its end, all of it is there");
    // Photos of a listing go with a job that deletes their files.
    sweep(&stage, now + second * 2, both, 1).await;
    let left: Vec<_> = counts(&stage).await.into_iter().filter(|(_, count)| *count > 0).collect();
    assert_eq!(left, [], "a second after");
    sweep(&stage, now + second * 3, both, 0).await;
    stage.finish().await;
}

#[tokio::test]
async fn p4_reasons_that_go_leave_a_journal_that_holds() {
    let stage = Stage::open().await;
    let here = Life::lead(&stage, HERE).await;
    stage.work().await;
    let person = stage.caller(here.community, here.people[1].email).await.me().unwrap().member;
    let why = membership::suspend::Suspend { member: person, reason: "Assez.".to_owned() };
    membership::suspend::suspend(&stage.db, &here.house(), why).await.unwrap();
    let olga = stage.caller(here.community, here.people[0].email).await;
    privacy::removal::call_off_removal(&stage.db, &olga).await.unwrap();
    stage.clock.advance(Duration::days(731));
    privacy::retention::sweep(&stage.db, &here.house()).await.unwrap();
    let notes = "select count(*) from journal_note";
    let notes: i64 = sqlx::query_scalar(notes).fetch_one(&mut stage.scratch.owner().await).await.unwrap();
    assert_eq!(notes, 0);
    let whole = community::journal::verify(&stage.db, &here.house(), &[]).await.unwrap();
    assert!(whole.is_ok(), "{whole:?}");
    stage.close().await;
}

#[test]
fn an_offer_of_a_group_goes_when_it_has_ended_and_not_before() {
    let kept = PERIODS.iter().find(|period| period.table == "circle_offer").unwrap().kept;
    assert_eq!(kept, groups::limits::offered());
}
