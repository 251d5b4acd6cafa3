//! The arrows of the architecture, checked against `cargo metadata`.

use architecture::arrows::{Dependencies, dependencies, forbidden, test_crates, unlisted};

#[test]
fn every_crate_uses_only_what_the_table_allows() {
    let found = forbidden(&dependencies().unwrap(), &test_crates().unwrap());
    assert!(found.is_empty(), "forbidden arrows:\n{}", found.join("\n"));
}

#[test]
fn every_crate_has_its_row_in_the_table() {
    assert_eq!(unlisted(&dependencies().unwrap(), &test_crates().unwrap()), Vec::<String>::new());
}

#[test]
fn the_check_sees_the_arrows_that_matter_most() {
    let planted: &[(&str, &str, &str)] = &[
        ("web", "graphql", "web may not use graphql"),
        ("membership", "workers", "membership may not use workers"),
        ("kernel", "database", "kernel may not use database"),
        ("exchange", "conversation", "exchange may not use conversation"),
        ("workers", "server", "workers may not use server"),
        ("web", "sqlx", "sqlx may not be used in web"),
        ("server", "lettre", "lettre may not be used in server"),
        ("sponsorship", "petgraph", "petgraph may not be used in sponsorship"),
        ("community", "poem", "poem may not be used in community"),
        ("workers", "redis", "redis may not be used in workers"),
    ];
    for (user, used, sentence) in planted {
        let mut all = dependencies().unwrap();
        all.get_mut(*user).unwrap().push((*used).to_owned());
        assert!(forbidden(&all, &[]).contains(&(*sentence).to_owned()), "{sentence} was not seen");
    }
    assert_eq!(forbidden(&Dependencies::new(), &[]), Vec::<String>::new());
}
