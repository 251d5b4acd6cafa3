"""Sends what two readers could read differently: smuggle.py TLS_PORT

Fails when something that must be refused is not, or when a neighbour gets an answer that is not theirs."""

import http.client
import socket
import ssl
import sys

import h2.config
import h2.connection
import h2.events

PORT = int(sys.argv[1])
HOST = "nievre.localhost"
HIDDEN = b"GET /vouching HTTP/1.1\r\nHost: nievre.localhost\r\n\r\n"
BODY = b"email=a%40example.test"
CHUNKED = b"%x\r\n%s\r\n0\r\n\r\n" % (len(BODY), BODY)
REFUSED = {400, 408, 411, 413, 414, 431, 494, 501, 505}


def connected(protocols):
    context = ssl._create_unverified_context()
    context.set_alpn_protocols(protocols)
    return context.wrap_socket(socket.create_connection(("127.0.0.1", PORT), 5), server_hostname=HOST)


def raw(request):
    """Every status that comes back before the connection ends or nothing came for two seconds."""
    with connected(["http/1.1"]) as line:
        line.settimeout(2)
        told = b""
        try:
            line.sendall(request)
            while part := line.recv(65536):
                told += part
        except OSError:
            pass
    return [int(piece[:3]) for piece in told.split(b"HTTP/1.1 ")[1:]]


def framed(headers, body):
    head = f"POST /sign-in HTTP/1.1\r\nHost: {HOST}\r\nContent-Type: application/x-www-form-urlencoded\r\n".encode()
    return head + headers + b"\r\n" + body + HIDDEN


SIZE = str(len(BODY)).encode()
# What a reader who believes the length takes for the body holds the hidden request as well.
WIDE = str(len(CHUNKED) + len(HIDDEN)).encode()
TE = b"Transfer-Encoding: chunked\r\n"
MUST_FAIL = {
    "CL.TE": framed(b"Content-Length: " + WIDE + b"\r\n" + TE, CHUNKED),
    "TE.CL": framed(TE + b"Content-Length: 4\r\n", CHUNKED),
    "CL.CL": framed(b"Content-Length: " + SIZE + b"\r\nContent-Length: 5\r\n", BODY),
    "CL, CL": framed(b"Content-Length: 5, " + SIZE + b"\r\n", BODY),
    "CL with a sign": framed(b"Content-Length: +" + SIZE + b"\r\n", BODY),
    "TE.TE of two": framed(TE + b"Transfer-Encoding: identity\r\n", CHUNKED),
    "TE unknown": framed(b"Transfer-Encoding: xchunked\r\n", CHUNKED),
    "TE with a tab": framed(b"Transfer-Encoding:\tchunked\x0b\r\n", CHUNKED),
    "TE in quotes": framed(b'Transfer-Encoding: "chunked"\r\n', CHUNKED),
    "TE, a space before the colon": framed(b"Transfer-Encoding : chunked\r\n", CHUNKED),
    "TE folded": framed(b"Transfer-Encoding:\r\n chunked\r\n", CHUNKED),
    "CL, a space before the colon": framed(b"Content-Length : " + SIZE + b"\r\n", BODY),
    "chunk size of nonsense": framed(TE, b"zz\r\n"),
    "chunk size too large": framed(TE, b"ffffffffffffffff1\r\n" + BODY),
    "a NUL in a header": framed(b"X: a\0b\r\n", b""),
    "a bare CR in a header": framed(b"X: a\rContent-Length: 5\r\n", b"12345"),
    "a header of a mebibyte": framed(b"X: " + b"a" * (1 << 20) + b"\r\n", b""),
    "ten thousand headers": framed(b"X: 1\r\n" * 10_000, b""),
    "two hosts": framed(b"Host: localhost\r\n", b""),
    "a line that never ends": b"GET /" + b"a" * 70_000 + b" HTTP/1.1\r\nHost: " + HOST.encode() + b"\r\n\r\n",
}
# HTTP/2 frames its bodies itself: what speaks of framing is refused, or carried on as one body under nginx's own length, which the
# platform then refuses as a form from nowhere (403). The script that starts this looks whether anything hidden has arrived.
OVER_H2 = {
    "a length that is too small": ([("content-length", "1")], BODY + HIDDEN),
    "a length that is too large": ([("content-length", "4000")], BODY),
    "chunks": ([("transfer-encoding", "chunked")], CHUNKED + HIDDEN),
    "a header of its own in a value": ([("x", "1\r\ncontent-length: 5\r\n\r\n")], BODY),
    "a header of its own in a name": ([("x: 1\r\ntransfer-encoding", "chunked")], CHUNKED + HIDDEN),
    "a request in a method": ([(":method", "GET /vouching HTTP/1.1\r\nhost: x\r\n\r\nPOST")], BODY),
    "capitals": ([("Content-Length", "5")], BODY),
}


def over_h2(extra, body):
    """The status of the one stream; nothing when the stream or the connection was refused."""
    config = h2.config.H2Configuration(validate_outbound_headers=False, normalize_outbound_headers=False)
    talk = h2.connection.H2Connection(config)
    with connected(["h2"]) as line:
        if line.selected_alpn_protocol() != "h2":
            sys.exit("no HTTP/2 here")
        line.settimeout(3)
        talk.initiate_connection()
        head = {":method": "POST", ":scheme": "https", ":authority": HOST, ":path": "/sign-in"}
        head |= {"content-type": "application/x-www-form-urlencoded"}
        head |= dict(extra)
        talk.send_headers(1, list(head.items()))
        talk.send_data(1, body, end_stream=True)
        line.sendall(talk.data_to_send())
        try:
            while part := line.recv(65536):
                for event in talk.receive_data(part):
                    if isinstance(event, h2.events.ResponseReceived):
                        return int(dict(event.headers)[b":status"])
                    if isinstance(event, (h2.events.StreamReset, h2.events.ConnectionTerminated)):
                        return None
                line.sendall(talk.data_to_send())
        except OSError:
            pass
    return None


def neighbours():
    """Others ask over the connections that nginx keeps to the platform: everybody gets their own answer."""
    line = http.client.HTTPSConnection("127.0.0.1", PORT, timeout=10, context=ssl._create_unverified_context())
    for host, word in [("nievre.localhost", b"Entraide"), ("sancerrois.localhost", b"Sancerrois")] * 2:
        line.request("GET", "/sign-in", headers={"Host": host})
        answer = line.getresponse()
        page = answer.read()
        if answer.status != 200 or word not in page:
            sys.exit(f"{host} got {answer.status}, and not its own page")
    line.close()


faults = []
neighbours()
for name, request in MUST_FAIL.items():
    told = raw(request)
    # Nothing at all: the connection was ended before the refusal could be read, because more was on its way.
    if len(told) > 1 or (told and told[0] not in REFUSED):
        faults.append(f"{name}: {told}")
    neighbours()
for name, (extra, body) in OVER_H2.items():
    told = over_h2(extra, body)
    if told is not None and told not in REFUSED | {403}:
        faults.append(f"HTTP/2, {name}: {told}")
    neighbours()
print(f"{len(MUST_FAIL)} over HTTP/1.1 and {len(OVER_H2)} over HTTP/2, {len(faults)} not refused")
sys.exit("\n".join(faults) or 0)
