//! To whom letters go.

use crate::Recipient;
use database::{CommunityTx, DatabaseError};
use kernel::MemberId;
use std::collections::HashSet;
use uuid::Uuid;

#[expect(clippy::struct_excessive_bools, reason = "letters are wanted or not, each for itself")]
struct Row {
    id: Uuid,
    account_id: Uuid,
    email: String,
    name: String,
    language: String,
    timezone: String,
    standing: String,
    role: String,
    digest: String,
    message_letters: bool,
    sponsorship_letters: bool,
    listing_letters: bool,
    search_letters: bool,
    urgent_letters: bool,
    suppressed: bool,
}

impl Row {
    fn read(self) -> Result<Recipient, DatabaseError> {
        Ok(Recipient {
            member: self.id.into(),
            account: self.account_id.into(),
            email: self.email.parse().map_err(DatabaseError::damaged)?,
            name: self.name,
            language: self.language.parse().map_err(DatabaseError::damaged)?,
            timezone: self.timezone.parse().map_err(DatabaseError::damaged)?,
            standing: self.standing.parse().map_err(DatabaseError::damaged)?,
            role: self.role.parse().map_err(DatabaseError::damaged)?,
            digest: self.digest == "weekly",
            message_letters: self.message_letters,
            sponsorship_letters: self.sponsorship_letters,
            listing_letters: self.listing_letters,
            search_letters: self.search_letters,
            urgent_letters: self.urgent_letters,
            suppressed: self.suppressed,
        })
    }
}

pub(crate) async fn by_id(tx: &mut CommunityTx, member: MemberId) -> Result<Option<Recipient>, DatabaseError> {
    let community = tx.community().0;
    sqlx::query_as!(
        Row,
        r#"select m.id, m.account_id, a.email, m.name, m.language, m.timezone, m.standing, m.role, m.digest, m.message_letters,
               m.sponsorship_letters, m.listing_letters, m.search_letters, m.urgent_letters,
               exists (select 1 from suppressed_address s where s.email = a.email and s.kind <> 'doubtful') as "suppressed!"
           from member m join account a on a.id = m.account_id
           where m.community_id = $1 and m.id = $2"#,
        community,
        member.0
    )
    .fetch_optional(tx.conn())
    .await?
    .map(Row::read)
    .transpose()
}

pub(crate) async fn reached(tx: &mut CommunityTx, members: &[MemberId]) -> Result<HashSet<MemberId>, DatabaseError> {
    let community = tx.community().0;
    let members: Vec<Uuid> = members.iter().map(|member| member.0).collect();
    let found = sqlx::query_scalar!(
        "select m.id from member m join account a on a.id = m.account_id
         where m.community_id = $1 and m.id = any ($2)
           and not exists (select 1 from suppressed_address s where s.email = a.email and s.kind <> 'doubtful')",
        community,
        &members
    )
    .fetch_all(tx.conn())
    .await?;
    Ok(found.into_iter().map(MemberId).collect())
}

pub(crate) async fn stewards(tx: &mut CommunityTx) -> Result<Vec<Recipient>, DatabaseError> {
    let community = tx.community().0;
    sqlx::query_as!(
        Row,
        r#"select m.id, m.account_id, a.email, m.name, m.language, m.timezone, m.standing, m.role, m.digest, m.message_letters,
               m.sponsorship_letters, m.listing_letters, m.search_letters, m.urgent_letters,
               exists (select 1 from suppressed_address s where s.email = a.email and s.kind <> 'doubtful') as "suppressed!"
           from member m join account a on a.id = m.account_id
           where m.community_id = $1 and m.standing = 'member' and m.role in ('steward', 'owner')
           order by m.number"#,
        community
    )
    .fetch_all(tx.conn())
    .await?
    .into_iter()
    .map(Row::read)
    .collect()
}
