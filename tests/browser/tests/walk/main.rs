//! The whole story in a real browser that runs no script (bar X5): on a phone in French, on a desk in English.
//!
//! With `MAILLON_PICTURES=DIR` a picture of every page is kept there, for people to look at.
#![recursion_limit = "256"]
#![expect(
    clippy::unwrap_used,
    clippy::panic,
    reason = "in a test, a failure is a panic with the place where it happened"
)]

mod entry;
mod exchange;
mod keyboard;
mod launch;
mod person;

use browser::Chromium;
use kit::Stage;
use person::Person;
use std::{
    path::PathBuf,
    sync::atomic::{AtomicUsize, Ordering},
};

/// Where the walk goes, and in which shoes.
pub(crate) struct Walk {
    stage: Stage,
    chromium: Chromium,
    language: &'static str,
    size: (u32, u32),
    pictures: Option<PathBuf>,
    taken: AtomicUsize,
}

impl Walk {
    async fn begin(language: &'static str, size: (u32, u32)) -> Self {
        let name = format!("{language}-{}", size.0);
        let pictures = std::env::var_os("MAILLON_PICTURES").map(|folder| PathBuf::from(folder).join(name));
        let (stage, chromium) = (Stage::open().await, Chromium::start().await);
        Self { stage, chromium, language, size, pictures, taken: AtomicUsize::new(0) }
    }

    /// Somebody with a browser of their own.
    async fn person(&self, host: &'static str) -> Person<'_> {
        let window = self.chromium.window_without_script(self.language).await;
        window.size(self.size.0, self.size.1).await;
        Person::new(self, window, host)
    }

    /// Where the next picture goes, if anybody wants it.
    fn picture(&self, name: &str) -> Option<PathBuf> {
        let number = self.taken.fetch_add(1, Ordering::Relaxed) + 1;
        self.pictures.as_ref().map(|folder| folder.join(format!("{number:02}-{name}.png")))
    }
}

async fn whole_story(language: &'static str, size: (u32, u32)) {
    let walk = Walk::begin(language, size).await;
    launch::launch(&walk).await;
    let thomas = entry::come_in(&walk).await;
    exchange::ask_and_answer(&walk, &thomas).await;
    thomas.close().await;
    walk.stage.finish().await;
}

#[tokio::test]
async fn x5_the_whole_story_on_a_phone_in_french() {
    whole_story("fr", (360, 740)).await;
}

#[tokio::test]
async fn x5_the_whole_story_on_a_desk_in_english() {
    whole_story("en", (1280, 900)).await;
}

/// Without this, the walks above would prove nothing.
#[tokio::test]
async fn a_page_that_needs_script_shows_that_none_is_run() {
    let chromium = Chromium::start().await;
    let page = "data:text/html,<p id=told>none</p><script>document.getElementById('told').textContent='some'</script>";
    let window = chromium.window_without_script("fr").await;
    window.go(page).await;
    assert_eq!(window.text().await, "none");
    window.close().await;
    let window = chromium.window().await;
    window.go(page).await;
    assert_eq!(window.text().await, "some");
    window.close().await;
}

#[tokio::test]
async fn x4_somebody_signs_in_and_asks_for_help_by_keyboard_alone() {
    let walk = Walk::begin("fr", (360, 740)).await;
    keyboard::sign_in(&walk).await;
    walk.stage.finish().await;
}
