//! Signing in with the link or the code of the letter.
//!
//! Used once: one guarded update decides, so of a hundred parallel attempts one signs in (bar A2). Looking at a link
//! changes nothing.

use crate::{
    MembershipError, account, account_change, device, journal, limits,
    secrets::{code_mark, link_hash},
    sign_in::{SIGN_IN, browser_hash},
    store,
};
use community::text;
use database::{CommunityTx, Db};
use kernel::{AccountId, Act, Caller, Deed, EmailAddress, SessionId, TokenHash};
use serde_json::json;

/// The link was followed and its button pressed.
#[derive(Clone)]
pub struct RedeemLink {
    /// The token in the link.
    pub token: String,
    /// The nonce in this browser's cookie.
    pub browser: String,
    /// What this browser's long-lived cookie holds; empty when it has none.
    pub device: String,
    /// What the browser calls itself, for the list of sessions.
    pub user_agent: String,
}

/// The code was typed in.
#[derive(Clone)]
pub struct RedeemCode {
    /// The address the letter went to.
    pub email: EmailAddress,
    /// What was typed; blanks do not matter.
    pub code: String,
    /// The nonce in this browser's cookie.
    pub browser: String,
    /// What this browser's long-lived cookie holds; empty when it has none.
    pub device: String,
    /// What the browser calls itself, for the list of sessions.
    pub user_agent: String,
}

/// Somebody is signed in.
#[derive(Clone)]
pub struct SignedIn {
    /// For the cookie, shown this once.
    pub session_token: String,
    /// The session.
    pub session: SessionId,
    /// Whose.
    pub account: AccountId,
    /// For the long-lived cookie that shows, the next time, that this address has been in here before.
    pub device: String,
    /// A path of this host.
    pub return_to: String,
}

macro_rules! silent {
    ($($name:ident),*) => {$(
        impl std::fmt::Debug for $name {
            fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
                f.debug_struct(stringify!($name)).finish_non_exhaustive()
            }
        }
    )*};
}
silent!(RedeemLink, RedeemCode, SignedIn);

/// What a link is good for.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum LinkState {
    /// Pressing the button signs in.
    Usable,
    /// Another browser asked: the code of the letter is to be typed there.
    OtherBrowser,
    /// Used, or burnt by wrong codes.
    Spent,
    /// Too old, or no link of ours.
    Expired,
}

/// Looks at a link without using it: for the page that a GET shows.
pub async fn peek_link(db: &Db, caller: &Caller, token: &str, browser: &str) -> Result<LinkState, MembershipError> {
    caller.must(Act::SignIn)?;
    let mut tx = db.begin(caller.community).await?;
    let state = look(&mut tx, token, browser).await?;
    tx.commit().await?;
    Ok(state)
}

/// Signs in by link. Only a link that opens nothing is counted: whoever shares a network with somebody who tries without end
/// still gets in (bar A9).
///
/// # Errors
/// `SignInSpent` (written into the journal), `SignInExpired`, `SignInOtherBrowser`; `TooOften`; `AddressReplaced`.
pub async fn redeem_link(db: &Db, caller: &Caller, cmd: RedeemLink) -> Result<SignedIn, MembershipError> {
    caller.must(Act::SignIn)?;
    let mut tx = db.begin(caller.community).await?;
    let (link, browser) = (link_hash(&SIGN_IN, &cmd.token), browser_hash(&cmd.browser));
    let outcome = if let Some(used) = store::sign_in::use_link(&mut tx, &link, &browser).await? {
        open_session(&mut tx, used, &cmd.device, &cmd.user_agent).await
    } else {
        // Counted before anything is written down, so that the journal cannot be filled with replays.
        db.count(caller, Deed::Redeem, None).await?;
        Err(why_not(&mut tx, &cmd).await?)
    };
    tx.commit().await?;
    outcome
}

/// Signs in by code. A wrong code counts against every letter this browser has asked for; five burn them. That is what bounds
/// guessing; the network's budget counts the codes that opened nothing and never stops one that does (bar A9).
///
/// # Errors
/// `CodeWrong`; `TooOften`; `AddressReplaced`; `SignInExpired` when nothing is left to try (too old, burnt, used, never asked: all alike).
pub async fn redeem_code(db: &Db, caller: &Caller, cmd: RedeemCode) -> Result<SignedIn, MembershipError> {
    caller.must(Act::SignIn)?;
    let mut tx = db.begin(caller.community).await?;
    let typed: String = cmd.code.chars().filter(|c| !c.is_whitespace()).collect();
    let mark = code_mark(&SIGN_IN, tx.seal(), cmd.email.as_str(), &typed);
    let tried = store::sign_in::try_code(&mut tx, &cmd.email, &browser_hash(&cmd.browser), &mark).await?;
    let outcome = if tried.is_empty() {
        Err(MembershipError::SignInExpired)
    } else if let Some(used) = tried.into_iter().flatten().next() {
        open_session(&mut tx, used, &cmd.device, &cmd.user_agent).await
    } else {
        Err(MembershipError::CodeWrong)
    };
    // A refusal is kept as well: the attempt must count.
    tx.commit().await?;
    count_failure(db, caller, outcome).await
}

/// Counts what opened nothing: a wrong code, a link or an answer that is not good. What succeeds is never counted, so that a
/// network's budget is its failures' alone.
///
/// # Errors
/// Those of `outcome`; `TooOften` instead once the budget is spent.
pub(crate) async fn count_failure<T>(
    db: &Db,
    caller: &Caller,
    outcome: Result<T, MembershipError>,
) -> Result<T, MembershipError> {
    if outcome.as_ref().is_err_and(|no| !matches!(no, MembershipError::Fault(_))) {
        db.count(caller, Deed::Redeem, None).await?;
    }
    outcome
}

async fn open_session(
    tx: &mut CommunityTx,
    used: store::sign_in::Used,
    cookie: &str,
    user_agent: &str,
) -> Result<SignedIn, MembershipError> {
    // Whoever changed it by mistake, or did not change it at all, takes the change back and is in.
    if account_change::holder_tx(tx, &used.email).await?.is_some() {
        return Err(MembershipError::AddressReplaced);
    }
    let account = account::of_address_tx(tx, &used.email, used.language).await?;
    store::suppression::revive(tx.conn(), &used.email).await?;
    enter_tx(tx, Entering { account, email: used.email, device: cookie, user_agent, return_to: used.return_to }).await
}

/// Somebody of whom the house knows who they are.
pub(crate) struct Entering<'a> {
    pub account: AccountId,
    pub email: EmailAddress,
    /// What this browser's long-lived cookie holds.
    pub device: &'a str,
    pub user_agent: &'a str,
    pub return_to: String,
}

/// Opens a session.
pub(crate) async fn enter_tx(tx: &mut CommunityTx, who: Entering<'_>) -> Result<SignedIn, MembershipError> {
    let (session, session_token) = (SessionId(tx.entropy().id()), tx.entropy().token());
    let agent: String = text::line("user_agent", who.user_agent, usize::MAX)?.chars().take(300).collect();
    store::session::insert(tx, session, who.account, &session_hash(&session_token), &agent).await?;
    let device = device::remember(tx.seal(), tx.entropy(), who.device, &who.email);
    Ok(SignedIn { session_token, session, account: who.account, device, return_to: who.return_to })
}

/// What is kept of a session's token.
pub(crate) fn session_hash(token: &str) -> TokenHash {
    TokenHash::of("session", token)
}

async fn why_not(tx: &mut CommunityTx, cmd: &RedeemLink) -> Result<MembershipError, MembershipError> {
    match look(tx, &cmd.token, &cmd.browser).await? {
        LinkState::OtherBrowser => Ok(MembershipError::SignInOtherBrowser),
        LinkState::Spent => {
            let entry = journal::Entry { actor: None, subject: None, act: "sign_in_replayed", detail: json!({}) };
            journal::record_tx(tx, entry).await?;
            Ok(MembershipError::SignInSpent)
        }
        // `Usable` here means that the moment of expiry lay between the two statements.
        LinkState::Expired | LinkState::Usable => {
            store::sign_in::burn(tx, &link_hash(&SIGN_IN, &cmd.token)).await?;
            Ok(MembershipError::SignInExpired)
        }
    }
}

async fn look(tx: &mut CommunityTx, token: &str, browser: &str) -> Result<LinkState, MembershipError> {
    let now = tx.now();
    let Some(row) = store::sign_in::by_link(tx, &link_hash(&SIGN_IN, token), &browser_hash(browser)).await? else {
        return Ok(LinkState::Expired);
    };
    Ok(if row.used || row.attempts >= limits::CODE_ATTEMPTS {
        LinkState::Spent
    } else if row.expires_at <= now {
        LinkState::Expired
    } else if !row.here {
        LinkState::OtherBrowser
    } else {
        LinkState::Usable
    })
}
