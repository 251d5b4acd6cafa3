"""Somebody who asks for pages while others are slow, and one who drips: neighbour.py PORT SECONDS MOST_MS

Fails when any page is not answered, when the 99th percentile of the answers is above MOST_MS, or when the dripping one keeps its
connection for longer than the header deadline (10 s) and a little."""

import http.client
import socket
import ssl
import sys
import threading
import time

PORT, SECONDS, MOST_MS = (int(word) for word in sys.argv[1:])
CONTEXT = ssl._create_unverified_context()
DEADLINE = 10.0
kept = []


def drip():
    with CONTEXT.wrap_socket(socket.create_connection(("127.0.0.1", PORT), 5), server_hostname="localhost") as line:
        began = time.monotonic()
        line.sendall(b"GET / HTTP/1.1\r\nHost: localhost\r\n")
        line.settimeout(1)
        while time.monotonic() - began < 3 * DEADLINE:
            try:
                line.sendall(b"X-Drop: 1\r\n")
                if line.recv(4096) == b"":
                    break
            except TimeoutError:
                continue
            except OSError:
                break
        kept.append(time.monotonic() - began)


def ask():
    began = time.monotonic()
    connection = http.client.HTTPSConnection("127.0.0.1", PORT, timeout=10, context=CONTEXT)
    connection.request("GET", "/sign-in", headers={"Host": "nievre.localhost"})
    answer = connection.getresponse()
    answer.read()
    connection.close()
    return answer.status, (time.monotonic() - began) * 1000


dripping = threading.Thread(target=drip)
dripping.start()
end, times = time.monotonic() + SECONDS, []
while time.monotonic() < end:
    status, took = ask()
    if status != 200:
        sys.exit(f"answered {status}")
    times.append(took)
    time.sleep(0.1)
dripping.join()
times.sort()
late = times[min(len(times) - 1, len(times) * 99 // 100)]
print(f"{len(times)} pages, all answered; median {times[len(times) // 2]:.0f} ms, 99th percentile {late:.0f} ms; "
      f"who drips headers is shown the door after {kept[0]:.1f} s")
if late > MOST_MS:
    sys.exit(f"the 99th percentile is above {MOST_MS} ms")
if not kept or kept[0] > DEADLINE + 2:
    sys.exit("whoever drips headers stays")
