//! Letters that really arrived.

use super::Stage;
use server::sink::Received;
use std::sync::Arc;

impl Stage {
    /// Every letter to an address so far, oldest first. Call [`Stage::work`] before: letters are sent by jobs.
    pub fn letters_to(&self, address: &str) -> Vec<Arc<Received>> {
        self.sink.messages().into_iter().filter(|letter| letter.is_to(address)).collect()
    }

    /// The newest letter to an address; fails when there is none.
    pub fn letter_to(&self, address: &str) -> Arc<Received> {
        let subjects = || self.sink.messages().iter().map(|letter| format!("{:?} {}", letter.recipients, letter.subject)).collect::<Vec<_>>();
        self.letters_to(address).pop().unwrap_or_else(|| panic!("no letter to {address} among {:?}", subjects()))
    }

    /// The one link of the newest letter to an address whose path begins so.
    pub fn link_to(&self, address: &str, path: &str) -> String {
        let letter = self.letter_to(address);
        let mut links: Vec<String> = letter.links().into_iter().filter(|link| link.contains(path)).collect();
        links.dedup();
        assert!(links.len() == 1, "{} links hold {path:?} in:\n{}", links.len(), letter.text());
        links.remove(0)
    }
}
