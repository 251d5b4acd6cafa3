//! Several processes that decide about one community: each keeps its own graph, and all decide as one.

use crate::ground::{Ground, connect, member};
use crate::replay::Told;
use chrono::Duration;
use database::Db;
use kernel::{Caller, CommunityId, FrozenClock, MemberId};
use membership::suspend::Suspend;
use sponsorship::Reinstate;
use sponsorship::kept_graph_is_true;
use std::process::Command;
use trust::Verdict;
use uuid::Uuid;

/// What a process is told: the addresses of the database, the time, whom to decide about, and whom it puts out meanwhile.
const TOLD: &str = "MAILLON_TEST_PROCESS";
const ROUNDS: usize = 6;

/// Who waits, and a founder for each process.
struct Part {
    community: CommunityId,
    applicants: Vec<MemberId>,
    founder: MemberId,
}

/// Decides about everybody again and again, and puts a founder out and in again between: the words of a founder who is out count for
/// nothing. Ends with everybody back in. How many this process let in.
async fn part(db: &Db, part: &Part) -> usize {
    let (house, reason) = (Caller::house(part.community), || "Essai.".to_owned());
    let mut admitted = 0;
    for _ in 0..ROUNDS {
        let out = Suspend { member: part.founder, reason: reason() };
        membership::suspend::suspend(db, &house, out).await.unwrap();
        for &applicant in &part.applicants {
            admitted += usize::from(sponsorship::recheck(db, &house, applicant).await.unwrap());
            tokio::task::yield_now().await;
        }
        let back = Reinstate { member: part.founder, reason: reason() };
        sponsorship::reinstate(db, &house, back).await.unwrap();
        assert!(kept_graph_is_true(db, &house).await.unwrap());
    }
    admitted
}

/// Seven founders have four words each: nine newcomers with three words, some of whom hang on a founder who comes and goes.
async fn waiting(ground: &Ground) -> Vec<MemberId> {
    let mut applicants = Vec::new();
    for n in 0..9 {
        let newcomer = ground.applicant(&format!("newcomer{n}")).await;
        for step in 0..3 {
            ground.vouch(&newcomer, &ground.founders[(n * 3 + step) % 7]).await.unwrap();
        }
        applicants.push(member(&newcomer));
    }
    ground.clock.advance(Duration::hours(48));
    applicants
}

/// Every decision was right where it was taken: the events up to its number make a graph of which its certificate is true, and on which the
/// engine says the same of the same sponsors.
async fn verify(ground: &Ground, admitted: usize) {
    let admissions: Vec<(i64, serde_json::Value)> =
        sqlx::query_as("select trust_seq, verdict from admission order by trust_seq")
            .fetch_all(&mut ground.scratch.owner().await)
            .await
            .unwrap();
    assert_eq!(admissions.len(), admitted, "each newcomer was let in once");
    for (seq, verdict) in admissions {
        let verdict: Verdict = serde_json::from_value(verdict).unwrap();
        let graph = Told::replayed(ground, seq).await.graph();
        let certificate = verdict.certificate.unwrap();
        assert_eq!(trust::verify(&graph, &certificate), Ok(()), "at {seq}");
        let trust::Standpoint::Admission { day, seniority_days } = certificate.standpoint else {
            panic!("{certificate:?}")
        };
        let view = graph.for_admission(day, seniority_days);
        assert_eq!(u32::try_from(view.roots().count()).unwrap(), verdict.figures.roots, "at {seq}");
        let again = view.certify_newcomer(&verdict.payers, certificate.asked).unwrap();
        assert_eq!((again.holds(), again.asked), (certificate.holds(), certificate.asked), "at {seq}");
    }
}

/// The rest, in a quiet moment: nobody waits any more whom the last founder's return let in.
async fn settle(ground: &Ground, applicants: &[MemberId]) -> usize {
    let mut admitted = 0;
    for &applicant in applicants {
        admitted += usize::from(sponsorship::recheck(&ground.db, &ground.house(), applicant).await.unwrap());
    }
    admitted
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn two_graphs_of_one_community_never_decide_differently() {
    let ground = Ground::open().await;
    let applicants = waiting(&ground).await;
    let tasks = [1_usize, 2].map(|n| {
        let urls = ["maillon_app", "maillon_platform"].map(|role| ground.scratch.url(role));
        let db = connect(urls, &ground.clock, 20 + n as u64);
        let mine = Part {
            community: ground.community,
            applicants: applicants.iter().copied().cycle().skip(n * 4).take(applicants.len()).collect(),
            founder: member(&ground.founders[n]),
        };
        tokio::spawn(async move {
            let admitted = part(&db, &mine).await;
            db.close().await;
            admitted
        })
    });
    let mut admitted = 0;
    for task in tasks {
        admitted += task.await.unwrap();
    }
    admitted += settle(&ground, &applicants).await;
    assert_eq!(admitted, applicants.len());
    verify(&ground, admitted).await;
    ground.clear().await;
}

/// This very program again, as a process of its own, with one part to play.
fn start(ground: &Ground, applicants: &[MemberId], n: usize) -> std::process::Child {
    let mut told = vec![
        ground.scratch.url("maillon_app"),
        ground.scratch.url("maillon_platform"),
        ground.db.clock().now().to_rfc3339(),
    ];
    told.extend([n.to_string(), member(&ground.founders[n]).0.to_string()]);
    told.extend(applicants.iter().cycle().skip(n * 4).take(applicants.len()).map(|one| one.0.to_string()));
    Command::new(std::env::current_exe().unwrap())
        .args(["--exact", "several::processes_that_keep_their_own_graphs_decide_as_one", "--nocapture"])
        .env(TOLD, told.join("\n"))
        .spawn()
        .unwrap()
}

/// What the started process does.
async fn play(told: &str) {
    let mut lines = told.lines();
    let mut next = || lines.next().unwrap().to_owned();
    let (urls, clock, n) = ([next(), next()], FrozenClock::at(next().parse().unwrap()), next().parse::<u64>().unwrap());
    let id = |text: &str| MemberId(text.parse::<Uuid>().unwrap());
    let founder = id(&next());
    let applicants = lines.map(id).collect();
    let db = connect(urls, &clock, 30 + n);
    part(&db, &Part { community: CommunityId(Uuid::from_u128(0xc0)), applicants, founder }).await;
    db.close().await;
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn processes_that_keep_their_own_graphs_decide_as_one() {
    if let Ok(told) = std::env::var(TOLD) {
        return play(&told).await;
    }
    let ground = Ground::open().await;
    let applicants = waiting(&ground).await;
    let processes = [1, 2, 3].map(|n| start(&ground, &applicants, n));
    for mut process in processes {
        assert!(process.wait().unwrap().success());
    }
    settle(&ground, &applicants).await;
    verify(&ground, applicants.len()).await;
    assert!(kept_graph_is_true(&ground.db, &ground.house()).await.unwrap());
    ground.clear().await;
}
