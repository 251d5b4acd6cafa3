//! Another address: asked for by whoever has just shown who they are, confirmed by a letter to the new one, told to the old one.
//!
//! The rules are those of signing in: link and code are good for ten minutes and once, bound to the session that asked, and
//! looking at the link changes nothing. Asking answers alike whoever has the new address (bar A1); whether it is somebody's is
//! told only to who holds its letter.

use crate::{
    MembershipError, account,
    account_change::{self, What},
    allowance::{self, Asker, Room},
    jobs::ConfirmAddress,
    limits,
    redeem::{LinkState, count_failure},
    secrets::{Purposes, Secrets, code_mark, link_hash},
    sign_in::LetterContent,
    store,
};
use database::{CommunityTx, Db, Schedule};
use kernel::{
    AccountId, Act, AddressChangeId, Caller, CommunityId, Deed, EmailAddress, Forbidden, Language, Seal, SessionId,
    Timestamp,
};

/// Somebody wants to be reached elsewhere.
#[derive(Debug, Clone)]
pub struct AskAddressChange {
    /// The id the client made.
    pub id: AddressChangeId,
    /// The new address.
    pub email: EmailAddress,
    /// The session that asks; the letter is good in this one only.
    pub session: SessionId,
    /// The host they asked on: the link must lead there.
    pub host: String,
    /// The language of the letter.
    pub language: Language,
}

const PURPOSES: Purposes = Purposes {
    link: ["address-link-1", "address-link-2"],
    link_kept: "address-link",
    code: "address-code",
    code_kept: "address-code-kept",
};

/// Writes the wish and its letter's job; nothing changes yet. Beyond what [`allowance`] lets through nothing is sent, and nobody
/// is told.
///
/// # Errors
/// `Forbidden` unless the caller signed in, or showed a second factor, a moment ago; `AddressSame`; `TooOften`.
pub async fn ask(db: &Db, caller: &Caller, cmd: AskAddressChange) -> Result<(), MembershipError> {
    caller.must(Act::ChangeOwnAccess)?;
    let account = caller.account().ok_or(Forbidden::ByRule)?;
    db.count(caller, Deed::ChangeAccess, None).await?;
    let mut tx = db.begin(caller.community).await?;
    let now = tx.now();
    let own = account::by_id_tx(&mut tx, account).await?.ok_or(MembershipError::NotFound)?;
    if own.email == cmd.email {
        return Err(MembershipError::AddressSame);
    }
    let session = cmd.session.to_string();
    let asker = Asker { browser: &session, device: "", client: caller.client };
    if allowance::take_sign_in_tx(&mut tx, &cmd.email, &asker).await? == Room::Own {
        let secrets = secrets(tx.seal(), caller.community, cmd.id, &cmd.email, now);
        let mark = code_mark(&PURPOSES, tx.seal(), &whose(account, cmd.session), &secrets.code);
        let expires_at = now + limits::SIGN_IN_LIFE;
        let row = store::address_change::NewRow {
            id: cmd.id,
            account,
            session: cmd.session,
            email: &cmd.email,
            link: link_hash(&PURPOSES, &secrets.link_token),
            code_mark: &mark,
            host: community::HostName::from_header(&cmd.host).map_or_else(String::new, |host| host.to_string()),
            language: cmd.language,
            expires_at,
        };
        if store::address_change::insert(&mut tx, row).await? {
            tx.enqueue_with(&ConfirmAddress { change: cmd.id }, Schedule::default().until(expires_at)).await?;
        }
    }
    tx.commit().await?;
    Ok(())
}

/// What the letter to the new address says; nothing when the wish is fulfilled, burnt or too old by now. The house only.
pub async fn letter(
    db: &Db,
    caller: &Caller,
    change: AddressChangeId,
) -> Result<Option<LetterContent>, MembershipError> {
    caller.must(Act::WorkJob)?;
    let mut tx = db.begin(caller.community).await?;
    let Some(row) = store::address_change::pending(&mut tx, change).await? else { return Ok(None) };
    let secrets = secrets(tx.seal(), caller.community, change, &row.email, row.created_at);
    tx.commit().await?;
    Ok(Some(LetterContent {
        email: row.email,
        language: row.language,
        host: row.host,
        link_token: secrets.link_token,
        code: secrets.code,
        expires_at: row.expires_at,
    }))
}

/// Looks at a link without using it: for the page that a GET shows.
pub async fn peek_link(
    db: &Db,
    caller: &Caller,
    session: SessionId,
    token: &str,
) -> Result<LinkState, MembershipError> {
    caller.must(Act::ManageOwnAccount)?;
    let mut tx = db.begin(caller.community).await?;
    let row = store::address_change::by_link(&mut tx, &link_hash(&PURPOSES, token)).await?;
    let now = tx.now();
    tx.commit().await?;
    Ok(match row {
        None => LinkState::Expired,
        Some(row) if row.used || row.attempts >= limits::CODE_ATTEMPTS => LinkState::Spent,
        Some(row) if row.expires_at <= now => LinkState::Expired,
        Some(row) if row.session != session => LinkState::OtherBrowser,
        Some(_) => LinkState::Usable,
    })
}

/// The new address holds from now on; the old one is told, and can take it back.
///
/// # Errors
/// `SignInExpired` for a link that is used, burnt, too old or another session's; `AddressTaken`; `TooOften` for failures.
pub async fn confirm_link(db: &Db, caller: &Caller, session: SessionId, token: &str) -> Result<(), MembershipError> {
    caller.must(Act::ManageOwnAccount)?;
    let account = caller.account().ok_or(Forbidden::ByRule)?;
    let mut tx = db.begin(caller.community).await?;
    let link = link_hash(&PURPOSES, token);
    let used = store::address_change::use_link(&mut tx, &link, account, session).await?;
    let outcome = if let Some(email) = used {
        change(&mut tx, account, &email).await
    } else {
        store::address_change::burn(&mut tx, &link).await?;
        Err(MembershipError::SignInExpired)
    };
    // A refusal is kept as well: what was used is used.
    tx.commit().await?;
    count_failure(db, caller, outcome).await
}

/// The same with the six digits of the letter. A wrong code counts against every wish of this session; five burn them.
///
/// # Errors
/// `CodeWrong`; `SignInExpired` when nothing is left to try; `AddressTaken`; `TooOften` for failures.
pub async fn confirm_code(db: &Db, caller: &Caller, session: SessionId, code: &str) -> Result<(), MembershipError> {
    caller.must(Act::ManageOwnAccount)?;
    let account = caller.account().ok_or(Forbidden::ByRule)?;
    let mut tx = db.begin(caller.community).await?;
    let typed: String = code.chars().filter(|sign| !sign.is_whitespace()).collect();
    let mark = code_mark(&PURPOSES, tx.seal(), &whose(account, session), &typed);
    let tried = store::address_change::try_code(&mut tx, account, session, &mark).await?;
    let outcome = if tried.is_empty() {
        Err(MembershipError::SignInExpired)
    } else if let Some(email) = tried.into_iter().flatten().next() {
        change(&mut tx, account, &email).await
    } else {
        Err(MembershipError::CodeWrong)
    };
    tx.commit().await?;
    count_failure(db, caller, outcome).await
}

async fn change(tx: &mut CommunityTx, account: AccountId, email: &EmailAddress) -> Result<(), MembershipError> {
    let former = store::account::lock(tx, account).await?.ok_or(MembershipError::NotFound)?;
    let holder = account_change::holder_tx(tx, email).await?;
    if former == *email || holder.is_some_and(|holder| holder != account) {
        return Err(MembershipError::AddressTaken);
    }
    if !store::account::set_address(tx, account, email).await? {
        return Err(MembershipError::AddressTaken);
    }
    store::suppression::revive(tx.conn(), email).await?;
    store::address_change::end_all(tx, account).await?;
    account_change::record_tx(tx, account, What::Address { former }).await?;
    Ok(())
}

fn secrets(seal: &Seal, community: CommunityId, id: AddressChangeId, email: &EmailAddress, at: Timestamp) -> Secrets {
    // The database keeps microseconds.
    Secrets::of(&PURPOSES, seal, &format!("{community}:{id}:{email}:{}", at.timestamp_micros()))
}

fn whose(account: AccountId, session: SessionId) -> String {
    format!("{account}:{session}")
}
