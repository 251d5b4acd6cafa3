//! What nobody types: other kinds, ends of ranges, signs that break readers, nothing, too much, broken encodings.

/// A hundred values as they stand in the body of a form: percent-encoded, some of them badly.
#[expect(clippy::too_many_lines, reason = "a list, one value a line")]
pub fn in_forms() -> Vec<String> {
    let plain = [
        "",
        " ",
        "\t",
        "\n",
        "\r\n",
        "0",
        "-0",
        "-1",
        "1",
        "1.5",
        "1e9",
        "NaN",
        "Infinity",
        "-2147483649",
        "2147483648",
        "9223372036854775808",
        "-9223372036854775809",
        "340282366920938463463374607431768211456",
        "0x10",
        "0b1",
        "1_000",
        "١٢٣",
        "true",
        "false",
        "on",
        "null",
        "undefined",
        "None",
        "[]",
        "{}",
        "[object Object]",
        "\"",
        "'",
        "`",
        "\\",
        "/",
        "//",
        "../../etc/passwd",
        "%s%n",
        "${7*7}",
        "{{7*7}}",
        "<b>",
        "a;b",
        "a,b",
        "a|b",
        "a&b=c",
        "a=b",
        "*",
        "%",
        "_",
        "--",
        "';--",
        "\u{feff}a",
        "\u{202e}a",
        "\u{200b}",
        "\u{2028}",
        "é",
        "é",
        "İ",
        "ß",
        "ﬁ",
        "𝒜",
        "👩‍👩‍👧‍👦",
        "z̷̛͇",
        "\u{1}",
        "\u{7f}",
        "\u{85}",
        "\u{fffd}",
        "\u{10ffff}",
        "2024-02-30",
        "2024-02-29",
        "0000-00-00",
        "9999-12-31",
        "10000-01-01",
        "1969-12-31T23:59:59Z",
        "00000000-0000-0000-0000-000000000000",
        "ffffffff-ffff-ffff-ffff-ffffffffffff",
        "00000000000040008000000000000001",
        "{00000000-0000-4000-8000-000000000001}",
        "a@b",
        "a@b.c",
        "@",
        "a@@b.c",
        "javascript:x",
        "https://elsewhere.test/",
    ];
    let encode = |text: &str| url::form_urlencoded::byte_serialize(text.as_bytes()).collect::<String>();
    let mut all: Vec<String> = plain.iter().map(|text| encode(text)).collect();
    all.extend(["%00", "a%00b", "%ff%fe", "%c0%af", "%ed%a0%80", "%f5%80%80%80", "%", "%4", "%zz"].map(str::to_owned));
    all.extend([41, 61, 81, 121, 301, 501, 1_001, 4_001, 60_000].map(|size| "a".repeat(size)));
    all
}

/// Two hundred values as they stand in a document.
pub fn in_documents() -> Vec<String> {
    let mut all: Vec<String> = [
        "null",
        "0",
        "-0",
        "-1",
        "2147483647",
        "2147483648",
        "-2147483649",
        "9223372036854775808",
        "1.5",
        "1e400",
        "-1e400",
        "true",
        "false",
        "[]",
        "[null]",
        "[[1]]",
        "{}",
        "{a:1}",
        "{__typename:1}",
        "RED",
        "NULL_",
        "\"\"",
        "\"\\u0000\"",
        "\"\\uD800\"",
        "\"\"\"block\"\"\"",
        "$missing",
    ]
    .map(str::to_owned)
    .to_vec();
    let quoted = |text: &str| serde_json::to_string(text).unwrap();
    let decoded =
        |text: &String| url::form_urlencoded::parse(format!("a={text}").as_bytes()).next().unwrap().1.into_owned();
    all.extend(in_forms().iter().map(decoded).filter(|text| text.len() < 10_000).map(|text| quoted(&text)));
    // Ids of other kinds, of nothing, and such as are none.
    for kind in ["Member", "Listing", "Conversation", "Message", "Sponsorship", "Invitation", "Session", "Nothing", ""]
    {
        for id in [
            "00000000-0000-4000-8000-000000000001",
            "0",
            "-1",
            "",
            "é",
            "00000000-0000-4000-8000-000000000001:",
            "../x",
            "\u{0}",
        ] {
            all.push(quoted(&data_encoding::BASE64URL_NOPAD.encode(format!("{kind}:{id}").as_bytes())));
        }
    }
    all
}

#[test]
fn s9_there_are_as_many_as_the_bar_asks_for() {
    let different = |all: Vec<String>| all.into_iter().collect::<std::collections::BTreeSet<_>>().len();
    assert!(different(in_forms()) >= 100 && different(in_documents()) >= 190);
}
