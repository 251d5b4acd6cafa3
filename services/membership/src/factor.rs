//! The second factor: codes of an application (TOTP, RFC 6238), and recovery codes for whoever has lost it. A passkey is one as
//! well ([`crate::passkey`]).
//!
//! Invariants
//! - A code is taken once: the step of the last one is kept, and neither it nor an older one is taken again (bar A3). One step
//!   before and one after the present one are taken, because clocks differ.
//! - The secret is closed by the installation's key, recovery codes are kept as keyed marks: the database alone opens nothing.
//! - Whoever has a factor changes nothing of how they get in without showing it ([`kernel::Assurance`]).
//! - Showing it gives the session a new token (bar A5), and makes the house sure for [`limits::PROOF`].

use crate::{
    MembershipError, account,
    account_change::{self, What},
    limits,
    redeem::session_hash,
    store,
};
use community::views::face;
use data_encoding::BASE32_NOPAD;
use database::{CommunityTx, DatabaseError, Db};
use kernel::{
    AccountId, Act, Caller, CommunityId, Deed, EmailAddress, FactorId, Forbidden, Seal, SessionId, Timestamp,
};
use totp_rs::{Builder, Totp};

/// What an application needs to make codes. Shown while it is set up, and never again.
#[derive(Clone, PartialEq, Eq)]
pub struct Enrolment {
    /// The secret in groups of four letters and digits, for typing.
    pub secret: String,
    /// The same as an `otpauth:` address, for a picture that a telephone reads.
    pub uri: String,
}

/// The house is sure of somebody.
#[derive(Clone)]
pub struct Proved {
    /// For the cookie, shown this once: the session goes on under another token.
    pub session_token: String,
    /// Until when it is sure.
    pub until: Timestamp,
}

/// A factor was set up.
#[derive(Clone)]
pub struct Enrolled {
    /// Each works once, in the application's place. Shown this once.
    pub recovery_codes: Vec<String>,
    /// Setting it up has shown it, too.
    pub proved: Proved,
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
silent!(Enrolment, Proved, Enrolled);

/// What somebody's account is protected by.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct Protection {
    /// Since when an application makes codes for it.
    pub since: Option<Timestamp>,
    /// Recovery codes that have not been used.
    pub recovery_codes: i64,
    /// Passkeys, wherever they work.
    pub passkeys: i64,
}

impl Protection {
    /// Whether there is a second factor of either kind.
    pub fn has_factor(&self) -> bool {
        self.since.is_some() || self.passkeys > 0
    }
}

const PURPOSE: &str = "totp-secret";
/// As RFC 4226 asks for.
const SECRET_BYTES: usize = 20;

/// What the caller's account is protected by.
pub async fn protection(db: &Db, caller: &Caller) -> Result<Protection, MembershipError> {
    caller.must(Act::ManageOwnAccount)?;
    let account = caller.account().ok_or(Forbidden::ByRule)?;
    let mut tx = db.begin(caller.community).await?;
    let found = store::factor::protection(&mut tx, account).await?;
    tx.commit().await?;
    Ok(found)
}

/// Begins to set up a factor: what the application needs. Beginning again throws the former beginning away; nothing is asked of
/// anybody before [`confirm`].
///
/// # Errors
/// `Forbidden` unless the caller signed in a moment ago; `FactorAlready`; `TooOften`.
pub async fn begin(db: &Db, caller: &Caller) -> Result<Enrolment, MembershipError> {
    caller.must(Act::ChangeOwnAccess)?;
    let account = caller.account().ok_or(Forbidden::ByRule)?;
    db.count(caller, Deed::ChangeAccess, None).await?;
    let issuer = issuer(db).await?;
    let mut tx = db.begin(caller.community).await?;
    let email = store::account::lock(&mut tx, account).await?.ok_or(MembershipError::NotFound)?;
    if store::factor::in_use(&mut tx, account).await?.is_some() {
        return Err(MembershipError::FactorAlready);
    }
    let mut secret = [0; SECRET_BYTES];
    tx.entropy().fill(&mut secret);
    store::factor::forget_beginnings(&mut tx, account).await?;
    insert(&mut tx, account, &secret, false).await?;
    tx.commit().await?;
    enrolment(&issuer, &email, &secret)
}

/// What was begun and not confirmed yet, once more; nothing when nothing was, or too long ago.
pub async fn begun(db: &Db, caller: &Caller) -> Result<Option<Enrolment>, MembershipError> {
    caller.must(Act::ChangeOwnAccess)?;
    let account = caller.account().ok_or(Forbidden::ByRule)?;
    let issuer = issuer(db).await?;
    let mut tx = db.begin(caller.community).await?;
    let begun = store::factor::begun(&mut tx, account).await?;
    let own = account::by_id_tx(&mut tx, account).await?;
    let seal = tx.seal().clone();
    tx.commit().await?;
    let (Some(row), Some(own)) = (begun, own) else { return Ok(None) };
    enrolment(&issuer, &own.email, &row.secret(&seal, account)?).map(Some)
}

/// The first code: from now on the factor protects the account. The account's address is told, and can take it back.
///
/// # Errors
/// `FactorCodeWrong`; `FactorMissing` when nothing was begun, or too long ago; `FactorAlready`; `Forbidden`; `TooOften`.
pub async fn confirm(db: &Db, caller: &Caller, session: SessionId, code: &str) -> Result<Enrolled, MembershipError> {
    caller.must(Act::ChangeOwnAccess)?;
    let account = caller.account().ok_or(Forbidden::ByRule)?;
    db.count(caller, Deed::ProveFactor, None).await?;
    let mut tx = db.begin(caller.community).await?;
    store::account::lock(&mut tx, account).await?.ok_or(MembershipError::NotFound)?;
    if store::factor::in_use(&mut tx, account).await?.is_some() {
        return Err(MembershipError::FactorAlready);
    }
    let row = store::factor::begun(&mut tx, account).await?.ok_or(MembershipError::FactorMissing)?;
    let secret = row.secret(tx.seal(), account)?;
    let step = step_of(&secret, code, tx.now())?.ok_or(MembershipError::FactorCodeWrong)?;
    store::factor::confirm(&mut tx, row.id, step).await?;
    let recovery_codes = new_codes(&mut tx, account).await?;
    account_change::record_tx(&mut tx, account, What::FactorAdded(row.id)).await?;
    let proved = sure(&mut tx, account, session).await?;
    tx.commit().await?;
    Ok(Enrolled { recovery_codes, proved })
}

/// Shows that it is oneself, by a code of the application or by a recovery code, which is used up.
///
/// # Errors
/// `FactorCodeWrong`, also for a code that was taken before; `FactorMissing`; `TooOften`.
pub async fn prove(db: &Db, caller: &Caller, session: SessionId, code: &str) -> Result<Proved, MembershipError> {
    caller.must(Act::ProveOneself)?;
    let account = caller.account().ok_or(Forbidden::ByRule)?;
    db.count(caller, Deed::ProveFactor, None).await?;
    let mut tx = db.begin(caller.community).await?;
    let row = store::factor::in_use(&mut tx, account).await?;
    if row.is_none() && !store::factor::protection(&mut tx, account).await?.has_factor() {
        return Err(MembershipError::FactorMissing);
    }
    let step = match &row {
        Some(row) => step_of(&row.secret(tx.seal(), account)?, code, tx.now())?.map(|step| (row.id, step)),
        None => None,
    };
    let taken = if let Some((factor, step)) = step {
        store::factor::take_step(&mut tx, factor, step).await?
    } else {
        let mark = recovery_mark(tx.seal(), account, code);
        store::factor::take_recovery(&mut tx, account, &mark).await?
    };
    if !taken {
        return Err(MembershipError::FactorCodeWrong);
    }
    let proved = sure(&mut tx, account, session).await?;
    tx.commit().await?;
    Ok(proved)
}

/// Ten recovery codes in the place of the former ones.
///
/// # Errors
/// `FactorMissing`; `Forbidden` unless the factor was shown a moment ago.
pub async fn renew_recovery_codes(db: &Db, caller: &Caller) -> Result<Vec<String>, MembershipError> {
    caller.must(Act::ChangeOwnAccess)?;
    let account = caller.account().ok_or(Forbidden::ByRule)?;
    db.count(caller, Deed::ChangeAccess, None).await?;
    let mut tx = db.begin(caller.community).await?;
    store::account::lock(&mut tx, account).await?;
    if !store::factor::protection(&mut tx, account).await?.has_factor() {
        return Err(MembershipError::FactorMissing);
    }
    let codes = new_codes(&mut tx, account).await?;
    tx.commit().await?;
    Ok(codes)
}

/// Takes the factor away. The account's address is told, and can take that back.
///
/// # Errors
/// `FactorMissing`; `Forbidden` unless the factor was shown a moment ago.
pub async fn remove(db: &Db, caller: &Caller) -> Result<(), MembershipError> {
    caller.must(Act::ChangeOwnAccess)?;
    let account = caller.account().ok_or(Forbidden::ByRule)?;
    db.count(caller, Deed::ChangeAccess, None).await?;
    let mut tx = db.begin(caller.community).await?;
    store::account::lock(&mut tx, account).await?;
    let row = store::factor::in_use(&mut tx, account).await?.ok_or(MembershipError::FactorMissing)?;
    store::factor::remove(&mut tx, row.id).await?;
    account_change::record_tx(&mut tx, account, What::FactorRemoved(row.id)).await?;
    tx.commit().await?;
    Ok(())
}

/// Gives the account of an address a factor whose key (base32) is known, unless it has one: for the people of the demo. The house
/// only.
pub async fn give(db: &Db, caller: &Caller, email: &EmailAddress, key: &str) -> Result<(), MembershipError> {
    caller.must(Act::WorkJob)?;
    let secret = BASE32_NOPAD.decode(key.as_bytes()).map_err(DatabaseError::damaged)?;
    let mut tx = db.begin(caller.community).await?;
    let account = account::of_address_tx(&mut tx, email, caller.language).await?;
    store::account::lock(&mut tx, account).await?;
    if store::factor::in_use(&mut tx, account).await?.is_none() {
        insert(&mut tx, account, &secret, true).await?;
    }
    tx.commit().await?;
    Ok(())
}

/// The six digits that an application with this key (base32, however it is grouped) shows at this moment.
pub fn code_of(key: &str, now: Timestamp) -> Result<String, MembershipError> {
    let letters: String = key.chars().filter(char::is_ascii_alphanumeric).collect();
    code_at(&BASE32_NOPAD.decode(letters.as_bytes()).map_err(DatabaseError::damaged)?, now)
}

fn code_at(secret: &[u8], now: Timestamp) -> Result<String, MembershipError> {
    Ok(totp(secret)?.generate(seconds(now)).to_string())
}

async fn insert(tx: &mut CommunityTx, account: AccountId, secret: &[u8], confirmed: bool) -> Result<(), DatabaseError> {
    let id = FactorId(tx.entropy().id());
    let closed = tx.seal().close(PURPOSE, &whose(account, id), secret, tx.entropy()).map_err(DatabaseError::damaged)?;
    store::factor::insert(tx, id, account, &closed, confirmed).await
}

impl store::factor::Row {
    fn secret(&self, seal: &Seal, account: AccountId) -> Result<Vec<u8>, DatabaseError> {
        seal.open(PURPOSE, &whose(account, self.id), &self.closed).map_err(DatabaseError::damaged)
    }
}

fn whose(account: AccountId, id: FactorId) -> String {
    format!("{account}:{id}")
}

/// The house is sure of this session from now on, and it goes on under another token.
pub(crate) async fn sure(
    tx: &mut CommunityTx,
    account: AccountId,
    session: SessionId,
) -> Result<Proved, MembershipError> {
    let (session_token, until) = (tx.entropy().token(), tx.now() + limits::PROOF);
    if !store::session::prove(tx, account, session, &session_hash(&session_token), until).await? {
        return Err(MembershipError::NotFound);
    }
    Ok(Proved { session_token, until })
}

/// Recovery codes in the place of the former ones.
pub(crate) async fn new_codes(tx: &mut CommunityTx, account: AccountId) -> Result<Vec<String>, MembershipError> {
    let codes: Vec<String> = (0..limits::RECOVERY_CODES).map(|_| new_code(tx)).collect();
    let marks: Vec<String> = codes.iter().map(|code| recovery_mark(tx.seal(), account, code)).collect();
    store::factor::replace_recovery(tx, account, &marks).await?;
    Ok(codes)
}

/// 80 bits as four groups of four letters and digits.
fn new_code(tx: &CommunityTx) -> String {
    let mut bytes = [0; 10];
    tx.entropy().fill(&mut bytes);
    grouped(&BASE32_NOPAD.encode(&bytes).to_lowercase(), "-")
}

fn grouped(text: &str, between: &str) -> String {
    let signs: Vec<char> = text.chars().collect();
    signs.chunks(4).map(|group| group.iter().collect::<String>()).collect::<Vec<_>>().join(between)
}

/// What is kept of a recovery code, however it was typed.
fn recovery_mark(seal: &Seal, account: AccountId, code: &str) -> String {
    let typed: String =
        code.chars().filter(char::is_ascii_alphanumeric).map(|sign| sign.to_ascii_lowercase()).collect();
    seal.mark("recovery-code", &format!("{account}:{typed}"))
}

/// The step whose code this is, now, a step ago or a step ahead.
fn step_of(secret: &[u8], code: &str, now: Timestamp) -> Result<Option<i64>, MembershipError> {
    let typed: String = code.chars().filter(|sign| !sign.is_whitespace()).collect();
    let step = totp(secret)?.check(&typed, seconds(now));
    Ok(step.and_then(|step| i64::try_from(step).ok()))
}

/// SHA-1, six digits, 30 seconds, one step either way: what every application knows.
fn totp(secret: &[u8]) -> Result<Totp, MembershipError> {
    let built = Builder::new().with_secret(secret.to_vec()).with_skew(1).with_step_duration(30).build();
    built.map_err(|error| DatabaseError::damaged(error).into())
}

fn seconds(now: Timestamp) -> u64 {
    u64::try_from(now.timestamp()).unwrap_or_default()
}

/// What an application calls this installation.
async fn issuer(db: &Db) -> Result<String, MembershipError> {
    let platform = face(db, CommunityId::PLATFORM).await?;
    Ok(platform.map_or_else(|| "Maillon".to_owned(), |face| face.name.replace(':', " ")))
}

fn enrolment(issuer: &str, email: &EmailAddress, secret: &[u8]) -> Result<Enrolment, MembershipError> {
    let built = Builder::new()
        .with_secret(secret.to_vec())
        .with_issuer(Some(issuer))
        .with_account_name(email.as_str().replace(':', " "))
        .build()
        .and_then(|totp| totp.to_url())
        .map_err(DatabaseError::damaged)?;
    Ok(Enrolment { secret: grouped(&BASE32_NOPAD.encode(secret), " "), uri: built })
}

#[cfg(test)]
mod tests {
    use super::*;
    use chrono::{DateTime, Duration};

    /// RFC 6238, appendix B, the last six of its eight digits.
    #[test]
    fn a3_codes_are_those_of_the_rfc() {
        for (at, code) in [(59, "287082"), (1_111_111_109, "081804"), (2_000_000_000, "279037")] {
            let now = DateTime::from_timestamp(at, 0).unwrap();
            assert_eq!(code_at(b"12345678901234567890", now).unwrap(), code);
        }
    }

    #[test]
    fn a3_a_code_is_good_one_step_early_and_one_late_and_no_more() {
        let secret = [7; SECRET_BYTES];
        let now = DateTime::from_timestamp(2_000_000_010, 0).unwrap();
        for (steps, good) in [(-2, false), (-1, true), (0, true), (1, true), (2, false)] {
            let code = code_at(&secret, now + Duration::seconds(30 * steps)).unwrap();
            assert_eq!(step_of(&secret, &code, now).unwrap().is_some(), good, "{steps} steps away");
        }
        assert_eq!(step_of(&secret, "", now).unwrap(), None);
        assert!(step_of(&secret, "287082", now + Duration::days(3_650)).is_ok(), "ten years later nothing panics");
    }

    #[test]
    fn a_recovery_code_is_the_same_however_it_is_typed_and_another_one_for_somebody_else() {
        let seal = Seal::new([7; 32]);
        let mark = |account, code| recovery_mark(&seal, AccountId(uuid::Uuid::from_u128(account)), code);
        assert_eq!(mark(1, "abcd-efgh-ijkl-mnop"), mark(1, " ABCD EFGH ijklmnop"));
        assert_ne!(mark(1, "abcd-efgh-ijkl-mnop"), mark(2, "abcd-efgh-ijkl-mnop"));
    }

    #[test]
    fn what_an_application_needs_is_readable_by_it_and_by_people() {
        let made = enrolment("Entraide Nièvre", &"odile@example.test".parse().unwrap(), &[7; SECRET_BYTES]).unwrap();
        assert!(made.uri.starts_with("otpauth://totp/") && made.uri.contains("odile"), "{}", made.uri);
        assert_eq!(made.secret.len(), 32 + 7);
        assert!(made.uri.contains(&made.secret.replace(' ', "")));
    }
}
