//! The order of the list that goes by how the reader is linked to people, and what is said of it above the list.

use super::filter::Filter;
use crate::error_page::No;
use crate::visit::Visit;
use exchange::Order;
use kernel::{LinkedAlike, Refusal, RefusalKind};
use phrases::Words;

/// Whom the reader is linked to, and what that means for the list; nothing of both where the list goes by something else.
#[derive(Debug, Clone, Default)]
pub(super) struct InOrder {
    pub linked: Vec<LinkedAlike>,
    pub said: Option<String>,
}

impl InOrder {
    /// Where somebody has looked up very many ties the list opens all the same, the newest first.
    pub async fn of(visit: &Visit, filter: &Filter) -> Result<Self, No> {
        if filter.wanted().order != Order::Trusted {
            return Ok(Self::default());
        }
        match sponsorship::closest(&visit.db, &visit.caller).await {
            Ok(linked) => {
                let said = Some(Self::said(!linked.is_empty(), visit.words));
                Ok(Self { linked, said })
            }
            Err(error) => match No::from(error) {
                No(Refusal { kind: RefusalKind::TooMany, .. }) => {
                    Ok(Self { linked: Vec::new(), said: Some(visit.words.t("listing-trusted-later")) })
                }
                no => Err(no),
            },
        }
    }

    /// In words: for somebody who has ties, or none.
    pub fn said(tied: bool, words: Words) -> String {
        words.t(if tied { "listing-trusted-how" } else { "listing-trusted-nobody" })
    }
}
