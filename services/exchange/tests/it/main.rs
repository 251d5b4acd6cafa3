//! Listings on a real database, as the role that row-level security binds.
#![expect(clippy::unwrap_used, reason = "in a test, a failure is a panic with the place where it happened")]

mod almost;
mod around;
mod asked_few;
mod audience;
mod calendar;
mod consent;
mod digest;
mod drafts;
mod ending;
mod fairness;
mod finding;
mod ground;
mod groups;
mod groups_left;
mod life;
mod mandate;
mod matching;
mod near;
mod outings;
mod placing;
mod publishing;
mod reserved;
mod reserved_told;
mod samples;
mod searches;
mod streets;
mod tenants;
mod told_once;
mod trusted;
mod unanswered;
mod urgent;
mod urgent_off;
mod urgent_places;
