//! Communities and people for what is measured.

use crate::{ground::Failure, ground::Ground, settings::Settings};
use database::Db;
use kernel::{Caller, CommunityId, Language, SignInId};
use membership::{launch::Launch, redeem::RedeemLink, sign_in::AskSignIn};

const BROWSER: &str = "bench";

/// Opens a community with the preset `confiance`.
pub async fn launch(ground: &Ground, settings: &Settings, slug: &str, owner: &str) -> Result<CommunityId, Failure> {
    let id = CommunityId(ground.db.entropy().id());
    let launch = Launch {
        id,
        slug: slug.to_owned(),
        name: "La Toile".to_owned(),
        tagline: String::new(),
        organisation: "Association La Toile".to_owned(),
        postal_address: "1 rue du Pont, 58000 Nevers".to_owned(),
        contact_email: owner.to_owned(),
        hosts: Vec::new(),
        preset: "confiance".to_owned(),
        languages: vec![Language::Fr, Language::En],
        timezone: "Europe/Paris".to_owned(),
        brand_primary: "#2f5d50".to_owned(),
        brand_accent: "#c8553d".to_owned(),
        sponsors: None,
        email_domains: Vec::new(),
        owner_name: "Odile Marchand".to_owned(),
        founders: Vec::new(),
    };
    membership::launch_for(&ground.db, &Caller::house(id), &settings.host, owner.parse()?, launch).await?;
    Ok(id)
}

/// Signs in by the link that the letter would hold; returns the session's token.
pub async fn session(db: &Db, community: CommunityId, host: &str, email: &str) -> Result<String, Failure> {
    let visitor = Caller::anonymous(community, Language::Fr);
    let id = SignInId(db.entropy().id());
    let ask = AskSignIn {
        id,
        email: email.parse()?,
        browser: BROWSER.to_owned(),
        device: String::new(),
        return_to: "/".to_owned(),
        host: host.to_owned(),
        language: Language::Fr,
    };
    membership::sign_in::ask(db, &visitor, ask).await?;
    let letter = membership::sign_in::letter(db, &Caller::house(community), id).await?;
    let token = letter.ok_or("this address has had its letters for this hour")?.link_token;
    let cmd = RedeemLink { token, browser: BROWSER.to_owned(), device: String::new(), user_agent: BROWSER.to_owned() };
    Ok(membership::redeem::redeem_link(db, &visitor, cmd).await?.session_token)
}
