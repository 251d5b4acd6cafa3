use super::*;

fn at(text: &str) -> Timestamp {
    text.parse().unwrap()
}

fn rules() -> Rules {
    Rules {
        settlements: Vec::new(),
        categories: Vec::new(),
        listing_days: 60,
        zone: Tz::Europe__Paris,
        now: at("2026-11-23T09:00:00Z"),
    }
}

fn outing(starts_at: &str, ends_at: &str) -> TypedExtent {
    TypedExtent { starts_at: starts_at.to_owned(), ends_at: ends_at.to_owned(), ..TypedExtent::default() }
}

fn faults(kind: Kind, typed: &TypedExtent) -> Vec<(&'static str, &'static str)> {
    let (_, problems) = check(typed, (Some(Direction::Offer), Some(kind)), &rules(), None);
    problems.into_iter().map(|problem| (problem.field, problem.code)).collect()
}

fn read(kind: Kind, typed: &TypedExtent) -> Extent {
    let (extent, problems) = check(typed, (Some(Direction::Offer), Some(kind)), &rules(), None);
    assert_eq!(problems, []);
    extent
}

#[test]
fn a_time_is_the_communitys_and_an_offset_says_whose() {
    let found = read(Kind::Outing, &outing("2026-12-05T14:30", "2026-12-05 16:00")).outing.unwrap();
    assert_eq!((found.starts_at, found.ends_at), (at("2026-12-05T13:30:00Z"), Some(at("2026-12-05T15:00:00Z"))));
    let summer = read(Kind::Outing, &outing("2027-07-05T14:30:00", "")).outing.unwrap();
    assert_eq!(summer.starts_at, at("2027-07-05T12:30:00Z"), "summer time");
    assert_eq!(summer.over_at(), at("2027-07-05T15:30:00Z"));
    let there = read(Kind::Outing, &outing("2026-12-05T14:30:00+11:00", "")).outing.unwrap();
    assert_eq!(there.starts_at, at("2026-12-05T03:30:00Z"));
}

#[test]
fn an_hour_that_the_clock_jumps_over_is_none() {
    assert_eq!(faults(Kind::Outing, &outing("2027-03-28T02:30", "")), [("starts_at", "OUTING_TIME_UNREADABLE")]);
    let twice = read(Kind::Outing, &outing("2027-10-31T02:30", "")).outing.unwrap();
    assert_eq!(twice.starts_at, at("2027-10-31T00:30:00Z"), "of one that comes twice, the first");
}

#[test]
fn an_offered_outing_begins_some_time_ahead_and_a_wish_for_one_may_leave_it_open() {
    assert_eq!(faults(Kind::Outing, &outing("", "")), [("starts_at", "OUTING_START_MISSING")]);
    assert_eq!(faults(Kind::Outing, &outing("demain", "")), [("starts_at", "OUTING_TIME_UNREADABLE")]);
    assert_eq!(faults(Kind::Outing, &outing("2026-11-23T10:00", "")), [("starts_at", "OUTING_START_PAST")]);
    assert_eq!(faults(Kind::Outing, &outing("2026-11-23T10:01", "")), []);
    assert_eq!(faults(Kind::Outing, &outing("2027-12-25T10:00", "")), [("starts_at", "LISTING_DAY_FAR")]);
    assert_eq!(
        faults(Kind::Outing, &outing("2026-12-05T14:30", "2026-12-05T14:30")),
        [("ends_at", "OUTING_END_BEFORE_START")]
    );
    assert_eq!(faults(Kind::Outing, &outing("2026-12-05T14:30", "2027-01-20T14:30")), [("ends_at", "OUTING_TOO_LONG")]);
    let wish = (Some(Direction::Request), Some(Kind::Outing));
    assert_eq!(check(&outing("", ""), wish, &rules(), None), (Extent::default(), Vec::new()));
    let seats = TypedExtent { seats: "4".to_owned(), ..TypedExtent::default() };
    assert_eq!(check(&seats, wish, &rules(), None).1, [FieldProblem::new("starts_at", "OUTING_START_MISSING")]);
}

#[test]
fn what_has_begun_meanwhile_may_stay_as_it_was() {
    let before = Extent {
        outing: Some(Outing { starts_at: at("2026-11-23T08:00:00Z"), ends_at: None, seats: None, for_guests: false }),
        ..Extent::default()
    };
    let typed = outing("2026-11-23T09:00", "");
    let kind = (Some(Direction::Offer), Some(Kind::Outing));
    assert_eq!(check(&typed, kind, &rules(), Some(&before)), (before, Vec::new()));
    assert_eq!(check(&typed, kind, &rules(), None).1, [FieldProblem::new("starts_at", "OUTING_START_PAST")]);
}

#[test]
fn numbers_are_accepted_at_the_limit_and_refused_one_beyond() {
    let of = |quantity: &str, loan_days: &str| TypedExtent {
        quantity: quantity.to_owned(),
        loan_days: loan_days.to_owned(),
        ..TypedExtent::default()
    };
    assert_eq!(read(Kind::Loan, &of(" 999 ", "365")).quantity, Some(999));
    assert_eq!(read(Kind::Loan, &of("1", "1")).loan_days, Some(1));
    for (quantity, loan_days) in [("0", "0"), ("1000", "366"), ("deux", "99999999"), ("-1", "1.5")] {
        assert_eq!(
            faults(Kind::Loan, &of(quantity, loan_days)),
            [("quantity", "LISTING_QUANTITY_RANGE"), ("loan_days", "LISTING_LOAN_DAYS_RANGE")]
        );
    }
    let seats = |seats: &str| TypedExtent { seats: seats.to_owned(), ..outing("2026-12-05T14:30", "") };
    assert_eq!(read(Kind::Outing, &seats("999")).outing.unwrap().seats, Some(999));
    assert_eq!(faults(Kind::Outing, &seats("1000")), [("seats", "OUTING_SEATS_RANGE")]);
}

#[test]
fn days_follow_each_other_and_the_listing_ends_with_the_last() {
    let of = |from: &str, until: &str| TypedExtent {
        available_from: from.to_owned(),
        available_until: until.to_owned(),
        ..TypedExtent::default()
    };
    let found = read(Kind::Housing, &of("2026-12-01", "2026-12-03"));
    assert_eq!(found.end(&rules()), at("2026-12-03T23:00:00Z"), "midnight in Paris");
    assert_eq!(
        read(Kind::Housing, &of("", "2027-06-01")).end(&rules()),
        at("2027-01-22T09:00:00Z"),
        "or after 60 days"
    );
    assert_eq!(faults(Kind::Good, &of("2026-12-03", "2026-12-01")), [("available_until", "LISTING_UNTIL_BEFORE_FROM")]);
    assert_eq!(faults(Kind::Good, &of("", "2026-11-22")), [("available_until", "LISTING_UNTIL_PAST")]);
    assert_eq!(faults(Kind::Good, &of("", "2026-11-23")), []);
    assert_eq!(faults(Kind::Good, &of("2026-02-30", "")), [("available_from", "LISTING_DAY_UNREADABLE")]);
    assert_eq!(faults(Kind::Good, &of("9999-01-01", "")), [("available_from", "LISTING_DAY_FAR")]);
}

#[test]
fn what_is_typed_for_another_kind_is_a_fault_at_its_field() {
    let all = TypedExtent {
        quantity: "2".to_owned(),
        available_from: "2026-12-01".to_owned(),
        available_until: "2026-12-02".to_owned(),
        loan_days: "3".to_owned(),
        seats: "4".to_owned(),
        for_guests: true,
        ..outing("2026-12-05T14:30", "2026-12-05T15:30")
    };
    let fields = |kind| -> Vec<&str> { faults(kind, &all).into_iter().map(|(field, _)| field).collect() };
    assert_eq!(fields(Kind::Loan), ["starts_at", "ends_at", "seats", "for_guests"]);
    assert_eq!(fields(Kind::Good), ["starts_at", "ends_at", "seats", "for_guests", "loan_days"]);
    assert_eq!(fields(Kind::Service), ["starts_at", "ends_at", "seats", "for_guests", "quantity", "loan_days"]);
    assert_eq!(fields(Kind::Outing), ["available_from", "available_until", "quantity", "loan_days"]);
    assert!(faults(Kind::Outing, &all).iter().all(|(_, code)| *code == "LISTING_NOT_OF_THIS_KIND"));
}
