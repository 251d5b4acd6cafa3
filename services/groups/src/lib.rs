//! Groups: a circle of members inside a community, a neighbourhood, an interest, a project (decision 49).
//!
//! Purpose: ask for one, grant or decline it, join and leave it, look after it, hand it over. What is for a group alone is the exchange's.
//!
//! Invariants
//! - That a group exists, what it is for and who keeps it is told to everybody inside; who is in it, to those who are, and to the team.
//! - Every open group has a keeper, who is in it: they hand it over or close it before they leave.
//! - Whoever is to keep one says yes first, unless its keeper has gone.
//! - Of the open groups of a community no two are called alike.
//! - Who joins and who leaves does so under the group's row lock, so that its bounds hold.

mod store;

pub mod ask_for;
pub mod close;
pub mod decide;
pub mod edit;
pub mod error;
pub mod gone;
pub mod hand_over;
pub mod join;
pub mod leave;
pub mod let_in;
pub mod limits;
pub mod matters;
pub mod put_out;
pub mod take_over;
pub mod views;
pub mod withdraw_hand_over;
pub mod words;

pub use ask_for::{AskForGroup, Asked, ask_for_group};
pub use close::{CloseGroup, CloseGroupByOffice, close_group, close_group_by_office};
pub use decide::{DeclineGroup, GrantGroup, decline_group, grant_group};
pub use edit::{EditGroup, edit_group};
pub use error::GroupError;
pub use hand_over::{HandOverGroup, hand_over_group};
pub use join::{JoinGroup, join_group};
pub use leave::{LeaveGroup, leave_group};
pub use let_in::{AnswerJoining, answer_joining};
pub use matters::{Matters, OfferView, PutOutView};
pub use put_out::{PutOutOfGroup, put_out_of_group, put_out_of_group_by_office};
pub use take_over::{AnswerHandOver, answer_hand_over};
pub use views::{GroupMemberView, GroupView};
pub use withdraw_hand_over::{WithdrawHandOver, withdraw_hand_over};
pub use words::{GroupState, Joining, Part};
