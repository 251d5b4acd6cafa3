//! Somebody and their browser.

use crate::Walk;
use browser::Window;

/// One person's browser on one host.
pub(crate) struct Person<'w> {
    pub(crate) window: Window,
    walk: &'w Walk,
    host: &'static str,
}

impl<'w> Person<'w> {
    pub(crate) fn new(walk: &'w Walk, window: Window, host: &'static str) -> Self {
        Self { window, walk, host }
    }

    /// Shows a page of this host.
    pub(crate) async fn go(&self, path: &str) {
        self.window.go(&format!("http://{}:{}{path}", self.host, self.walk.stage.port())).await;
    }

    /// Writes into fields.
    pub(crate) async fn fill(&self, fields: &[(&str, &str)]) {
        for (name, text) in fields {
            self.window.fill(name, text).await;
        }
    }

    /// Looks closely at the page: no scrolling sideways, the reader's language, nothing left unsaid.
    pub(crate) async fn look(&self, name: &str) {
        if let Some(file) = self.walk.picture(name) {
            self.window.picture(&file).await;
        }
        let language = self.window.language().await;
        assert_eq!(language.as_deref(), Some(self.walk.language), "{name}");
        assert_eq!(self.window.overflow().await, 0, "{name} scrolls sideways");
        let text = self.window.text().await;
        assert!(!text.contains("undefined") && !text.contains("[common-") && !text.contains("[refusal-"), "{text}");
    }

    /// Presses the button of the form that goes to an address beginning with `action`.
    pub(crate) async fn send(&self, action: &str) {
        self.window.follow(&format!("form[action^='{action}'] [type=submit]:not(.vh, [hidden])")).await;
    }

    /// Signs in the way people do: asks, opens the letter, presses the button.
    pub(crate) async fn sign_in(&self, email: &str) {
        self.go("/sign-in").await;
        self.fill(&[("email", email)]).await;
        self.send("/sign-in").await;
        self.walk.stage.work().await;
        self.window.go(&self.walk.stage.link_to(email, "/sign-in/")).await;
        self.window.follow("main form [type=submit]").await;
        self.window.leave("/sign-in").await;
    }

    /// Goes home.
    pub(crate) async fn close(self) {
        self.window.close().await;
    }
}
