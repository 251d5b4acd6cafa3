//! Lines to other machines: whether what travels there can be read, and whether it is known who answers.

use crate::settings::Settings;
use kernel::network;
use url::Url;

/// The settings that lead to another network without encryption, or without asking whoever answers who they are.
pub(super) fn that_others_can_read(settings: &Settings) -> Vec<String> {
    let databases = [
        ("DATABASE_URL", &settings.database_url),
        ("MAILLON_APP_URL", &settings.app_url),
        ("MAILLON_PLATFORM_URL", &settings.platform_url),
        ("MAILLON_BACKUP_URL", &settings.backup_url),
    ];
    let databases = databases.into_iter().filter(|(_, url)| {
        url.as_ref().and_then(|url| Url::parse(url.reveal()).ok()).is_some_and(|url| !is_verified(&url))
    });
    let mut findings: Vec<String> = databases
        .map(|(name, _)| {
            format!("{name} leads to another network without sslmode=verify-full: others can read it, or answer in its place")
        })
        .collect();
    if settings.redis_url.as_ref().is_some_and(|url| is_plain(url.reveal(), "redis")) {
        findings.push("REDIS_URL begins with redis: and leads to another network: write rediss:".to_owned());
    }
    if settings.s3_endpoint.as_ref().is_some_and(|url| is_plain(url, "http")) {
        findings.push("MAILLON_S3_ENDPOINT begins with http: and leads to another network".to_owned());
    }
    findings
}

/// On this network, through a socket, or with the certificate and the name of whoever answers looked at.
fn is_verified(url: &Url) -> bool {
    let named = |wanted: &str| {
        url.query_pairs().find(|(name, _)| name == wanted).map(|(_, value)| value.into_owned()).unwrap_or_default()
    };
    let other = named("host");
    let host = if other.is_empty() { url.host_str().unwrap_or_default().to_owned() } else { other };
    host.starts_with('/') || network::is_ours(&host) || named("sslmode") == "verify-full"
}

fn is_plain(address: &str, scheme: &str) -> bool {
    Url::parse(address).is_ok_and(|url| url.scheme() == scheme && !url.host_str().is_none_or(network::is_ours))
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

    fn findings(arguments: &[&str]) -> Vec<String> {
        that_others_can_read(&Alone::parse_from([&["maillon"], arguments].concat()).settings)
    }

    #[test]
    fn d14_a_database_on_another_network_is_asked_who_it_is() {
        for fine in [
            "postgres://maillon@127.0.0.1/maillon",
            "postgres://maillon@db/maillon",
            "postgres://maillon@/maillon?host=/var/run/postgresql",
            "postgres://maillon@db.example/maillon?sslmode=verify-full&sslrootcert=/etc/ca.pem",
        ] {
            assert_eq!(findings(&["--database-url", fine]), Vec::<String>::new(), "{fine}");
        }
        for bad in [
            "postgres://maillon@db.example/maillon",
            "postgres://maillon@db.example/maillon?sslmode=require",
            "postgres://maillon@93.184.215.14/maillon?sslmode=verify-ca",
            "postgres://maillon@localhost/maillon?host=db.example",
        ] {
            let found = findings(&["--app-url", bad, "--platform-url", bad]);
            assert_eq!(found.len(), 2, "{bad}: {found:?}");
            assert!(found[0].starts_with("MAILLON_APP_URL ") && found[1].starts_with("MAILLON_PLATFORM_URL "));
        }
    }

    #[test]
    fn d14_redis_and_the_store_of_pictures_are_spoken_to_in_secret() {
        let store =
            |url: &'static str| vec!["--s3-endpoint", url, "--s3-bucket", "b", "--s3-key", "k", "--s3-secret", "s"];
        for (arguments, named) in [
            (vec!["--redis-url", "redis://cache.example/"], "REDIS_URL"),
            (store("http://s3.example"), "MAILLON_S3_ENDPOINT"),
        ] {
            assert!(findings(&arguments).iter().any(|finding| finding.starts_with(named)), "{arguments:?}");
        }
        for fine in [
            vec!["--redis-url", "rediss://cache.example/"],
            vec!["--redis-url", "redis://127.0.0.1/"],
            store("https://s3.example"),
        ] {
            assert_eq!(findings(&fine), Vec::<String>::new(), "{fine:?}");
        }
    }
}
