//! The address a request came from (bars A9, W9): the neighbour's own, unless the neighbour is the proxy of the settings; then
//! what the proxy wrote last into `X-Forwarded-For`. Whatever anybody else writes there is not read.

use poem::{Addr, Request};
use std::net::IpAddr;

/// The client's address; nothing when the request did not come over the network.
pub(super) fn of(request: &Request, proxy: Option<IpAddr>) -> Option<IpAddr> {
    of_neighbour(request, request.remote_addr(), proxy)
}

fn of_neighbour(request: &Request, neighbour: &Addr, proxy: Option<IpAddr>) -> Option<IpAddr> {
    let neighbour = neighbour.as_socket_addr()?.ip().to_canonical();
    if proxy.map(|proxy| proxy.to_canonical()) != Some(neighbour) {
        return Some(neighbour);
    }
    // Proxies append: the last word is the one our own proxy spoke, everything before it came with the request.
    let mut lines = request.headers().get_all("x-forwarded-for").iter();
    let said = lines.next_back().and_then(|line| line.to_str().ok()).and_then(|line| line.rsplit(',').next());
    Some(said.and_then(|said| said.trim().parse::<IpAddr>().ok()).map_or(neighbour, |client| client.to_canonical()))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn client(neighbour: &str, proxy: Option<&str>, said: &[&str]) -> Option<String> {
        let mut request = Request::builder();
        for line in said {
            request = request.header("x-forwarded-for", *line);
        }
        let request = request.finish();
        let address = Addr::SocketAddr(format!("{neighbour}:40000").parse().unwrap());
        of_neighbour(&request, &address, proxy.map(|proxy| proxy.parse().unwrap())).map(|ip| ip.to_string())
    }

    #[test]
    fn a9_w9_only_the_proxy_of_the_settings_is_believed() {
        let is = |address: &str| Some(address.to_owned());
        assert_eq!(client("192.0.2.1", None, &["203.0.113.9"]), is("192.0.2.1"), "without a proxy nobody is");
        assert_eq!(client("192.0.2.1", Some("127.0.0.1"), &["203.0.113.9"]), is("192.0.2.1"));
        assert_eq!(client("127.0.0.1", Some("127.0.0.1"), &["203.0.113.9"]), is("203.0.113.9"));
        assert_eq!(
            client("127.0.0.1", Some("127.0.0.1"), &["198.51.100.1, 203.0.113.9"]),
            is("203.0.113.9"),
            "forged before"
        );
        assert_eq!(client("127.0.0.1", Some("127.0.0.1"), &["198.51.100.1", "203.0.113.9"]), is("203.0.113.9"));
        assert_eq!(client("127.0.0.1", Some("127.0.0.1"), &[]), is("127.0.0.1"));
        assert_eq!(client("127.0.0.1", Some("127.0.0.1"), &["nonsense"]), is("127.0.0.1"));
        assert_eq!(client("127.0.0.1", Some("::ffff:127.0.0.1"), &["::ffff:203.0.113.9"]), is("203.0.113.9"));
    }
}
