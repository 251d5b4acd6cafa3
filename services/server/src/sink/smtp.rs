//! One SMTP conversation (RFC 5321), as far as a relay in front of us would speak it.

use super::script::{Act, act};
use super::store::Inbox;
use std::{io, time::Duration};
use tokio::io::{AsyncBufReadExt, AsyncReadExt, AsyncWriteExt, BufReader};
use tokio::net::TcpStream;

/// A longer command line is refused.
const MOST_COMMAND: u64 = 2_048;
/// A larger message is refused (SIZE).
const MOST_MESSAGE: usize = 10 * 1024 * 1024;
/// Recipients of one message at the most.
const MOST_RECIPIENTS: usize = 100;
/// A client that says nothing for so long is left.
const PATIENCE: Duration = Duration::from_mins(5);

struct Session<'a> {
    stream: BufReader<TcpStream>,
    inbox: &'a Inbox,
    from: Option<String>,
    recipients: Vec<(String, Act)>,
}

/// What the conversation does after a command.
enum Next {
    GoOn,
    HangUp,
}

/// Speaks until the client leaves.
pub(super) async fn converse(stream: TcpStream, inbox: &Inbox) -> io::Result<()> {
    // Without it every answer waits for the client's delayed acknowledgement.
    stream.set_nodelay(true)?;
    let mut session = Session { stream: BufReader::new(stream), inbox, from: None, recipients: Vec::new() };
    session.say("220 maillon sink ESMTP").await?;
    while let Some(line) = session.command().await? {
        if let Next::HangUp = session.obey(&line).await? {
            break;
        }
    }
    Ok(())
}

impl Session<'_> {
    async fn command(&mut self) -> io::Result<Option<String>> {
        let mut line = Vec::new();
        let mut limited = (&mut self.stream).take(MOST_COMMAND);
        let read = tokio::time::timeout(PATIENCE, limited.read_until(b'\n', &mut line)).await;
        let ended = matches!(read.map_err(io::Error::other)??, 0) || line.last() != Some(&b'\n');
        Ok((!ended).then(|| String::from_utf8_lossy(&line).trim_end().to_owned()))
    }

    async fn obey(&mut self, line: &str) -> io::Result<Next> {
        let (verb, rest) = line.split_once(' ').unwrap_or((line, ""));
        match verb.to_ascii_uppercase().as_str() {
            "EHLO" => self.say("250-maillon sink\r\n250-PIPELINING\r\n250-SIZE 10485760\r\n250-8BITMIME\r\n250-SMTPUTF8\r\n250 ENHANCEDSTATUSCODES").await?,
            "HELO" | "NOOP" => self.say("250 2.0.0 OK").await?,
            "MAIL" => self.sender(rest).await?,
            "RCPT" => self.recipient(rest).await?,
            "DATA" => return self.content().await,
            "RSET" => {
                self.reset();
                self.say("250 2.0.0 OK").await?;
            }
            "QUIT" => {
                self.say("221 2.0.0 Bye").await?;
                return Ok(Next::HangUp);
            }
            _ => self.say("502 5.5.2 Command not recognised").await?,
        }
        Ok(Next::GoOn)
    }

    async fn sender(&mut self, rest: &str) -> io::Result<()> {
        let declared = rest
            .to_ascii_uppercase()
            .split("SIZE=")
            .nth(1)
            .and_then(|size| size.split(' ').next()?.parse::<usize>().ok());
        match path(rest, "FROM:") {
            _ if declared.is_some_and(|size| size > MOST_MESSAGE) => self.say("552 5.3.4 Message too large").await,
            Some(from) => {
                self.reset();
                self.from = Some(from);
                self.say("250 2.1.0 OK").await
            }
            None => self.say("501 5.5.4 MAIL FROM:<address>").await,
        }
    }

    async fn recipient(&mut self, rest: &str) -> io::Result<()> {
        let Some(address) = path(rest, "TO:").filter(|address| address.contains('@')) else {
            return self.say("501 5.5.4 RCPT TO:<address>").await;
        };
        if self.from.is_none() {
            return self.say("503 5.5.1 MAIL first").await;
        }
        if self.recipients.len() >= MOST_RECIPIENTS {
            return self.say("452 4.5.3 Too many recipients").await;
        }
        let address = address.to_lowercase();
        let act = act(&address, self.inbox.attempt(&address));
        match act {
            Act::Refuse(answer) => return self.say(answer).await,
            Act::Crawl => return self.crawl("250 2.1.5 OK\r\n").await,
            _ => self.recipients.push((address, act)),
        }
        self.say("250 2.1.5 OK").await
    }

    async fn content(&mut self) -> io::Result<Next> {
        let Some(from) = self.from.clone().filter(|_| !self.recipients.is_empty()) else {
            self.say("503 5.5.1 MAIL and RCPT first").await?;
            return Ok(Next::GoOn);
        };
        self.say("354 End with a dot on a line of its own").await?;
        if self.is_scripted(|act| act == Act::HangUpBeforeContent) {
            return Ok(Next::HangUp);
        }
        let Some(raw) = self.read_content().await? else { return Ok(Next::HangUp) };
        if raw.len() > MOST_MESSAGE {
            self.say("552 5.3.4 Message too large").await?;
        } else if let Some(answer) = self.refusal() {
            self.say(answer).await?;
        } else {
            let recipients: Vec<String> = self.recipients.iter().map(|(address, _)| address.clone()).collect();
            self.inbox.keep(&from, &recipients, raw).await;
            if self.is_scripted(|act| act == Act::HangUpAfterContent) {
                return Ok(Next::HangUp);
            }
            self.say("250 2.0.0 Kept").await?;
        }
        self.reset();
        Ok(Next::GoOn)
    }

    /// Lines up to the lonely dot, dots unstuffed; nothing when the client left in the middle.
    async fn read_content(&mut self) -> io::Result<Option<Vec<u8>>> {
        let mut raw = Vec::with_capacity(32 * 1024);
        loop {
            let start = raw.len();
            let mut limited = (&mut self.stream).take(MOST_MESSAGE as u64);
            let read = tokio::time::timeout(PATIENCE, limited.read_until(b'\n', &mut raw))
                .await
                .map_err(io::Error::other)??;
            let line = raw.get(start..).unwrap_or_default();
            if read == 0 || line.last() != Some(&b'\n') {
                return Ok(None);
            }
            if line == b".\r\n" {
                raw.truncate(start);
                return Ok(Some(raw));
            }
            if line.first() == Some(&b'.') {
                raw.remove(start);
            }
            // Too large: read on to the dot, keep one byte too many as the mark.
            raw.truncate(MOST_MESSAGE + 1);
        }
    }

    fn refusal(&self) -> Option<&'static str> {
        self.recipients.iter().find_map(|(_, act)| match act {
            Act::RefuseContent(answer) => Some(*answer),
            _ => None,
        })
    }

    fn is_scripted(&self, fits: impl Fn(Act) -> bool) -> bool {
        self.recipients.iter().any(|(_, act)| fits(*act))
    }

    fn reset(&mut self) {
        self.from = None;
        self.recipients.clear();
    }

    async fn say(&mut self, line: &str) -> io::Result<()> {
        self.stream.write_all(format!("{line}\r\n").as_bytes()).await?;
        self.stream.flush().await
    }

    async fn crawl(&mut self, text: &str) -> io::Result<()> {
        for byte in text.bytes() {
            tokio::time::sleep(Duration::from_secs(1)).await;
            self.stream.write_all(&[byte]).await?;
            self.stream.flush().await?;
        }
        Ok(())
    }
}

/// The address in `FROM:<ada@example.test> SIZE=12`.
fn path(rest: &str, prefix: &str) -> Option<String> {
    let rest = rest.trim_start();
    let tail =
        rest.get(..prefix.len()).filter(|head| head.eq_ignore_ascii_case(prefix)).and(rest.get(prefix.len()..))?;
    let address = tail.trim_start().strip_prefix('<')?.split_once('>')?.0;
    Some(address.to_owned())
}
