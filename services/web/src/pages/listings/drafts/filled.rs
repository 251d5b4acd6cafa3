//! A draft and the form it was typed into.

use crate::form::{Form, TICKED};
use crate::pages::listings::{audience, questions, urgent};
use exchange::mandate::Relation;
use exchange::saved_draft::{Behalf, SaveDraft, SavedDraft};
use exchange::{Kind, Urgency};
use kernel::ListingId;
use phrases::Words;

/// What stands in the form. That somebody agreed to be asked for is no part of it: it is said anew.
pub(super) fn read(id: ListingId, form: &Form) -> SaveDraft {
    let behalf = Behalf {
        member: form.text("behalf_member").parse().ok(),
        name: form.text("behalf_name").to_owned(),
        relation: form.text("behalf_relation").parse().ok(),
        // The page that was sent said so.
        gone: false,
    };
    SaveDraft { id, draft: questions::draft(form), behalf }
}

/// The form as it was kept.
pub(super) fn filled(words: Words, kept: &SavedDraft) -> Form {
    let (draft, behalf) = (&kept.draft, &kept.behalf);
    let whom = draft.group.map_or_else(|| draft.audience.as_str().to_owned(), audience::answer_of);
    let member = behalf.member.map(|member| member.to_string());
    let form = Form::blank(words)
        .with("id", kept.id.to_string())
        .with("direction", kept.direction.as_str())
        .with("kind", draft.kind.map_or("", Kind::as_str))
        .with("title", draft.title.as_str())
        .with("body", draft.body.as_str())
        .with("category", draft.category.as_str())
        .with("town", draft.town.as_str())
        .with("audience", whom)
        .with("urgency", draft.urgency.map_or(urgent::CAN_WAIT, Urgency::as_str))
        .with("behalf_member", member.unwrap_or_default())
        .with("behalf_name", behalf.name.as_str())
        .with("behalf_relation", behalf.relation.map_or("", Relation::as_str));
    let form = draft.settlements.iter().fold(form, |form, one| form.with("settlements", one.as_str()));
    let mut form = with_extent(form, kept);
    if behalf.gone {
        form.fail("behalf_name", words.t("listing-draft-member-gone"));
    }
    form
}

/// Numbers, days and moments as they were typed.
fn with_extent(form: Form, kept: &SavedDraft) -> Form {
    let extent = &kept.draft.extent;
    let form = form
        .with("quantity", extent.quantity.as_str())
        .with("loan_days", extent.loan_days.as_str())
        .with("available_from", extent.available_from.as_str())
        .with("available_until", extent.available_until.as_str())
        .with("starts_at", extent.starts_at.as_str())
        .with("ends_at", extent.ends_at.as_str())
        .with("seats", extent.seats.as_str());
    if extent.for_guests { form.with("for_guests", TICKED) } else { form }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::shell::sample_words;
    use exchange::{Audience, Direction, Draft, Settlement, TypedExtent};
    use kernel::{GroupId, MemberId, Timestamp};
    use uuid::Uuid;

    /// A draft in which everything is said, with this audience.
    fn kept(audience: Audience, group: Option<GroupId>) -> SavedDraft {
        let extent = TypedExtent {
            quantity: "une douzaine".to_owned(),
            available_from: "2026-12-01".to_owned(),
            available_until: "2026-12-31".to_owned(),
            loan_days: "7".to_owned(),
            starts_at: "2026-12-05T14:30".to_owned(),
            ends_at: "2026-12-05T16:00".to_owned(),
            seats: "12".to_owned(),
            for_guests: true,
        };
        let draft = Draft {
            direction: Some(Direction::Request),
            kind: Some(Kind::Outing),
            settlements: vec![Settlement::Gift, Settlement::Barter],
            title: "Un trajet".to_owned(),
            body: "Mardi.".to_owned(),
            category: "Trajets".to_owned(),
            town: "Corbigny".to_owned(),
            extent,
            audience,
            urgency: Some(Urgency::Tomorrow),
            group,
        };
        let member = Some(MemberId(Uuid::from_u128(9)));
        let behalf = Behalf { member, name: "Jeanne".to_owned(), relation: Some(Relation::Mother), gone: false };
        let (begun_at, kept_at) = (Timestamp::default(), Timestamp::default());
        SavedDraft {
            id: ListingId(Uuid::from_u128(7)),
            direction: Direction::Request,
            draft,
            behalf,
            begun_at,
            kept_at,
        }
    }

    #[test]
    fn a_draft_s_form_reads_back_as_the_same_draft() {
        let group = Some(GroupId(Uuid::from_u128(8)));
        for (audience, group) in [(Audience::Friends, None), (Audience::Group, group)] {
            let kept = kept(audience, group);
            let form = filled(sample_words(), &kept);
            let read = read(kept.id, &form);
            assert_eq!((read.draft, read.behalf), (kept.draft, kept.behalf));
            assert_eq!(form.text("id"), kept.id.to_string(), "its photos are meant for this id");
            assert!(!form.ticked("behalf_consent"), "nobody's consent is kept");
        }
    }

    #[test]
    fn whoever_wrote_for_somebody_who_is_gone_is_told_before_it_could_be_their_own() {
        let whole = kept(Audience::Everyone, None);
        let draft = SavedDraft { behalf: Behalf { gone: true, ..Behalf::default() }, ..whole };
        assert!(filled(sample_words(), &draft).is_wrong("behalf_name"));
        assert!(!filled(sample_words(), &kept(Audience::Everyone, None)).is_wrong("behalf_name"));
    }
}
