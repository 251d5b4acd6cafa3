//! A person in a row, a card, a byline.

use database::DatabaseError;
use kernel::{MemberId, Role, Standing, Timestamp};
use uuid::Uuid;

/// A person in a row, a card, a byline.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct MemberCard {
    /// Who.
    pub id: MemberId,
    /// Their number in the trust graph; not shown.
    pub number: i32,
    /// Name.
    pub name: String,
    /// Town, possibly empty.
    pub town: String,
    /// Where they stand.
    pub standing: Standing,
    /// Which office they hold.
    pub role: Role,
    /// Whether they are a root of trust.
    pub founder: bool,
    /// Member since; nothing while they wait.
    pub joined_at: Option<Timestamp>,
}

impl MemberCard {
    /// The card as peers may see it. Somebody under review is a member like before, office included: a badge that went would
    /// tell of the review. Somebody put out is somebody who left, and whoever left holds no office.
    #[must_use]
    pub fn for_peers(self) -> Self {
        match self.standing {
            Standing::UnderReview => Self { standing: Standing::Member, ..self },
            Standing::Suspended | Standing::Expelled => Self { standing: Standing::Left, role: Role::None, ..self },
            _ => self,
        }
    }

    /// The card for somebody who once had to do with this person and sees them no more: a name. Whoever waits or is inside
    /// is shown as to peers.
    #[must_use]
    pub fn for_acquaintances(self) -> Self {
        let card = self.for_peers();
        if card.standing != Standing::Left {
            return card;
        }
        Self { town: String::new(), role: Role::None, founder: false, joined_at: None, ..card }
    }
}

/// A card out of the columns that a statement brings along: the one mapping, for every noun.
#[derive(Debug)]
pub struct CardColumns {
    /// `member.id`.
    pub id: Uuid,
    /// `member.number`.
    pub number: i32,
    /// `member.name`.
    pub name: String,
    /// `member.town`.
    pub town: String,
    /// `member.standing`.
    pub standing: String,
    /// `member.role`.
    pub role: String,
    /// `member.founder`.
    pub founder: bool,
    /// `member.joined_at`.
    pub joined_at: Option<Timestamp>,
}

impl CardColumns {
    /// The card as it is.
    ///
    /// # Errors
    /// Damaged data: a word that is no standing or no role.
    pub fn card(self) -> Result<MemberCard, DatabaseError> {
        Ok(MemberCard {
            id: self.id.into(),
            number: self.number,
            name: self.name,
            town: self.town,
            standing: self.standing.parse().map_err(DatabaseError::damaged)?,
            role: self.role.parse().map_err(DatabaseError::damaged)?,
            founder: self.founder,
            joined_at: self.joined_at,
        })
    }

    /// The card as peers may see it.
    ///
    /// # Errors
    /// As [`Self::card`].
    pub fn for_peers(self) -> Result<MemberCard, DatabaseError> {
        Ok(self.card()?.for_peers())
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn card(standing: Standing, role: Role) -> MemberCard {
        MemberCard {
            id: MemberId(Uuid::from_u128(7)),
            number: 3,
            name: "Odile".into(),
            town: "Corbigny".into(),
            standing,
            role,
            founder: true,
            joined_at: chrono::DateTime::from_timestamp(1_700_000_000, 0),
        }
    }

    #[test]
    fn to_peers_a_steward_who_was_put_out_is_byte_for_byte_one_who_left() {
        let left = format!("{:?}", card(Standing::Left, Role::None).for_peers());
        for standing in [Standing::Suspended, Standing::Expelled] {
            assert_eq!(format!("{:?}", card(standing, Role::Steward).for_peers()), left, "{standing:?}");
        }
    }

    #[test]
    fn to_peers_a_review_changes_nothing() {
        for role in [Role::None, Role::Steward] {
            let before = format!("{:?}", card(Standing::Member, role).for_peers());
            assert_eq!(format!("{:?}", card(Standing::UnderReview, role).for_peers()), before);
        }
    }

    #[test]
    fn whoever_is_gone_leaves_a_name_and_nothing_that_says_how_they_went() {
        let left = format!("{:?}", card(Standing::Left, Role::None).for_acquaintances());
        assert!(!left.contains("Corbigny"), "{left}");
        for standing in [Standing::Suspended, Standing::Expelled] {
            assert_eq!(format!("{:?}", card(standing, Role::Owner).for_acquaintances()), left, "{standing:?}");
        }
        let never_in = MemberCard { founder: false, joined_at: None, ..card(Standing::Left, Role::None) };
        assert_eq!(format!("{:?}", never_in.for_acquaintances()), left, "nor whether they ever were in");
        let waits = card(Standing::Applicant, Role::None);
        assert_eq!(waits.clone().for_acquaintances(), waits);
    }
}
