//! For whom a transaction reads: row-level security shows a listing that is not for everybody to those alone for whom it is.

use kernel::{Caller, CommunityId, Me, MemberId, Role, Standing, Who};

/// Inside which community a transaction reads, and for whom.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Reader {
    pub(crate) community: CommunityId,
    eyes: Eyes,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Eyes {
    /// Whatever is for everybody.
    Nobodys,
    /// What is for this member as well.
    Of(MemberId),
    /// Everything: the team, and a job, which decides itself whom it tells.
    All,
}

impl Reader {
    /// As the setting of a transaction: hexadecimal digits and dashes, or a word of ours, so that it may stand in a statement.
    pub(crate) fn setting(self) -> String {
        match self.eyes {
            Eyes::Nobodys => String::new(),
            Eyes::Of(member) => setting_of(member),
            Eyes::All => "everything".to_owned(),
        }
    }
}

pub(crate) fn setting_of(member: MemberId) -> String {
    member.0.as_hyphenated().to_string()
}

/// Nobody in particular: whoever forgets to say for whom shows too little, never too much.
impl From<CommunityId> for Reader {
    fn from(community: CommunityId) -> Self {
        Self { community, eyes: Eyes::Nobodys }
    }
}

impl From<&Caller> for Reader {
    fn from(caller: &Caller) -> Self {
        let eyes = match caller.who {
            Who::Member(me) if is_of_the_team(me) => Eyes::All,
            Who::Member(me) => Eyes::Of(me.member),
            Who::House => Eyes::All,
            Who::Anonymous | Who::Account(_) | Who::Program(_) => Eyes::Nobodys,
        };
        Self { community: caller.community, eyes }
    }
}

/// As the permission table says of a steward; `listing_reaches` says the same of somebody who is read for.
fn is_of_the_team(me: Me) -> bool {
    me.standing == Standing::Member && matches!(me.role, Role::Steward | Role::Owner)
}

#[cfg(test)]
mod tests {
    use super::*;
    use kernel::{AccountId, Language};
    use uuid::Uuid;

    #[test]
    fn the_house_and_the_team_read_everything_and_a_member_as_themselves() {
        let setting = |who| Reader::from(&Caller::new(CommunityId::PLATFORM, who, Language::Fr)).setting();
        let me = Me {
            account: AccountId(Uuid::from_u128(1)),
            member: MemberId(Uuid::from_u128(2)),
            standing: Standing::Member,
            role: Role::Editor,
        };
        assert_eq!(setting(Who::Member(me)), "00000000-0000-0000-0000-000000000002");
        assert_eq!(setting(Who::House), "everything");
        let team = Me { role: Role::Steward, ..me };
        assert_eq!(setting(Who::Member(team)), "everything");
        let reviewed = Me { standing: Standing::UnderReview, ..team };
        assert_eq!(setting(Who::Member(reviewed)), "00000000-0000-0000-0000-000000000002");
        assert_eq!(setting(Who::Anonymous), "");
        assert_eq!(setting(Who::Account(me.account)), "");
        assert_eq!(Reader::from(CommunityId::PLATFORM).setting(), "");
    }
}
