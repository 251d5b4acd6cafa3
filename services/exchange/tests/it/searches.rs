use crate::{
    finding::untouched,
    ground::{Ground, member_of},
    samples::{draft, first, published_as, titles},
};
use exchange::{
    ChangeSearch, ChoosePlaces, Close, DeleteSearch, Direction, Draft, Edit, ExchangeError, Kind, ListingFilter,
    NamedPlace, Near, News, SaveSearch, SavedSearchLetter, Settlement, Whence,
    close::close,
    edit::edit,
    my_places::choose_places,
    saved_search::{
        change_search, delete_search,
        find::{finders, tell},
        letter, save_search,
        views::{found, my_search, my_searches},
    },
    views,
};
use kernel::{Caller, ListingId, Refuse, SavedSearchId, Standing};
use std::collections::BTreeSet;

pub fn words(typed: &str) -> ListingFilter {
    ListingFilter { words: Some(typed.to_owned()), ..ListingFilter::default() }
}

fn around(whence: Whence, kilometres: u32) -> ListingFilter {
    ListingFilter { near: Some(Near { whence, kilometres: Some(kilometres) }), ..ListingFilter::default() }
}

fn cmd(id: SavedSearchId, filter: ListingFilter, news: News) -> SaveSearch {
    SaveSearch { id, name: "Ce que je cherche".to_owned(), filter, news }
}

pub async fn keeps(ground: &Ground, caller: &Caller, filter: ListingFilter, news: News) -> SavedSearchId {
    let id = SavedSearchId(ground.id());
    save_search(&ground.db, caller, cmd(id, filter, news)).await.unwrap();
    id
}

/// Compares the listing with all searches, as its job does; how many found it.
pub async fn compared(ground: &Ground, author: &Caller, listing: ListingId) -> usize {
    let house = Caller::house(author.community);
    let searches = finders(&ground.db, &house, listing).await.unwrap();
    tell(&ground.db, &house, listing, &searches).await.unwrap()
}

async fn published(ground: &Ground, author: &Caller, draft: Draft) -> ListingId {
    let id = published_as(ground, author, draft).await;
    compared(ground, author, id).await;
    id
}

pub async fn news_of(ground: &Ground, member: &Caller, news: News) -> Option<letter::SearchNews> {
    let job = SavedSearchLetter { member: member_of(member), news };
    letter::news(&ground.db, &Caller::house(member.community), &job).await.unwrap()
}

async fn lives(ground: &Ground, caller: &Caller, home: &str) {
    let home = NamedPlace { typed: home.to_owned(), chosen: None };
    choose_places(&ground.db, caller, &places::Streets::default(), ChoosePlaces { home, ..ChoosePlaces::default() })
        .await
        .unwrap();
}

/// Small steps of a generator that is the same in every run (Knuth's multiplier).
struct Dice(u64);

impl Dice {
    fn below(&mut self, sides: usize) -> usize {
        self.0 = self.0.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1_442_695_040_888_963_407);
        usize::try_from(self.0 >> 33).unwrap() % sides
    }
    fn one_of<T: Clone>(&mut self, all: &[T]) -> T {
        all.get(self.below(all.len())).unwrap().clone()
    }
    /// One of them, or nothing, each as often.
    fn perhaps<T: Clone>(&mut self, all: &[T]) -> Option<T> {
        (self.below(2) == 0).then(|| self.one_of(all))
    }
}

const KINDS: [Kind; 3] = [Kind::Good, Kind::Loan, Kind::Service];
const TITLES: [&str; 8] = [
    "Vélo d’enfant",
    "Deux vélos à prêter",
    "Cheval et chevaux",
    "Journal du matin",
    "Tondeuse",
    "Library card",
    "Batteries for a torch",
    "Cours de piano",
];
const WORDS: [&str; 10] =
    ["vélo", "velos", "chevaux", "cheval", "journaux", "tond", "libraries", "battery", "cours pian", "rien"];
const TOWNS: [&str; 6] = ["Corbigny", "Chitry-les-Mines", "Nevers", "Paris", "Lima", ""];

fn random_draft(dice: &mut Dice) -> Draft {
    Draft {
        direction: Some(dice.one_of(Direction::ALL)),
        kind: Some(dice.one_of(&KINDS)),
        settlements: dice.one_of(&[
            vec![Settlement::Gift],
            vec![Settlement::Barter],
            vec![Settlement::Gift, Settlement::Barter],
        ]),
        category: dice.one_of(&["", "Bricolage", "Trajets"]).to_owned(),
        town: dice.one_of(&TOWNS).to_owned(),
        ..draft(dice.one_of(&TITLES))
    }
}

fn random_filter(dice: &mut Dice) -> ListingFilter {
    let whence = [Whence::Home, Whence::Named("Nevers".to_owned()), Whence::Named("Lima".to_owned())];
    let near = dice
        .perhaps(&whence)
        .map(|whence| Near { whence, kilometres: dice.one_of(&[Some(3), Some(60), Some(900), None]) });
    let rarely = dice.below(4) == 0;
    ListingFilter {
        direction: dice.perhaps(Direction::ALL),
        kind: dice.perhaps(&KINDS).filter(|_| rarely),
        settlement: dice.perhaps(&[Settlement::Gift, Settlement::Barter]),
        category: dice.perhaps(&["Bricolage", "Trajets"]).map(str::to_owned).filter(|_| !rarely),
        town: dice.perhaps(&["nevers", "PARIS"]).map(str::to_owned).filter(|_| near.is_none() && rarely),
        words: dice.perhaps(&WORDS).map(str::to_owned),
        near,
        ..ListingFilter::default()
    }
}

#[tokio::test]
async fn a_search_finds_exactly_what_the_list_shows() {
    let ground = Ground::open().await;
    let community = ground.community("a").await;
    let mut dice = Dice(43);
    let mut kept = Vec::new();
    for number in 0..8 {
        let keeper = ground.member(community, &format!("Chercheuse {number}")).await;
        lives(&ground, &keeper, TOWNS[number % 5]).await;
        for _ in 0..20 {
            let filter = random_filter(&mut dice);
            kept.push((keeper.clone(), keeps(&ground, &keeper, filter.clone(), News::App).await, filter));
        }
    }
    for number in 0..3 {
        let author = ground.member(community, &format!("Auteur {number}")).await;
        for _ in 0..18 {
            published(&ground, &author, random_draft(&mut dice)).await;
        }
    }
    let mut pairs = 0;
    for (keeper, search, filter) in &kept {
        let listed = views::listings(&ground.db, keeper, filter, &first(100)).await.unwrap();
        let hits = found(&ground.db, keeper, *search, &first(100)).await.unwrap();
        let ids =
            |page: &kernel::Page<exchange::ListingRow>| page.items.iter().map(|row| row.id).collect::<BTreeSet<_>>();
        assert_eq!(ids(&hits), ids(&listed), "{filter:?}: {:?} and {:?}", titles(&hits), titles(&listed));
        let back = my_search(&ground.db, keeper, *search).await.unwrap().unwrap();
        let again = views::listings(&ground.db, keeper, &back.filter, &first(100)).await.unwrap();
        assert_eq!(ids(&again), ids(&listed), "{filter:?} comes back as {:?}", back.filter);
        pairs += listed.items.len();
    }
    assert!((300..6_000).contains(&pairs), "{pairs}: neither nothing nor everything was found");
    ground.close().await;
}

#[tokio::test]
async fn a_hit_is_told_once_here_and_in_one_letter_for_all_searches_of_a_member() {
    let ground = Ground::open().await;
    let community = ground.community("a").await;
    let (odile, bruno) = (ground.member(community, "Odile").await, ground.member(community, "Bruno").await);
    let bikes = keeps(&ground, &bruno, words("vélo"), News::Daily).await;
    keeps(&ground, &bruno, ListingFilter { kind: Some(Kind::Loan), ..ListingFilter::default() }, News::Daily).await;
    keeps(&ground, &bruno, words("vélo"), News::Weekly).await;
    let listing = published(&ground, &odile, draft("Vélo d’enfant")).await;
    assert_eq!(compared(&ground, &odile, listing).await, 0, "found once for each search");
    published(&ground, &odile, draft("Vélos de course")).await;
    assert_eq!(ground.told(&bruno).await, ["search_found"; 3], "once a day for each search");
    assert!(ground.told(&odile).await.is_empty());
    assert_eq!(titles(&found(&ground.db, &bruno, bikes, &first(9)).await.unwrap()).len(), 2);
    let fresh: Vec<u32> = my_searches(&ground.db, &bruno).await.unwrap().iter().map(|search| search.fresh).collect();
    assert_eq!(fresh, [2, 2, 2]);

    // Paris is an hour ahead in March: eight o'clock tomorrow, and on Saturday.
    let letters = ground.jobs("saved_search_letter").await;
    let at: Vec<String> = letters.iter().map(|(at, _)| at.to_rfc3339()).collect();
    assert_eq!(at, ["2026-03-04T07:00:00+00:00", "2026-03-07T07:00:00+00:00"]);
    let daily = news_of(&ground, &bruno, News::Daily).await.unwrap();
    assert_eq!(daily.found.len(), 2, "each listing once, however many searches found it");
    assert!(daily.found.iter().all(|one| one.search == bikes), "under the oldest search");
    let job = SavedSearchLetter { member: member_of(&bruno), news: News::Daily };
    letter::told(&ground.db, &Caller::house(community), &job, daily.until).await.unwrap();
    assert!(news_of(&ground, &bruno, News::Daily).await.is_none());
    assert_eq!(news_of(&ground, &bruno, News::Weekly).await.unwrap().found.len(), 2);
    ground.close().await;
}

#[tokio::test]
async fn what_is_closed_or_says_something_else_is_told_no_more() {
    let ground = Ground::open().await;
    let community = ground.community("a").await;
    let (odile, bruno) = (ground.member(community, "Odile").await, ground.member(community, "Bruno").await);
    let search = keeps(&ground, &bruno, words("vélo"), News::Daily).await;
    let closed = published(&ground, &odile, draft("Vélo un")).await;
    let changed = published(&ground, &odile, draft("Vélo deux")).await;
    let other = published(&ground, &odile, draft("Échelle")).await;
    assert_eq!(news_of(&ground, &bruno, News::Daily).await.unwrap().found.len(), 2);
    let end = Close { id: closed, helped_by: None, thanks: String::new() };
    close(&ground.db, &odile, end).await.unwrap();
    edit(&ground.db, &odile, Edit { id: changed, draft: draft("Trottinette") }).await.unwrap();
    assert_eq!(compared(&ground, &odile, changed).await, 0);
    edit(&ground.db, &odile, Edit { id: other, draft: draft("Vélo trois") }).await.unwrap();
    assert_eq!(compared(&ground, &odile, other).await, 1, "what says it now is found");
    let told = news_of(&ground, &bruno, News::Daily).await.unwrap();
    assert_eq!(told.found.iter().map(|one| one.title.as_str()).collect::<Vec<_>>(), ["Vélo trois"]);
    assert_eq!(titles(&found(&ground.db, &bruno, search, &first(9)).await.unwrap()), ["Vélo trois"]);
    assert_eq!(ground.jobs("compare_searches").await.len(), 5, "three published, two changed");
    ground.close().await;
}

#[tokio::test]
async fn nobody_is_told_of_their_own_nor_while_they_pause_nor_of_or_after_somebody_who_has_gone() {
    let ground = Ground::open().await;
    let community = ground.community("a").await;
    let (odile, bruno) = (ground.member(community, "Odile").await, ground.member(community, "Bruno").await);
    let (ines, gone) = (ground.member(community, "Inès").await, ground.member(community, "Zoé").await);
    for caller in [&odile, &bruno, &ines, &gone] {
        keeps(&ground, caller, words("vélo"), News::Daily).await;
    }
    let paused = my_searches(&ground.db, &ines).await.unwrap()[0].id;
    let pause =
        |paused_now| ChangeSearch { id: paused, name: "Vélos".to_owned(), news: News::Daily, paused: paused_now };
    change_search(&ground.db, &ines, pause(true)).await.unwrap();
    ground.stands(&gone, Standing::Suspended).await;
    let listing = published_as(&ground, &odile, draft("Vélo")).await;
    assert_eq!(compared(&ground, &odile, listing).await, 1, "Bruno alone");
    change_search(&ground.db, &ines, pause(false)).await.unwrap();
    assert_eq!(compared(&ground, &odile, listing).await, 1, "Inès again");
    assert_eq!(ground.told(&bruno).await, ["search_found"]);
    assert!(ground.told(&odile).await.is_empty() && ground.told(&gone).await.is_empty());
    ground.stands(&odile, Standing::Suspended).await;
    assert!(news_of(&ground, &bruno, News::Daily).await.is_none(), "its author is not inside any more");
    assert!(my_searches(&ground.db, &bruno).await.unwrap().iter().all(|search| search.fresh == 0));
    ground.close().await;
}

#[tokio::test]
async fn twenty_searches_are_kept_and_each_is_its_members_alone() {
    let ground = Ground::open().await;
    let (community, elsewhere) = (ground.community("a").await, ground.community("b").await);
    let (odile, bruno) = (ground.member(community, "Odile").await, ground.member(community, "Bruno").await);
    let abroad = ground.member(elsewhere, "Anna").await;
    let search = keeps(&ground, &odile, words("vélo"), News::App).await;
    save_search(&ground.db, &odile, cmd(search, words("vélo"), News::App)).await.unwrap();
    for caller in [&bruno, &abroad] {
        assert_eq!(my_search(&ground.db, caller, search).await.unwrap(), None);
        assert!(matches!(found(&ground.db, caller, search, &first(9)).await, Err(ExchangeError::NotFound)));
        let change = ChangeSearch { id: search, name: "Mien".to_owned(), news: News::App, paused: false };
        assert!(matches!(change_search(&ground.db, caller, change).await, Err(ExchangeError::NotFound)));
        assert!(matches!(
            delete_search(&ground.db, caller, DeleteSearch { id: search }).await,
            Err(ExchangeError::NotFound)
        ));
    }
    let taken = save_search(&ground.db, &bruno, cmd(search, words("vélo"), News::App)).await;
    assert!(matches!(taken, Err(ExchangeError::IdTaken)));
    for _ in 1..20 {
        keeps(&ground, &odile, words("tondeuse"), News::App).await;
    }
    let more = save_search(&ground.db, &odile, cmd(SavedSearchId(ground.id()), words("scie"), News::App)).await;
    assert_eq!(more.unwrap_err().refusal().code, "SEARCHES_ENOUGH");
    delete_search(&ground.db, &odile, DeleteSearch { id: search }).await.unwrap();
    keeps(&ground, &odile, words("scie"), News::App).await;
    assert_eq!(my_searches(&ground.db, &odile).await.unwrap().len(), 20);
    ground.close().await;
}

#[tokio::test]
async fn what_cannot_be_kept_is_refused_at_its_field() {
    let ground = Ground::open().await;
    let community = ground.community("a").await;
    let odile = ground.member(community, "Odile").await;
    let refused = async |name: &str, filter: ListingFilter| {
        let cmd = SaveSearch { name: name.to_owned(), ..cmd(SavedSearchId(ground.id()), filter, News::App) };
        let refusal = save_search(&ground.db, &odile, cmd).await.unwrap_err().refusal();
        (refusal.field.unwrap(), refusal.code)
    };
    assert_eq!(refused(" ", words("vélo")).await, ("name", "SEARCH_NAME_MISSING"));
    assert_eq!(refused(&"x".repeat(61), words("vélo")).await, ("name", "SEARCH_NAME_TOO_LONG"));
    assert_eq!(refused("A", words(&"x".repeat(121))).await, ("words", "SEARCH_WORDS_TOO_LONG"));
    assert_eq!(refused("A", around(Whence::Home, 5)).await, ("near", "NEAR_HOME_MISSING"));
    assert_eq!(refused("A", around(Whence::Named("Saint-Aubin".to_owned()), 5)).await, ("near", "PLACE_WHICH"));
    let category = ListingFilter { category: Some("Magie".to_owned()), ..ListingFilter::default() };
    assert_eq!(refused("A", category).await, ("category", "LISTING_CATEGORY_UNKNOWN"));
    let author = ListingFilter { author: Some(member_of(&odile)), ..ListingFilter::default() };
    assert_eq!(refused("A", author).await, ("filter", "SEARCH_NOT_KEPT"));
    assert!(my_searches(&ground.db, &odile).await.unwrap().is_empty());
    ground.close().await;
}

#[tokio::test]
async fn what_is_near_home_moves_with_home() {
    let ground = Ground::open().await;
    let community = ground.community("a").await;
    let (odile, bruno) = (ground.member(community, "Odile").await, ground.member(community, "Bruno").await);
    lives(&ground, &bruno, "Corbigny").await;
    let search = keeps(&ground, &bruno, around(Whence::Home, 30), News::App).await;
    let at = |town: &str| Draft { town: town.to_owned(), ..draft("Vélo") };
    let near = published_as(&ground, &odile, at("Chitry-les-Mines")).await;
    let far = published_as(&ground, &odile, at("Paris")).await;
    assert_eq!((compared(&ground, &odile, near).await, compared(&ground, &odile, far).await), (1, 0));
    lives(&ground, &bruno, "Paris").await;
    assert_eq!(compared(&ground, &odile, far).await, 1);
    let shown = found(&ground.db, &bruno, search, &first(9)).await.unwrap();
    assert_eq!(
        shown.items.iter().map(|row| row.id).collect::<Vec<_>>(),
        [far],
        "what is near the old home is not shown"
    );
    lives(&ground, &bruno, "").await;
    let other = published_as(&ground, &odile, at("Paris")).await;
    assert_eq!(compared(&ground, &odile, other).await, 0, "nothing is near a home that is not said");
    ground.close().await;
}

#[tokio::test]
async fn what_was_found_while_news_stayed_here_comes_in_no_letter() {
    let ground = Ground::open().await;
    let community = ground.community("a").await;
    let (odile, bruno) = (ground.member(community, "Odile").await, ground.member(community, "Bruno").await);
    let search = keeps(&ground, &bruno, words("vélo"), News::App).await;
    published(&ground, &odile, draft("Vélo d’hier")).await;
    assert!(ground.jobs("saved_search_letter").await.is_empty());
    ground.clock.advance(chrono::Duration::minutes(1));
    let change = |news| ChangeSearch { id: search, name: "Vélos".to_owned(), news, paused: false };
    change_search(&ground.db, &bruno, change(News::Weekly)).await.unwrap();
    published(&ground, &odile, draft("Vélo du jour")).await;
    change_search(&ground.db, &bruno, change(News::Daily)).await.unwrap();
    let told = news_of(&ground, &bruno, News::Daily).await.unwrap();
    assert_eq!(told.found.iter().map(|one| one.title.as_str()).collect::<Vec<_>>(), ["Vélo du jour"]);
    assert_eq!(ground.jobs("saved_search_letter").await.len(), 2, "a daily one is on its way");
    ground.close().await;
}

/// Searches put straight into the database: `count` words that nothing has, and as many circles far away.
async fn many(ground: &Ground, keeper: &Caller, count: i32) {
    let mut owner = ground.scratch.owner().await;
    let fill = "insert into saved_search (community_id, id, member_id, name, words, sought, whence, kilometres, latitude, longitude, news,
            created_at)
        select $1, gen_random_uuid(), $2, 'Mot', 'mot' || n, array['mot' || n], null, null::int, null::float8, null::float8, 'app', now()
        from generate_series(1, $3) as n
        union all
        select $1, gen_random_uuid(), $2, 'Lieu', '', '{}', 'g3936456', 30, -12.05, -77.05, 'app', now() from generate_series(1, $3)";
    sqlx::query(fill).bind(keeper.community.0).bind(member_of(keeper).0).bind(count).execute(&mut owner).await.unwrap();
    let mark = "insert into saved_search_mark (community_id, mark, search_id)
        select community_id, case when words = '' then '@0:623:823||' else 'w:' || left(words, 8) end, id from saved_search";
    sqlx::query(mark).execute(&mut owner).await.unwrap();
    sqlx::query("analyze saved_search, saved_search_mark").execute(&mut owner).await.unwrap();
}

#[tokio::test]
async fn of_many_searches_only_those_are_looked_at_that_may_find_the_listing() {
    let ground = Ground::open().await;
    let community = ground.community("a").await;
    let (odile, bruno) = (ground.member(community, "Odile").await, ground.member(community, "Bruno").await);
    many(&ground, &ground.member(community, "Carla").await, 5_000).await;
    let search = keeps(&ground, &bruno, words("vélos"), News::App).await;
    let listing = published_as(&ground, &odile, draft("Vélo d’enfant")).await;
    untouched(&ground, &["saved_search", "saved_search_mark", "listing_term"], async {
        let house = Caller::house(community);
        let some = finders(&ground.db, &house, listing).await.unwrap();
        assert_eq!(some, [search]);
        assert_eq!(tell(&ground.db, &house, listing, &some).await.unwrap(), 1);
    })
    .await;
    ground.scratch.remove().await;
}
