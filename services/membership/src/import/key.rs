//! What names a person in an organisation's files, and whom it stands for here.

use crate::{MembershipError, store};
use database::{CommunityTx, DatabaseError, Db};
use kernel::{Act, Caller, CommunityId, EmailAddress, MemberId, Seal};
use std::collections::{BTreeSet, HashMap};

const PURPOSE: &str = "import-key";

/// What names a person in the files: an address in whatever case, any other key exactly as it stands. The only place that
/// says so.
#[derive(Debug, Clone, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub struct ImportKey(String);

impl ImportKey {
    /// The key a text stands for; nothing when there is none.
    pub fn of(text: &str) -> Option<Self> {
        let text = text.trim();
        match text.parse::<EmailAddress>() {
            Ok(address) => Some(Self(address.as_str().to_owned())),
            Err(_) if text.is_empty() => None,
            Err(_) => Some(Self(text.to_owned())),
        }
    }

    /// The key as it is compared.
    pub fn as_str(&self) -> &str {
        &self.0
    }

    /// What is kept of the key. Only the installation can make it, so nobody tests a key (or the address that serves as one)
    /// against the table, nor a table of one installation against another's.
    pub(crate) fn mark(&self, seal: &Seal, community: CommunityId) -> Vec<u8> {
        let mark = seal.mark(PURPOSE, &format!("{community}:{}", self.0));
        data_encoding::BASE32_NOPAD.decode(mark.to_uppercase().as_bytes()).unwrap_or_default()
    }
}

/// Whom these keys stand for: those under which somebody was brought in, and the addresses of whoever is here. Keys that
/// stand for nobody are missing. One statement, however many there are.
pub async fn by_keys_tx(
    tx: &mut CommunityTx,
    keys: BTreeSet<ImportKey>,
) -> Result<HashMap<ImportKey, MemberId>, DatabaseError> {
    let marks: Vec<Vec<u8>> = keys.iter().map(|key| key.mark(tx.seal(), tx.community())).collect();
    let texts: Vec<String> = keys.into_iter().map(|key| key.0).collect();
    let found = store::import::by_keys(tx, &texts, &marks).await?;
    Ok(found.into_iter().map(|(key, member)| (ImportKey(key), member)).collect())
}

/// The member each of these keys stands for, in their order. The house only.
pub async fn by_keys(db: &Db, caller: &Caller, keys: &[&str]) -> Result<Vec<Option<MemberId>>, MembershipError> {
    caller.must(Act::Import)?;
    let mut tx = db.begin(caller.community).await?;
    let found = by_keys_tx(&mut tx, keys.iter().filter_map(|key| ImportKey::of(key)).collect()).await?;
    tx.commit().await?;
    Ok(keys.iter().map(|key| ImportKey::of(key).and_then(|key| found.get(&key).copied())).collect())
}

#[cfg(test)]
mod tests {
    use super::*;
    use uuid::Uuid;

    #[test]
    fn addresses_are_one_in_whatever_case_and_other_keys_are_as_they_stand() {
        let key = |text: &str| ImportKey::of(text).unwrap();
        assert_eq!(key(" Odile@Example.test "), key("odile@example.TEST"));
        assert_eq!(key(" A12 "), key("A12"));
        assert_ne!(key("A12"), key("a12"));
        assert_ne!(key("@Odile"), key("@odile"), "an at sign makes no address");
        assert_eq!(ImportKey::of(" \t"), None);
    }

    #[test]
    fn a_mark_holds_for_one_key_one_community_and_one_installation() {
        let (seal, here, there) =
            (Seal::new([7; 32]), CommunityId(Uuid::from_u128(1)), CommunityId(Uuid::from_u128(2)));
        let key = ImportKey::of("odile@example.test").unwrap();
        let mark = key.mark(&seal, here);
        assert_eq!(mark.len(), 16);
        assert_eq!(mark, ImportKey::of("ODILE@example.test").unwrap().mark(&seal, here));
        assert_ne!(mark, key.mark(&seal, there));
        assert_ne!(mark, key.mark(&Seal::new([8; 32]), here));
        assert_ne!(mark, ImportKey::of("odile2@example.test").unwrap().mark(&seal, here));
    }
}
