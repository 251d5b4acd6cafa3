//! Letters that really arrived.

use super::Stage;
use kernel::CommunityId;
use server::sink::Received;
use std::sync::Arc;

impl Stage {
    /// Every letter to an address so far, oldest first. Call [`Stage::work`] before: letters are sent by jobs.
    pub fn letters_to(&self, address: &str) -> Vec<Arc<Received>> {
        self.sink.messages().into_iter().filter(|letter| letter.is_to(address)).collect()
    }

    /// The newest letter to an address; fails when there is none.
    pub fn letter_to(&self, address: &str) -> Arc<Received> {
        let subjects = || {
            self.sink
                .messages()
                .iter()
                .map(|letter| format!("{:?} {}", letter.recipients, letter.subject))
                .collect::<Vec<_>>()
        };
        self.letters_to(address).pop().unwrap_or_else(|| panic!("no letter to {address} among {:?}", subjects()))
    }

    /// The one link whose address holds `part`, from the newest letter to an address that has such a link.
    pub fn link_to(&self, address: &str, part: &str) -> String {
        let letters = self.letters_to(address);
        let links_of = |letter: &Arc<Received>| {
            let mut links: Vec<String> = letter.links().into_iter().filter(|link| link.contains(part)).collect();
            links.dedup();
            links
        };
        let mut links = letters.iter().rev().map(links_of).find(|links| !links.is_empty()).unwrap_or_default();
        assert!(links.len() == 1, "{} links hold {part:?} in {} letters to {address}", links.len(), letters.len());
        links.remove(0)
    }

    /// Has a letter left to somebody, of which the relay knows this name.
    pub async fn sent(&self, community: CommunityId, recipient: &str, message: &str) {
        let statement = "insert into letter (community_id, id, recipient, kind, message_id, outcome, at)
             values ($1, gen_random_uuid(), $2, 'digest', $3, 'sent', $4)";
        let letter = sqlx::query(statement).bind(community.0).bind(recipient).bind(message).bind(self.now());
        letter.execute(&mut self.scratch.owner().await).await.unwrap();
    }

    /// The communities against which a complaint about a letter counts.
    pub async fn complained_of(&self) -> Vec<String> {
        let statement = "select c.slug from letter l join community c on c.id = l.community_id
             where l.complained_at is not null order by 1";
        sqlx::query_scalar(statement).fetch_all(&mut self.scratch.owner().await).await.unwrap()
    }
}
