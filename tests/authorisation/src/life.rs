//! A community in which something has happened: rows in every tenant's table, written by the house's own use cases.

use chrono::{Duration, NaiveDate};
use community::WriteBulletin;
use conversation::Answer;
use exchange::mandate::{AskFor, ForWhom};
use exchange::outing::SignUp;
use exchange::photos::{Arrange, Described, Keep};
use exchange::{
    ChoosePlaces, Direction, Draft, Edit, Kind, ListingFilter, NamedPlace, News as SearchNews, Publish, SaveSearch,
    Settlement, TypedExtent, saved_search,
};
use groups::{AnswerJoining, AskForGroup, GrantGroup, HandOverGroup, JoinGroup, Joining, PutOutOfGroup};
use kernel::{
    AddressChangeId, BulletinId, Caller, CommunityId, ConversationId, GroupId, HouseholdId, InvitationId, Language,
    ListingId, MeetingId, MemberId, MessageId, PhotoId, RemovalId, SavedSearchId, SessionId, SignInId, SponsorshipId,
};
use kit::{Somebody, Stage};
use membership::address_change::{self, AskAddressChange};
use membership::sign_in::AskSignIn;
use notice::Whom;
use privacy::{AskErasure, removal::AskRemoval};
use sponsorship::{
    AgreeToMeet, Apply, AskHost, AskSponsor, Decline, Give, Invite, JoinRota, Relation, SayTogether, Way,
};

/// Where it happened, and to whom.
#[derive(Debug, Clone, Copy)]
pub struct Life {
    /// The community.
    pub community: CommunityId,
    /// Its slug.
    pub slug: &'static str,
    /// The owner, then the founders.
    pub people: [Somebody; 4],
    /// Came in by the founders' words.
    pub newcomer: &'static str,
    /// Has the words it takes; only the decision is not taken yet.
    pub ripe: &'static str,
    /// Still waits.
    pub waiting: &'static str,
    /// Was invited, and has not come.
    pub invited: &'static str,
}

impl Life {
    /// The host of its pages.
    pub fn host(&self) -> String {
        format!("{}.localhost", self.slug)
    }

    /// Launches the community and lives: somebody applies, is to meet a host, asks, is vouched for and let in, somebody else waits and was
    /// turned down by one, a letter invites, a listing is answered, digests are planned, the web of trust is measured, two are said to share a household, somebody wants a copy, a sponsor leaves and wants to be erased, the
    /// owner wants it all removed in a month. No job is done meanwhile.
    pub async fn lead(stage: &Stage, mut life: Self) -> Self {
        life.community = stage.community(life.slug, "confiance", &life.people).await;
        life.vouch(stage).await;
        let [owner, first, second, third] = life.callers(stage).await;
        let fresh = || stage.db.entropy().id();
        let invite = Invite {
            id: InvitationId(fresh()),
            email: life.invited.parse().unwrap(),
            relation: Relation::Friend,
            sentence: "On chante ensemble.".to_owned(),
            language: Language::Fr,
        };
        sponsorship::invite(&stage.db, &first, invite).await.unwrap();
        let draft = Draft {
            direction: Some(Direction::Offer),
            kind: Some(Kind::Loan),
            settlements: vec![Settlement::Gift],
            title: "Perceuse".to_owned(),
            body: "Elle dort dans mon atelier.".to_owned(),
            category: String::new(),
            town: "Corbigny".to_owned(),
            ..Draft::default()
        };
        let named = |town: &str| NamedPlace { typed: town.to_owned(), chosen: None };
        let hers = ChoosePlaces { home: named("Corbigny"), work: named("Nevers"), ..ChoosePlaces::default() };
        exchange::my_places::choose_places(&stage.db, &first, &places::Streets::default(), hers).await.unwrap();
        let listing = ListingId(fresh());
        exchange::publish::publish(&stage.db, &first, Publish { id: listing, draft }).await.unwrap();
        photographed(stage, &first, listing).await;
        let news = WriteBulletin {
            id: BulletinId(fresh()),
            title: "Mairie fermée vendredi".to_owned(),
            body: "Pour travaux.".to_owned(),
        };
        community::bulletin::write_bulletin(&stage.db, &owner, news).await.unwrap();
        exchange::seen::mark_seen(&stage.db, &owner, listing).await.unwrap();
        searched(stage, &owner, listing).await;
        crate::begun::begun(stage, &first, &second).await;
        goes_out(stage, &owner, &second).await;
        matched(stage, &second, &owner).await;
        asks_in_the_name_of(stage, &second, &first).await;
        gather(stage, [&owner, &first, &second]).await;
        // Whoever is asked has not answered: it changes nothing in the web of trust.
        let under_one_roof = SayTogether { id: HouseholdId(fresh()), member: second.me().unwrap().member };
        sponsorship::say_together(&stage.db, &owner, under_one_roof).await.unwrap();
        let body = "Je passe demain ?".to_owned();
        let answer = Answer { id: ConversationId(fresh()), listing, message: MessageId(fresh()), body };
        conversation::start::answer(&stage.db, &second, answer).await.unwrap();
        ask_sign_in(stage, &life).await;
        move_address(stage, &life, &third).await;
        let whom = Whom::Everybody { period: NaiveDate::from_ymd_opt(2026, 3, 1).unwrap() };
        notice::plan_digests(&stage.db, &life.house(), whom).await.unwrap();
        assert!(sponsorship::measure(&stage.db, &life.house()).await.unwrap());
        privacy::ask_copy(&stage.db, &second).await.unwrap();
        privacy::ask_erasure(&stage.db, &third, AskErasure { sure: true }).await.unwrap();
        let removal = AskRemoval { id: RemovalId(fresh()), slug: life.slug.to_owned() };
        privacy::removal::ask_removal(&stage.db, &owner, removal).await.unwrap();
        life
    }

    /// The house, in this community.
    pub fn house(&self) -> Caller {
        Caller::house(self.community)
    }

    async fn callers(&self, stage: &Stage) -> [Caller; 4] {
        let [owner, first, second, third] = self.people.map(|person| person.email);
        [
            stage.caller(self.community, owner).await,
            stage.caller(self.community, first).await,
            stage.caller(self.community, second).await,
            stage.caller(self.community, third).await,
        ]
    }

    async fn vouch(&self, stage: &Stage) {
        let sponsors = self.callers(stage).await;
        let newcomer = self.apply(stage, self.newcomer).await;
        let ripe = self.apply(stage, self.ripe).await;
        assert_eq!(sponsorship::application::watch(&stage.db, &self.house()).await.unwrap(), 2, "both have an end");
        self.welcomes(stage, &sponsors[2]).await;
        let meeting = self.seek(stage, &newcomer).await;
        let words = "Samedi, au café ?".to_owned();
        sponsorship::agree_to_meet(&stage.db, &sponsors[2], AgreeToMeet { meeting, words }).await.unwrap();
        for applicant in [&newcomer, &ripe] {
            for (n, sponsor) in sponsors.iter().enumerate().skip(1) {
                let sponsorship = self.ask(stage, applicant, self.people[n].email).await;
                let word = Give {
                    sponsorship,
                    relation: Relation::Neighbour,
                    sentence: "Toujours là quand il faut.".to_owned(),
                    met_in_person: true,
                };
                sponsorship::give(&stage.db, sponsor, word).await.unwrap();
            }
        }
        let waiting = self.apply(stage, self.waiting).await;
        needs_something(stage, &waiting).await;
        let declined = self.ask(stage, &waiting, self.people[0].email).await;
        sponsorship::decline(&stage.db, &sponsors[0], Decline { sponsorship: declined }).await.unwrap();
        self.ask(stage, &waiting, self.people[1].email).await;
        // The first finds nobody whose turn it is, until the owner agrees; the other waits for an answer.
        self.seek(stage, &ripe).await;
        self.seek(stage, &waiting).await;
        self.welcomes(stage, &sponsors[0]).await;
        stage.clock.advance(Duration::hours(48));
        let who = newcomer.me().unwrap().member;
        assert!(sponsorship::recheck(&stage.db, &self.house(), who).await.unwrap(), "the newcomer comes in");
    }

    async fn apply(&self, stage: &Stage, email: &str) -> Caller {
        let visitor = stage.caller(self.community, email).await;
        let cmd = Apply {
            id: MemberId(stage.db.entropy().id()),
            name: "Eve".to_owned(),
            about: "J’habite Corbigny depuis peu.".to_owned(),
            town: "Corbigny".to_owned(),
            charter_accepted: true,
            via: None,
        };
        sponsorship::apply(&stage.db, &visitor, cmd).await.unwrap();
        stage.caller(self.community, email).await
    }

    async fn welcomes(&self, stage: &Stage, member: &Caller) {
        let terms = JoinRota { town: "Corbigny (58)".to_owned(), in_person: true, by_video: true, a_month: 5 };
        sponsorship::join_rota(&stage.db, member, terms).await.unwrap();
    }

    async fn seek(&self, stage: &Stage, applicant: &Caller) -> MeetingId {
        let id = MeetingId(stage.db.entropy().id());
        let note = "Je répare des vélos.".to_owned();
        let wish = AskHost { id, town: "Corbigny".to_owned(), way: Way::Either, note };
        sponsorship::ask_host(&stage.db, applicant, wish).await.unwrap();
        id
    }

    async fn ask(&self, stage: &Stage, applicant: &Caller, email: &str) -> SponsorshipId {
        let id = SponsorshipId(stage.db.entropy().id());
        let cmd = AskSponsor { id, email: email.parse().unwrap(), note: "De la chorale.".to_owned() };
        sponsorship::ask_sponsor(&stage.db, applicant, cmd).await.unwrap();
        sponsorship::deliver(&stage.db, &self.house(), id).await.unwrap();
        id
    }
}

/// Somebody has asked for a letter to sign in with, and not used it.
async fn ask_sign_in(stage: &Stage, life: &Life) {
    let ask = AskSignIn {
        id: SignInId(stage.db.entropy().id()),
        email: life.people[3].address(),
        browser: stage.db.entropy().token(),
        device: String::new(),
        return_to: "/".to_owned(),
        host: life.host(),
        language: Language::Fr,
    };
    let visitor = Caller::anonymous(life.community, Language::Fr);
    membership::sign_in::ask(&stage.db, &visitor, ask).await.unwrap();
}

/// Somebody has moved to another address, and wishes for a third one.
async fn move_address(stage: &Stage, life: &Life, who: &Caller) {
    let wish = |address: String| AskAddressChange {
        id: AddressChangeId(stage.db.entropy().id()),
        email: address.parse().unwrap(),
        session: SessionId(stage.db.entropy().id()),
        host: life.host(),
        language: Language::Fr,
    };
    let moved = wish(format!("moved.{}", life.people[3].email));
    address_change::ask(&stage.db, who, moved.clone()).await.unwrap();
    let letter = address_change::letter(&stage.db, &life.house(), moved.id).await.unwrap().unwrap();
    address_change::confirm_link(&stage.db, who, moved.session, &letter.link_token).await.unwrap();
    let again = wish(format!("again.{}", life.people[3].email));
    address_change::ask(&stage.db, who, again).await.unwrap();
}

/// Two communities of the same installation, whose people have nothing to do with one another.
pub const HERE: Life = Life {
    community: CommunityId::PLATFORM,
    slug: "here",
    people: [
        Somebody::new("Olga", "olga@here.test"),
        Somebody::new("Paul", "paul@here.test"),
        Somebody::new("Rosa", "rosa@here.test"),
        Somebody::new("Sven", "sven@here.test"),
    ],
    newcomer: "eve@here.test",
    ripe: "rita@here.test",
    waiting: "walter@here.test",
    invited: "ines@here.test",
};

/// The other one.
pub const THERE: Life = Life {
    community: CommunityId::PLATFORM,
    slug: "there",
    people: [
        Somebody::new("Olaf", "olaf@there.test"),
        Somebody::new("Pia", "pia@there.test"),
        Somebody::new("Ruth", "ruth@there.test"),
        Somebody::new("Sara", "sara@there.test"),
    ],
    newcomer: "eva@there.test",
    ripe: "rolf@there.test",
    waiting: "wanda@there.test",
    invited: "ivo@there.test",
};

/// Somebody keeps a search, which finds a listing, and will find the next.
async fn searched(stage: &Stage, keeper: &Caller, listing: ListingId) {
    let (db, house) = (&stage.db, Caller::house(keeper.community));
    let filter = ListingFilter { words: Some("perceuse".to_owned()), ..ListingFilter::default() };
    let id = SavedSearchId(db.entropy().id());
    let search = SaveSearch { id, name: "Une perceuse".to_owned(), filter, news: SearchNews::Daily };
    saved_search::save_search(db, keeper, search).await.unwrap();
    let found = saved_search::find::finders(db, &house, listing).await.unwrap();
    assert_eq!(saved_search::find::tell(db, &house, listing, &found).await.unwrap(), 1);
}

/// One asks for a group and has it, another is let in and asked to keep it, a third is put out; what that other one asks for waits.
async fn gather(stage: &Stage, [owner, keeper, other]: [&Caller; 3]) {
    let db = &stage.db;
    let ids = [GroupId(db.entropy().id()), GroupId(db.entropy().id())];
    let wish = |id: GroupId, name: &str| AskForGroup {
        id,
        name: name.to_owned(),
        purpose: "On se prête les outils.".to_owned(),
        joining: Joining::Asking,
    };
    groups::ask_for_group(db, keeper, wish(ids[0], "Les jardins du canal")).await.unwrap();
    groups::grant_group(db, owner, GrantGroup { id: ids[0] }).await.unwrap();
    let [out, member] = [owner, other].map(|who| who.me().unwrap().member);
    for (who, member) in [(owner, out), (other, member)] {
        groups::join_group(db, who, JoinGroup { id: ids[0] }).await.unwrap();
        groups::answer_joining(db, keeper, AnswerJoining { group: ids[0], member, comes_in: true }).await.unwrap();
    }
    let reason = "Ce groupe est celui du canal.".to_owned();
    groups::put_out_of_group(db, keeper, PutOutOfGroup { group: ids[0], member: out, reason }).await.unwrap();
    groups::hand_over_group(db, keeper, HandOverGroup { id: ids[0], member }).await.unwrap();
    groups::ask_for_group(db, other, wish(ids[1], "La chorale")).await.unwrap();
}

/// Two ask for what is offered; what was found is told of the first, the second is only read.
async fn matched(stage: &Stage, asker: &Caller, other: &Caller) {
    let (db, house) = (&stage.db, Caller::house(asker.community));
    let listing = asks_for_a_drill(stage, asker).await;
    asks_for_a_drill(stage, other).await;
    exchange::find_matches::read_meanings(db, &house).await.unwrap();
    let sought = exchange::find_matches::seek(db, &house, listing).await.unwrap().unwrap();
    assert_eq!(exchange::find_matches::tell(db, &house, &sought, &[]).await.unwrap(), 1);
}

async fn asks_for_a_drill(stage: &Stage, asker: &Caller) -> ListingId {
    let draft = Draft {
        direction: Some(Direction::Request),
        kind: Some(Kind::Loan),
        settlements: vec![Settlement::Gift],
        title: "Cherche perceuse".to_owned(),
        body: "Pour un dimanche.".to_owned(),
        category: String::new(),
        town: "Corbigny".to_owned(),
        ..Draft::default()
    };
    let id = ListingId(stage.db.entropy().id());
    exchange::publish::publish(&stage.db, asker, Publish { id, draft }).await.unwrap();
    id
}

/// One asks for another, who has not answered yet.
async fn asks_in_the_name_of(stage: &Stage, proxy: &Caller, person: &Caller) {
    let draft = Draft {
        direction: Some(Direction::Request),
        kind: Some(Kind::Service),
        settlements: vec![Settlement::Gift],
        title: "Un trajet pour Nevers".to_owned(),
        body: "Mardi matin.".to_owned(),
        category: String::new(),
        town: "Corbigny".to_owned(),
        ..Draft::default()
    };
    let publish = Publish { id: ListingId(stage.db.entropy().id()), draft };
    let whom = ForWhom::Member(person.me().unwrap().member);
    let cmd = AskFor { publish, whom, relation: Some(exchange::mandate::Relation::Friend) };
    exchange::mandate::ask_for(&stage.db, proxy, cmd).await.unwrap();
}

/// A photo of a listing, with words, and one that no listing took. What a child would have drawn is not looked at here.
pub(crate) async fn photographed(stage: &Stage, author: &Caller, listing: ListingId) {
    let shelf = kit::stage::studio(&stage.scratch).shelf;
    let side = || pictures::Side { width: 40, height: 30, jpeg: vec![0xff, 0xd8, 0xff, 0xd9] };
    let print = pictures::Print { large: side(), small: side() };
    let (one, other) = (PhotoId(stage.db.entropy().id()), PhotoId(stage.db.entropy().id()));
    let nowhere = ListingId(stage.db.entropy().id());
    for (id, listing) in [(one, listing), (other, nowhere)] {
        let photo = Keep { id, listing, for_later: false, digest: [7; 32], print: &print };
        exchange::photos::add::keep(&stage.db, &shelf, author, photo).await.unwrap();
    }
    let described = Described { id: one, description: "Sur l’établi".to_owned() };
    let order = Arrange { listing, photos: vec![described] };
    exchange::photos::arrange::arrange(&stage.db, author, order).await.unwrap();
}

/// Whoever waits asks for something; the team has not read it yet.
async fn needs_something(stage: &Stage, waiting: &Caller) {
    let draft = Draft {
        direction: Some(Direction::Request),
        kind: Some(Kind::Loan),
        settlements: vec![Settlement::Gift],
        title: "Une échelle".to_owned(),
        body: "Un samedi.".to_owned(),
        category: String::new(),
        town: "Clamecy".to_owned(),
        ..Draft::default()
    };
    let request = Publish { id: ListingId(stage.db.entropy().id()), draft };
    exchange::guest_request::post_guest_request(&stage.db, waiting, request).await.unwrap();
}

/// One offers an outing to which the other comes, and moves it by a day.
async fn goes_out(stage: &Stage, author: &Caller, comer: &Caller) {
    let on = |days: i64| Draft {
        direction: Some(Direction::Offer),
        kind: Some(Kind::Outing),
        settlements: vec![Settlement::Gift],
        title: "Balade au lac".to_owned(),
        body: "Deux heures à pied.".to_owned(),
        extent: TypedExtent {
            starts_at: (stage.now() + chrono::Duration::days(days)).to_rfc3339(),
            for_guests: true,
            ..TypedExtent::default()
        },
        ..Draft::default()
    };
    let id = ListingId(stage.db.entropy().id());
    exchange::publish::publish(&stage.db, author, Publish { id, draft: on(9) }).await.unwrap();
    exchange::outing::sign_up(&stage.db, comer, SignUp { listing: id }).await.unwrap();
    exchange::calendar::renew_feed(&stage.db, comer).await.unwrap();
    exchange::edit::edit(&stage.db, author, Edit { id, draft: on(10) }).await.unwrap();
}
