//! Nasty words, in bulk.

use super::{Expected, lint};
use crate::letters::new_message::NewMessage;
use crate::mail::dkim::Dkim;
use crate::mail::letter::{House, Letter, Reader, Stop, compose};
use crate::mail::seal::{Sender, seal};
use chrono::DateTime;
use community::palette::Palette;
use kernel::{Entropy, JobId, Language, SeededEntropy};
use phrases::Words;

const SEED: &str = "YmFzZTY0IG9mIDMyIGJ5dGVzLCBub3QgYSBzZWNyZXQ=";

fn dkim() -> Dkim {
    Dkim::new("m1", "letters.example.test", SEED).unwrap()
}

fn sender(name: &str) -> Sender {
    Sender { name: name.to_owned(), local_part: "nievre".to_owned(), domain: "letters.example.test".to_owned() }
}

fn letter(to_name: &str, subject: &str) -> Letter {
    let house = House {
        name: "Entraide Nièvre".to_owned(),
        home: "https://nievre.example.test".to_owned(),
        palette: Palette::of("#1f5c47".parse().unwrap(), "#dd9d2f".parse().unwrap()),
        postal: "Fédération des foyers, 58800 Corbigny".to_owned(),
    };
    let words = Words::new(Language::Fr, chrono_tz::Tz::Europe__Paris);
    let reader = Reader {
        name: to_name.to_owned(),
        address: "odile@example.test".parse().unwrap(),
        words,
        stop: Some(Stop {
            one_click: "https://nievre.example.test/api/stop/k3v8".to_owned(),
            page: "https://nievre.example.test/letters/stop/k3v8".to_owned(),
            settings: "https://nievre.example.test/me#t-letters".to_owned(),
        }),
    };
    let mut letter = compose(&NewMessage::sample(&words, &house), &house, &reader).unwrap();
    letter.subject = subject.to_owned();
    letter
}

fn faults(letter: &Letter, name: &str) -> Vec<String> {
    let dkim = dkim();
    let at = DateTime::from_timestamp(1_795_248_000, 0).unwrap();
    let sealed = seal(letter, &sender(name), JobId(uuid::Uuid::from_u128(7)), at, Some(&dkim)).unwrap();
    lint(sealed.raw(), &Expected { domain: "letters.example.test", dkim: Some(dkim.public()), stoppable: true })
}

#[test]
fn e10_a_letter_as_we_send_it_has_no_fault() {
    assert_eq!(faults(&letter("Odile Martin", "Bonjour à vous"), "Entraide Nièvre"), Vec::<String>::new());
}

#[test]
fn e10_the_lint_sees_what_is_wrong() {
    let dkim = dkim();
    let at = DateTime::from_timestamp(1_795_248_000, 0).unwrap();
    let sealed =
        seal(&letter("Odile", "Bonjour"), &sender("Nièvre"), JobId(uuid::Uuid::from_u128(7)), at, Some(&dkim)).unwrap();
    let good = String::from_utf8(sealed.raw().to_vec()).unwrap();
    let expected = Expected { domain: "letters.example.test", dkim: Some(dkim.public()), stoppable: true };
    let broken = |from: &str, to: &str| {
        assert!(good.contains(from), "{from}");
        lint(good.replacen(from, to, 1).as_bytes(), &expected).join("; ")
    };
    assert!(broken("Subject: Bonjour", "Subject: Bonsoir").contains("DKIM"));
    assert!(broken("List-Unsubscribe-Post:", "X-Other:").contains("one-click"));
    assert!(broken("To: ", "Bcc: all@example.test\r\nTo: ").contains("none of ours"));
    assert!(broken("Auto-Submitted: auto-generated", "Auto-Submitted: no").contains("RFC 3834"));
    assert!(broken("<nievre@letters.example.test>", "<nievre@elsewhere.test>").contains("From"));
    assert!(!lint(&sealed.raw()[..sealed.raw().len() / 2], &expected).is_empty());
    assert!(lint(sealed.raw(), &Expected { stoppable: false, ..expected }).join("; ").contains("offers to be stopped"));
}

#[test]
fn e10_the_lint_reads_the_html_part() {
    let with = |from: &str, to: &str| {
        let mut letter = letter("Odile", "Bonjour");
        assert!(letter.html.contains(from), "{from}");
        letter.html = letter.html.replacen(from, to, 1);
        faults(&letter, "Nièvre").join("; ")
    };
    assert!(with("role=\"main\"", "role=\"mane\"").contains("lacks role=\"main\""));
    assert!(with("<h1", "<img src=\"https://tracker.example/1.gif\"><h1").contains("<img"));
    assert!(with("lang=\"fr\"", "").contains("lacks <html lang"));
    assert!(with("/messages/", "/elsewhere/").contains("the text part lacks the link"));
}

/// Pieces that break mail software, put together at random.
fn nasty(entropy: &SeededEntropy) -> String {
    const PIECES: [&str; 30] = [
        "\r\n",
        "\n",
        "\r",
        "\0",
        "Bcc: all@example.test",
        "\r\n\r\n<b>",
        "=?utf-8?Q?",
        "?=",
        "\"",
        "\\",
        "<",
        ">",
        ",",
        ";",
        ":",
        "@",
        "é",
        "日本語",
        "👩‍👩‍👧‍👦",
        "\u{202e}",
        "\u{2028}",
        "\u{85}",
        "\t",
        "    ",
        "a",
        "Émile",
        "(comment)",
        "--maillon",
        "%0d%0a",
        "aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa",
    ];
    let mut bytes = [0; 12];
    entropy.fill(&mut bytes);
    let count = usize::from(bytes[0] % 11);
    bytes[1..=count].iter().map(|byte| PIECES[usize::from(*byte) % PIECES.len()]).collect()
}

#[test]
fn e10_no_name_or_subject_of_100_000_breaks_out_of_its_header() {
    let entropy = SeededEntropy::new(10);
    let at = DateTime::from_timestamp(1_795_248_000, 0).unwrap();
    let mut plain = letter("x", "x");
    // The bodies are the same every time; the headers are what this is about.
    plain.html = "<p>x</p>".to_owned();
    plain.text = "x".to_owned();
    plain.thread = None;
    for round in 0..50_000_u32 {
        let (name, reader, subject) = (nasty(&entropy), nasty(&entropy), nasty(&entropy));
        plain.to_name.clone_from(&reader);
        plain.subject.clone_from(&subject);
        let sealed = seal(&plain, &sender(&name), JobId(uuid::Uuid::from_u128(7)), at, None).unwrap();
        let head = std::str::from_utf8(sealed.raw()).unwrap().split("\r\n\r\n").next().unwrap();
        let names: Vec<&str> = head
            .split("\r\n")
            .filter(|line| !line.starts_with([' ', '\t']))
            .map(|line| line.split(':').next().unwrap())
            .collect();
        assert_eq!(
            names,
            [
                "From",
                "To",
                "Subject",
                "Date",
                "Message-ID",
                "List-Id",
                "Auto-Submitted",
                "Content-Language",
                "X-Maillon-Letter",
                "List-Unsubscribe",
                "List-Unsubscribe-Post",
                "MIME-Version",
                "Content-Type"
            ],
            "round {round}: {name:?} {reader:?} {subject:?}"
        );
        assert!(
            !head.replace("\r\n", "").contains(['\r', '\n', '\0']) && head.is_ascii(),
            "round {round}: {subject:?}"
        );
    }
}

#[test]
fn e10_nasty_letters_pass_the_whole_lint() {
    let entropy = SeededEntropy::new(11);
    for _ in 0..300 {
        let (name, reader, subject) = (nasty(&entropy), nasty(&entropy), nasty(&entropy));
        let found = faults(&letter(&reader, &format!("x{subject}")), &name);
        assert_eq!(found, Vec::<String>::new(), "{name:?} {reader:?} {subject:?}");
    }
}

#[test]
fn e02_the_same_job_gives_the_same_bytes() {
    let at = DateTime::from_timestamp(1_795_248_000, 0).unwrap();
    let job = JobId(uuid::Uuid::from_u128(9));
    let once = seal(&letter("Odile", "Bonjour"), &sender("Nièvre"), job, at, None).unwrap();
    let twice = seal(&letter("Odile", "Bonjour"), &sender("Nièvre"), job, at, None).unwrap();
    assert_eq!(once.raw(), twice.raw());
    assert_eq!(once.message_id(), format!("<{job}@letters.example.test>"));
}

#[test]
fn e10_an_rsa_key_signs_as_well() {
    let pem = include_str!("testdata/rsa.pem");
    let dkim = Dkim::new("m1", "example.test", pem).unwrap();
    let at = DateTime::from_timestamp(1_795_248_000, 0).unwrap();
    let sealed =
        seal(&letter("Odile", "Bonjour"), &sender("Nièvre"), JobId(uuid::Uuid::from_u128(7)), at, Some(&dkim)).unwrap();
    let expected = Expected { domain: "letters.example.test", dkim: Some(dkim.public()), stoppable: true };
    assert_eq!(lint(sealed.raw(), &expected), Vec::<String>::new());
}
