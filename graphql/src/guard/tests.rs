//! The bars G1, G2, G3 and G7, and every limit at the limit and one beyond.

#![expect(clippy::format_push_string, clippy::format_collect, reason = "documents are written piece by piece")]

use super::*;
use crate::limits;
use async_graphql::Variables;
use serde_json::json;

const GUEST: Leave = Leave { introspection: false, subscription: false };
const MEMBER: Leave = Leave { introspection: true, subscription: false };

fn ask(document: &str) -> Result<(), Broken> {
    admit(Request::new(document), GUEST).map(|_| ())
}

fn ask_with(document: &str, variables: serde_json::Value) -> Result<(), Broken> {
    admit(Request::new(document).variables(Variables::from_json(variables)), GUEST).map(|_| ())
}

/// `levels` fragments, each spreading the next `fan` times.
fn bomb(levels: usize, fan: usize, leaf: &str) -> String {
    let mut text = String::from("{root{...F0}}");
    for level in 0..levels {
        let inside = if level + 1 < levels { format!("...F{} ", level + 1).repeat(fan) } else { leaf.to_owned() };
        text += &format!(" fragment F{level} on N{{{inside}}}");
    }
    text
}

/// The same, but hidden behind fields and aliases so that no other limit than the expansion sees it.
fn clever_bomb(levels: usize, fan: usize, seed: usize) -> String {
    let mut text = String::from("{root{...F0}}");
    for level in 0..levels {
        let spread = |place: usize| format!("f{}{{...F{}}}", (place + seed) % 97, level + 1);
        let inside: String =
            if level + 1 < levels { (0..fan).map(|p| spread(p) + " ").collect() } else { "id".to_owned() };
        text += &format!(" fragment F{level} on N{{{inside}}}");
    }
    text
}

/// Selections once everything is expanded; `hop` for those that each spread is wrapped in.
fn expanded(levels: usize, fan: usize, hop: u64) -> u64 {
    let below = (1..levels).fold(1_u64, |below, _| (fan as u64).saturating_mul(below.saturating_add(1 + hop)));
    below.saturating_add(2)
}

#[test]
fn g1_ten_thousand_fragment_bombs_are_refused_after_one_look_at_each_selection() {
    let mut bombs = 0;
    for round in 0..14 {
        for (levels, fan) in (2..=30).flat_map(|levels| (2..=30).map(move |fan| (levels, fan))) {
            let (text, hop) = match round % 2 {
                0 => (bomb(levels, fan, &format!("f{round}")), 0),
                _ => (clever_bomb(levels, fan, round), 1),
            };
            if expanded(levels, fan, hop) <= limits::SELECTIONS {
                continue;
            }
            bombs += 1;
            assert_eq!(ask(&text).err().map(Broken::code), Some("QUERY_TOO_COMPLEX"), "levels {levels} fan {fan}");
            if round < 2
                && let Ok(document) = read(&text)
            {
                let written = 2 + levels * fan * 2;
                assert!(weigh::visits(&document) <= written, "levels {levels} fan {fan}: each selection once");
            }
        }
    }
    assert!(bombs > 10_000, "{bombs}");
}

#[test]
fn g1_a_bomb_within_every_other_limit_falls_by_the_expansion() {
    assert_eq!(ask(&bomb(20, 5, "id")), Err(Broken::Selections));
    assert_eq!(ask(&bomb(3, 5, "id")), Ok(()));
    assert_eq!(ask(&clever_bomb(8, 9, 0)), Err(Broken::Selections));
    assert_eq!(ask(&clever_bomb(4, 7, 0)), Ok(()));
}

#[test]
fn g1_circles_end_at_once() {
    assert_eq!(ask("{root{...A}} fragment A on N{...A}"), Err(Broken::Cycle));
    assert_eq!(ask("{root{...A}} fragment A on N{...B} fragment B on N{x{...A}}"), Err(Broken::Cycle));
    assert_eq!(ask("{root{id}} fragment A on N{...B} fragment B on N{...A}"), Err(Broken::Cycle), "used by nobody");
    assert_eq!(ask("{root{...A}}"), Err(Broken::NoFragment));
    assert_eq!(Broken::Cycle.code(), "QUERY_TOO_COMPLEX");
}

#[test]
fn g2_depth_is_refused_and_no_stack_overflows() {
    let deep = |levels: usize| "{a".repeat(levels) + &"}".repeat(levels);
    assert_eq!(ask(&deep(10)), Ok(()));
    assert_eq!(ask(&deep(11)), Err(Broken::Depth));
    assert_eq!(ask(&deep(32)), Err(Broken::Depth));
    assert_eq!(ask(&deep(1_000)), Err(Broken::Nesting));
    assert_eq!(ask(&"{".repeat(10_000)), Err(Broken::Nesting));
    let lists = format!("{{a(x:{}1{}){{id}}}}", "[".repeat(2_000), "]".repeat(2_000));
    assert_eq!(ask(&lists), Err(Broken::Nesting));
    let types = format!("query($v:{}Int{}){{a}}", "[".repeat(2_000), "]".repeat(2_000));
    assert_eq!(ask(&types), Err(Broken::Nesting));
    let inline = "{a".to_owned() + &"{...on N".repeat(1_500) + "{id}" + &"}".repeat(1_501);
    assert_eq!(ask(&inline), Err(Broken::Nesting));
}

#[test]
fn g2_brackets_do_not_hide_in_strings_and_comments() {
    let hidden = |close: &str| format!("{{a(x:{close}){{").repeat(900);
    for close in ["\"}})\"", "\"\"\"}})\"\"\"", "\"\\\"}})\"", "\"\"\"\\\"\"\"}})\"\"\"", "1 #}})\n"] {
        let text = hidden(close).chars().take(16_000).collect::<String>();
        assert!(matches!(ask(&text), Err(Broken::Nesting)), "{close}");
    }
    assert_eq!(ask("{a(x:\"{{{{{{{{{{{{{{{{{{{{{{{{{{{{{{{{{{{{{{\")}"), Ok(()), "brackets in a string are text");
    assert_eq!(ask("{a(x:\"unended)}"), Err(Broken::Syntax));
    assert_eq!(ask("{a(x:\"\"\"unended\")}"), Err(Broken::Syntax));
}

#[test]
fn g3_amounts_are_from_1_to_100_however_they_are_sent() {
    for good in ["1", "100"] {
        assert_eq!(ask(&format!("{{members(first:{good}){{edges{{node{{id}}}}}}}}")), Ok(()), "{good}");
    }
    for bad in ["0", "-1", "101", "65536", "2147483648", "9223372036854775808", "1e2", "\"5\"", "[5]", "{a:1}", "ALL"] {
        let text = format!("{{members(first:{bad}){{edges{{node{{id}}}}}}}}");
        assert_eq!(ask(&text), Err(Broken::First), "{bad}");
        assert_eq!(Broken::First.code(), "AMOUNT_OUT_OF_RANGE");
    }
    let asked = "query($n:Int){members(first:$n){edges{node{id}}}}";
    for bad in
        [json!(0), json!(-1), json!(101), json!(2_147_483_648_u64), json!(u64::MAX), json!(1.5), json!("7"), json!([7])]
    {
        assert_eq!(ask_with(asked, json!({ "n": bad })), Err(Broken::First), "{bad}");
    }
    assert_eq!(ask_with(asked, json!({ "n": 100 })), Ok(()));
    assert_eq!(ask_with(asked, json!({})), Ok(()));
    assert_eq!(ask("query($n:Int=101){members(first:$n){edges{node{id}}}}"), Err(Broken::First));
    let hidden = "query($n:Int){members{...F}} fragment F on C{edges{node{x(first:$n){nodes{id}}}}}";
    assert_eq!(ask_with(hidden, json!({ "n": 65_536 })), Err(Broken::First));
}

#[test]
fn g3_amounts_inside_one_another_multiply_without_wrapping() {
    let nested = |n: u64| {
        format!(
            "{{a(first:{n}){{edges{{node{{b(first:{n}){{edges{{node{{c(first:{n}){{edges{{node{{id}}}}}}}}}}}}}}}}}}}}"
        )
    };
    assert_eq!(ask(&nested(100)), Err(Broken::Complexity));
    assert_eq!(ask(&nested(7)), Ok(()), "7 × (1 + 7 × (1 + 7)) and the connections");
    let fragments = "{a(first:100){nodes{...F}}} fragment F on N{b(first:100){nodes{...G}}} fragment G on N{c(first:100){nodes{id}}}";
    assert_eq!(ask(fragments), Err(Broken::Complexity));
    assert_eq!(
        ask("{listings{nodes{author{id} likes(first:24){nodes{id}}}}}"),
        Err(Broken::Complexity),
        "20 by default"
    );
    assert_eq!(ask("{listings(first:100){nodes{id author{id}}}}"), Ok(()));
}

#[test]
fn c6_a_search_in_the_web_of_trust_weighs_as_much_as_fifty_objects() {
    let asked = |times: usize| {
        let members: String =
            (0..times).map(|n| format!("m{n}:member(id:\"x\"){{howLinked{{independent}}}}")).collect();
        ask(&format!("{{{members}}}"))
    };
    assert_eq!(asked(9), Ok(()));
    assert_eq!(asked(10), Err(Broken::Complexity));
    let checked = |times: usize| {
        ask(&format!(
            "{{{}}}",
            (0..times).map(|n| format!("c{n}:recheckCertificate(admissionId:\"x\")")).collect::<String>()
        ))
    };
    assert_eq!((checked(10), checked(11)), (Ok(()), Err(Broken::Roots)));
    assert_eq!(ask("{members(first:10){nodes{howLinked{independent}}}}"), Err(Broken::Complexity));
    assert_eq!(ask("{members(first:9){nodes{howLinked{independent}}}}"), Ok(()));
}

#[test]
fn g7_thousands_of_directives_fields_aliases_and_operations_are_refused() {
    assert_eq!(ask(&format!("query {} {{root{{id}}}}", "@aa ".repeat(3_000))), Err(Broken::Directives));
    assert_eq!(ask(&format!("{{root{{{}}}}}", "id ".repeat(500))), Err(Broken::Repeats));
    assert_eq!(ask(&format!("{{{}}}", "root ".repeat(500))), Err(Broken::Repeats));
    let aliases: String = (0..1_000).map(|n| format!("a{n}:id ")).collect();
    assert_eq!(ask(&format!("{{root{{{aliases}}}}}")), Err(Broken::Aliases));
    let operations: String = (0..100).map(|n| format!("query Q{n}{{root}} ")).collect();
    assert_eq!(ask(&operations), Err(Broken::Operations));
}

#[test]
fn every_amount_is_allowed_at_its_limit_and_refused_beyond() {
    type Case = (usize, Broken, Box<dyn Fn(usize) -> String>);
    let many = |n: usize, piece: &dyn Fn(usize) -> String| (0..n).map(piece).collect::<String>();
    let cases: [Case; 7] = [
        (limits::OPERATIONS, Broken::Operations, Box::new(move |n| many(n, &|i| format!("query Q{i}{{a}} ")))),
        (
            limits::FRAGMENTS,
            Broken::Fragments,
            Box::new(move |n| "{a}".to_owned() + &many(n, &|i| format!(" fragment F{i} on N{{a}}"))),
        ),
        (limits::ALIASES, Broken::Aliases, Box::new(move |n| format!("{{r{{{}}}}}", many(n, &|i| format!("x{i}:a "))))),
        (limits::REPEATS, Broken::Repeats, Box::new(move |n| format!("{{r{{{}}}}}", many(n, &|_| "a ".to_owned())))),
        (
            limits::OPERATION_DIRECTIVES,
            Broken::Directives,
            Box::new(move |n| format!("query {}{{a}}", many(n, &|_| "@d ".to_owned()))),
        ),
        (
            limits::FIELD_DIRECTIVES,
            Broken::Directives,
            Box::new(move |n| format!("{{a {}}}", many(n, &|_| "@d ".to_owned()))),
        ),
        (limits::LIST, Broken::List, Box::new(move |n| format!("{{a(x:[{}])}}", many(n, &|_| "1 ".to_owned())))),
    ];
    for (limit, broken, text) in cases {
        assert_eq!(ask(&text(limit)), Ok(()), "{broken:?} at {limit}");
        assert_eq!(ask(&text(limit + 1)), Err(broken), "{broken:?} beyond {limit}");
    }
    let roots = |n: u64| (0..n).map(|i| format!("r{i} ")).collect::<String>();
    assert_eq!(ask(&format!("{{{}}}", roots(limits::ROOT_FIELDS))), Ok(()));
    assert_eq!(ask(&format!("{{{}}}", roots(limits::ROOT_FIELDS + 1))), Err(Broken::Roots));
    let leaves = |n: u64| (0..n - 1).map(|i| format!("f{i} ")).collect::<String>();
    assert_eq!(ask(&format!("{{r{{{}}}}}", leaves(limits::SELECTIONS))), Ok(()));
    assert_eq!(ask(&format!("{{r{{{}}}}}", leaves(limits::SELECTIONS + 1))), Err(Broken::Selections));
    let sized = |bytes: usize| format!("{{a #{}\n}}", "x".repeat(bytes - 6));
    assert_eq!(ask(&sized(limits::DOCUMENT_BYTES)), Ok(()));
    assert_eq!(ask(&sized(limits::DOCUMENT_BYTES + 1)), Err(Broken::Size));
    let sent = |entries: usize| json!({ "l": vec![0; entries] });
    assert_eq!(ask_with("query($l:[Int]){a(l:$l)}", sent(limits::LIST)), Ok(()));
    assert_eq!(ask_with("query($l:[Int]){a(l:$l)}", sent(limits::LIST + 1)), Err(Broken::List));
}

#[test]
fn g9_sensitive_mutations_stand_alone() {
    let hundred: String =
        (0..20).map(|n| format!("a{n}:redeemSignInCode(input:{{code:\"{n:06}\"}}){{refusal{{code}}}} ")).collect();
    assert_eq!(ask(&format!("mutation{{{hundred}}}")), Err(Broken::NotAlone));
    assert_eq!(ask("mutation{a:giveSponsorship(id:1){x} b:leave{x}}"), Err(Broken::NotAlone));
    assert_eq!(ask("mutation{...F leave{x}} fragment F on Mutation{giveSponsorship(id:1){x}}"), Err(Broken::NotAlone));
    assert_eq!(ask("mutation{giveSponsorship(id:1){x}}"), Ok(()));
    assert_eq!(ask("mutation{a:publishListing(id:1){x} b:publishListing(id:2){x}}"), Ok(()));
}

#[test]
fn g8_guests_see_nothing_of_the_schema_and_members_may() {
    for text in [
        "{__schema{types{name}}}",
        "{__type(name:\"Query\"){name}}",
        "{...F} fragment F on Query{__schema{types{name}}}",
    ] {
        assert_eq!(ask(text), Err(Broken::Introspection), "{text}");
        assert!(admit(Request::new(text), MEMBER).is_ok(), "{text}");
    }
    assert_eq!(ask("{community{__typename}}"), Ok(()));
}

#[test]
fn subscriptions_come_over_the_socket_one_field_each() {
    let socket = Leave { introspection: true, subscription: true };
    assert_eq!(ask("subscription{messageReceived{id}}"), Err(Broken::Subscription));
    assert!(admit(Request::new("subscription{messageReceived{id}}"), socket).is_ok());
    let two = admit(Request::new("subscription{messageReceived{id} notificationReceived{id}}"), socket);
    assert_eq!(two.err(), Some(Broken::NotAlone));
}

#[test]
fn a_mutation_is_known_by_the_operation_that_runs() {
    let mut one = admit(Request::new("query A{a} mutation B{b}").operation_name("A"), GUEST).unwrap();
    assert!(!is_mutation(&mut one));
    let mut other = admit(Request::new("query A{a} mutation B{b}").operation_name("B"), GUEST).unwrap();
    assert!(is_mutation(&mut other));
    let mut plain = admit(Request::new("mutation{b}"), GUEST).unwrap();
    assert!(is_mutation(&mut plain));
}

proptest::proptest! {
    #[test]
    fn no_text_whatsoever_makes_the_guard_panic(text in "[{}()\\[\\]\"#\\\\a-f :$@!.\n0-9]{0,400}") {
        let _ = ask(&text);
    }
}
