//! Asking to come in. The use case is `sponsorship::apply`, because whoever applies usually brings a sponsor; this is the
//! part that concerns the person.

use crate::{MembershipError, account, change_tx, journal, limits, store, trust_log};
use community::{names, text, views};
use database::{CommunityTx, DatabaseError};
use kernel::{AccountId, EmailAddress, Forbidden, Language, MemberId, Standing};
use serde_json::json;

/// Somebody who wants to come in.
#[derive(Debug, Clone)]
pub struct NewMember {
    /// The id the client made.
    pub id: MemberId,
    /// Name, 1 to 60 characters.
    pub name: String,
    /// A sentence about themselves, 1 to 500 characters.
    pub about: String,
    /// Where they live, up to 80 characters, possibly empty.
    pub town: String,
    /// Whether they accepted the charter; they must.
    pub charter_accepted: bool,
    /// The language they read.
    pub language: Language,
}

/// Somebody who waits at the door now.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Applicant {
    /// Who; an older id when they were here before.
    pub member: MemberId,
    /// Their address.
    pub email: EmailAddress,
    /// False when they were waiting already and nothing was written.
    pub fresh: bool,
}

struct Checked {
    name: String,
    about: String,
    town: String,
}

/// Writes an applicant. Repeating is harmless; whoever left may ask again under their old number. Takes the trust head's
/// lock first, so that the caller may go on to sponsorships.
///
/// # Errors
/// `AlreadyHere` for members; `Forbidden` for suspended and expelled ones; `CharterNotAccepted`; bad texts.
pub async fn apply_tx(tx: &mut CommunityTx, account: AccountId, new: &NewMember) -> Result<Applicant, MembershipError> {
    let texts = check(new, &views::face_tx(tx).await?.name)?;
    trust_log::lock_tx(tx).await?;
    let email = account::by_id_tx(tx, account).await?.ok_or(MembershipError::NotFound)?.email;
    let (member, fresh) = match store::member::lock_by_account(tx, account).await? {
        None => (insert(tx, account, new, &texts).await?, true),
        Some(known) => match known.standing {
            Standing::Applicant | Standing::Guest => (known.id, false),
            Standing::Left => (come_back(tx, known.id, &texts).await?, true),
            Standing::Member | Standing::UnderReview => return Err(MembershipError::AlreadyHere),
            Standing::Suspended | Standing::Expelled => return Err(Forbidden::ByRule.into()),
        },
    };
    Ok(Applicant { member, email, fresh })
}

/// Whether the stewards are to be told now that this person waits: at most once in [`limits::ANNOUNCED_EVERY`], however often
/// they leave and come back. Saying yes is written down.
pub async fn may_announce_tx(tx: &mut CommunityTx, member: MemberId) -> Result<bool, DatabaseError> {
    let since = tx.now() - limits::ANNOUNCED_EVERY;
    store::member::announce(tx, member, since).await
}

fn check(new: &NewMember, community: &str) -> Result<Checked, MembershipError> {
    if !new.charter_accepted {
        return Err(MembershipError::CharterNotAccepted);
    }
    Ok(Checked {
        name: names::person("name", &new.name, limits::NAME, community)?,
        about: text::needed_block("about", &new.about, limits::ABOUT)?,
        town: text::line("town", &new.town, limits::TOWN)?,
    })
}

async fn insert(
    tx: &mut CommunityTx,
    account: AccountId,
    new: &NewMember,
    texts: &Checked,
) -> Result<MemberId, MembershipError> {
    let number = store::member::take_numbers(tx, 1).await?;
    let row = store::member::NewRow {
        id: new.id,
        account,
        number,
        name: &texts.name,
        about: &texts.about,
        town: &texts.town,
        standing: Standing::Applicant,
        role: kernel::Role::None,
        founder: false,
        language: new.language,
        accepted_charter: true,
    };
    // The account has no row here (its lookup ran under the trust head's lock), so only the id can be somebody else's.
    if !store::member::insert(tx, &row).await? {
        return Err(MembershipError::IdInUse);
    }
    let entry = journal::Entry { actor: Some(new.id), subject: Some(new.id), act: "applied", detail: json!({}) };
    journal::record_tx(tx, entry).await?;
    Ok(new.id)
}

async fn come_back(tx: &mut CommunityTx, member: MemberId, texts: &Checked) -> Result<MemberId, MembershipError> {
    store::member::reword(tx, member, &texts.name, &texts.about, &texts.town).await?;
    change_tx(tx, member, &[Standing::Left], Standing::Applicant, Some(member), "").await?;
    Ok(member)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn somebody() -> NewMember {
        NewMember {
            id: MemberId(uuid::Uuid::from_u128(1)),
            name: " Odile  Martin ".into(),
            about: "J’habite Corbigny.".into(),
            town: String::new(),
            charter_accepted: true,
            language: Language::Fr,
        }
    }

    #[test]
    fn nobody_applies_without_the_charter_a_name_and_a_sentence() {
        assert_eq!(check(&somebody(), "Entraide").unwrap().name, "Odile Martin");
        let refused = |change: fn(&mut NewMember)| {
            let mut new = somebody();
            change(&mut new);
            check(&new, "Entraide").err().map(|error| error.to_string())
        };
        assert!(refused(|new| new.charter_accepted = false).is_some_and(|text| text.contains("charter")));
        assert!(refused(|new| new.name = " ".into()).is_some_and(|text| text.contains("name")));
        assert!(refused(|new| new.name = "ENTRAIDE".into()).is_some_and(|text| text.contains("the house's own")));
        assert!(refused(|new| new.name = "Odile\u{200b}".into()).is_some_and(|text| text.contains("invisible")));
        assert!(refused(|new| new.about = "\n".into()).is_some_and(|text| text.contains("about")));
        assert!(refused(|new| new.about = "x".repeat(limits::ABOUT + 1)).is_some());
        assert!(refused(|new| new.about = "x".repeat(limits::ABOUT)).is_none());
    }
}
