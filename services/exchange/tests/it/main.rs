//! Listings on a real database, as the role that row-level security binds.

mod digest;
mod ending;
mod finding;
mod ground;
mod life;
mod publishing;
mod samples;
mod tenants;
