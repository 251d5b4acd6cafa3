//! Taking a community out of the database (bar T13): every row of every table that has its name in it, whatever tables there are.
//!
//! Invariants
//! - The tables are read from the catalogue, those first to which no other points, so that a new table cannot be forgotten.
//! - `maillon_platform` takes rows of a community whose removal `maillon_app` has declared begun, and of no other: row-level
//!   security sees to that, not the statement.
//! - It may be cut off anywhere and repeated; the community's own row goes last.

use crate::{DatabaseError, Db};
use kernel::CommunityId;
use sqlx::{AssertSqlSafe, Postgres, Transaction};
use std::collections::{BTreeMap, BTreeSet};

/// How many rows went, table by table.
pub type Taken = BTreeMap<String, u64>;

/// Takes every row of `community`, its own last; how many of each table.
///
/// # Errors
/// Where its removal has not begun, or it is gone. Whoever still writes into it meanwhile makes it fail; it is to be tried again.
pub async fn take(db: &Db, community: CommunityId) -> Result<Taken, DatabaseError> {
    // The queue's role may take any job: nothing but this says whose time has come.
    if !has_begun(db, community).await? {
        return Err(DatabaseError::damaged("the removal of this community has not begun"));
    }
    let tables = tables(db).await?;
    let mut taken = Taken::new();
    // Each by itself first, so that no transaction is longer than a table.
    for table in &tables {
        let mut tx = begin(db, community).await?;
        let rows = take_of(&mut tx, table, community).await?;
        tx.commit().await?;
        taken.insert(table.clone(), rows);
    }
    // What was written meanwhile, together with the community itself: after this nothing can be written any more.
    let mut tx = begin(db, community).await?;
    for table in &tables {
        let rows = take_of(&mut tx, table, community).await?;
        *taken.entry(table.clone()).or_default() += rows;
    }
    sqlx::query!("delete from community where id = $1", community.0).execute(&mut *tx).await?;
    tx.commit().await?;
    Ok(taken)
}

async fn has_begun(db: &Db, community: CommunityId) -> Result<bool, DatabaseError> {
    let mut tx = db.begin_platform().await?;
    let begun = sqlx::query_scalar!(
        r#"select exists (select 1 from community where id = $1 and removal_begun_at is not null) as "is!""#,
        community.0
    )
    .fetch_one(tx.conn())
    .await?;
    tx.commit().await?;
    Ok(begun)
}

/// Tenants' tables, quoted where they must be, each before those it points at.
async fn tables(db: &Db) -> Result<Vec<String>, DatabaseError> {
    let mut tx = db.begin_platform().await?;
    let all = sqlx::query_scalar!(
        r#"select quote_ident(c.relname) as "name!" from pg_class c join pg_attribute a on a.attrelid = c.oid
           where c.relkind in ('r', 'p') and c.relnamespace = 'public'::regnamespace and a.attname = 'community_id'
             and not a.attisdropped"#
    )
    .fetch_all(tx.conn())
    .await?;
    let pointing = sqlx::query!(
        r#"select distinct quote_ident(a.relname) as "from!", quote_ident(b.relname) as "to!"
           from pg_constraint k join pg_class a on a.oid = k.conrelid join pg_class b on b.oid = k.confrelid
           where k.contype = 'f' and k.conrelid <> k.confrelid and a.relnamespace = 'public'::regnamespace"#
    )
    .fetch_all(tx.conn())
    .await?;
    tx.commit().await?;
    in_order(all.into_iter().collect(), &pointing.into_iter().map(|row| (row.from, row.to)).collect::<Vec<_>>())
}

/// The names in an order in which nothing is taken before what points at it.
fn in_order(mut left: BTreeSet<String>, pointing: &[(String, String)]) -> Result<Vec<String>, DatabaseError> {
    let mut order = Vec::with_capacity(left.len());
    while !left.is_empty() {
        let is_free = |name: &&String| !pointing.iter().any(|(from, to)| to == *name && left.contains(from));
        let Some(free) = left.iter().find(is_free).cloned() else {
            return Err(DatabaseError::damaged("tables point at one another in a circle"));
        };
        left.remove(&free);
        order.push(free);
    }
    Ok(order)
}

/// As the platform's role, with as much time as a large table takes.
async fn begin(db: &Db, community: CommunityId) -> Result<Transaction<'static, Postgres>, DatabaseError> {
    // As in `tx`: a Uuid prints as hexadecimal digits and dashes and nothing else.
    let statement = format!(
        "begin; select set_config('app.removal', '{}', true), set_config('statement_timeout', '10min', true)",
        community.0.as_hyphenated()
    );
    db.platform().open(statement).await
}

async fn take_of(
    tx: &mut Transaction<'static, Postgres>,
    table: &str,
    community: CommunityId,
) -> Result<u64, DatabaseError> {
    // A name from the catalogue, quoted by PostgreSQL itself.
    let statement = format!("delete from {table} where community_id = $1");
    Ok(sqlx::query(AssertSqlSafe(statement)).bind(community.0).execute(&mut **tx).await?.rows_affected())
}

#[cfg(test)]
mod tests {
    use super::*;

    fn ordered(names: &[&str], pointing: &[(&str, &str)]) -> Option<Vec<String>> {
        let pointing: Vec<_> = pointing.iter().map(|(from, to)| ((*from).to_owned(), (*to).to_owned())).collect();
        in_order(names.iter().map(|name| (*name).to_owned()).collect(), &pointing).ok()
    }

    #[test]
    fn nothing_is_taken_before_what_points_at_it() {
        let order = ordered(&["a", "b", "c"], &[("a", "b"), ("b", "c"), ("elsewhere", "c")]);
        assert_eq!(order.unwrap(), ["a", "b", "c"]);
        assert_eq!(ordered(&["c", "b", "a"], &[("c", "b"), ("b", "a")]).unwrap(), ["c", "b", "a"]);
        assert_eq!(ordered(&["a", "b"], &[("a", "b"), ("b", "a")]), None, "a circle has no beginning");
    }
}
