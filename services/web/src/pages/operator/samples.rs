//! The desk in its states, made up.

use super::desk::DeskPage;
use super::letters;
use crate::form::Form;
use crate::pages::launch::of_platform;
use crate::preview::Preview;
use chrono::Duration;
use community::host_wish::HostWish;
use community::operator::{BuriedJob, CommunityLine, LaneFigures, LetterLine};
use kernel::{CommunityId, JobId, Page};
use uuid::Uuid;

/// A morning with work, and a calm one.
pub fn previews(preview: &Preview) -> Vec<(String, String)> {
    let empty = DeskPage {
        s: of_platform(preview, "operator-title").signed_in("Nora").operator(),
        site: community::Outside { scheme: "http".to_owned(), port: Some(8080), host: "localhost".to_owned() },
        lanes: lanes(preview, 0),
        buried: Page::whole(Vec::new()),
        wishes: Page::whole(Vec::new()),
        watched: Vec::new(),
        lift: Form::blank(preview.words),
        reset: Form::blank(preview.words),
        letters: Page::whole(Vec::new()),
        communities: Page::whole(Vec::new()),
    };
    let mut wrong = Form::blank(preview.words).with("email", "odile@exemple.fr");
    wrong.fail("email", preview.words.t("operator-lift-none"));
    let full = DeskPage {
        lanes: lanes(preview, 1),
        buried: Page::whole(vec![buried(preview)]),
        wishes: Page::whole(vec![wish(preview)]),
        watched: [true, false].map(|is_held| letters::sample(preview, is_held)).to_vec(),
        lift: wrong,
        reset: Form::blank(preview.words),
        letters: Page::whole(vec![letter(preview, 1, "sent"), letter(preview, 2, "refused")]),
        communities: Page::whole(vec![line(preview, 1, "Entraide Nièvre", "nievre")]),
        s: empty.s.clone(),
        site: empty.site.clone(),
    };
    let mut pages = vec![preview.page("operator", &full), preview.page("operator_calm", &empty)];
    pages.extend(letters::previews(preview, &full.s));
    pages
}

fn lanes(preview: &Preview, buried: i64) -> Vec<LaneFigures> {
    let lane = |lane: &str, queued, buried| LaneFigures {
        lane: lane.to_owned(),
        queued,
        leased: 0,
        buried,
        oldest_due_at: (queued > 0).then(|| preview.now - Duration::seconds(90)),
    };
    vec![lane("security", 0, 0), lane("prompt", 2 * buried, buried), lane("bulk", 1_240 * buried, 0)]
}

fn wish(preview: &Preview) -> HostWish {
    HostWish {
        community: CommunityId(Uuid::from_u128(1)),
        community_name: "Entraide Nièvre".to_owned(),
        host: "entraide.nievre.example".to_owned(),
        asked_at: preview.now - Duration::hours(3),
    }
}

fn buried(preview: &Preview) -> BuriedJob {
    BuriedJob {
        community: CommunityId(Uuid::from_u128(1)),
        community_name: "Entraide Nièvre".to_owned(),
        id: JobId(Uuid::from_u128(2)),
        kind: "sponsorship_asked".to_owned(),
        lane: "prompt".to_owned(),
        attempts: 12,
        last_error: "451 4.7.1 greylisted, try again later".to_owned(),
        created_at: preview.now - Duration::hours(7),
    }
}

fn letter(preview: &Preview, id: u128, outcome: &str) -> LetterLine {
    LetterLine {
        community: CommunityId(Uuid::from_u128(1)),
        community_name: "Entraide Nièvre".to_owned(),
        id: Uuid::from_u128(id),
        member: None,
        recipient: "o…@exemple.fr".to_owned(),
        kind: "sign_in".to_owned(),
        outcome: outcome.to_owned(),
        answer: "250 2.0.0 queued".to_owned(),
        at: preview.now - Duration::minutes(12),
    }
}

fn line(preview: &Preview, id: u128, name: &str, slug: &str) -> CommunityLine {
    CommunityLine {
        id: CommunityId(Uuid::from_u128(id)),
        slug: slug.to_owned(),
        name: name.to_owned(),
        organisation: "Fédération des foyers de la Nièvre".to_owned(),
        preset: "departement".to_owned(),
        members: 1_284,
        primary_host: Some(format!("{slug}.localhost")),
        created_at: preview.now - Duration::days(40),
    }
}
