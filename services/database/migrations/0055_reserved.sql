-- What is promised to somebody (decision 55): a mark on an open listing, and no state of its own, so that it is read, answered, renewed and
-- closed as before. An outing has seats instead.
alter table listing
    add column reserved_at timestamptz,
    add constraint listing_reserved check (reserved_at is null or kind <> 'outing');
