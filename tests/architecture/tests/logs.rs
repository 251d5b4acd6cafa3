//! What nginx writes down as it is configured in `infra/deploy`: addresses hold secrets, and of them only the first piece is written. That it is so
//! in the files themselves is shown by `infra/attack/no_secret_of_an_address_is_in_a_log`.

use architecture::root;
use std::fs;

/// Variables of nginx that hold an address or a part of one which may be a secret, or a header that does.
const TELLING: [&str; 9] = [
    "$request ",
    "$request'",
    "$request\"",
    "$request_uri",
    "$uri",
    "$args",
    "$query_string",
    "$http_referer",
    "$http_cookie",
];

/// What would write a secret down.
fn faults(conf: &str) -> Vec<String> {
    let lines: Vec<&str> = conf.lines().map(|line| line.split('#').next().unwrap_or_default()).collect();
    let conf = lines.join("\n");
    let format = conf.split("log_format maillon ").nth(1).unwrap_or_default();
    let format = format.split(';').next().unwrap_or_default();
    let telling = TELLING.iter().filter(|name| format.contains(*name)).map(|name| format!("the format writes {name}"));
    let mut wrong: Vec<String> = telling.collect();
    if !format.contains("$maillon_area") {
        wrong.push("no format".to_owned());
    }
    for (number, server) in conf.split("\nserver {").skip(1).enumerate() {
        for (log, end) in [("access_log ", " maillon;"), ("error_log ", " crit;")] {
            let lines: Vec<&str> = server.lines().map(str::trim).filter(|line| line.starts_with(log)).collect();
            if lines.is_empty() || !lines.iter().all(|line| line.ends_with(end)) {
                wrong.push(format!("server {number}: {lines:?}"));
            }
        }
    }
    wrong
}

#[test]
fn no_server_of_nginx_writes_down_more_of_an_address_than_its_first_piece() {
    let conf = fs::read_to_string(root().join("infra/deploy/nginx.conf")).unwrap();
    assert_eq!(faults(&conf), Vec::<String>::new());
}

#[test]
fn a_log_that_would_hold_a_secret_is_found() {
    let conf = fs::read_to_string(root().join("infra/deploy/nginx.conf")).unwrap();
    for (from, to) in [
        ("$maillon_area $server_protocol", "$request_uri $maillon_area"),
        ("\"$http_user_agent\"", "\"$http_referer\""),
        ("maillon.log maillon;", "maillon.log combined;"),
        ("-error.log crit;", "-error.log;"),
        ("    access_log /var/log/nginx/maillon.log maillon;\n", ""),
    ] {
        let worse = conf.replace(from, to);
        assert_ne!(worse, conf, "{from}");
        assert!(!faults(&worse).is_empty(), "{from}");
    }
}
