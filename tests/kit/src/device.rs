//! A device that keeps passkeys, with the browser in front of it: makes P-256 keys and signs what it is asked (W3C Web Authentication, level 2).

use data_encoding::BASE64URL_NOPAD;
use ring::{
    digest::{SHA256, digest},
    rand::SystemRandom,
    signature::{ECDSA_P256_SHA256_ASN1_SIGNING, EcdsaKeyPair, KeyPair},
};
use serde_json::{Value, json};

const PRESENT: u8 = 0x01;
const VERIFIED: u8 = 0x04;
const WITH_KEY: u8 = 0x40;

/// A telephone, say.
pub struct Device {
    keys: Vec<Key>,
    /// Whether it looks at who holds it before it signs.
    pub verifies: bool,
    /// How often it has signed; what it says of that.
    pub counter: u32,
}

struct Key {
    id: Vec<u8>,
    pair: EcdsaKeyPair,
    domain: String,
    account: Vec<u8>,
}

impl Default for Device {
    fn default() -> Self {
        Self { keys: Vec::new(), verifies: true, counter: 0 }
    }
}

impl Device {
    /// One that signs for whoever holds it.
    pub fn careless() -> Self {
        Self { verifies: false, ..Self::default() }
    }

    /// What `navigator.credentials.create(options)` answers on a page of `origin`.
    pub fn create(&mut self, origin: &str, options: &Value) -> Value {
        let asked = &options["publicKey"];
        let domain = asked["rp"]["id"].as_str().unwrap().to_owned();
        let document = EcdsaKeyPair::generate_pkcs8(&ECDSA_P256_SHA256_ASN1_SIGNING, &SystemRandom::new()).unwrap();
        let pair = pair(document.as_ref());
        let id = digest(&SHA256, pair.public_key().as_ref()).as_ref()[..16].to_vec();
        let data = [self.head(&domain, WITH_KEY), credential(&id, pair.public_key().as_ref())].concat();
        self.keys.push(Key { id: id.clone(), pair, domain, account: bytes(&asked["user"]["id"]) });
        let response = json!({
            "clientDataJSON": text(&client_data("webauthn.create", origin, &asked["challenge"])),
            "attestationObject": text(&unattested(&data)),
        });
        json!({ "id": text(&id), "rawId": text(&id), "type": "public-key", "response": response })
    }

    /// What `navigator.credentials.get(options)` answers on a page of `origin`, with the newest key that fits.
    pub fn get(&mut self, origin: &str, options: &Value) -> Value {
        let asked = &options["publicKey"];
        let named: Vec<Vec<u8>> =
            asked["allowCredentials"].as_array().unwrap().iter().map(|one| bytes(&one["id"])).collect();
        let fits = |key: &&Key| asked["rpId"] == key.domain && (named.is_empty() || named.contains(&key.id));
        self.counter += 1;
        let key = self.keys.iter().rev().find(fits).unwrap_or_else(|| panic!("no key fits: a browser would say so"));
        let data = self.head(&key.domain, 0);
        let client = client_data("webauthn.get", origin, &asked["challenge"]);
        let signed = [data.as_slice(), digest(&SHA256, &client).as_ref()].concat();
        let signature = key.pair.sign(&SystemRandom::new(), &signed).unwrap();
        let response = json!({
            "clientDataJSON": text(&client),
            "authenticatorData": text(&data),
            "signature": text(signature.as_ref()),
            "userHandle": text(&key.account),
        });
        json!({ "id": text(&key.id), "rawId": text(&key.id), "type": "public-key", "response": response })
    }

    /// The beginning of what is signed: for whom, how sure the device is, how often it has signed.
    fn head(&self, domain: &str, more: u8) -> Vec<u8> {
        let flags = PRESENT | more | if self.verifies { VERIFIED } else { 0 };
        [digest(&SHA256, domain.as_bytes()).as_ref(), &[flags], &self.counter.to_be_bytes()].concat()
    }
}

fn pair(document: &[u8]) -> EcdsaKeyPair {
    EcdsaKeyPair::from_pkcs8(&ECDSA_P256_SHA256_ASN1_SIGNING, document, &SystemRandom::new()).unwrap()
}

fn client_data(kind: &str, origin: &str, challenge: &Value) -> Vec<u8> {
    json!({ "type": kind, "challenge": challenge, "origin": origin, "crossOrigin": false }).to_string().into_bytes()
}

/// No make of device, the credential's id, and its key: COSE, EC2, ES256, P-256, x and y.
fn credential(id: &[u8], point: &[u8]) -> Vec<u8> {
    let (x, y) = point[1..].split_at(32);
    let length = u16::try_from(id.len()).unwrap().to_be_bytes();
    let key: [&[u8]; 4] = [&[0xa5, 0x01, 0x02, 0x03, 0x26, 0x20, 0x01, 0x21, 0x58, 0x20], x, &[0x22, 0x58, 0x20], y];
    [&[0; 16], length.as_slice(), id, &key.concat()].concat()
}

/// `{fmt: "none", attStmt: {}, authData}` as CBOR.
fn unattested(data: &[u8]) -> Vec<u8> {
    let length = u16::try_from(data.len()).unwrap().to_be_bytes();
    [b"\xa3\x63fmt\x64none\x67attStmt\xa0\x68authData\x59".as_slice(), &length, data].concat()
}

fn text(bytes: &[u8]) -> String {
    BASE64URL_NOPAD.encode(bytes)
}

fn bytes(value: &Value) -> Vec<u8> {
    BASE64URL_NOPAD.decode(value.as_str().unwrap().as_bytes()).unwrap()
}
