-- Urgent requests, continued (decision 50).

-- When it turned out that the letter that was to ask somebody would never be written, or was taken by nobody: the place is free again, and
-- they are not asked once more because of the same request.
alter table listing_match
    add column unasked_at timestamptz,
    add constraint listing_match_asked check (num_nonnulls(asked_at, unasked_at) <= 1);

-- Why the team took the mark off a request; empty where it did not.
alter table listing
    add column urgent_reason text not null default '' check (length(urgent_reason) <= 500);
