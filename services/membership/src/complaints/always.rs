//! Letters that are no part of the quarrel.

/// Letters, by the names of their kinds, that leave although a community's letters wait, and of which complaints are not counted. Without the first
/// four somebody stays out, or does not learn what became of their account or of the letters; without the others somebody loses what they had
/// a right to be told of before it happens. That they judge nobody keeps a stranger who asks for letters to sign in with, to other people's
/// addresses, from stopping a whole community's.
pub const LEAVE_THOUGH_HELD: [&str; 7] =
    ["sign_in", "confirm_address", "account_changed", "complaints", "community_removal", "idle", "standing"];
