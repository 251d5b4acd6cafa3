//! One account's memberships in all communities, read as `maillon_platform`.

use crate::memberships::Membership;
use database::{AccountTx, DatabaseError};

pub(crate) async fn all(tx: &mut AccountTx) -> Result<Vec<Membership>, DatabaseError> {
    let account = tx.account().0;
    let rows = sqlx::query!(
        r#"select c.id, c.slug, c.name, h.host as "primary_host?", m.standing, m.role
           from member m
           join community c on c.id = m.community_id and c.kind = 'community'
           left join community_host h on h.community_id = c.id and h.is_primary
           where m.account_id = $1 and m.standing not in ('left', 'expelled')
           order by c.name, c.id
           limit 500"#,
        account
    )
    .fetch_all(tx.conn())
    .await?;
    rows.into_iter()
        .map(|row| {
            Ok(Membership {
                community: row.id.into(),
                slug: row.slug,
                name: row.name,
                primary_host: row.primary_host,
                standing: row.standing.parse().map_err(DatabaseError::damaged)?,
                role: row.role.parse().map_err(DatabaseError::damaged)?,
            })
        })
        .collect()
}
