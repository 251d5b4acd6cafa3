-- Fairness (decision 47): how many things somebody received lately is counted from what their listings, and those of others, say of their
-- end. Nothing more is kept: who took what was offered is whom its author named when closing.
create index listing_received on listing (community_id, helped_by, closed_at)
    where helped_by is not null and state = 'fulfilled';
