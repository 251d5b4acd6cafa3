//! Who runs the installation: the owners of the platform's own tenant.

use crate::{MembershipError, account, change_tx, journal, store, trust_log};
use database::Db;
use kernel::{Act, Caller, CommunityId, EmailAddress, Language, MemberId, Role, Standing};
use serde_json::json;

/// Makes the account of this address an owner of the platform. The house only (`maillon migrate`, the demo seed); the
/// platform's row must exist. Harmless to repeat.
pub async fn appoint(
    db: &Db,
    caller: &Caller,
    email: &EmailAddress,
    language: Language,
) -> Result<MemberId, MembershipError> {
    caller.must(Act::WorkJob)?;
    let mut tx = db.begin(CommunityId::PLATFORM).await?;
    trust_log::lock_tx(&mut tx).await?;
    let account = account::of_address_tx(&mut tx, email, language).await?;
    let member = match store::member::lock_by_account(&mut tx, account).await? {
        Some(known) if known.role == Role::Owner && known.standing == Standing::Member => known.id,
        Some(known) => {
            if known.standing == Standing::Applicant {
                change_tx(&mut tx, known.id, &[Standing::Applicant], Standing::Member, None, "appointed").await?;
            } else if known.standing != Standing::Member {
                return Err(MembershipError::NotAMember);
            }
            store::office::set_role(&mut tx, known.id, Role::Owner).await?;
            known.id
        }
        None => {
            let (id, number) = (MemberId(tx.entropy().id()), store::member::take_numbers(&mut tx, 1).await?);
            let name = email.as_str().split('@').next().unwrap_or_default().chars().take(60).collect::<String>();
            let row = store::member::NewRow::founding(id, account, number, &name, Role::Owner, language);
            store::member::insert(&mut tx, &row).await?;
            store::member::count(&mut tx, 1).await?;
            let entry = journal::Entry { actor: None, subject: Some(id), act: "appointed", detail: json!({}) };
            journal::record_tx(&mut tx, entry).await?;
            id
        }
    };
    tx.commit().await?;
    Ok(member)
}
