//! Everything sensitive that people do through mutations, once.

use super::{Doing, global, text};
use authorisation::{hanging::Hanging, life::Life};
use kernel::{Caller, CommunityId};
use kit::{Somebody, Visitor};
use serde_json::{Value, json};
use uuid::Uuid;

async fn households(doing: &mut Doing, here: &Life, sponsor: &mut Visitor, steward: &mut Visitor) {
    let [second, third, fourth] = [here.people[1].email, here.people[2].email, here.newcomer];
    let mut other = doing.stage.signed_in(&here.host(), third).await;
    let mut of = Vec::new();
    for email in [second, third, fourth] {
        of.push(global("Member", doing.member(here.community, email).await));
    }
    doing.mutate(sponsor, "sayTogether", json!({ "id": Uuid::from_u128(820), "memberId": of[1] })).await;
    let tie = global("Household", Uuid::from_u128(820));
    doing.mutate(&mut other, "answerTogether", json!({ "householdId": tie, "agrees": true })).await;
    doing.mutate(sponsor, "endTogether", json!({ "householdId": tie })).await;
    doing.mutate(steward, "keepTogether", json!({ "householdId": tie, "reason": "Toujours ensemble." })).await;
    let effects = format!(r#"{{ householdEffects(memberId: "{}", otherId: "{}") {{ seen }} }}"#, of[0], of[2]);
    let seen = steward.graphql(&effects, Value::Null).await["data"]["householdEffects"]["seen"].clone();
    let entry = json!({
        "id": Uuid::from_u128(821), "memberId": of[0], "otherId": of[2], "reason": "Un seul appareil.", "seen": seen
    });
    doing.mutate(steward, "enterTogether", entry).await;
}

/// One keeps a group that has been granted already; what another asked for waits.
async fn groups(doing: &mut Doing, here: &Life, keeper: &mut Visitor, steward: &mut Visitor) {
    let wish = |n: u128, name: &str| json!({ "id": Uuid::from_u128(n), "name": name, "purpose": "Entre nous.", "joining": "AT_ONCE" });
    let [one, other] = [global("Group", Uuid::from_u128(830)), global("Group", Uuid::from_u128(831))];
    doing.mutate(keeper, "askForGroup", wish(830, "Réparer ensemble")).await;
    doing.mutate(steward, "grantGroup", json!({ "groupId": one })).await;
    let mut third = doing.stage.signed_in(&here.host(), here.newcomer).await;
    let join = "mutation($id: ID!) { joinGroup(input: { groupId: $id }) { group { part } } }";
    let joined = third.graphql(join, json!({ "id": one })).await;
    assert_eq!(joined["data"]["joinGroup"]["group"]["part"], "IN", "{joined}");
    let member = global("Member", doing.member(here.community, here.newcomer).await);
    looked_after(doing, here, [&mut *keeper, &mut third, &mut *steward], [&one, &member]).await;
    doing.mutate(&mut third, "closeGroup", json!({ "groupId": one })).await;
    doing.mutate(keeper, "askForGroup", wish(831, "Lire ensemble")).await;
    doing.mutate(steward, "declineGroup", json!({ "groupId": other, "reason": "Il y en a un." })).await;
    let kept = text(&doing.stage, "select id::text from circle where state = 'open' limit 1").await;
    let why = json!({ "groupId": global("Group", kept), "reason": "Plus personne." });
    doing.mutate(steward, "closeGroupByOffice", why).await;
}

/// Its keeper changes it and puts somebody out, as does the team; then somebody else takes it.
async fn looked_after(
    doing: &mut Doing,
    here: &Life,
    [keeper, heir, steward]: [&mut Visitor; 3],
    [group, member]: [&str; 2],
) {
    let changed = json!({ "groupId": group, "name": "Réparer", "purpose": "Entre nous.", "joining": "AT_ONCE" });
    doing.mutate(keeper, "editGroup", changed).await;
    let join = "mutation($id: ID!) { joinGroup(input: { groupId: $id }) { group { part } } }";
    let [owner, other] = [here.people[0].email, here.people[2].email];
    for email in [owner, other] {
        let mut visitor = doing.stage.signed_in(&here.host(), email).await;
        visitor.graphql(join, json!({ "id": group })).await;
    }
    let out = global("Member", doing.member(here.community, owner).await);
    doing.mutate(keeper, "putOutOfGroup", json!({ "groupId": group, "memberId": out, "reason": "Assez." })).await;
    let out = global("Member", doing.member(here.community, other).await);
    let out = json!({ "groupId": group, "memberId": out, "reason": "Assez." });
    doing.mutate(steward, "putOutOfGroupByOffice", out).await;
    let offer = "mutation($input: HandOverGroupInput!) { handOverGroup(input: $input) { refusal { code } } }";
    let offered = keeper.graphql(offer, json!({ "input": { "groupId": group, "memberId": member } })).await;
    assert!(offered["data"]["handOverGroup"]["refusal"].is_null(), "{offered}");
    doing.mutate(heir, "answerHandOver", json!({ "groupId": group, "takes": true })).await;
}

pub(super) async fn among_members(doing: &mut Doing, here: &Life) {
    let host = here.host();
    let mut sponsor = doing.stage.signed_in(&host, here.people[1].email).await;
    let asked = sponsor.graphql("{ requestsToMe { nodes { id } } }", Value::Null).await;
    let request = asked["data"]["requestsToMe"]["nodes"][0]["id"].clone();
    let word = json!({ "sponsorshipId": request, "relation": "FRIEND", "sentence": "Oui.", "metInPerson": true });
    doing.mutate(&mut sponsor, "giveSponsorship", word).await;
    let coming = global("Member", doing.member(here.community, here.waiting).await);
    let doubt = json!({ "id": Uuid::from_u128(807), "memberId": coming, "category": "IDENTITY" });
    doing.mutate(&mut sponsor, "confideReservation", doubt).await;
    let doubt = global("Reservation", Uuid::from_u128(807));
    let mut steward = doing.stage.signed_in(&host, here.people[0].email).await;
    let voice = json!({ "reservationId": doubt, "isUpheld": false, "reason": "Nous la connaissons." });
    doing.mutate(&mut steward, "decideReservation", voice).await;
    doing.mutate(&mut sponsor, "withdrawReservation", json!({ "reservationId": doubt })).await;
    doing.mutate(&mut sponsor, "withdrawSponsorship", json!({ "sponsorshipId": request })).await;
    households(doing, here, &mut sponsor, &mut steward).await;
    groups(doing, here, &mut sponsor, &mut steward).await;
    let mut stranger = doing.stage.signed_in(&host, "stranger@example.test").await;
    let application = json!({ "id": Uuid::from_u128(77), "name": "Zoé", "about": "Bonjour.", "charterAccepted": true });
    doing.mutate(&mut stranger, "apply", application).await;
    let mut owner = doing.stage.signed_in(&host, here.people[0].email).await;
    let third = global("Member", doing.member(here.community, here.people[2].email).await);
    let why = json!({ "memberId": third, "reason": "Assez." });
    let out = wish(&mut owner, &third, "SUSPENSION", 801).await;
    doing.mutate(&mut owner, "putOut", out).await;
    doing.mutate(&mut owner, "reinstateMember", why).await;
    doing.mutate(&mut owner, "giveRole", json!({ "memberId": third, "role": "STEWARD" })).await;
    about_standing(doing, here, &mut owner).await;
    about_a_request(doing, here, &mut owner).await;
    about_mandates(doing, here, &mut sponsor).await;
    about_an_audience(doing, &mut sponsor, &mut owner).await;
    let news = json!({ "id": Uuid::from_u128(808), "title": "Mairie fermée", "body": "Vendredi." });
    doing.mutate(&mut owner, "writeBulletin", news).await;
    let bulletin = global("Bulletin", Uuid::from_u128(808));
    let news = json!({ "id": bulletin, "title": "Mairie fermée", "body": "Vendredi et samedi." });
    doing.mutate(&mut owner, "editBulletin", news).await;
    doing.mutate(&mut owner, "takeDownBulletin", json!({ "id": bulletin })).await;
    let change = json!({ "version": 1, "tagline": "Ensemble.", "hosts": ["a.example", "b.example"] });
    doing.mutate(&mut owner, "changeCommunity", change).await;
    let looked = owner.graphql("{ admissionPolicy(wanted: { sponsors: 2 }) { version look } }", Value::Null).await;
    let looked = &looked["data"]["admissionPolicy"];
    let policy = json!({ "version": looked["version"], "look": looked["look"], "knobs": { "sponsors": 2 } });
    doing.mutate(&mut owner, "changeAdmissionPolicy", policy).await;
    let listing = text(&doing.stage, "select id::text from listing where state = 'open' limit 1").await;
    let close = json!({ "id": global("Listing", listing), "reason": "Hors sujet." });
    doing.mutate(&mut owner, "closeListingByOffice", close).await;
    doing.mutate(&mut owner, "callOffRemoval", Value::Null).await;
    doing.mutate(&mut owner, "askRemoval", json!({ "id": Uuid::from_u128(78), "slug": here.slug })).await;
    doing.mutate(&mut stranger, "askCopy", Value::Null).await;
    doing.mutate(&mut stranger, "askErasure", json!({ "sure": true })).await;
    let mut leaver = doing.stage.signed_in(&host, here.people[2].email).await;
    doing.mutate(&mut leaver, "leave", Value::Null).await;
    doing.mutate(&mut leaver, "signOutEverywhere", Value::Null).await;
}

/// The sponsor asks the team first, which passes it on and says that it is not urgent.
async fn about_an_audience(doing: &mut Doing, sponsor: &mut Visitor, owner: &mut Visitor) {
    let draft = json!({
        "direction": "REQUEST", "kind": "GOOD", "settlements": ["GIFT"], "title": "Un colis", "body": "Merci.", "audience": "STEWARDS_MAY",
        "urgency": "TODAY",
    });
    let publish = "mutation($input: PublishListingInput!) { publishListing(input: $input) { refusal { code } } }";
    sponsor.graphql(publish, json!({ "input": { "id": Uuid::from_u128(840), "draft": draft } })).await;
    let listing = global("Listing", Uuid::from_u128(840));
    doing.mutate(owner, "passListingOn", json!({ "id": listing })).await;
    doing.mutate(owner, "takeUrgencyOff", json!({ "id": listing, "reason": "Cela peut attendre." })).await;
}

/// The sponsor asks for somebody who comes in and takes it over; somebody asks for the sponsor, who agrees and ends it.
async fn about_mandates(doing: &mut Doing, here: &Life, sponsor: &mut Visitor) {
    let draft = json!({ "direction": "REQUEST", "kind": "SERVICE", "settlements": ["GIFT"], "title": "Un trajet", "body": "Mardi." });
    let ask = json!({ "id": Uuid::from_u128(830), "draft": draft, "behalfName": "Eve", "behalfConsent": true });
    doing.mutate(sponsor, "askForSomebody", ask).await;
    let listing = global("Listing", Uuid::from_u128(830));
    let newcomer = global("Member", doing.member(here.community, here.newcomer).await);
    doing.mutate(sponsor, "offerMandate", json!({ "listingId": listing, "memberId": newcomer })).await;
    let mut newcomer = doing.stage.signed_in(&here.host(), here.newcomer).await;
    let read = json!({ "listing": listing });
    let read = newcomer.graphql("query($listing: ID!) { mandate(listingId: $listing) { mark } }", read).await;
    let mark = &read["data"]["mandate"]["mark"];
    let over = json!({ "listingId": listing, "id": Uuid::from_u128(831), "mark": mark });
    doing.mutate(&mut newcomer, "takeOverMandate", over).await;
    let asked = sponsor.graphql("{ mandatesForMe { listingId mark } }", Value::Null).await;
    let asked = &asked["data"]["mandatesForMe"][0];
    doing.mutate(sponsor, "agreeMandate", json!({ "listingId": asked["listingId"], "mark": asked["mark"] })).await;
    doing.mutate(sponsor, "endMandate", json!({ "listingId": asked["listingId"] })).await;
}

/// Somebody who waits has asked for something; the team sends it back, and lets it through when it is changed.
async fn about_a_request(doing: &mut Doing, here: &Life, owner: &mut Visitor) {
    let mut waits = doing.stage.signed_in(&here.host(), here.waiting).await;
    let draft = json!({ "direction": "REQUEST", "kind": "SERVICE", "settlements": ["GIFT"], "title": "Une échelle", "body": "Un jour." });
    let id = waits.graphql("{ guestRequest { id } }", Value::Null).await["data"]["guestRequest"]["id"].clone();
    let back = json!({ "id": id, "sentAt": sent(owner).await, "reason": "Pour quel jour ?" });
    doing.mutate(owner, "sendGuestRequestBack", back).await;
    let correct =
        "mutation($input: CorrectGuestRequestInput!) { correctGuestRequest(input: $input) { refusal { code } } }";
    let done = waits.graphql(correct, json!({ "input": { "id": id, "draft": draft } })).await;
    assert!(done["data"]["correctGuestRequest"]["refusal"].is_null(), "{done}");
    let through = json!({ "id": id, "sentAt": sent(owner).await });
    doing.mutate(owner, "letGuestRequestThrough", through).await;
}

/// When what waits for the team was sent.
async fn sent(steward: &mut Visitor) -> Value {
    let found = steward.graphql("{ requestsToCheck { nodes { sentAt } } }", Value::Null).await;
    found["data"]["requestsToCheck"]["nodes"][0]["sentAt"].clone()
}

/// A decision to put this member out, by whoever has looked at what it does.
async fn wish(steward: &mut Visitor, member: &str, cause: &str, n: u128) -> Value {
    let look = format!("{{ whatIf(memberId: \"{member}\", cause: {cause}) {{ seen }} }}");
    let seen = steward.graphql(&look, Value::Null).await["data"]["whatIf"]["seen"].clone();
    json!({ "id": Uuid::from_u128(n), "memberId": member, "cause": cause, "reason": "Assez.", "seen": seen })
}

/// Two stewards put somebody out, the one who fell is confirmed and endorsed, and the one who went appeals.
async fn about_standing(doing: &mut Doing, here: &Life, owner: &mut Visitor) {
    let branch = [Somebody::new("Ben", "ben@here.test"), Somebody::new("Lea", "lea@here.test")];
    let hanging = Hanging::grow(&doing.stage, here, branch).await;
    let mut bough = doing.stage.signed_in(&here.host(), hanging.bough.email).await;
    let mut second = doing.stage.signed_in(&here.host(), here.people[2].email).await;
    let (bough_id, leaf) = (global("Member", hanging.bough_id), global("Member", hanging.leaf_id));
    let look = "mutation($input: PutOutInput!) { putOut(input: $input) { isOut departureId refusal { code } } }";
    let input = wish(owner, &bough_id, "FRAUD", 802).await;
    let first = owner.graphql(look, json!({ "input": input })).await["data"]["putOut"].clone();
    assert_eq!(first["isOut"], false, "one of a few people is touched: {first}");
    doing.mutate(owner, "callOffDeparture", json!({ "departureId": first["departureId"] })).await;
    let input = wish(owner, &bough_id, "FRAUD", 803).await;
    let seen = input["seen"].clone();
    let waits = owner.graphql(look, json!({ "input": input })).await["data"]["putOut"]["departureId"].clone();
    doing.mutate(&mut second, "confirmDeparture", json!({ "departureId": waits, "seen": seen })).await;
    let review = owner.graphql("{ reviews { nodes { id } } }", Value::Null).await;
    let review = review["data"]["reviews"]["nodes"][0]["id"].clone();
    doing.mutate(owner, "confirmMember", json!({ "reviewId": review, "reason": "Nous la connaissons." })).await;
    let input = json!({ "id": Uuid::from_u128(806), "memberId": leaf, "degree": "WARNING", "reason": "Un peu vite." });
    doing.mutate(owner, "giveMeasure", input).await;
    let lift = json!({ "measureId": global("Measure", Uuid::from_u128(806)), "reason": "Une erreur." });
    doing.mutate(owner, "liftMeasure", lift).await;
    let mut paul = doing.stage.signed_in(&here.host(), here.people[1].email).await;
    let word = json!({ "id": Uuid::from_u128(804), "memberId": leaf, "relation": "FRIEND", "sentence": "Oui.", "metInPerson": true });
    doing.mutate(&mut paul, "endorse", word).await;
    let text = json!({ "id": Uuid::from_u128(805), "aboutId": waits, "words": "Ce n’est pas vrai." });
    doing.mutate(&mut bough, "appeal", text).await;
    let id = global("Appeal", Uuid::from_u128(805));
    doing.mutate(owner, "answerAppeal", json!({ "appealId": id, "isUpheld": false, "answer": "Si." })).await;
}

pub(super) async fn by_office(doing: &mut Doing) {
    let owner = Somebody::new("Odile", "odile@office.test");
    let office = doing.stage.community("office", "departement", &[owner]).await;
    let mut applicants = Vec::new();
    for (n, email) in (900..).zip(["one@office.test", "two@office.test"]) {
        let mut visitor = doing.stage.signed_in("office.localhost", email).await;
        let application =
            json!({ "id": Uuid::from_u128(n), "name": "Zoé", "about": "Bonjour.", "charterAccepted": true });
        doing.mutate(&mut visitor, "apply", application).await;
        applicants.push(global("Member", doing.member(office, email).await));
    }
    let mut owner = doing.stage.signed_in("office.localhost", owner.email).await;
    doing.mutate(&mut owner, "admitApplicant", json!({ "memberId": applicants[0] })).await;
    doing.mutate(&mut owner, "refuseApplicant", json!({ "memberId": applicants[1], "reason": "Trop loin." })).await;
}

/// The community's letters wait.
async fn complained_of(doing: &Doing, here: &Life) {
    let held = "with held as (update community set letters_held_since = now() where id = $1 returning id)
         insert into letter_watch (community_id, counted_at) select id, now() from held";
    let held = sqlx::query(held).bind(here.community.0).execute(&mut doing.stage.scratch.owner().await).await;
    assert_eq!(held.unwrap().rows_affected(), 1);
}

pub(super) async fn by_operators(doing: &mut Doing, here: &Life) {
    let house = Caller::house(CommunityId::PLATFORM);
    let address = "operator@example.test".parse().unwrap();
    membership::operator::appoint(&doing.stage.db, &house, &address, kernel::Language::Fr).await.unwrap();
    let mut operator = doing.stage.signed_in("localhost", "operator@example.test").await;
    let community = global("Community", here.community);
    doing.mutate(&mut operator, "activateHost", json!({ "communityId": community, "host": "a.example" })).await;
    doing.mutate(&mut operator, "turnDownHost", json!({ "communityId": community, "host": "b.example" })).await;
    doing.mutate(&mut operator, "callOffRemovalOf", json!({ "communityId": community })).await;
    let removal = json!({ "communityId": community, "id": Uuid::from_u128(79), "slug": here.slug });
    doing.mutate(&mut operator, "askRemovalOf", removal).await;
    let dead = "dead@example.test".parse().unwrap();
    let kind = membership::suppression::Kind::Dead;
    membership::suppression::suppress(&doing.stage.db, &house, &dead, kind, "550").await.unwrap();
    doing.mutate(&mut operator, "liftSuppression", json!({ "email": "dead@example.test" })).await;
    complained_of(doing, here).await;
    doing.mutate(&mut operator, "letLettersGo", json!({ "communityId": community, "reason": "Vu." })).await;
    let lost = "insert into totp (id, account_id, secret, created_at, confirmed_at)
         select id, id, '', now(), now() from account where email = $1";
    let owner = here.people[0].email;
    sqlx::query(lost).bind(owner).execute(&mut doing.stage.scratch.owner().await).await.unwrap();
    doing.mutate(&mut operator, "resetSecondFactor", json!({ "email": owner, "reason": "Vu." })).await;
    let job = Uuid::from_u128(4_711);
    sqlx::query("insert into job (community_id, id, lane, kind, payload, state, run_at, created_at) values ($1, $2, 'bulk', 'x', '{}', 'buried', now(), now())")
        .bind(here.community.0)
        .bind(job)
        .execute(&mut doing.stage.scratch.owner().await)
        .await
        .unwrap();
    let revive = json!({ "communityId": community, "id": global("Job", job) });
    doing.mutate(&mut operator, "reviveJob", revive).await;
    let launch = json!({
        "id": Uuid::from_u128(4_712), "slug": "neuf", "name": "Neuf", "organisation": "Foyer", "ownerName": "Ode",
        "postalAddress": "1 rue du Pont, Corbigny", "contactEmail": "a@example.test", "preset": "confiance",
        "languages": ["FR"], "timezone": "Europe/Paris", "brandPrimary": "#1f5c47", "brandAccent": "#dd9d2f",
    });
    doing.mutate(&mut operator, "launchCommunity", launch).await;
}
