//! What one person sees of another, and of themselves.
//!
//! A review is never shown to peers (design: trust, section 7): to them, whoever is under review is a member. Whoever is
//! out, for whatever reason, is simply gone.

mod officers;

pub use officers::officers;

use crate::{MembershipError, card::MemberCard, letters::ChooseLetters, store};
use chrono_tz::Tz;
use database::{CommunityTx, DatabaseError, Db};
use kernel::{Act, Caller, EmailAddress, Language, MemberId, Page, PageRequest, Standing, Timestamp};

/// A person on their own page.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct MemberView {
    /// The card.
    pub card: MemberCard,
    /// About themselves, possibly empty.
    pub about: String,
}

/// Which members are wanted.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct MemberFilter {
    /// Only these; everybody inside when absent. Stewards alone may ask for another standing than `member`.
    pub standing: Option<Standing>,
    /// Words in name or town, up to 80 characters.
    pub search: Option<String>,
}

/// What the caller has said of themselves, with their settings.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct OwnProfile {
    /// The card, unmasked.
    pub card: MemberCard,
    /// About themselves.
    pub about: String,
    /// Their address; shown to nobody else.
    pub email: EmailAddress,
    /// The language of pages and letters.
    pub language: Language,
    /// Their time zone.
    pub timezone: Tz,
    /// The letters they want.
    pub letters: ChooseLetters,
    /// Whether others may read their name on a chain between two people.
    pub named: bool,
    /// Applied when.
    pub applied_at: Timestamp,
}

/// One member. Peers see who is inside; stewards see everybody; everybody sees themselves.
pub async fn member(db: &Db, caller: &Caller, member: MemberId) -> Result<Option<MemberView>, MembershipError> {
    if caller.me().is_none_or(|me| me.member != member) {
        caller.must(Act::SeeMembers)?;
    }
    let mut tx = db.begin(caller.community).await?;
    let found = store::views::one(&mut tx, member).await?;
    tx.commit().await?;
    Ok(found.and_then(|view| {
        let about = view.about;
        seen_by(caller, view.card)
            .filter(|card| card.standing != Standing::Left || is_steward(caller))
            .map(|card| MemberView { card, about })
    }))
}

/// Members, the newest first.
pub async fn members(
    db: &Db,
    caller: &Caller,
    filter: MemberFilter,
    page: PageRequest,
) -> Result<Page<MemberCard>, MembershipError> {
    caller.must(Act::SeeMembers)?;
    let standings = match filter.standing {
        None => vec![Standing::Member, Standing::UnderReview],
        Some(Standing::Member) if !is_steward(caller) => vec![Standing::Member, Standing::UnderReview],
        Some(wanted) => {
            caller.must(Act::SeeStewardDesk)?;
            vec![wanted]
        }
    };
    let search = filter.search.as_deref().map_or_else(String::new, |words| words.trim().chars().take(80).collect());
    let mut tx = db.begin(caller.community).await?;
    let found = store::views::page(&mut tx, &standings, &search, &page).await?;
    tx.commit().await?;
    Ok(found.map(|card| if is_steward(caller) { card } else { card.for_peers() }))
}

/// The cards of these members, as far as the caller may see them, in no particular order: for loaders. Whoever is gone still
/// has a name, because their messages stay.
pub async fn cards(db: &Db, caller: &Caller, members: &[MemberId]) -> Result<Vec<MemberCard>, MembershipError> {
    caller.must(Act::SeeMembers)?;
    let mut tx = db.begin(caller.community).await?;
    let found = cards_tx(&mut tx, members).await?;
    tx.commit().await?;
    Ok(found.into_iter().filter_map(|card| seen_by(caller, card)).collect())
}

/// Cards without any mask, for nouns that have already asked whether the caller may see these people.
pub async fn cards_tx(tx: &mut CommunityTx, members: &[MemberId]) -> Result<Vec<MemberCard>, DatabaseError> {
    store::views::cards(tx, members).await
}

/// The caller's own profile, wherever they stand.
pub async fn own(db: &Db, caller: &Caller) -> Result<OwnProfile, MembershipError> {
    let me = caller.must_as_member(Act::ManageOwnAccount)?;
    let mut tx = db.begin(caller.community).await?;
    let found = store::views::own(&mut tx, me.member).await?;
    tx.commit().await?;
    found.ok_or(MembershipError::NotFound)
}

fn is_steward(caller: &Caller) -> bool {
    caller.may(Act::SeeStewardDesk)
}

/// The card as this caller may see it; applicants are for stewards and themselves.
fn seen_by(caller: &Caller, card: MemberCard) -> Option<MemberCard> {
    if is_steward(caller) || caller.me().is_some_and(|me| me.member == card.id) {
        return Some(card);
    }
    (!matches!(card.standing, Standing::Applicant | Standing::Guest)).then(|| card.for_peers())
}

#[cfg(test)]
mod tests {
    use super::*;
    use kernel::{AccountId, CommunityId, Me, Role, Who};
    use uuid::Uuid;

    fn caller(member: u128, role: Role) -> Caller {
        let me = Me {
            account: AccountId(Uuid::from_u128(member)),
            member: MemberId(Uuid::from_u128(member)),
            standing: Standing::Member,
            role,
        };
        Caller::new(CommunityId(Uuid::from_u128(9)), Who::Member(me), Language::Fr)
    }

    fn card(standing: Standing) -> MemberCard {
        let id = MemberId(Uuid::from_u128(7));
        MemberCard {
            id,
            number: 0,
            name: "Odile".into(),
            town: String::new(),
            standing,
            role: Role::None,
            founder: false,
            joined_at: None,
        }
    }

    #[test]
    fn peers_never_see_a_review_a_suspension_or_an_applicant() {
        let seen = |standing| seen_by(&caller(1, Role::None), card(standing)).map(|card| card.standing);
        assert_eq!(seen(Standing::UnderReview), Some(Standing::Member));
        assert_eq!(seen(Standing::Suspended), Some(Standing::Left));
        assert_eq!(seen(Standing::Expelled), Some(Standing::Left));
        assert_eq!(seen(Standing::Applicant), None);
        assert_eq!(seen(Standing::Guest), None);
    }

    #[test]
    fn stewards_and_oneself_see_what_is() {
        for standing in Standing::ALL {
            assert_eq!(seen_by(&caller(1, Role::Steward), card(*standing)).map(|card| card.standing), Some(*standing));
            assert_eq!(seen_by(&caller(7, Role::None), card(*standing)).map(|card| card.standing), Some(*standing));
        }
    }
}
