-- What has a time is swept when that is over (bar P4; `services/privacy/src/retention.rs` has the periods).
grant delete on letter, digest to maillon_app;

create index letter_old on letter (community_id, at);
create index notification_old on notification (community_id, created_at);
create index digest_old on digest (community_id, created_at);
create index listing_seen_old on listing_seen (community_id, seen_at);
create index listing_ended on listing (community_id, (coalesce(closed_at, expires_at))) where state <> 'open';
