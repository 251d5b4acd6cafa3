-- Since when somebody has not been here, and when they were told what comes of it (bar P4): by the day, because nobody need know more.
-- Whoever is here already counts from today.
alter table member add column here_on date not null default current_date;
alter table member add column idle_told_on date;
-- Only those who can be idle: whoever was put out is kept so.
create index member_idle on member (community_id, here_on) where standing not in ('suspended', 'expelled');
