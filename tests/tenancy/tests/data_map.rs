//! Bar P1: every column that exists is classed in the data map, and the map speaks of nothing that does not.

use kit::Scratch;
use privacy::map;
use std::collections::BTreeSet;

#[tokio::test]
async fn p1_every_column_is_classed_and_no_line_speaks_of_nothing() {
    let scratch = Scratch::migrated().await;
    let exist: Vec<String> = sqlx::query_scalar(
        "select c.relname || '.' || a.attname from pg_class c join pg_attribute a on a.attrelid = c.oid
         where c.relkind in ('r', 'p', 'v', 'm', 'f') and c.relnamespace = 'public'::regnamespace
           and a.attnum > 0 and not a.attisdropped and c.relname <> '_sqlx_migrations'",
    )
    .fetch_all(&mut scratch.owner().await)
    .await
    .unwrap();
    scratch.remove().await;
    let columns = map::columns().unwrap();
    let classed: Vec<String> = columns.iter().map(|column| format!("{}.{}", column.table, column.name)).collect();
    let (exist, lines): (BTreeSet<_>, BTreeSet<_>) = (exist.into_iter().collect(), classed.iter().cloned().collect());
    assert_eq!(lines.len(), classed.len(), "a column stands there twice");
    let unclassed: Vec<_> = exist.difference(&lines).collect();
    let stale: Vec<_> = lines.difference(&exist).collect();
    assert!(unclassed.is_empty() && stale.is_empty(), "unclassed: {unclassed:?}; of nothing: {stale:?}");
    for column in &columns {
        for by in &column.copied_by {
            let leads = lines.contains(&format!("{}.{by}", column.table));
            assert!(leads, "{}.{} is copied by {by}, which is no column", column.table, column.name);
        }
    }
}
