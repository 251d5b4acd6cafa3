//! `maillon doctor`: what is wrong with settings, roles and database (bar D14). `serve` and `work` ask it as well and do
//! not start on what it finds.

use crate::{
    ground::{Failure, Ground},
    say,
    settings::Settings,
};

pub(super) async fn run(settings: &Settings) -> Result<(), Failure> {
    let ground = Ground::prepare(settings).await?;
    let findings = examine(&ground, settings).await;
    ground.leave().await?;
    let findings = findings?;
    for finding in &findings {
        say::line(format_args!("- {finding}"));
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
    let findings = examine(ground, settings).await?;
    if findings.is_empty() {
        Ok(())
    } else {
        Err(format!("this start would not be safe:\n- {}", findings.join("\n- ")).into())
    }
}

/// Every finding, as a sentence.
async fn examine(ground: &Ground, settings: &Settings) -> Result<Vec<String>, Failure> {
    let mut findings = about_settings(settings);
    for url in [&ground.addresses.app_url, &ground.addresses.platform_url] {
        match database::lint::login(url).await {
            Ok(dangers) => findings.extend(dangers),
            Err(error) => findings.push(format!("a working role cannot log in: {error}")),
        }
    }
    findings.extend(database::lint::catalogue(&ground.addresses.app_url).await.unwrap_or_default());
    findings.extend(database::lint::durability(&ground.addresses.app_url).await.unwrap_or_default());
    Ok(findings)
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
