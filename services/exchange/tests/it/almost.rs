//! A search that forgives says nothing of what is kept from its reader.

use crate::{
    finding::{read_by, untouched},
    ground::{Ground, member_of},
    samples::{draft, published, published_as},
};
use exchange::{Audience, Close, Draft, ListingFilter, close::close, views::almost::almost};
use kernel::{Caller, ListingId, Standing};

async fn meant(ground: &Ground, reader: &Caller, words: &str) -> Option<String> {
    let filter = ListingFilter { words: Some(words.to_owned()), ..ListingFilter::default() };
    almost(&ground.db, reader, &filter).await.unwrap()
}

/// A listing for the team, of which nobody else may learn anything.
async fn quiet(ground: &Ground, author: &Caller, title: &str) {
    published_as(ground, author, Draft { audience: Audience::Stewards, ..draft(title) }).await;
}

async fn state(ground: &Ground, id: ListingId, state: &str) {
    sqlx::query("update listing set state = $2, sent_at = created_at where id = $1")
        .bind(id.0)
        .bind(state)
        .execute(&mut ground.scratch.owner().await)
        .await
        .unwrap();
}

/// What is asked: words that are to stand in what is kept from the reader, beginnings of them, words beside which they would stand nearer
/// than what may be shown, and one that stands nowhere.
const ASKED: [&str; 8] =
    ["tondeuze", "tondeuz", "jardinagx", "perceuze", "perceuze gazon", "raboteuze", "échellle", "xylophone"];

#[tokio::test]
async fn a_word_of_what_is_kept_from_the_reader_is_answered_like_one_that_stands_nowhere() {
    let ground = Ground::open().await;
    let community = ground.community("a").await;
    let (odile, bruno) = (ground.member(community, "Odile").await, ground.member(community, "Bruno").await);
    let (lucie, paul) = (ground.member(community, "Lucie").await, ground.steward(community, "Paul").await);
    for title in ["Tondeuse à gazon", "Jardinage", "Perceuse pour gazon", "Raboteuse", "Échelle"] {
        published(&ground, &odile, title).await;
    }
    let answers = async || {
        let mut all = Vec::new();
        for words in ASKED {
            all.push(meant(&ground, &bruno, words).await);
        }
        all
    };
    let before = answers().await;
    let said: Vec<_> = before.iter().map(|word| word.as_deref().unwrap_or("-")).collect();
    assert_eq!(
        said,
        ["tondeuse", "-", "jardinage", "perceuse", "perceuse gazon", "raboteuse", "echelle", "-"],
        "nothing is hidden yet"
    );

    // For the team; three of them nearer by the order of letters than what may be shown.
    quiet(&ground, &odile, "Tondeuze, tondeuzes").await;
    quiet(&ground, &odile, "Jardinaga jardinagb jardinagc jardinagd").await;
    // Closed; read again; of somebody who is not inside any more.
    let closed = published(&ground, &odile, "Perceuze").await;
    close(&ground.db, &odile, Close { id: closed, helped_by: None, thanks: String::new() }).await.unwrap();
    let again = published(&ground, &odile, "Raboteuze").await;
    state(&ground, again, "checking").await;
    published(&ground, &lucie, "Échellle").await;
    ground.stands(&lucie, Standing::Suspended).await;
    assert_eq!(answers().await, before, "byte for byte");

    // Whoever may read it knows the word.
    assert_eq!(meant(&ground, &paul, "tondeuze").await, None);
    assert_eq!(meant(&ground, &odile, "tondeuze").await, None);
    ground.close().await;
}

#[tokio::test]
async fn however_many_listings_are_kept_from_the_reader_few_are_asked_for_a_word() {
    let ground = Ground::open().await;
    let community = ground.community("a").await;
    let (odile, bruno) = (ground.member(community, "Odile").await, ground.member(community, "Bruno").await);
    let mut owner = ground.scratch.owner().await;
    sqlx::query(
        "insert into listing (community_id, id, author_id, direction, kind, settlements, title, body, category, town, state, language,
             created_at, expires_at, audience)
         select $1, gen_random_uuid(), $2, 'offer', 'loan', '{gift}', case n when 7 then 'Tondeuse' else 'Tondeuze' end, 'Pour le jardin.',
             '', 'Corbigny', 'open', 'fr', timestamptz '2026-01-01' + make_interval(secs => n), '2026-12-31',
             case n when 7 then 'everyone' else 'stewards' end
         from generate_series(1, 4000) as n",
    )
    .bind(community.0)
    .bind(member_of(&odile).0)
    .execute(&mut owner)
    .await
    .unwrap();
    sqlx::query("analyze listing, listing_term").execute(&mut owner).await.unwrap();
    drop(owner);
    let mut read = 0;
    untouched(&ground, &["listing", "listing_term"], async {
        read = Box::pin(read_by(&ground, async {
            assert_eq!(meant(&ground, &bruno, "tondeuze").await.as_deref(), Some("tondeuse"));
        }))
        .await;
    })
    .await;
    assert!(read < 1_000, "{read} of 4,000 listings were read for one word");
    ground.close().await;
}
