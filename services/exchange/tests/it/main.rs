//! Listings on a real database, as the role that row-level security binds.
#![expect(missing_docs, reason = "helpers of tests, read by nobody else")]

mod digest;
mod ending;
mod finding;
mod ground;
mod life;
mod publishing;
mod samples;
mod tenants;
