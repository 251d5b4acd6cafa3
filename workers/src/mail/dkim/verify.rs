//! Verifies a signature as a receiver would (relaxed/relaxed, SHA-256), independently of the code that signed.

use super::PublicKey;
use data_encoding::BASE64;
use ring::{digest, signature};

/// What a valid signature vouches for.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Verified {
    /// The domain that signed (`d=`).
    pub domain: String,
    /// Lower-case names of the covered headers (`h=`).
    pub covered: Vec<String>,
}

/// Checks the DKIM signature of `raw`.
///
/// # Errors
/// A sentence saying what is wrong with the signature.
pub fn verify(raw: &[u8], key: &PublicKey) -> Result<Verified, String> {
    let raw = std::str::from_utf8(raw).map_err(|_| "the message is not ASCII")?;
    let (head, body) = raw.split_once("\r\n\r\n").ok_or("the message has no body")?;
    let fields = fields(head);
    let signature = fields.iter().find(|(name, _)| name == "dkim-signature").ok_or("there is no DKIM signature")?;
    let tag = |wanted: &str| tag(&signature.1, wanted).ok_or_else(|| format!("the signature lacks {wanted}="));
    if tag("c")? != "relaxed/relaxed" {
        return Err("the signature is not relaxed/relaxed".to_owned());
    }
    if BASE64.encode(digest::digest(&digest::SHA256, relaxed_body(body).as_bytes()).as_ref()) != tag("bh")? {
        return Err("the body was changed after signing".to_owned());
    }
    let covered: Vec<String> = tag("h")?.split(':').map(|name| name.trim().to_lowercase()).collect();
    let signed = signed_text(&fields, &covered, &signature.1);
    let mark = BASE64.decode(tag("b")?.as_bytes()).map_err(|_| "the signature is not base64")?;
    check(key, &tag("a")?, signed.as_bytes(), &mark)?;
    Ok(Verified { domain: tag("d")?, covered })
}

fn check(key: &PublicKey, algorithm: &str, signed: &[u8], mark: &[u8]) -> Result<(), String> {
    let hash = digest::digest(&digest::SHA256, signed);
    let outcome = match (key, algorithm) {
        // RFC 8463: Ed25519 signs the hash, not the text.
        (PublicKey::Ed25519(key), "ed25519-sha256") => {
            signature::UnparsedPublicKey::new(&signature::ED25519, key).verify(hash.as_ref(), mark)
        }
        (PublicKey::Rsa(key), "rsa-sha256") => {
            signature::UnparsedPublicKey::new(&signature::RSA_PKCS1_2048_8192_SHA256, key).verify(signed, mark)
        }
        _ => return Err(format!("the key does not fit {algorithm}")),
    };
    outcome.map_err(|_| "the headers were changed after signing, or the key is another".to_owned())
}

/// Unfolded headers in order: lower-case name and relaxed value.
pub(crate) fn fields(head: &str) -> Vec<(String, String)> {
    let mut fields: Vec<(String, String)> = Vec::new();
    for line in head.split("\r\n") {
        match fields.last_mut() {
            Some((_, value)) if line.starts_with([' ', '\t']) => {
                value.push(' ');
                value.push_str(line);
            }
            _ => {
                let (name, value) = line.split_once(':').unwrap_or((line, ""));
                fields.push((name.trim_end().to_lowercase(), value.to_owned()));
            }
        }
    }
    for (_, value) in &mut fields {
        *value = value.split([' ', '\t']).filter(|word| !word.is_empty()).collect::<Vec<_>>().join(" ");
    }
    fields
}

fn tag(signature: &str, wanted: &str) -> Option<String> {
    signature.split(';').find_map(|part| {
        let (name, value) = part.trim().split_once('=')?;
        (name.trim() == wanted).then(|| value.split(' ').collect())
    })
}

/// The covered headers from the bottom up, then the signature itself with an empty `b=`.
fn signed_text(fields: &[(String, String)], covered: &[String], signature: &str) -> String {
    let mut text = String::new();
    let mut left: Vec<&(String, String)> = fields.iter().collect();
    for wanted in covered {
        if let Some(at) = left.iter().rposition(|(name, _)| name == wanted) {
            let (name, value) = left.remove(at);
            text.extend([name.as_str(), ":", value.as_str(), "\r\n"]);
        }
    }
    let emptied = signature.split(';').map(|part| match part.split_once('=') {
        Some((name, _)) if name.trim() == "b" => format!("{name}="),
        _ => part.to_owned(),
    });
    text.push_str("dkim-signature:");
    text.push_str(&emptied.collect::<Vec<_>>().join(";"));
    text
}

fn relaxed_body(body: &str) -> String {
    let mut out = String::with_capacity(body.len());
    for line in body.split("\r\n") {
        let mut gap = false;
        for c in line.chars() {
            match c {
                ' ' | '\t' => gap = true,
                _ => {
                    if std::mem::take(&mut gap) {
                        out.push(' ');
                    }
                    out.push(c);
                }
            }
        }
        out.push_str("\r\n");
    }
    while out.ends_with("\r\n\r\n") {
        out.truncate(out.len() - 2);
    }
    if out == "\r\n" { String::new() } else { out }
}
