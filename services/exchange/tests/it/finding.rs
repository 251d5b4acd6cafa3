use crate::{
    ground::{Ground, member_of},
    samples::{draft, first, published, published_as, titles},
};
use exchange::{Direction, Draft, Kind, ListingFilter, Near, Order, Settlement, State, Whence, views};
use kernel::{Caller, CommunityId, GroupId, PageRequest, Standing};
use std::collections::BTreeSet;

#[tokio::test]
async fn paging_has_no_gaps_and_no_doubles_even_between_equal_moments() {
    let ground = Ground::open().await;
    let community = ground.community("a").await;
    let odile = ground.member(community, "Odile").await;
    // One member may not publish so many in a day.
    let authors = [odile.clone(), ground.member(community, "Bruno").await];
    let mut all = BTreeSet::new();
    for number in 0..23 {
        // Several share a moment: the id breaks the tie.
        if number % 5 == 0 {
            ground.clock.advance(chrono::Duration::minutes(1));
        }
        all.insert(published(&ground, &authors[number % 2], &format!("Annonce {number}")).await);
    }
    for size in [1, 4, 23, 100] {
        let (mut seen, mut after) = (Vec::new(), None);
        for _ in 0..=all.len() {
            let page = views::listings(&ground.db, &odile, &ListingFilter::default(), &PageRequest::new(size, after))
                .await
                .unwrap();
            assert!(page.items.len() <= size as usize);
            seen.extend(page.items.iter().map(|row| (row.created_at, row.id)));
            after = page.next;
            if after.is_none() {
                break;
            }
        }
        assert!(seen.windows(2).all(|pair| pair[0] > pair[1]), "newest first, strictly, in pages of {size}");
        assert_eq!(seen.iter().map(|(_, id)| *id).collect::<BTreeSet<_>>(), all, "in pages of {size}");
    }
    ground.close().await;
}

#[tokio::test]
async fn each_filter_keeps_what_it_says_and_they_work_together() {
    let ground = Ground::open().await;
    let community = ground.community("a").await;
    let (odile, bruno) = (ground.member(community, "Odile").await, ground.member(community, "Bruno").await);
    published(&ground, &odile, "Perceuse").await;
    ground.clock.advance(chrono::Duration::minutes(1));
    let need = Draft {
        direction: Some(Direction::Request),
        kind: Some(Kind::Service),
        settlements: vec![Settlement::Barter, Settlement::Gift],
        category: "Trajets".to_owned(),
        town: "Épiry".to_owned(),
        ..draft("Un trajet")
    };
    published_as(&ground, &bruno, need).await;
    let one = |filter: ListingFilter| {
        let (db, odile) = (&ground.db, &odile);
        async move { titles(&views::listings(db, odile, &filter, &first(10)).await.unwrap()).join("+") }
    };
    let any = ListingFilter::default;
    assert_eq!(one(any()).await, "Un trajet+Perceuse");
    assert_eq!(one(ListingFilter { direction: Some(Direction::Request), ..any() }).await, "Un trajet");
    assert_eq!(one(ListingFilter { kind: Some(Kind::Loan), ..any() }).await, "Perceuse");
    assert_eq!(one(ListingFilter { settlement: Some(Settlement::Barter), ..any() }).await, "Un trajet");
    assert_eq!(one(ListingFilter { category: Some("Trajets".to_owned()), ..any() }).await, "Un trajet");
    assert_eq!(one(ListingFilter { town: Some(" epiry ".to_owned()), ..any() }).await, "Un trajet");
    assert_eq!(one(ListingFilter { author: Some(member_of(&odile)), ..any() }).await, "Perceuse");
    assert_eq!(one(ListingFilter { state: Some(State::Closed), ..any() }).await, "");
    let both = ListingFilter { kind: Some(Kind::Loan), direction: Some(Direction::Request), ..any() };
    assert_eq!(one(both).await, "");
    ground.close().await;
}

#[tokio::test]
async fn words_are_found_by_their_beginning_without_accents_and_whatever_is_typed_is_harmless() {
    let ground = Ground::open().await;
    let community = ground.community("a").await;
    let odile = ground.member(community, "Odile").await;
    published(&ground, &odile, "Réparer l’évier, de bon cœur").await;
    ground.clock.advance(chrono::Duration::minutes(1));
    published(&ground, &odile, "Échelle double").await;
    let found = |words: &str| {
        let filter = ListingFilter { words: Some(words.to_owned()), ..ListingFilter::default() };
        let (db, odile) = (&ground.db, &odile);
        async move { titles(&views::listings(db, odile, &filter, &first(10)).await.unwrap()).join("+") }
    };
    assert_eq!(found("EVIER").await, "Réparer l’évier, de bon cœur");
    assert_eq!(found("évi répar").await, "Réparer l’évier, de bon cœur");
    assert_eq!(found("coeur").await, "Réparer l’évier, de bon cœur");
    assert_eq!(found("echel corbi").await, "Échelle double");
    assert_eq!(found("évier échelle").await, "");
    assert_eq!(found("  ").await, "Échelle double+Réparer l’évier, de bon cœur");
    for typed in ["' | !& ( ) :* <->", "\\'", "a & ", "$$", "évier:*)"] {
        found(typed).await;
    }
    ground.close().await;
}

#[tokio::test]
async fn the_listings_of_somebody_who_is_not_inside_are_shown_to_nobody() {
    let ground = Ground::open().await;
    let community = ground.community("a").await;
    let (odile, bruno) = (ground.member(community, "Odile").await, ground.member(community, "Bruno").await);
    let id = published(&ground, &bruno, "Perceuse").await;
    ground.stands(&bruno, Standing::Suspended).await;
    let any = ListingFilter::default();
    assert!(views::listings(&ground.db, &odile, &any, &first(10)).await.unwrap().items.is_empty());
    assert_eq!(views::listing(&ground.db, &odile, id).await.unwrap(), None);
    assert!(views::rows(&ground.db, &odile, &[id]).await.unwrap().is_empty());
    ground.close().await;
}

#[tokio::test]
async fn a_review_is_not_shown_on_a_listing() {
    let ground = Ground::open().await;
    let community = ground.community("a").await;
    let (odile, bruno) = (ground.member(community, "Odile").await, ground.member(community, "Bruno").await);
    let id = published(&ground, &bruno, "Perceuse").await;
    ground.stands(&bruno, Standing::UnderReview).await;
    let view = views::listing(&ground.db, &odile, id).await.unwrap().unwrap();
    assert_eq!(view.row.author.standing, Standing::Member);
    ground.close().await;
}

/// How many rows of the listings the searches read: what the server counted when their connections ended.
pub async fn read_by(ground: &Ground, searching: impl Future<Output = ()>) -> i64 {
    let count = "select seq_tup_read + coalesce(idx_tup_fetch, 0) from pg_stat_user_tables where relname = 'listing'";
    let counted =
        async || -> i64 { sqlx::query_scalar(count).fetch_one(&mut ground.scratch.owner().await).await.unwrap() };
    let before = counted().await;
    searching.await;
    ground.db.close().await;
    counted().await - before
}

/// Does `work`, and fails when it read one of these tables from end to end.
pub async fn untouched(ground: &Ground, tables: &[&str], work: impl Future<Output = ()>) {
    let count = "select coalesce(sum(seq_scan), 0)::bigint from pg_stat_user_tables where relname = any ($1)";
    let counted = async || -> i64 {
        sqlx::query_scalar(count).bind(tables).fetch_one(&mut ground.scratch.owner().await).await.unwrap()
    };
    let before = counted().await;
    work.await;
    // What a connection read is counted when it ends.
    ground.db.close().await;
    assert_eq!(counted().await - before, 0, "{tables:?}");
}

/// Makes some of somebody's listings a group's.
async fn some_for_a_group(ground: &Ground, community: CommunityId, author: &Caller) -> GroupId {
    let mut owner = ground.scratch.owner().await;
    let group = GroupId(ground.id());
    for statement in [
        "insert into circle (community_id, id, name, folded, purpose, joining, state, keeper_id, asked_at, decided_at)
         values ($1, $2, 'Jardins', 'jardins', 'Les jardins.', 'at_once', 'open', $3, now(), now())",
        "update listing set audience = 'group', circle_id = $2 where community_id = $1 and author_id = $3
             and extract(second from created_at)::integer % 20 = 3",
    ] {
        sqlx::query(statement)
            .bind(community.0)
            .bind(group.0)
            .bind(member_of(author).0)
            .execute(&mut owner)
            .await
            .unwrap();
    }
    group
}

/// However a list is asked for, an index leads to its listings.
#[tokio::test]
async fn no_list_reads_a_table_from_end_to_end() {
    let ground = Ground::open().await;
    let community = ground.community("a").await;
    let odile = ground.member(community, "Odile").await;
    let mut owner = ground.scratch.owner().await;
    sqlx::query(
        "insert into listing (community_id, id, author_id, direction, kind, settlements, title, body, category, town, state, language,
             created_at, expires_at, place, latitude, longitude, cell)
         select $1, gen_random_uuid(), $2, 'offer', case n % 3 when 0 then 'loan' else 'service' end, '{gift}',
             case n % 500 when 7 then 'Un théodolite' else 'Un coup de main' end, 'Pour le jardin.',
             case n % 2 when 0 then 'Trajets' else 'Bricolage' end, 'Corbigny', 'open', 'fr',
             timestamptz '2026-01-01' + make_interval(secs => n), '2026-12-31', 'f58083', 47.25, 3.68, $3 + n % 40
         from generate_series(1, 6000) as n",
    )
    .bind(community.0)
    .bind(member_of(&odile).0)
    .bind(places::cell(places::Point { latitude: 47.25, longitude: 3.5 }))
    .execute(&mut owner)
    .await
    .unwrap();
    let group = some_for_a_group(&ground, community, &odile).await;
    sqlx::query("analyze listing, listing_term").execute(&mut owner).await.unwrap();
    drop(owner);
    let near = |kilometres| Some(Near { whence: Whence::Named("Corbigny".to_owned()), kilometres: Some(kilometres) });
    let any = ListingFilter::default;
    let said = |words: &str| ListingFilter { words: Some(words.to_owned()), ..any() };
    let lists = [
        any(),
        said("théodolites"),
        said("coup main"),
        ListingFilter { near: near(300), order: Order::Nearest, ..any() },
        ListingFilter { near: near(20), category: Some("Trajets".to_owned()), ..any() },
        ListingFilter { near: near(300), ..said("théodolite") },
        ListingFilter { near: near(300), order: Order::Nearest, ..said("jardins") },
        ListingFilter { kind: Some(Kind::Loan), direction: Some(Direction::Offer), ..any() },
        ListingFilter { group: Some(group), ..any() },
        ListingFilter { group: Some(group), ..said("coup main") },
        ListingFilter { group: Some(group), near: near(300), order: Order::Nearest, ..any() },
        ListingFilter { group: Some(group), order: Order::Trusted, ..any() },
    ];
    untouched(&ground, &["listing", "listing_term"], async {
        for filter in &lists {
            let page = views::listings(&ground.db, &odile, filter, &first(20)).await.unwrap();
            assert!(!page.items.is_empty(), "{filter:?}");
            let next = PageRequest::new(20, page.next);
            views::listings(&ground.db, &odile, filter, &next).await.unwrap();
        }
    })
    .await;
    ground.scratch.remove().await;
}

#[tokio::test]
async fn plurals_are_found_by_singulars_and_the_other_way_round_in_both_languages() {
    let ground = Ground::open().await;
    let community = ground.community("a").await;
    let odile = ground.member(community, "Odile").await;
    for title in ["Vélo d’enfant", "Deux chevaux", "Journal local", "Old batteries", "A box of books"] {
        published(&ground, &odile, title).await;
    }
    let found = |words: &str| {
        let filter = ListingFilter { words: Some(words.to_owned()), ..ListingFilter::default() };
        let (db, odile) = (&ground.db, &odile);
        async move { titles(&views::listings(db, odile, &filter, &first(10)).await.unwrap()).join("+") }
    };
    for (words, title) in [
        ("VÉLOS", "Vélo d’enfant"),
        ("velos enfants", "Vélo d’enfant"),
        ("cheval", "Deux chevaux"),
        ("journaux locaux", "Journal local"),
        ("battery", "Old batteries"),
        ("boxes book", "A box of books"),
    ] {
        assert_eq!(found(words).await, title, "{words}");
    }
    assert_eq!(found("vélos chevaux").await, "", "each word counts");
    ground.close().await;
}

#[tokio::test]
async fn a_typing_mistake_leads_to_the_word_that_stands_in_a_listing_that_is_shown() {
    let ground = Ground::open().await;
    let community = ground.community("a").await;
    let odile = ground.member(community, "Odile").await;
    published(&ground, &odile, "Tondeuse à gazon").await;
    let hidden = published(&ground, &odile, "Théodolite").await;
    let end = exchange::Close { id: hidden, helped_by: None, thanks: String::new() };
    exchange::close::close(&ground.db, &odile, end).await.unwrap();
    let meant = |words: &str| {
        let filter = ListingFilter { words: Some(words.to_owned()), ..ListingFilter::default() };
        let (db, odile) = (&ground.db, &odile);
        async move { views::almost::almost(db, odile, &filter).await.unwrap() }
    };
    assert_eq!(meant("tondeuze gason").await.as_deref(), Some("tondeuse gazon"));
    assert_eq!(meant("Tonduese gazon").await.as_deref(), Some("tondeuse gazon"), "two letters swapped");
    assert_eq!(meant("tondeuse").await, None, "nothing to mend");
    assert_eq!(meant("théodolithe").await, None, "what stands in a closed listing only is not told");
    assert_eq!(meant("xylophone").await, None);
    ground.close().await;
}

/// Bar C7: however many listings there are, a search reads as many as have its rarest term.
#[tokio::test]
async fn c7_a_search_for_what_is_rare_reads_few_of_many_listings() {
    let ground = Ground::open().await;
    let community = ground.community("a").await;
    let odile = ground.member(community, "Odile").await;
    let mut owner = ground.scratch.owner().await;
    sqlx::query(
        "insert into listing (community_id, id, author_id, direction, kind, settlements, title, body, category, town, state, language,
             created_at, expires_at)
         select $1, gen_random_uuid(), $2, 'offer', 'service', '{gift}', case n when 7 then 'Un théodolite' else 'Un coup de main' end,
             'Pour le jardin.', case n when 8 then 'Trajets' else 'Bricolage' end, case n when 9 then 'Épiry' else 'Corbigny' end, 'open', 'fr',
             timestamptz '2026-01-01' + make_interval(secs => n), '2026-12-31'
         from generate_series(1, 4000) as n",
    )
    .bind(community.0)
    .bind(member_of(&odile).0)
    .execute(&mut owner)
    .await
    .unwrap();
    sqlx::query("analyze listing, listing_term").execute(&mut owner).await.unwrap();
    drop(owner);
    let any = ListingFilter::default;
    let searches = [
        ListingFilter { words: Some("theodol".to_owned()), ..any() },
        ListingFilter { words: Some("un théodolite jardin".to_owned()), ..any() },
        ListingFilter { town: Some("épiry".to_owned()), ..any() },
        ListingFilter { category: Some("Trajets".to_owned()), kind: Some(Kind::Service), ..any() },
        ListingFilter { words: Some("nulle-part".to_owned()), ..any() },
        ListingFilter { words: Some("coup main".to_owned()), town: Some("Corbigny".to_owned()), ..any() },
    ];
    let read = read_by(&ground, async {
        for (filter, wanted) in searches.iter().zip([1, 1, 1, 1, 0, 10]) {
            let found = views::listings(&ground.db, &odile, filter, &first(10)).await.unwrap();
            assert_eq!(found.items.len(), wanted, "{filter:?}");
        }
    })
    .await;
    assert!(read < 200, "{read} rows were read for fourteen listings");
    ground.close().await;
}
