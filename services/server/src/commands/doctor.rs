//! `maillon doctor`: what is wrong with settings, roles and database (bar D14). `serve` and `work` ask it as well and do
//! not start on what it finds.

mod lines;

use crate::{
    ground::{Failure, Ground},
    say,
    settings::Settings,
};
use geocoder::Remote;
use places::Geocoder as _;
use std::os::unix::fs::PermissionsExt as _;
use web::tiles::{Backdrop, Tiles};

pub(super) async fn run(settings: &Settings) -> Result<(), Failure> {
    let ground = Ground::prepare(settings).await?;
    let findings = examine(&ground, settings).await;
    ground.leave().await?;
    let findings = findings?;
    for finding in &findings {
        say::line(format_args!("- {finding}"));
    }
    if let Ok(Backdrop(Some(tiles))) = settings.backdrop() {
        say::line(format_args!("{}", whom_the_map_asks(&tiles)));
    }
    if let Ok(Some(geocoder)) = settings.geocoder() {
        say::line(format_args!("{}", whom_streets_are_asked_of(&geocoder)));
    }
    match findings.len() {
        0 => {
            say::line("nothing is wrong");
            Ok(())
        }
        count => Err(format!("{count} findings").into()),
    }
}

/// Refuses to go on when anything is wrong.
pub(super) async fn refuse_unsafe_start(ground: &Ground, settings: &Settings) -> Result<(), Failure> {
    let mut findings = examine(ground, settings).await?;
    if settings.database_url.is_some() {
        findings.push(
            "DATABASE_URL is set, which is the owner's login: give serve and work MAILLON_APP_URL and MAILLON_PLATFORM_URL, and \
             the owner's login to maillon migrate only"
                .to_owned(),
        );
    }
    if findings.is_empty() {
        Ok(())
    } else {
        Err(format!("this start would not be safe:\n- {}", findings.join("\n- ")).into())
    }
}

/// Every finding, as a sentence.
async fn examine(ground: &Ground, settings: &Settings) -> Result<Vec<String>, Failure> {
    let mut findings = about_settings(settings);
    findings.extend(about_key_file(settings));
    for url in [&ground.addresses.app_url, &ground.addresses.platform_url] {
        match database::lint::login(url).await {
            Ok(dangers) => findings.extend(dangers),
            Err(error) => findings.push(format!("a working role cannot log in: {error}")),
        }
    }
    findings.extend(looked("the catalogue", database::lint::catalogue(&ground.addresses.app_url).await));
    findings.extend(looked("the server's settings", database::lint::durability(&ground.addresses.app_url).await));
    Ok(findings)
}

/// What was found; where nobody could look, that is a finding too.
fn looked<E: std::fmt::Display>(at: &str, found: Result<Vec<String>, E>) -> Vec<String> {
    found.unwrap_or_else(|error| vec![format!("{at} could not be looked at: {error}")])
}

/// Whether others may read the sealing key.
fn about_key_file(settings: &Settings) -> Option<String> {
    let path = settings.key_file()?;
    match std::fs::metadata(&path) {
        Ok(known) if known.permissions().mode() & 0o077 != 0 => {
            Some(format!("{} can be read by others: chmod 600 it", path.display()))
        }
        Ok(_) => None,
        Err(error) => Some(format!("{} could not be looked at: {error}", path.display())),
    }
}

/// Not a fault, and yet something whoever runs it should know that they chose.
fn whom_the_map_asks(tiles: &Tiles) -> String {
    format!("the map of listings asks {} for its pictures: it learns where members look", tiles.host())
}

/// The same of streets.
fn whom_streets_are_asked_of(geocoder: &Remote) -> String {
    let host = geocoder.host().unwrap_or_default();
    format!(
        "{host} is asked where the streets are that members type: it learns where somebody lives and works, not who"
    )
}

/// What needs no database to be seen.
fn about_settings(settings: &Settings) -> Vec<String> {
    let mut findings = Vec::new();
    let public = settings.public();
    if public.scheme == "http" && !settings.bind.is_loopback() {
        findings.push(
            "it listens to other machines without TLS in front: set MAILLON_PUBLIC=https and put a proxy before it"
                .to_owned(),
        );
    }
    if let Some(secret) = &settings.secret {
        let signs: std::collections::HashSet<char> = secret.reveal().chars().collect();
        if signs.len() < 8 {
            findings.push("MAILLON_SECRET is too regular to be random".to_owned());
        }
    }
    let password = settings.app_password.as_ref().map_or(0, |password| password.reveal().len());
    if (1..16).contains(&password) {
        findings.push("MAILLON_APP_PASSWORD is shorter than 16 characters".to_owned());
    }
    if !settings.host.as_str().contains('.') && public.scheme == "https" {
        findings.push(format!("MAILLON_HOST is {}: no certificate can name that", settings.host));
    }
    match settings.backdrop() {
        Ok(Backdrop(Some(tiles))) if public.scheme == "https" && !tiles.is_encrypted() => {
            findings
                .push("MAILLON_MAP_TILES begins with http: browsers show no such pictures on an https page".to_owned());
        }
        Ok(_) => {}
        Err(error) => findings.push(error.to_string()),
    }
    match settings.geocoder() {
        Ok(Some(geocoder)) if geocoder.is_open_to_listeners() => {
            findings
                .push("MAILLON_GEOCODER_URL begins with http: members' addresses can be read on the way".to_owned());
        }
        Ok(_) => {}
        Err(error) => findings.push(error.to_string()),
    }
    findings.extend(lines::that_others_can_read(settings));
    findings
}

#[cfg(test)]
mod tests {
    use super::*;
    use clap::Parser;

    #[derive(Parser)]
    struct Alone {
        #[command(flatten)]
        settings: Settings,
    }

    fn settings(arguments: &[&str]) -> Settings {
        Alone::parse_from([&["maillon"], arguments].concat()).settings
    }

    #[test]
    fn d14_what_could_not_be_looked_at_is_a_finding() {
        assert_eq!(looked("it", Ok::<_, String>(Vec::new())), Vec::<String>::new());
        assert_eq!(looked("it", Err("gone")), ["it could not be looked at: gone"]);
    }

    #[test]
    fn d14_whom_the_map_asks_is_named_and_an_address_that_is_none_is_a_finding() {
        let with = |address: &str| {
            settings(&[
                "--public",
                "https",
                "--host",
                "a.example",
                "--map-tiles",
                address,
                "--map-credit",
                "© Somebody",
            ])
        };
        let fine = with("https://tiles.example/{z}/{x}/{y}.png");
        assert_eq!(about_settings(&fine), Vec::<String>::new());
        let Backdrop(Some(tiles)) = fine.backdrop().unwrap() else { panic!("no tiles") };
        assert!(whom_the_map_asks(&tiles).contains("tiles.example"));
        for bad in ["http://tiles.example/{z}/{x}/{y}.png", "https://tiles.example/{x}.png"] {
            assert!(about_settings(&with(bad)).iter().any(|finding| finding.contains("MAILLON_MAP_TILES")), "{bad}");
        }
        assert_eq!(settings(&[]).backdrop().unwrap(), Backdrop::default());
    }

    #[test]
    fn d14_whom_streets_are_asked_of_is_named_and_a_line_that_others_can_read_is_a_finding() {
        let _already = rustls::crypto::ring::default_provider().install_default();
        let with = |kind: &str, address: &str| settings(&["--geocoder", kind, "--geocoder-url", address]);
        let fine = with("ban", "https://geocoder.example/search");
        assert_eq!(about_settings(&fine), Vec::<String>::new());
        let named = whom_streets_are_asked_of(&fine.geocoder().unwrap().unwrap());
        assert!(named.starts_with("geocoder.example is asked"), "{named}");
        assert_eq!(about_settings(&with("photon", "http://127.0.0.1:2322/api")), Vec::<String>::new());
        for bad in ["http://geocoder.example/search", "geocoder.example", "https://me:secret@geocoder.example/search"] {
            assert!(
                about_settings(&with("ban", bad)).iter().any(|finding| finding.contains("MAILLON_GEOCODER_URL")),
                "{bad}"
            );
        }
        assert_eq!(settings(&[]).streets().unwrap().host(), None, "by default nobody is asked");
        assert!(Alone::try_parse_from(["maillon", "--geocoder", "ban"]).is_err(), "a geocoder has an address");
        assert!(
            Alone::try_parse_from(["maillon", "--geocoder", "other", "--geocoder-url", "https://a.example"]).is_err()
        );
    }

    #[test]
    fn d14_a_key_that_others_can_read_is_named() {
        let path = std::env::temp_dir().join(format!("maillon-key-{}", std::process::id()));
        std::fs::write(&path, "0").unwrap();
        let about = |mode: u32| {
            std::fs::set_permissions(&path, std::fs::Permissions::from_mode(mode)).unwrap();
            about_key_file(&settings(&["--secret-file", path.to_str().unwrap()]))
        };
        assert_eq!(about(0o600), None);
        assert_eq!(about(0o400), None);
        for open in [0o644, 0o640, 0o604] {
            assert!(about(open).is_some_and(|finding| finding.contains("read by others")), "{open:o}");
        }
        std::fs::remove_file(&path).unwrap();
        assert!(about_key_file(&settings(&["--secret-file", path.to_str().unwrap()])).is_some(), "gone is not safe");
    }

    #[test]
    fn d14_unsafe_settings_are_named() {
        assert_eq!(
            about_settings(&settings(&["--public", "https", "--host", "maillon.example"])),
            Vec::<String>::new()
        );
        let zeros = "0".repeat(64);
        let unsafe_settings: &[(&[&str], &str)] = &[
            (&["--bind", "0.0.0.0"], "without TLS"),
            (&["--secret", &zeros], "too regular"),
            (&["--app-password", "short"], "shorter than 16"),
            (&["--public", "https", "--host", "localhost"], "no certificate"),
        ];
        for (arguments, part) in unsafe_settings {
            let findings = about_settings(&settings(arguments));
            assert!(findings.iter().any(|finding| finding.contains(part)), "{arguments:?}: {findings:?}");
        }
    }
}
