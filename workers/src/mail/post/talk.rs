//! One letter's conversation on an open connection.

use super::answer::{Delivery, Stage, judge};
use crate::mail::seal::Sealed;
use lettre::transport::smtp::{
    Error,
    client::AsyncSmtpConnection,
    commands::{Data, Mail, Rcpt, Rset},
    extension::{Extension, MailBodyParameter, MailParameter},
};

/// How a conversation ended while the line still stands.
pub(super) struct Talk {
    pub(super) delivery: Delivery,
    pub(super) keep: bool,
}

/// The line broke.
pub(super) struct Break {
    pub(super) delivery: Delivery,
    /// Nothing but MAIL FROM was said: the letter can be told on another line at once.
    pub(super) before_anything: bool,
}

/// MAIL, RCPT, DATA, content.
pub(super) async fn deliver(line: &mut AsyncSmtpConnection, letter: &Sealed) -> Result<Talk, Break> {
    let from = Mail::new(letter.envelope.from().cloned(), parameters(line, letter));
    if let Err(error) = line.command(from).await {
        return refused(line, Stage::Sender, &error).await;
    }
    for to in letter.envelope.to() {
        if let Err(error) = line.command(Rcpt::new(to.clone(), Vec::new())).await {
            return refused(line, Stage::Recipient, &error).await;
        }
    }
    if let Err(error) = line.command(Data).await {
        return refused(line, Stage::Content, &error).await;
    }
    match line.message(&letter.raw).await {
        Ok(_) => Ok(Talk { delivery: Delivery::Sent, keep: true }),
        Err(error) => refused(line, Stage::Content, &error).await,
    }
}

/// Sealed letters are ASCII, so that this is empty unless an address is not.
fn parameters(line: &AsyncSmtpConnection, letter: &Sealed) -> Vec<MailParameter> {
    let info = line.server_info();
    let mut parameters = Vec::new();
    let plain = letter.envelope.to().iter().chain(letter.envelope.from()).all(|a| AsRef::<str>::as_ref(a).is_ascii());
    if !plain && info.supports_feature(Extension::SmtpUtfEight) {
        parameters.push(MailParameter::SmtpUtfEight);
    }
    if !letter.raw.is_ascii() && info.supports_feature(Extension::EightBitMime) {
        parameters.push(MailParameter::Body(MailBodyParameter::EightBitMime));
    }
    parameters
}

/// After an answer the line is wiped and kept; after a break, or a 421, it is given up.
async fn refused(line: &mut AsyncSmtpConnection, stage: Stage, error: &Error) -> Result<Talk, Break> {
    let delivery = judge(stage, error);
    let Some(code) = error.status().map(u16::from) else {
        return Err(Break { delivery, before_anything: stage == Stage::Sender });
    };
    // 421 is "closing": said to the first command of a rested line, it is about the line and not about the letter.
    if code == 421 && stage == Stage::Sender {
        return Err(Break { delivery, before_anything: true });
    }
    let keep = code != 421 && line.command(Rset).await.is_ok();
    Ok(Talk { delivery, keep })
}
