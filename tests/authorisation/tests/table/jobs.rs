//! Jobs: only the house hands them in, and a job does nothing for a community that is not its own.

use authorisation::hanging::{Hanging, leaves, tie};
use authorisation::life::{HERE, Life, THERE};
use authorisation::rows;
use kernel::{DepartureId, HouseholdId, MeasureId, MemberId, RemovalId, ReviewId};
use kit::{Somebody, Stage};
use membership::jobs::{ApplicantArrived, ComplaintsLetter, ComplaintsNews, ResetFactors, TellComplaints};
use privacy::jobs::{RemovalLetter, RemovalNews};
use serde_json::{Value, json};
use sponsorship::jobs::{ApplicationLetter, HouseholdEnds, LegacyEnds, MeasureOver, ReviewDue, StandingLetter};
use sponsorship::{ApplicationNews, Cause, News, PutOut};
use std::collections::{BTreeMap, BTreeSet};
use uuid::Uuid;

/// Jobs that name nobody: they are the same in every community.
const OF_NOBODY: [&str; 7] =
    ["measure_trust", "place_listings", "plan_digests", "recheck_reviews", "sweep", "watch_applications", "watch_idle"];

/// What stands in a community's tables, but for the queue: a checksum a table.
async fn contents(stage: &Stage, life: &Life) -> Vec<(String, String)> {
    let mut owner = stage.scratch.owner().await;
    let tables: Vec<String> = sqlx::query_scalar(
        "select table_name::text from information_schema.columns
         where column_name = 'community_id' and table_schema = 'public' and table_name <> 'job' order by 1",
    )
    .fetch_all(&mut owner)
    .await
    .unwrap();
    let mut sums = Vec::new();
    for table in tables {
        let statement = format!(
            "select coalesce(md5(string_agg(t::text, ',' order by t::text)), '') from {table} t where community_id = $1"
        );
        let sum = sqlx::query_scalar(sqlx::AssertSqlSafe(statement)).bind(life.community.0).fetch_one(&mut owner).await;
        sums.push((table, sum.unwrap()));
    }
    assert!(sums.len() > 12, "{}", sums.len());
    // And in its folder.
    let folder = stage.scratch.folder().join("media").join(life.community.to_string());
    let files = std::fs::read_dir(folder).into_iter().flatten().flatten();
    let mut files: Vec<String> = files.map(|file| file.file_name().to_string_lossy().into_owned()).collect();
    files.sort();
    sums.push(("files".to_owned(), files.join(",")));
    sums
}

pub(crate) type Job = (String, String, Value);

/// The jobs that a life has written, kind by kind. Deciding about somebody comes last: the other kinds look at who waits;
/// and erasing somebody after that: the other kinds look at what they left.
async fn jobs_of(stage: &Stage, life: &Life) -> Vec<Vec<Job>> {
    let statement = "select kind, lane, payload from job where community_id = $1 order by created_at desc, id";
    let all: Vec<Job> =
        sqlx::query_as(statement).bind(life.community.0).fetch_all(&mut stage.scratch.owner().await).await.unwrap();
    let mut kinds: BTreeMap<(usize, String), Vec<Job>> = BTreeMap::new();
    let last = ["recheck_applicant", "erase_member"];
    for job in all {
        let place = last.iter().position(|kind| *kind == job.0).map_or(0, |place| place + 1);
        kinds.entry((place, job.0.clone())).or_default().push(job);
    }
    kinds.into_values().collect()
}

async fn requests_of(stage: &Stage, life: &Life) -> Vec<Uuid> {
    let statement =
        "select id from sponsorship where community_id = $1 and state in ('requested', 'declined') order by id";
    sqlx::query_scalar(statement).bind(life.community.0).fetch_all(&mut stage.scratch.owner().await).await.unwrap()
}

async fn removal_letter(stage: &Stage, life: &Life, owner: MemberId) -> Value {
    let wish = "select removal_id from community where id = $1";
    let wish = sqlx::query_scalar::<_, Uuid>(wish).bind(life.community.0);
    let removal = RemovalId(wish.fetch_one(&mut stage.scratch.owner().await).await.unwrap());
    serde_json::to_value(RemovalLetter { removal, news: RemovalNews::Asked, member: owner }).unwrap()
}

/// People complain of that community's letters.
async fn complaints(stage: &Stage, life: &Life, owner: MemberId) -> [Vec<Job>; 2] {
    let watch = "insert into letter_watch (community_id, letters, complaints, counted_at, alarmed_at) values ($1, 1000, 3, $2, $2)";
    let watch = sqlx::query(watch).bind(life.community.0).bind(stage.now());
    watch.execute(&mut stage.scratch.owner().await).await.unwrap();
    let (about, news) = (life.community, ComplaintsNews::Alarm);
    let letter = serde_json::to_value(ComplaintsLetter { about, news, member: owner }).unwrap();
    let tell = serde_json::to_value(TellComplaints { news }).unwrap();
    [("complaints_letter", letter), ("tell_complaints", tell)]
        .map(|(kind, payload)| vec![(kind.to_owned(), "prompt".to_owned(), payload)])
}

/// As if an operator had asked for it in that community.
async fn reset(stage: &Stage, member: MemberId) -> Value {
    let wish = "insert into account_change (id, account_id, asked_in, kind, undo_hash, made_at, undo_until)
         select gen_random_uuid(), account_id, community_id, 'reset_asked', '', $2, $2 from member where id = $1 returning id";
    let wish = sqlx::query_scalar::<_, Uuid>(wish).bind(member.0).bind(stage.now());
    let change = wish.fetch_one(&mut stage.scratch.owner().await).await.unwrap().into();
    serde_json::to_value(ResetFactors { change }).unwrap()
}

/// A pause of somebody's that is over.
async fn measure_over(stage: &Stage, life: &Life, member: MemberId) -> Value {
    let measure = MeasureId(stage.db.entropy().id());
    sqlx::query(
        "insert into measure (community_id, id, member_id, degree, reason, given_at, until_at)
         values ($1, $2, $3, 'pause', 'Assez.', $4, $4)",
    )
    .bind(life.community.0)
    .bind(measure.0)
    .bind(member.0)
    .bind(stage.now())
    .execute(&mut stage.scratch.owner().await)
    .await
    .unwrap();
    serde_json::to_value(MeasureOver { measure }).unwrap()
}

/// Two who part, whose time for objections is over.
async fn household_ends(stage: &Stage, life: &Life, member: MemberId) -> Value {
    let household = HouseholdId(stage.db.entropy().id());
    sqlx::query(
        "insert into household (community_id, id, member_id, other_id, said_by, said_at, agreed_at, began_at, ended_by, ending_at)
         select $1, $2, least($3, m.id), greatest($3, m.id), $3, $4, $4, $4, $3, $4 from member m
         where m.community_id = $1 and m.id <> $3 and m.standing = 'member' and not exists (
             -- Two of this life have said so already, and are not asked twice.
             select from household h where h.community_id = $1 and h.member_id = least($3, m.id) and h.other_id = greatest($3, m.id)
         )
         order by m.id limit 1",
    )
    .bind(life.community.0)
    .bind(household.0)
    .bind(member.0)
    .bind(stage.now())
    .execute(&mut stage.scratch.owner().await)
    .await
    .unwrap();
    serde_json::to_value(HouseholdEnds { household }).unwrap()
}

/// Somebody was put out, and somebody who hung on them fell; another fell and hangs on enough people again; and somebody left of whom
/// a third hung. What there is to do about each; `recheck_reviews` names nobody and finds the second.
async fn reviews(stage: &Stage, life: &Life) -> Vec<Vec<Job>> {
    let mut waits = Vec::new();
    for [bough, leaf] in [
        [Somebody::new("Ben", "ben@there.test"), Somebody::new("Lea", "lea@there.test")],
        [Somebody::new("Bob", "bob@there.test"), Somebody::new("Lou", "lou@there.test")],
    ] {
        let hanging = Hanging::grow(stage, life, [bough, leaf]).await;
        let view = sponsorship::what_if(&stage.db, &life.house(), hanging.bough_id, Cause::Conduct).await.unwrap();
        let id = DepartureId(stage.db.entropy().id());
        let reason = "Assez.".to_owned();
        let out = PutOut { id, member: hanging.bough_id, cause: Cause::Conduct, reason, seen: view.seen };
        sponsorship::put_out(&stage.db, &life.house(), out).await.unwrap();
        waits.push(hanging.leaf_id);
    }
    tie(stage, life, life.people[0].email, "lou@there.test").await;
    let review = "select id from review where member_id = $1";
    let review = sqlx::query_scalar::<_, Uuid>(review).bind(waits[0].0);
    let review = ReviewId(review.fetch_one(&mut stage.scratch.owner().await).await.unwrap());
    let third = [Somebody::new("Bea", "bea@there.test"), Somebody::new("Luc", "luc@there.test")];
    let left = Hanging::grow(stage, life, third).await;
    let gone_at = leaves(stage, life, &left.bough).await;
    let letter = StandingLetter { member: waits[0], news: News::UnderReview, about: review.0 };
    let ends = LegacyEnds { member: left.bough_id, gone_at };
    let job = |kind: &str, payload: Value| vec![(kind.to_owned(), "prompt".to_owned(), payload)];
    vec![
        job("standing_letter", serde_json::to_value(letter).unwrap()),
        job("review_due", serde_json::to_value(ReviewDue { review }).unwrap()),
        job("legacy_ends", serde_json::to_value(ends).unwrap()),
    ]
}

/// Lets two members be away for 23 months; the one who was told of it.
async fn away(stage: &Stage, life: &Life) -> Uuid {
    let statement = "update member m set here_on = ($2 - interval '23 months')::date, idle_told_on = case when n.at = 1 then $2::date end
         from (select id, row_number() over (order by number) as at from member
               where community_id = $1 and standing = 'member' and role = 'none' limit 2) n
         where m.community_id = $1 and m.id = n.id
         returning m.id, m.idle_told_on is not null";
    let mut owner = stage.scratch.owner().await;
    let rows: Vec<(Uuid, bool)> =
        sqlx::query_as(statement).bind(life.community.0).bind(stage.now()).fetch_all(&mut owner).await.unwrap();
    assert_eq!(rows.len(), 2, "two members without an office");
    rows.into_iter().find(|(_, told)| *told).unwrap().0
}

/// Somebody who is out for a time and had a seat at the outing.
async fn out_for_a_time(stage: &Stage, life: &Life) -> Value {
    let ida = stage.members(life.community, 30, &[Somebody::new("Ida", "ida@there.test")]).await[0];
    let mut owner = stage.scratch.owner().await;
    let seat = "insert into outing_place (community_id, listing_id, member_id, state, came_at)
         select community_id, listing_id, $2, 'coming', $3 from outing_place where community_id = $1 limit 1";
    let seat = sqlx::query(seat).bind(life.community.0).bind(ida.0).bind(stage.now() - chrono::Duration::minutes(1));
    assert_eq!(seat.execute(&mut owner).await.unwrap().rows_affected(), 1);
    sqlx::query("update member set standing = 'suspended' where id = $1")
        .bind(ida.0)
        .execute(&mut owner)
        .await
        .unwrap();
    json!({ "member": ida, "suspended_at": stage.now() })
}

/// A member whose listing was a request of somebody who waits.
async fn admitted(stage: &Stage, life: &Life) -> Value {
    let member = stage.caller(life.community, life.people[1].email).await.me().unwrap().member;
    let asked = "update listing set sent_at = created_at, let_through_at = created_at where community_id = $1 and author_id = $2";
    let asked = sqlx::query(asked).bind(life.community.0).bind(member.0);
    assert_eq!(asked.execute(&mut stage.scratch.owner().await).await.unwrap().rows_affected(), 1);
    json!({ "member": member })
}

/// A listing from before there were places.
async fn placeless(stage: &Stage, life: &Life) {
    let statement = "update listing set place = null, latitude = null, longitude = null, cell = null where community_id = $1 and place is not null";
    let old = sqlx::query(statement).bind(life.community.0).execute(&mut stage.scratch.owner().await).await.unwrap();
    assert!(old.rows_affected() > 0);
}

/// The photo that a listing had, whose row is gone.
async fn photos_of(stage: &Stage, life: &Life) -> Value {
    let statement = "delete from listing_photo where community_id = $1 and listing_id is not null returning id";
    let photos = sqlx::query_scalar::<_, Uuid>(statement).bind(life.community.0);
    let photos = photos.fetch_all(&mut stage.scratch.owner().await).await.unwrap();
    assert!(!photos.is_empty());
    json!({ "photos": photos })
}

/// A listing that is for the team first.
async fn team_first(stage: &Stage, life: &Life) -> Value {
    let statement = "update listing set audience = 'stewards_then'
         where id = (select id from listing where community_id = $1 and state = 'open' order by id limit 1) returning id";
    let listing = sqlx::query_scalar::<_, Uuid>(statement).bind(life.community.0);
    json!({ "listing": listing.fetch_one(&mut stage.scratch.owner().await).await.unwrap() })
}

/// Somebody who was asked because of an urgent request that goes with what they offer.
async fn asked(stage: &Stage, life: &Life) -> Value {
    let statement = "update listing_match x set asked_at = $2 from listing mine, listing theirs
         where x.community_id = $1 and mine.id = x.mine_id and mine.direction = 'offer' and mine.state = 'open'
             and theirs.id = x.theirs_id and theirs.state = 'open' and x.dismissed_at is null
             and not exists (select from conversation c where c.listing_id = x.theirs_id and c.starter_id = x.member_id)
         returning x.member_id, x.mine_id, x.theirs_id";
    let mut owner = stage.scratch.owner().await;
    let found = sqlx::query_as::<_, (Uuid, Uuid, Uuid)>(statement).bind(life.community.0).bind(stage.now());
    let (member, offer, request) = found.fetch_all(&mut owner).await.unwrap().remove(0);
    let urgent = "update listing set urgent_at = $2, urgent_until = $2 + interval '1 day' where id = $1";
    sqlx::query(urgent).bind(request).bind(stage.now()).execute(&mut owner).await.unwrap();
    json!({ "member": member, "offer": offer, "request": request })
}

/// At least one job of every kind, as that life writes them or would; the community goes last.
pub(crate) async fn every_kind(stage: &Stage, life: &Life) -> Vec<Vec<Job>> {
    let waiting = stage.caller(life.community, life.waiting).await.me().unwrap().member;
    let mut kinds = jobs_of(stage, life).await;
    // First, while the listings of that life are open.
    let asked = asked(stage, life).await;
    let thought_of = json!({ "member": asked["member"], "request": asked["request"] });
    kinds.insert(0, vec![("urgent_letter".to_owned(), "prompt".to_owned(), asked)]);
    kinds.insert(0, vec![("help_letter".to_owned(), "prompt".to_owned(), thought_of)]);
    let steward = stage.caller(life.community, life.people[0].email).await.me().unwrap().member;
    let arrived = serde_json::to_value(ApplicantArrived { member: waiting, steward }).unwrap();
    kinds.push(vec![("applicant_arrived".to_owned(), "prompt".to_owned(), arrived)]);
    kinds.extend(OF_NOBODY.map(|kind| vec![(kind.to_owned(), "bulk".to_owned(), json!({}))]));
    // Written when the end of an application is near; whoever waits has one since the clock was looked at.
    let ending = ApplicationLetter { member: waiting, news: ApplicationNews::EndsSoon };
    let ending = serde_json::to_value(ending).unwrap();
    kinds.push(vec![("application_letter".to_owned(), "prompt".to_owned(), ending)]);
    // Written when it is found out whom the removal concerns.
    kinds.push(vec![("removal_letter".to_owned(), "bulk".to_owned(), removal_letter(stage, life, steward).await)]);
    // Written when people complain.
    kinds.extend(complaints(stage, life, steward).await);
    // Written only on the platform's host.
    kinds.push(vec![("reset_factors".to_owned(), "security".to_owned(), reset(stage, steward).await)]);
    kinds.push(vec![("measure_over".to_owned(), "prompt".to_owned(), measure_over(stage, life, steward).await)]);
    kinds.push(vec![("household_ends".to_owned(), "prompt".to_owned(), household_ends(stage, life, steward).await)]);
    // The newcomer had asked for nothing while they waited.
    let admitted = ("member_admitted".to_owned(), "prompt".to_owned(), admitted(stage, life).await);
    kinds.iter_mut().filter(|jobs| jobs[0].0 == admitted.0).for_each(|jobs| jobs.insert(0, admitted.clone()));
    // Written only when the time of a request is over.
    let ended = requests_of(stage, life).await.into_iter();
    let ended = ended.map(|id| ("sponsorship_declined".to_owned(), "prompt".to_owned(), json!({ "sponsorship": id })));
    kinds.push(ended.collect());
    kinds.extend(reviews(stage, life).await);
    // Written when somebody is out for a time.
    kinds.push(vec![("member_suspended".to_owned(), "prompt".to_owned(), out_for_a_time(stage, life).await)]);
    // Written when somebody has not come for long.
    let told = json!({ "member": away(stage, life).await });
    kinds.push(vec![("idle_letter".to_owned(), "bulk".to_owned(), told)]);
    // Written when somebody takes a photo away; first, because looking whether a listing took a photo clears its files as well.
    kinds.insert(0, vec![("drop_photos".to_owned(), "prompt".to_owned(), photos_of(stage, life).await)]);
    placeless(stage, life).await;
    // Written when a listing is for the team first and for everybody later; first as well, so that the others find it as it was.
    kinds.insert(0, vec![("show_to_all".to_owned(), "bulk".to_owned(), team_first(stage, life).await)]);
    // Whatever was pushed since: nothing comes after the end.
    kinds.sort_by_key(|jobs| jobs[0].0 == "remove_community");
    let written: BTreeSet<&str> = kinds.iter().map(|jobs| jobs[0].0.as_str()).collect();
    let declared: Vec<_> = rows().into_iter().filter(|row| row.door == "job").map(|row| row.element).collect();
    assert_eq!(
        written,
        declared.iter().map(String::as_str).collect(),
        "every kind of the table was written by that life"
    );
    kinds
}

/// Everything that stands in a queue is thrown away.
pub(crate) async fn empty(stage: &Stage) {
    sqlx::query("delete from job").execute(&mut stage.scratch.owner().await).await.unwrap();
}

pub(crate) async fn hand_in(stage: &Stage, life: &Life, job: &Job) {
    let statement = "insert into job (community_id, id, lane, kind, payload, run_at, created_at) values ($1, $2, $3, $4, $5, $6, $6)";
    sqlx::query(statement)
        .bind(life.community.0)
        .bind(stage.db.entropy().id())
        .bind(&job.1)
        .bind(&job.0)
        .bind(&job.2)
        .bind(stage.now())
        .execute(&mut stage.scratch.owner().await)
        .await
        .unwrap();
}

#[tokio::test]
async fn t3_a_job_of_any_kind_does_nothing_for_people_of_another_community_and_its_work_for_its_own() {
    let stage = Stage::open().await;
    let (here, there) = (Life::lead(&stage, HERE).await, Life::lead(&stage, THERE).await);
    let mut kinds = every_kind(&stage, &there).await;
    // Some is due at once, some after days: reminders, letters about what was not read, ends.
    for days in [0, 5, 65] {
        stage.clock.advance(chrono::Duration::days(days));
        let mut idle = Vec::new();
        for jobs in kinds {
            let mut worked = false;
            for job in &jobs {
                if worked {
                    break;
                }
                if !OF_NOBODY.contains(&job.0.as_str()) {
                    nothing_happens(&stage, [&here, &there], job).await;
                }
                worked = something_happens(&stage, [&here, &there], job).await;
            }
            if !worked {
                idle.push(jobs);
            }
        }
        kinds = idle;
    }
    assert!(kinds.is_empty(), "these did nothing in their own community either: {kinds:?}");
    stage.close().await;
}

/// The job of one community, handed in for another.
async fn nothing_happens(stage: &Stage, [here, there]: [&Life; 2], job: &Job) {
    let before = [contents(stage, here).await, contents(stage, there).await];
    let letters = stage.sink.messages().len();
    empty(stage).await;
    hand_in(stage, here, job).await;
    let drained = stage.work().await;
    assert_eq!(
        [contents(stage, here).await, contents(stage, there).await],
        before,
        "{} names people of another community, and changed something",
        job.0
    );
    assert_eq!(stage.sink.messages().len(), letters, "{} wrote to people of another community", job.0);
    assert_eq!(drained.again, 0, "{}: what is not here will not be here later", job.0);
}

/// The same job in its own community: what makes the silence worth something. It touches nobody else's.
async fn something_happens(stage: &Stage, [here, there]: [&Life; 2], job: &Job) -> bool {
    let before = [contents(stage, here).await, contents(stage, there).await];
    let letters = stage.sink.messages().len();
    empty(stage).await;
    hand_in(stage, there, job).await;
    stage.work().await;
    let told: Vec<_> = stage.sink.messages().iter().skip(letters).flat_map(|one| one.recipients.clone()).collect();
    assert!(told.iter().all(|address| address.ends_with("@there.test")), "{}: {told:?}", job.0);
    assert_eq!(contents(stage, here).await, before[0], "{} changed another community", job.0);
    contents(stage, there).await != before[1] || !told.is_empty()
}
