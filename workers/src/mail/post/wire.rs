//! Opens a connection by the relay's road, with `TCP_NODELAY` set.

use super::answer::{Delivery, Stage, judge};
use super::relay::{Relay, Road};
use lettre::transport::smtp::{
    authentication::Mechanism,
    client::{AsyncSmtpConnection, AsyncTokioStream, Certificate, TlsParameters},
};
use rustls::{
    ClientConfig, RootCertStore, pki_types::CertificateDer, pki_types::ServerName, pki_types::pem::PemObject,
};
use std::{
    io,
    net::SocketAddr,
    pin::Pin,
    sync::Arc,
    task::{Context, Poll},
};
use tokio::io::{AsyncRead, AsyncWrite, ReadBuf};
use tokio::net::TcpStream;
use tokio_rustls::{TlsConnector, client::TlsStream};

/// A connection ready for MAIL FROM, or why there is none.
pub(super) async fn connect(relay: &Relay) -> Result<AsyncSmtpConnection, Delivery> {
    let tcp = dial(relay).await.map_err(|e| again(format!("cannot reach {}:{}: {e}", relay.host, relay.port)))?;
    let mut line = match relay.road {
        Road::Loopback => greet(relay, Box::new(tcp)).await?,
        Road::StartTls => upgrade(relay, greet(relay, Box::new(tcp)).await?).await?,
        Road::Tls => {
            let tls = encrypt(relay, tcp).await.map_err(|e| alarm(relay, &e.to_string()))?;
            greet(relay, Box::new(tls)).await?
        }
    };
    if let Some(credentials) = &relay.credentials {
        let signed_in = line.auth(&[Mechanism::Plain, Mechanism::Login], credentials).await;
        signed_in.map_err(|error| judge(Stage::Opening, &error))?;
    }
    Ok(line)
}

async fn dial(relay: &Relay) -> io::Result<TcpStream> {
    let mut last = io::Error::new(io::ErrorKind::NotFound, "the name has no address");
    for address in tokio::net::lookup_host((relay.host.as_str(), relay.port)).await? {
        if relay.road == Road::Loopback && !address.ip().is_loopback() {
            last = io::Error::new(io::ErrorKind::PermissionDenied, "clear text is for loopback only");
            continue;
        }
        match TcpStream::connect(address).await {
            Ok(tcp) => {
                tcp.set_nodelay(true)?;
                return Ok(tcp);
            }
            Err(error) => last = error,
        }
    }
    Err(last)
}

async fn greet(relay: &Relay, stream: Box<dyn AsyncTokioStream>) -> Result<AsyncSmtpConnection, Delivery> {
    AsyncSmtpConnection::connect_with_transport(stream, &relay.hello).await.map_err(|e| judge(Stage::Opening, &e))
}

/// STARTTLS or nothing: a relay that does not offer it gets no letter.
async fn upgrade(relay: &Relay, mut line: AsyncSmtpConnection) -> Result<AsyncSmtpConnection, Delivery> {
    if !line.can_starttls() {
        return Err(alarm(relay, "the relay does not offer STARTTLS"));
    }
    let parameters = starttls_parameters(relay).map_err(|e| alarm(relay, &e.to_string()))?;
    line.starttls(parameters, &relay.hello).await.map_err(|e| alarm(relay, &e.to_string()))?;
    Ok(line)
}

fn starttls_parameters(relay: &Relay) -> Result<TlsParameters, lettre::transport::smtp::Error> {
    let mut parameters = TlsParameters::builder(relay.host.clone());
    if let Some(pem) = &relay.authority {
        parameters = parameters.add_root_certificate(Certificate::from_pem(pem)?);
    }
    parameters.build_rustls()
}

async fn encrypt(relay: &Relay, tcp: TcpStream) -> io::Result<Encrypted> {
    let name = ServerName::try_from(relay.host.clone()).map_err(io::Error::other)?;
    let connector = TlsConnector::from(Arc::new(client_config(relay.authority.as_deref())?));
    Ok(Encrypted(connector.connect(name, tcp).await?))
}

fn client_config(authority: Option<&[u8]>) -> io::Result<ClientConfig> {
    let mut roots = RootCertStore { roots: webpki_roots::TLS_SERVER_ROOTS.to_vec() };
    for certificate in authority.into_iter().flat_map(CertificateDer::pem_slice_iter) {
        roots.add(certificate.map_err(io::Error::other)?).map_err(io::Error::other)?;
    }
    let provider = Arc::new(rustls::crypto::ring::default_provider());
    let versions = ClientConfig::builder_with_provider(provider).with_safe_default_protocol_versions();
    Ok(versions.map_err(io::Error::other)?.with_root_certificates(roots).with_no_client_auth())
}

/// A relay whose TLS is missing or wrong is somebody in between, or a mistake only the operator can mend.
fn alarm(relay: &Relay, trouble: &str) -> Delivery {
    tracing::error!(relay = %relay.host, trouble, "letters are held back: the connection to the relay is not safe");
    again(format!("TLS: {trouble}"))
}

fn again(reason: String) -> Delivery {
    Delivery::Again { reason, relay_away: true }
}

/// A TLS stream that lettre takes as its transport.
#[derive(Debug)]
struct Encrypted(TlsStream<TcpStream>);

impl AsyncTokioStream for Encrypted {
    fn peer_addr(&self) -> io::Result<SocketAddr> {
        self.0.get_ref().0.peer_addr()
    }
}

impl AsyncRead for Encrypted {
    fn poll_read(mut self: Pin<&mut Self>, cx: &mut Context<'_>, buf: &mut ReadBuf<'_>) -> Poll<io::Result<()>> {
        Pin::new(&mut self.0).poll_read(cx, buf)
    }
}

impl AsyncWrite for Encrypted {
    fn poll_write(mut self: Pin<&mut Self>, cx: &mut Context<'_>, buf: &[u8]) -> Poll<io::Result<usize>> {
        Pin::new(&mut self.0).poll_write(cx, buf)
    }
    fn poll_flush(mut self: Pin<&mut Self>, cx: &mut Context<'_>) -> Poll<io::Result<()>> {
        Pin::new(&mut self.0).poll_flush(cx)
    }
    fn poll_shutdown(mut self: Pin<&mut Self>, cx: &mut Context<'_>) -> Poll<io::Result<()>> {
        Pin::new(&mut self.0).poll_shutdown(cx)
    }
}
