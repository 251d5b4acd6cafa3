use crate::{
    ground::{Ground, member_of},
    samples::{draft, first, titles},
};
use chrono::Duration;
use exchange::mandate::{
    AgreeMandate, AskFor, ForWhom, LONGEST_NAME, MandateStage, OfferMandate, Relation, TakeOver, agree_mandate,
    ask_for, candidates, end_mandate, mandate, mandates_for_me, offer_mandate, take_over,
};
use exchange::saved_draft::{Behalf, SaveDraft, save_draft, views::my_draft};
use exchange::{
    Direction, Draft, ExchangeError, ExpireListing, ListingFilter, Publish, Renew, State, expire, gone, renew, views,
};
use kernel::{Caller, ListingId, Refuse, Standing};
use membership::jobs::MemberGone;

pub fn request(title: &str) -> Draft {
    Draft { direction: Some(Direction::Request), ..draft(title) }
}

pub fn named(first_name: &str, consents: bool) -> ForWhom {
    ForWhom::Named { first_name: first_name.to_owned(), consents }
}

pub fn asking(ground: &Ground, whom: ForWhom) -> AskFor {
    let publish = Publish { id: ListingId(ground.id()), draft: request("Un trajet pour Nevers") };
    AskFor { publish, whom, relation: Some(Relation::Mother) }
}

/// Anne asks for Jeanne; the request.
pub async fn asked(ground: &Ground, anne: &Caller, whom: ForWhom) -> ListingId {
    ask_for(&ground.db, anne, asking(ground, whom)).await.unwrap().listing
}

async fn listed(ground: &Ground, reader: &Caller) -> Vec<String> {
    let found = views::listings(&ground.db, reader, &ListingFilter::default(), &first(20)).await.unwrap();
    titles(&found).into_iter().map(str::to_owned).collect()
}

pub async fn stage_of(ground: &Ground, who: &Caller, listing: ListingId) -> Option<MandateStage> {
    mandate(&ground.db, who, listing).await.unwrap().map(|view| view.stage)
}

/// What somebody was told, in the order of the alphabet: the clock stands still.
pub async fn told(ground: &Ground, who: &Caller) -> Vec<String> {
    let mut told = ground.told(who).await;
    told.sort();
    told
}

/// The mark of what somebody reads of it now.
pub async fn mark(ground: &Ground, who: &Caller, listing: ListingId) -> String {
    mandate(&ground.db, who, listing).await.unwrap().map_or_else(String::new, |view| view.reading.mark)
}

/// Reads it, and agrees.
pub async fn agrees(ground: &Ground, who: &Caller, listing: ListingId) -> Result<(), ExchangeError> {
    let mark = mark(ground, who, listing).await;
    agree_mandate(&ground.db, who, AgreeMandate { listing, mark }).await.map(drop)
}

async fn stands(ground: &Ground, listing: ListingId) -> String {
    let state = sqlx::query_scalar("select state from listing where id = $1").bind(listing.0);
    state.fetch_one(&mut ground.scratch.owner().await).await.unwrap()
}

pub fn codes(error: &ExchangeError) -> Vec<(&'static str, &'static str)> {
    error.problems().iter().map(|problem| (problem.field, problem.code)).collect()
}

#[tokio::test]
async fn a_request_for_my_mother_names_us_both_and_is_mine() {
    let ground = Ground::open().await;
    let community = ground.community("a").await;
    let (anne, guy) = (ground.member(community, "Anne").await, ground.member(community, "Guy").await);
    let paul = ground.steward(community, "Paul").await;
    let cmd = asking(&ground, named(" Jeanne ", true));
    let done = ask_for(&ground.db, &anne, cmd.clone()).await.unwrap();
    assert_eq!(ask_for(&ground.db, &anne, cmd).await.unwrap(), done, "sent twice, asked once");
    let row = views::listing(&ground.db, &guy, done.listing).await.unwrap().unwrap().row;
    assert_eq!(row.author.id, member_of(&anne));
    let said = row.on_behalf.clone().unwrap();
    assert_eq!((said.name.as_str(), said.relation, said.member), ("Jeanne", Some(Relation::Mother), None));
    let found = views::listings(&ground.db, &guy, &ListingFilter::default(), &first(5)).await.unwrap();
    assert_eq!(found.items[0].on_behalf, row.on_behalf, "lists say so too");
    assert_eq!(stage_of(&ground, &anne, done.listing).await, Some(MandateStage::Said));
    assert_eq!(stage_of(&ground, &paul, done.listing).await, Some(MandateStage::Said), "the team sees it");
    assert_eq!(stage_of(&ground, &guy, done.listing).await, None, "nobody else does");
    let noted: i64 = sqlx::query_scalar("select count(*) from journal where act = 'mandate_said' and actor_id = $1")
        .bind(member_of(&anne).0)
        .fetch_one(&mut ground.scratch.owner().await)
        .await
        .unwrap();
    assert_eq!(noted, 1);
    ground.close().await;
}

#[tokio::test]
async fn whom_it_is_for_is_checked_with_the_draft() {
    let ground = Ground::open().await;
    let community = ground.community("a").await;
    let anne = ground.member(community, "Anne").await;
    let stranger = ground.member(ground.community("b").await, "Zoé").await;
    let guest = ground.member(community, "Walter").await;
    let guest = ground.stands(&guest, Standing::Applicant).await;
    let refused = async |whom| ask_for(&ground.db, &anne, asking(&ground, whom)).await.unwrap_err();
    assert_eq!(codes(&refused(named("", true)).await), [("behalf_name", "MANDATE_NAME_MISSING")]);
    let long = "é".repeat(LONGEST_NAME + 1);
    let both = [("behalf_name", "MANDATE_NAME_TOO_LONG"), ("behalf_consent", "MANDATE_CONSENT_MISSING")];
    assert_eq!(codes(&refused(named(&long, false)).await), both);
    assert_eq!(codes(&refused(named("06 12 34", true)).await), [("behalf_name", "MANDATE_NAME_ONLY")]);
    for nobody in [member_of(&anne), member_of(&stranger), member_of(&guest)] {
        let refusal = refused(ForWhom::Member(nobody)).await;
        assert_eq!(codes(&refusal), [("behalf_member", "MANDATE_MEMBER_UNKNOWN")]);
    }
    let offer = Publish { id: ListingId(ground.id()), draft: Draft { title: "x".to_owned(), ..draft("x") } };
    let offer = AskFor { publish: offer, whom: named("Jeanne", true), relation: None };
    let refusal = ask_for(&ground.db, &anne, offer).await.unwrap_err();
    let expected = [("behalf_name", "MANDATE_REQUEST_ONLY"), ("title", "LISTING_TITLE_TOO_SHORT")];
    assert_eq!(codes(&refusal), expected, "every problem at once");
    assert_eq!(listed(&ground, &anne).await, Vec::<String>::new());
    ground.close().await;
}

#[tokio::test]
async fn nobody_reads_a_request_in_a_members_name_before_they_agree() {
    let ground = Ground::open().await;
    let community = ground.community("a").await;
    let (anne, jeanne) = (ground.member(community, "Anne").await, ground.member(community, "Jeanne").await);
    let (guy, paul) = (ground.member(community, "Guy").await, ground.steward(community, "Paul").await);
    let listing = asked(&ground, &anne, ForWhom::Member(member_of(&jeanne))).await;
    for reader in [&anne, &jeanne, &guy, &paul] {
        assert_eq!(listed(&ground, reader).await, Vec::<String>::new());
        assert!(views::listing(&ground.db, reader, listing).await.unwrap().is_none());
        assert!(views::rows(&ground.db, reader, &[listing]).await.unwrap().is_empty());
    }
    for outsider in [&guy, &paul] {
        assert_eq!(stage_of(&ground, outsider, listing).await, None);
        let refused = agrees(&ground, outsider, listing).await.unwrap_err();
        assert!(matches!(refused, ExchangeError::NotFound));
    }
    assert!(matches!(agrees(&ground, &anne, listing).await, Err(ExchangeError::NotFound)), "not by herself");
    assert_eq!(told(&ground, &jeanne).await, ["mandate_asked"]);
    assert_eq!(ground.jobs("mandate_letter").await.len(), 1);
    assert_eq!(ground.jobs("find_matches").await.len(), 0);
    let again = ask_for(&ground.db, &anne, asking(&ground, ForWhom::Member(member_of(&jeanne)))).await.unwrap_err();
    assert_eq!(codes(&again), [("behalf_member", "MANDATE_ASKED_ALREADY")], "one question at a time");

    agrees(&ground, &jeanne, listing).await.unwrap();
    agrees(&ground, &jeanne, listing).await.unwrap();
    assert_eq!(listed(&ground, &guy).await, ["Un trajet pour Nevers"]);
    assert_eq!(told(&ground, &anne).await, ["mandate_agreed"]);
    assert_eq!(ground.jobs("find_matches").await.len(), 1);
    assert_eq!(stage_of(&ground, &paul, listing).await, Some(MandateStage::Agreed));
    let said = views::listing(&ground.db, &guy, listing).await.unwrap().unwrap().row.on_behalf.unwrap();
    assert_eq!((said.name.as_str(), said.member), ("Jeanne", Some(member_of(&jeanne))));
    ground.close().await;
}

#[tokio::test]
async fn a_no_and_an_end_close_the_request_for_good() {
    let ground = Ground::open().await;
    let community = ground.community("a").await;
    let (anne, jeanne) = (ground.member(community, "Anne").await, ground.member(community, "Jeanne").await);
    let hers = || ForWhom::Member(member_of(&jeanne));
    let refused = asked(&ground, &anne, hers()).await;
    end_mandate(&ground.db, &jeanne, refused).await.unwrap();
    end_mandate(&ground.db, &jeanne, refused).await.unwrap();
    assert_eq!(stands(&ground, refused).await, "declined");
    let over = ListingFilter { state: Some(State::Closed), ..ListingFilter::default() };
    assert!(views::listings(&ground.db, &anne, &over, &first(5)).await.unwrap().items.is_empty());
    assert!(views::listing(&ground.db, &anne, refused).await.unwrap().is_none(), "nobody ever reads it");
    assert!(matches!(agrees(&ground, &jeanne, refused).await, Err(ExchangeError::Closed)));
    ground.clock.advance(Duration::days(30));
    let ended = asked(&ground, &anne, hers()).await;
    agrees(&ground, &jeanne, ended).await.unwrap();
    end_mandate(&ground.db, &jeanne, ended).await.unwrap();
    assert_eq!(stands(&ground, ended).await, "closed");
    assert_eq!(told(&ground, &anne).await, ["mandate_agreed", "mandate_ended", "mandate_ended"]);
    let opened = renew::renew(&ground.db, &anne, Renew { id: ended }).await.unwrap_err();
    assert_eq!(opened.refusal().code, "LISTING_CLOSED", "the proxy does not open it again");
    ground.close().await;
}

#[tokio::test]
async fn a_question_without_an_answer_is_closed_after_two_weeks_and_another_may_be_asked() {
    let ground = Ground::open().await;
    let community = ground.community("a").await;
    let (anne, jeanne) = (ground.member(community, "Anne").await, ground.member(community, "Jeanne").await);
    let listing = asked(&ground, &anne, ForWhom::Member(member_of(&jeanne))).await;
    let ends = ground.jobs("expire_listing").await;
    assert_eq!(ends[0].0, ground.now() + Duration::days(14));
    ground.clock.advance(Duration::days(14));
    let job: ExpireListing = serde_json::from_value(ends[0].1.clone()).unwrap();
    assert!(expire::expire(&ground.db, &Caller::house(community), &job).await.unwrap());
    assert_eq!(stands(&ground, listing).await, "declined", "and not expired: that could be renewed without her");
    assert!(matches!(agrees(&ground, &jeanne, listing).await, Err(ExchangeError::Closed)));
    assert_eq!(mandates_for_me(&ground.db, &jeanne).await.unwrap(), []);
    asked(&ground, &anne, ForWhom::Member(member_of(&jeanne))).await;
    ground.close().await;
}

#[tokio::test]
async fn the_proxy_takes_a_question_back_and_nothing_that_was_answered() {
    let ground = Ground::open().await;
    let community = ground.community("a").await;
    let (anne, jeanne) = (ground.member(community, "Anne").await, ground.member(community, "Jeanne").await);
    let listing = asked(&ground, &anne, ForWhom::Member(member_of(&jeanne))).await;
    end_mandate(&ground.db, &anne, listing).await.unwrap();
    end_mandate(&ground.db, &anne, listing).await.unwrap();
    assert_eq!(stands(&ground, listing).await, "declined");
    assert!(matches!(agrees(&ground, &jeanne, listing).await, Err(ExchangeError::Closed)));
    let listing = asked(&ground, &anne, ForWhom::Member(member_of(&jeanne))).await;
    agrees(&ground, &jeanne, listing).await.unwrap();
    let hers = end_mandate(&ground.db, &anne, listing).await;
    assert!(matches!(hers, Err(ExchangeError::NotFound)), "she closes it like any of her own");
    ground.close().await;
}

/// Guy wrote to Anne about it, behind the house's back: conversations are another noun's.
async fn wrote(ground: &Ground, listing: ListingId, author: &Caller, starter: &Caller) {
    sqlx::query(
        "insert into conversation (community_id, id, listing_id, author_id, starter_id, created_at, last_message_at)
         values ($1, $2, $3, $4, $5, $6, $6)",
    )
    .bind(author.community.0)
    .bind(ground.id())
    .bind(listing.0)
    .bind(member_of(author).0)
    .bind(member_of(starter).0)
    .bind(ground.now())
    .execute(&mut ground.scratch.owner().await)
    .await
    .unwrap();
}

#[tokio::test]
async fn whoever_takes_over_has_a_request_of_their_own_and_the_proxys_talks_stay_the_proxys() {
    let ground = Ground::open().await;
    let community = ground.community("a").await;
    let (anne, jeanne) = (ground.member(community, "Anne").await, ground.member(community, "Jeanne").await);
    let (guy, karim) = (ground.member(community, "Guy").await, ground.member(community, "Karim").await);
    let listing = asked(&ground, &anne, ForWhom::Member(member_of(&jeanne))).await;
    agrees(&ground, &jeanne, listing).await.unwrap();
    wrote(&ground, listing, &anne, &guy).await;
    let cmd = TakeOver { listing, id: ListingId(ground.id()), mark: mark(&ground, &jeanne, listing).await };
    for other in [&anne, &guy] {
        assert!(matches!(take_over(&ground.db, other, cmd.clone()).await, Err(ExchangeError::NotFound)));
    }
    let done = take_over(&ground.db, &jeanne, cmd.clone()).await.unwrap();
    let again = TakeOver { id: ListingId(ground.id()), ..cmd.clone() };
    assert_eq!(take_over(&ground.db, &jeanne, again).await.unwrap(), done);
    let own = views::listing(&ground.db, &karim, cmd.id).await.unwrap().unwrap();
    assert_eq!((own.row.author.id, own.row.state, own.row.on_behalf), (member_of(&jeanne), State::Open, None));
    assert_eq!(own.row.title, "Un trajet pour Nevers");
    let old = views::listing(&ground.db, &karim, listing).await.unwrap().unwrap().row;
    assert_eq!((old.state, old.on_behalf.unwrap().taken_as), (State::Closed, Some(cmd.id)));
    assert_eq!(listed(&ground, &karim).await, ["Un trajet pour Nevers"], "once");
    assert_eq!(told(&ground, &anne).await, ["mandate_agreed", "mandate_taken"]);
    assert_eq!(told(&ground, &guy).await, ["mandate_taken"], "whoever wrote learns where to write");
    assert_eq!(told(&ground, &karim).await, Vec::<String>::new());
    let talk: (uuid::Uuid, uuid::Uuid) = sqlx::query_as("select listing_id, author_id from conversation")
        .fetch_one(&mut ground.scratch.owner().await)
        .await
        .unwrap();
    assert_eq!(talk, (listing.0, member_of(&anne).0), "what he wrote stays between him and Anne");
    let days: i64 = sqlx::query_scalar("select count(*) from listing where author_id = $1")
        .bind(member_of(&anne).0)
        .fetch_one(&mut ground.scratch.owner().await)
        .await
        .unwrap();
    assert_eq!(days, 1, "the proxy's limits count what the proxy asked");
    ground.close().await;
}

#[tokio::test]
async fn what_was_promised_stays_promised_and_a_draft_of_its_id_goes_when_it_is_taken_over() {
    let ground = Ground::open().await;
    let community = ground.community("a").await;
    let (anne, jeanne) = (ground.member(community, "Anne").await, ground.member(community, "Jeanne").await);
    let listing = asked(&ground, &anne, ForWhom::Member(member_of(&jeanne))).await;
    agrees(&ground, &jeanne, listing).await.unwrap();
    exchange::reserved::reserve::reserve(&ground.db, &anne, exchange::Reserve { id: listing }).await.unwrap();
    let since = views::listing(&ground.db, &anne, listing).await.unwrap().unwrap().row.reserved();
    assert!(since.is_some());
    let id = ListingId(ground.id());
    let begun = SaveDraft { id, draft: request("Un trajet"), behalf: Behalf::default() };
    save_draft(&ground.db, &jeanne, begun).await.unwrap();
    let mark = mark(&ground, &jeanne, listing).await;
    take_over(&ground.db, &jeanne, TakeOver { listing, id, mark }).await.unwrap();
    assert_eq!(views::listing(&ground.db, &anne, id).await.unwrap().unwrap().row.reserved(), since);
    assert_eq!(my_draft(&ground.db, &jeanne, id).await.unwrap(), None, "there is no draft beside its listing");
    ground.close().await;
}

#[tokio::test]
async fn a_request_is_handed_over_to_whoever_has_become_a_member() {
    let ground = Ground::open().await;
    let community = ground.community("a").await;
    let anne = ground.member(community, "Anne").await;
    let _before = ground.member(community, "Jeanne d’Avant").await;
    let listing = asked(&ground, &anne, named("Jeanne", true)).await;
    assert_eq!(candidates(&ground.db, &anne, listing).await.unwrap(), []);
    ground.clock.advance(Duration::days(3));
    let (guy, jeanne) = (ground.member(community, "Guy").await, ground.member(community, "Jéanne Petit").await);
    let found = candidates(&ground.db, &anne, listing).await.unwrap();
    let names: Vec<&str> = found.iter().map(|card| card.name.as_str()).collect();
    assert_eq!(names, ["Jéanne Petit", "Guy"], "of that name first, and nobody who was here before");
    assert!(matches!(candidates(&ground.db, &guy, listing).await, Err(ExchangeError::NotFound)));
    let to_jeanne = OfferMandate { listing, member: member_of(&jeanne) };
    let refused = offer_mandate(&ground.db, &guy, to_jeanne).await;
    assert!(matches!(refused, Err(ExchangeError::NotFound)), "only the proxy");
    offer_mandate(&ground.db, &anne, to_jeanne).await.unwrap();
    offer_mandate(&ground.db, &anne, to_jeanne).await.unwrap();
    let said = views::listing(&ground.db, &guy, listing).await.unwrap().unwrap().row.on_behalf.unwrap();
    assert_eq!((said.name.as_str(), said.member), ("Jeanne", None), "who she is here is told to nobody before");
    let second = offer_mandate(&ground.db, &anne, OfferMandate { listing, member: member_of(&guy) }).await;
    assert_eq!(second.unwrap_err().refusal().code, "MANDATE_ASKED_ALREADY");
    assert!(matches!(agrees(&ground, &jeanne, listing).await, Err(ExchangeError::Closed)));

    // She says no: it stays as it was, and may be handed over again.
    end_mandate(&ground.db, &jeanne, listing).await.unwrap();
    assert_eq!(stage_of(&ground, &anne, listing).await, Some(MandateStage::Said));
    assert_eq!(stands(&ground, listing).await, "open");
    assert_eq!(stage_of(&ground, &jeanne, listing).await, None);
    ground.clock.advance(Duration::days(30));
    offer_mandate(&ground.db, &anne, to_jeanne).await.unwrap();
    let (id, mark) = (ListingId(ground.id()), mark(&ground, &jeanne, listing).await);
    take_over(&ground.db, &jeanne, TakeOver { listing, id, mark }).await.unwrap();
    assert_eq!(views::listing(&ground.db, &guy, id).await.unwrap().unwrap().row.author.id, member_of(&jeanne));
    ground.close().await;
}

#[tokio::test]
async fn nothing_goes_on_in_the_name_of_somebody_who_has_gone() {
    let ground = Ground::open().await;
    let community = ground.community("a").await;
    let (anne, jeanne) = (ground.member(community, "Anne").await, ground.member(community, "Jeanne").await);
    let agreed = asked(&ground, &anne, ForWhom::Member(member_of(&jeanne))).await;
    agrees(&ground, &jeanne, agreed).await.unwrap();
    let waits = asked(&ground, &anne, ForWhom::Member(member_of(&jeanne))).await;
    let handed = asked(&ground, &anne, named("Jeanne", true)).await;
    end_mandate(&ground.db, &anne, waits).await.unwrap();
    offer_mandate(&ground.db, &anne, OfferMandate { listing: handed, member: member_of(&jeanne) }).await.unwrap();
    ground.clock.advance(Duration::minutes(1));
    let job = MemberGone { member: member_of(&jeanne), gone_at: ground.now() };
    gone::tidy(&ground.db, &Caller::house(community), &job).await.unwrap();
    assert_eq!((stands(&ground, agreed).await.as_str(), stands(&ground, handed).await.as_str()), ("closed", "open"));
    assert_eq!(stage_of(&ground, &anne, handed).await, Some(MandateStage::Said), "that one is Anne's as before");
    assert_eq!(told(&ground, &anne).await, ["mandate_agreed", "mandate_ended"]);
    ground.close().await;
}
