//! Those who wait at the door: they sign in, apply and ask, as anybody would.

use super::{
    Cast,
    cast::{Waiting, address_of},
    stage::Stage,
};
use crate::ground::Failure;
use chrono::Duration;
use kernel::{Caller, Language, SignInId};
use membership::{redeem::RedeemLink, sign_in::AskSignIn};
use sponsorship::{Apply, AskSponsor, Give, Relation};

const BROWSER: &str = "demo";

pub(super) async fn arrive(stage: &Stage, cast: &Cast) -> Result<(), Failure> {
    for (index, waiting) in cast.applicants.iter().enumerate() {
        stage.stand(Duration::days(4) - Duration::hours(i64::try_from(index).unwrap_or(0)));
        apply(stage, cast, waiting).await?;
    }
    Ok(())
}

async fn apply(stage: &Stage, cast: &Cast, waiting: &Waiting) -> Result<(), Failure> {
    let (visitor, session) = sign_in(stage, cast, waiting).await?;
    let cmd = Apply {
        id: stage.id().into(),
        name: waiting.name.clone(),
        about: waiting.about.clone(),
        town: waiting.town.clone(),
        charter_accepted: true,
        via: None,
    };
    sponsorship::apply(&stage.db, &visitor, cmd).await?;
    let applicant = again(stage, &session).await?;
    for name in waiting.given_by.iter().chain(&waiting.asked) {
        let id = stage.id().into();
        let note = waiting.note.clone();
        sponsorship::ask_sponsor(&stage.db, &applicant, AskSponsor { id, email: address_of(name)?, note }).await?;
        sponsorship::deliver(&stage.db, &stage.house(), id).await?;
        stage.wait(Duration::minutes(20));
        if waiting.given_by.contains(name) {
            let cmd = Give {
                sponsorship: id,
                relation: Relation::Neighbour,
                sentence: waiting.word.clone(),
                met_in_person: true,
            };
            sponsorship::give(&stage.db, &stage.member(name).await?, cmd).await?;
        }
    }
    membership::session::sign_out_everywhere(&stage.db, &applicant).await?;
    Ok(())
}

/// Signs in by a link, as the letter would hold it. The session's token, because applying makes another caller of them.
async fn sign_in(stage: &Stage, cast: &Cast, waiting: &Waiting) -> Result<(Caller, String), Failure> {
    let visitor = Caller::anonymous(stage.community, Language::Fr);
    let id = SignInId(stage.id());
    let ask = AskSignIn {
        id,
        email: address_of(&waiting.name)?,
        browser: BROWSER.to_owned(),
        device: String::new(),
        return_to: "/".to_owned(),
        host: format!("{}.localhost", cast.slug),
        language: Language::Fr,
    };
    membership::sign_in::ask(&stage.db, &visitor, ask).await?;
    let letter = membership::sign_in::letter(&stage.db, &stage.house(), id).await?.ok_or("no sign-in letter")?;
    let cmd = RedeemLink {
        token: letter.link_token,
        browser: BROWSER.to_owned(),
        device: String::new(),
        user_agent: String::new(),
    };
    let signed_in = membership::redeem::redeem_link(&stage.db, &visitor, cmd).await?;
    Ok((again(stage, &signed_in.session_token).await?, signed_in.session_token))
}

async fn again(stage: &Stage, session: &str) -> Result<Caller, Failure> {
    let known = membership::session::identify(&stage.db, stage.community, session, Language::Fr).await?;
    Ok(known.ok_or("the session is gone")?.caller)
}
