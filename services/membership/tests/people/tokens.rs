//! Eight kinds of token at eight doors (bar A8): each opens its own and no other.

use crate::ground::{Ground, address, ask};
use kernel::{AddressChangeId, Caller, Language, SessionId, SignInId};
use membership::{
    MembershipError, account_change,
    address_change::{self, AskAddressChange},
    redeem::{self, RedeemCode, RedeemLink, SignedIn},
    session,
    sign_in::{self, AskSignIn, LetterContent},
    stop::{LetterKind, stop_letters, stop_token},
};

/// The kinds, each by the door it opens.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Kind {
    SignInLink,
    SignInCode,
    AddressLink,
    AddressCode,
    Undo,
    Stop,
    Session,
    Device,
}

const KINDS: [Kind; 8] = [
    Kind::SignInLink,
    Kind::SignInCode,
    Kind::AddressLink,
    Kind::AddressCode,
    Kind::Undo,
    Kind::Stop,
    Kind::Session,
    Kind::Device,
];

/// Somebody in a browser of their own.
struct Person {
    signed: SignedIn,
    caller: Caller,
}

impl Person {
    async fn of(ground: &Ground, name: &str) -> Self {
        let signed = ground.sign_in(name).await;
        let known = session::identify(&ground.db, ground.here, &signed.session_token, Language::Fr).await.unwrap();
        Self { caller: known.unwrap().caller, signed }
    }

    fn session(&self) -> SessionId {
        self.signed.session
    }

    /// Wishes for another address; what the letter to it says.
    async fn wishes(&self, ground: &Ground, name: &str) -> LetterContent {
        let id = AddressChangeId(ground.db.entropy().id());
        let cmd = AskAddressChange {
            id,
            email: address(name),
            session: self.session(),
            host: "nievre.localhost".to_owned(),
            language: Language::Fr,
        };
        address_change::ask(&ground.db, &self.caller, cmd).await.unwrap();
        address_change::letter(&ground.db, &ground.house(), id).await.unwrap().unwrap()
    }
}

/// Who stands at the doors.
struct People {
    bruno: Person,
    claire: Person,
}

/// A code for an address, in the browser that asked.
async fn types(ground: &Ground, name: &str, code: &str) -> Result<SignedIn, MembershipError> {
    let cmd = RedeemCode {
        email: address(name),
        code: code.to_owned(),
        browser: "b".to_owned(),
        device: String::new(),
        user_agent: String::new(),
    };
    redeem::redeem_code(&ground.db, &ground.visitor(), cmd).await
}

/// Asks for a letter as a browser that holds this cookie; whether it is counted as one that has been in before.
async fn is_known(ground: &Ground, number: usize, device: &str) -> bool {
    let id = SignInId(ground.db.entropy().id());
    let cmd = AskSignIn { device: device.to_owned(), ..ask(id, "bruno", &format!("browser {number}")) };
    sign_in::ask(&ground.db, &ground.visitor(), cmd).await.unwrap();
    let letter = "select letter from sign_in where id = $1";
    let letter: Option<String> =
        sqlx::query_scalar(letter).bind(id.0).fetch_optional(&mut ground.scratch.owner().await).await.unwrap();
    letter.as_deref() == Some("own")
}

/// Tries a token at a door. Five wrong codes burn what they are tried on, so that there is always another letter to try.
async fn opens(ground: &Ground, people: &People, door: Kind, (number, kind, token): (usize, Kind, &str)) -> bool {
    let (db, visitor, People { bruno, claire }) = (&ground.db, ground.visitor(), people);
    match door {
        Kind::SignInLink => {
            let cmd = RedeemLink {
                token: token.to_owned(),
                browser: "b".to_owned(),
                device: String::new(),
                user_agent: String::new(),
            };
            redeem::redeem_link(db, &visitor, cmd).await.is_ok()
        }
        Kind::SignInCode if kind == door => types(ground, "odile", token).await.is_ok(),
        Kind::SignInCode => {
            let name = format!("c{number}");
            let letter = ground.letter(&name, "b").await;
            let opened = types(ground, &name, token).await.is_ok();
            assert!(types(ground, &name, &letter.code).await.is_ok(), "the right one is still good");
            opened
        }
        Kind::AddressLink => address_change::confirm_link(db, &bruno.caller, bruno.session(), token).await.is_ok(),
        Kind::AddressCode => {
            if kind != door && number.is_multiple_of(4) {
                claire.wishes(ground, &format!("claire{number}")).await;
            }
            address_change::confirm_code(db, &claire.caller, claire.session(), token).await.is_ok()
        }
        Kind::Undo => account_change::undo(db, &visitor, token).await.is_ok(),
        Kind::Stop => stop_letters(db, ground.here, token).await.is_ok(),
        Kind::Session => session::identify(db, ground.here, token, Language::Fr).await.unwrap().is_some(),
        Kind::Device => is_known(ground, number, token).await,
    }
}

/// One of each kind, all good at this moment, and none of them spoilt when another is used; taking a change back ends sessions, and
/// comes last.
async fn one_of_each(ground: &Ground, people: &People) -> Vec<(Kind, String)> {
    let People { bruno, claire } = people;
    let change = bruno.wishes(ground, "bruno.new").await;
    address_change::confirm_link(&ground.db, &bruno.caller, bruno.session(), &change.link_token).await.unwrap();
    let id: uuid::Uuid = sqlx::query_scalar("select id from account_change order by place desc limit 1")
        .fetch_one(&mut ground.scratch.owner().await)
        .await
        .unwrap();
    let undo = account_change::letter(&ground.db, &ground.house(), id.into()).await.unwrap().unwrap().undo_token;
    let member = ground.id_of("bruno.new").await;
    vec![
        (Kind::SignInLink, ground.letter("newcomer", "b").await.link_token),
        (Kind::SignInCode, ground.letter("odile", "b").await.code),
        (Kind::AddressLink, bruno.wishes(ground, "bruno.third").await.link_token),
        (Kind::AddressCode, claire.wishes(ground, "claire.new").await.code),
        (Kind::Stop, stop_token(ground.db.seal(), ground.here, member, LetterKind::Digest)),
        (Kind::Session, bruno.signed.session_token.clone()),
        (Kind::Device, bruno.signed.device.clone()),
        (Kind::Undo, undo),
    ]
}

#[tokio::test]
async fn a8_of_eight_kinds_of_token_at_eight_doors_each_opens_its_own_and_no_other() {
    let ground = Ground::open().await;
    let people = People { bruno: Person::of(&ground, "bruno").await, claire: Person::of(&ground, "claire").await };
    // Strangers have used up what an address is good for: only who was in before gets a letter of their own.
    for number in 0..20 {
        ground.letter_row("bruno", &format!("stranger {number}")).await;
    }
    let mut all = one_of_each(&ground, &people).await;
    let mut wrong = 0;
    for (door_number, door) in KINDS.into_iter().enumerate() {
        for (number, (kind, token)) in all.iter().enumerate().filter(|(_, (kind, _))| *kind != door) {
            let tried = opens(&ground, &people, door, (door_number * 10 + number, *kind, token)).await;
            assert!(!tried, "{kind:?} opens the door of {door:?}");
            wrong += 1;
        }
    }
    assert_eq!(wrong, 56);
    // The wrong codes have burnt the wish they were tried on.
    let place = all.iter().position(|(kind, _)| *kind == Kind::AddressCode).unwrap();
    all[place].1 = people.claire.wishes(&ground, "claire.newer").await.code;
    for (number, (kind, token)) in all.iter().enumerate() {
        assert!(opens(&ground, &people, *kind, (90 + number, *kind, token)).await, "{kind:?} opens its own door");
    }
    ground.close().await;
}
