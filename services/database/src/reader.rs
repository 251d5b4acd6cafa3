//! For whom a transaction reads: row-level security shows a listing that is not for everybody to those alone for whom it is.

use kernel::{Caller, CommunityId, MemberId, Who};

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
    /// Everything: a job, which decides itself whom it tells.
    Houses,
}

impl Reader {
    /// As the setting of a transaction: hexadecimal digits and dashes, or a word of ours, so that it may stand in a statement.
    pub(crate) fn setting(self) -> String {
        match self.eyes {
            Eyes::Nobodys => String::new(),
            Eyes::Of(member) => setting_of(member),
            Eyes::Houses => "house".to_owned(),
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
            Who::Member(me) => Eyes::Of(me.member),
            Who::House => Eyes::Houses,
            Who::Anonymous | Who::Account(_) | Who::Program(_) => Eyes::Nobodys,
        };
        Self { community: caller.community, eyes }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use kernel::{AccountId, Language, Me, Role, Standing};
    use uuid::Uuid;

    #[test]
    fn only_the_house_reads_everything_and_a_member_as_themselves() {
        let setting = |who| Reader::from(&Caller::new(CommunityId::PLATFORM, who, Language::Fr)).setting();
        let me = Me {
            account: AccountId(Uuid::from_u128(1)),
            member: MemberId(Uuid::from_u128(2)),
            standing: Standing::Member,
            role: Role::Owner,
        };
        assert_eq!(setting(Who::Member(me)), "00000000-0000-0000-0000-000000000002");
        assert_eq!(setting(Who::House), "house");
        assert_eq!(setting(Who::Anonymous), "");
        assert_eq!(setting(Who::Account(me.account)), "");
        assert_eq!(Reader::from(CommunityId::PLATFORM).setting(), "");
    }
}
