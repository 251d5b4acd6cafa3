//! A member's card out of the columns that a join brings along, as peers may see it.

use database::DatabaseError;
use kernel::Timestamp;
use membership::MemberCard;
use uuid::Uuid;

pub(crate) struct CardColumns {
    pub id: Uuid,
    pub number: i32,
    pub name: String,
    pub town: String,
    pub standing: String,
    pub role: String,
    pub founder: bool,
    pub joined_at: Option<Timestamp>,
}

impl CardColumns {
    pub fn card(self) -> Result<MemberCard, DatabaseError> {
        let card = MemberCard {
            id: self.id.into(),
            number: self.number,
            name: self.name,
            town: self.town,
            standing: self.standing.parse().map_err(DatabaseError::damaged)?,
            role: self.role.parse().map_err(DatabaseError::damaged)?,
            founder: self.founder,
            joined_at: self.joined_at,
        };
        Ok(card.for_peers())
    }
}
