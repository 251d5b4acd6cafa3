//! The waiting room in its states, made up.

use super::room::{Asked, Room, RoomPage};
use crate::form::Form;
use crate::preview::Preview;
use chrono::Duration;
use community::GuestRight;
use kernel::{ReservationId, SponsorshipId};
use sponsorship::{ApplicationEnd, AskedState, Category, ReservationAboutMe};
use uuid::Uuid;

/// On the way, nobody asked yet, complete and only time is missing, where the team decides, and with a fault.
pub fn previews(preview: &Preview) -> Vec<(String, String)> {
    let on_the_way = || {
        room(
            1,
            3,
            vec![
                asked(preview, 1, "Claire Petit", AskedState::Waiting, ""),
                asked(preview, 2, "paul@exemple.fr", AskedState::NotThisTime, ""),
                asked(preview, 3, "Anne Lemaire", AskedState::Given, "waiting-sample-sentence-1"),
            ],
        )
    };
    let complete = Room {
        rule: "R6_COOLING",
        shared_household: false,
        again_at: Some(preview.now + Duration::hours(31)),
        may_ask: false,
        ..room(1, 1, vec![asked(preview, 1, "Anne Lemaire", AskedState::Given, "waiting-sample-sentence-2")])
    };
    let mut late = on_the_way();
    late.asked.iter_mut().for_each(|asked| asked.since = preview.now - Duration::days(11));
    late.end = Some(ApplicationEnd { ends_at: preview.now + Duration::days(12), may_renew: true });
    let doubt = |n: u128, answer: &str| ReservationAboutMe {
        id: ReservationId(Uuid::from_u128(n)),
        category: Category::Exchange,
        confided_on: preview.now.date_naive(),
        answer: answer.to_owned(),
    };
    let answer = preview.words.t("reservation-sample-answer");
    let reserved =
        Room { rule: "R7_RESERVATION", reservations: vec![doubt(1, ""), doubt(2, &answer)], ..complete.clone() };
    let team = Room { by_office: true, ..room(0, 0, Vec::new()) };
    let mut wrong =
        Form::blank(preview.words).with("email", "claire").with("note", preview.words.t("waiting-sample-note"));
    wrong.fail("email", preview.words.t("common-field-email"));
    let blank = || Form::blank(preview.words);
    vec![
        shown(preview, "waiting", on_the_way(), blank()),
        shown(preview, "waiting_empty", room(0, 3, Vec::new()), blank()),
        shown(preview, "waiting_complete", complete, blank()),
        shown(preview, "waiting_team", team, blank()),
        shown(preview, "waiting_late", late, blank()),
        shown(preview, "waiting_reserved", reserved, blank()),
        shown(preview, "waiting_error", on_the_way(), wrong),
    ]
}

fn shown(preview: &Preview, name: &str, room: Room, form: Form) -> (String, String) {
    let s = preview.visitor("waiting-title").signed_in("Thomas");
    preview.page(
        name,
        &RoomPage {
            s,
            form,
            room,
            contact: "bonjour@foyer.example".to_owned(),
            rights: GuestRight::ALL.to_vec(),
            request: None,
        },
    )
}

fn room(given: u32, needed: u32, asked: Vec<Asked>) -> Room {
    Room {
        name: "Thomas Garnier".to_owned(),
        by_office: false,
        given,
        needed,
        asked,
        may_ask: true,
        rule: "R1_SPONSORS",
        shared_household: true,
        again_at: None,
        end: None,
        patience_days: 10,
        reservations: Vec::new(),
    }
}

/// `sentence` is a key, or nothing.
fn asked(preview: &Preview, id: u128, who: &str, state: AskedState, sentence: &str) -> Asked {
    Asked {
        id: SponsorshipId(Uuid::from_u128(id)),
        who: who.to_owned(),
        state,
        sentence: if sentence.is_empty() { String::new() } else { preview.words.t(sentence) },
        since: preview.now - Duration::days(4),
        expires_at: preview.now + Duration::days(10),
    }
}
