"""What an attacker with an account, or without one, sends: numbers, texts, JSON, headers, paths, bytes."""
import json

# None of these is a figure that may be stored. (Spaces around, a sign, full-width digits and 万 are
# understood: people write them.)
NUMBERS = [
    "", " ", "1 1", "+", "+-1", "-", "--1", ".", "1.", ".5", "1..2", "1,5", "1,000,00", "1e3", "1E400", "1e-400", "0x10", "0b1",
    "NaN", "nan", "Infinity", "-Infinity", "inf", "null", "true", "１２x", "٣", "१२", "1_000", "1\u00a000", "1\u0000", "1\n",
    "\u200b1", "\u202e1", "0.00001", "0.12345", "9" * 19, "-" + "9" * 19, "9" * 40, "9" * 100_000, "1" + "0" * 30, "½", "²", "五",
    "1'000", "$1", "1%", "1/3", "1;2", "1 or 1=1", "'; drop table ledger.revisions; --", "0" * 1000 + "x", "99999999999999999999.9",
    "9223372036854775807", "9223372036854775808", "-9223372036854775809", "1.7976931348623157e308",
]

# JSON number tokens in the place of a string, as they stand.
NUMBER_TOKENS = ["1e999", "-1e999", "1E+400", "01", "-", "1.", ".1", "+1", "0x1", "NaN", "Infinity", "9" * 400, "1e-999999999",
                 "123456789012345678901234567890", "-0.0e-0", "1.0000000000000000000001"]

# Each stands in every text of a request in turn; the answer may be yes or no, but it is an answer.
TEXTS = [
    "", " ", "\u0000", "a\u0000b", "\u202egnp.exe", "\ufeff", "\u2028", "e\u0301", "é", "Å", "ﬁ", "🧑‍🧑‍🧒‍🧒" * 50, "\U0010ffff", "a" * 70_000,
    "汉" * 20_000, "' or '1'='1", "'; select pg_sleep(5); --", "$1", "%s%n%x", "{0}", "<script>alert(1)</script>", "\"><img src=x>",
    "{{7*7}}", "${jndi:ldap://x}", "../../../etc/passwd", "..%2f..%2f", "C:\\", "\r\nSet-Cookie: a=b", "=cmd|' /C calc'!A0",
    "2024-13", "0000-00", "9999-99", "2024-1", "-2024-01", "2024-01-01", "CA-AB/../CA-BC", "CA-AB%00", "ca-ab", "CA-AB ", "*", "%",
    "440301199001011234", "13800138000", "6222020200112233445",
]

# Bodies that are no request of ours.
BODIES = [
    b"", b" ", b"null", b"true", b"0", b"[]", b"{}", b"\"\"", b"{", b"{\"a\"", b"{\"a\":", b"{\"a\":1", b"{\"a\":1,}", b"[1,]", b"{a:1}",
    b"{'a':1}", b"// c\n{}", b"{}{}", b"{} x", b"\xef\xbb\xbf{}", b"\xff\xfe{\x00}\x00", b"\xff", b"\xc0\x80", b"\xed\xa0\x80",
    b"{\"a\":\"\xff\"}", b"{\"a\":\"\\ud800\"}", b"{\"a\":\"\\u0000\"}", b"{\"a\":\"\\x\"}", b"{\"a\":\"\n\"}", b"{\"a\":\"",
    b"[" * 100_000, b"{\"a\":" * 100_000, b"[" * 100_000 + b"]" * 100_000, b"[" + b"0," * 100_000 + b"0]",
    b"{\"basedOn\":null,\"basedOn\":1,\"figures\":[]}", b"{\"figures\":[],\"figures\":[]}", b"{\"basedOn\":1e400,\"figures\":[]}",
    b"{\"basedOn\":-1,\"figures\":[]}", b"{\"basedOn\":99999999999999999999,\"figures\":[]}", b"{\"basedOn\":\"1\",\"figures\":[]}",
    b"{\"basedOn\":1.5,\"figures\":[]}", b"{\"basedOn\":{},\"figures\":{}}", b"{\"figures\":null}", b"{\"figures\":[null]}",
    b"{\"figures\":[[]]}", b"{\"figures\":[{}]}", b"{\"figures\":[{\"indicator\":1,\"value\":[]}]}", b"a=b&c=d", b"<a/>", b"\x1f\x8b\x08",
    json.dumps({"basedOn": None, "figures": [{"indicator": f"X{n}", "value": "1"} for n in range(20_000)]}).encode(),
    json.dumps({"basedOn": None, "figures": [{"indicator": "REPORTS", "value": "1"}] * 5_000}).encode(),
]

HEADERS = [
    {"Idempotency-Key": ""}, {"Idempotency-Key": " "}, {"Idempotency-Key": "a"}, {"Idempotency-Key": "k" * 4_000},
    {"Idempotency-Key": "\u00e9\u00e9\u00e9\u00e9\u00e9\u00e9\u00e9\u00e9"}, {"Idempotency-Key": "' or 1=1 --"},
    {"Authorization": ""}, {"Authorization": "Bearer"}, {"Authorization": "Bearer "}, {"Authorization": "Bearer " + "x" * 7_000},
    {"Authorization": "Basic YTpi"}, {"Authorization": "Bearer null"}, {"Authorization": "bearer a b c"},
    {"Content-Type": ""}, {"Content-Type": "text/plain"}, {"Content-Type": "application/xml"},
    {"Content-Type": "application/json; charset=utf-16"}, {"Content-Type": "multipart/form-data; boundary="},
    {"Content-Encoding": "gzip"}, {"Content-Encoding": "identity, gzip, br"}, {"Accept": "image/png"}, {"Accept": "*/*;q=x"},
    {"Accept-Language": "x" * 5_000}, {"Accept-Language": "zh;q=1e999"}, {"Accept-Language": ",;,;=" * 200},
    {"If-Match": "\""}, {"If-Match": "W/\"9999999999999999999999\""}, {"If-None-Match": "*," * 500}, {"Range": "bytes=9-1,-,1-9999999999"},
    {"Cookie": "=;=;" * 300}, {"Cookie": "session=" + "a" * 4_000}, {"X-Forwarded-For": "127.0.0.1, ' or 1=1"},
    {"X-Forwarded-For": "1.1.1.1," * 500}, {"X-Forwarded-Proto": "javascript"}, {"Host": ""}, {"Host": "a b"}, {"Host": "evil.example:99999"},
    {"Origin": "null"}, {"Origin": "https://evil.example"}, {"Sec-Fetch-Site": "cross-site"}, {"Transfer-Encoding": "x"},
    {"Upgrade": "websocket", "Connection": "Upgrade"}, {"Upgrade": "h2c", "Connection": "Upgrade, HTTP2-Settings"},
    {"Expect": "100-continue"}, {"Expect": "200-ok"}, {"TE": "trailers"}, {"Trailer": "Content-Length"}, {"X": "v" * 15_000},
]

PATHS = [
    "//", "/.", "/..", "/../../etc/passwd", "/%2e%2e/%2e%2e/etc/passwd", "/api/v1/../../x", "/api//v1//me", "/api/v1/me/", "/api/v1/me;a=b",
    "/api/v1/me?", "/api/v1/me?a", "/api/v1/me?=", "/api/v1/me?%", "/api/v1/me?%zz=%", "/api/v1/%00", "/api/v1/%zz", "/api/v1/%",
    "/api/v1/%ff%fe", "/api/v1/units/%c0%af", "/api/v1/units/%F0%9F%92%A9", "/api/v1/units/" + "a" * 7_000,
    "/api/v1/units?limit=-1", "/api/v1/units?limit=0", "/api/v1/units?limit=99999999999999999999", "/api/v1/units?limit=1e3",
    "/api/v1/units?limit=1&limit=2", "/api/v1/units?cursor=" + "A" * 5_000, "/api/v1/units?cursor=%00", "/api/v1/units?asOf=99999-99-99",
    "/api/v1/units?asOf=0000-00-00", "/api/v1/units?asOf=2024-02-30", "/api/v1/units?asOf='", "/api/v1/submissions?period=2024-13",
    "/api/v1/submissions?period=9999999999-01", "/api/v1/submissions?unit='&form=\"&state=%00", "/api/v1/submissions?sort=;drop",
    "/api/v1/submissions/CA-AB/fraud-monthly/2024-99", "/api/v1/submissions/CA-AB/fraud-monthly/99999999999999999-01",
    "/api/v1/submissions/CA-AB/../CA-BC", "/api/v1/rankings/0000-00?of=%00&kind=%ff&edition=-1",
    "/api/v1/rankings/2024-08?edition=99999999999999999999", "/api/v1/editions/-1", "/api/v1/editions/99999999999999999999",
    "/api/v1/editions/1/diff/99999999999999999999", "/api/v1/editions/1/proof/%00", "/api/v1/openapi.json/..", "/static/../../../etc/passwd",
    "/static/%2e%2e/%2e%2e/%2e%2e/etc/passwd", "/favicon.ico", "/metrics", "/healthz", "/readyz", "/wp-admin.php", "/.git/config", "/.env",
]

METHODS = ["get", "Get", "TRACE", "TRACK", "CONNECT", "OPTIONS", "HEAD", "PUT", "PATCH", "DELETE", "PROPFIND", "FOO", "G" * 500, "GET\t"]


def wire(host=b"127.0.0.1"):
    """Whole exchanges as bytes: name, what is sent, and whether the connection has to end."""
    get = b"GET /healthz HTTP/1.1\r\nHost: " + host + b"\r\n"
    post = b"POST /api/v1/sessions HTTP/1.1\r\nHost: " + host + b"\r\nContent-Type: application/json\r\n"
    return [
        ("nothing at all", b"\r\n\r\n"),
        ("HTTP/0.9", b"GET /healthz\r\n"),
        ("HTTP/1.0 without Host", b"GET /healthz HTTP/1.0\r\n\r\n"),
        ("HTTP/3.7", b"GET /healthz HTTP/3.7\r\nHost: a\r\n\r\n"),
        ("HTTP/2 preface in clear", b"PRI * HTTP/2.0\r\n\r\nSM\r\n\r\n" + b"\x00" * 9),
        ("TLS hello in clear", b"\x16\x03\x01\x02\x00\x01\x00\x01\xfc\x03\x03" + bytes(500)),
        ("random bytes", bytes(range(256)) * 64),
        ("no Host", b"GET /healthz HTTP/1.1\r\n\r\n"),
        ("two Hosts", get + b"Host: other\r\n\r\n"),
        ("absolute form", b"GET http://evil.example/healthz HTTP/1.1\r\nHost: " + host + b"\r\n\r\n"),
        ("authority form", b"GET evil.example:443 HTTP/1.1\r\nHost: " + host + b"\r\n\r\n"),
        ("asterisk form", b"GET * HTTP/1.1\r\nHost: " + host + b"\r\n\r\n"),
        ("space in path", b"GET /a b HTTP/1.1\r\nHost: " + host + b"\r\n\r\n"),
        ("raw bytes in path", b"GET /\xff\xfe\x00 HTTP/1.1\r\nHost: " + host + b"\r\n\r\n"),
        ("bare LF", b"GET /healthz HTTP/1.1\nHost: " + host + b"\n\n"),
        ("bare CR", b"GET /healthz HTTP/1.1\rHost: " + host + b"\r\r"),
        ("folded header", get + b"X: a\r\n b\r\n\r\n"),
        ("space before colon", get + b"Content-Length : 5\r\n\r\nhello"),
        ("NUL in header", get + b"X: a\x00b\r\n\r\n"),
        ("10,000 headers", get + b"".join(b"X-%d: a\r\n" % n for n in range(10_000)) + b"\r\n"),
        ("one header of 1 MB", get + b"X: " + b"a" * (1 << 20) + b"\r\n\r\n"),
        ("path of 1 MB", b"GET /" + b"a" * (1 << 20) + b" HTTP/1.1\r\nHost: a\r\n\r\n"),
        ("method of 1 MB", b"G" * (1 << 20) + b" / HTTP/1.1\r\nHost: a\r\n\r\n"),
        ("two lengths", post + b"Content-Length: 2\r\nContent-Length: 3\r\n\r\n{}x"),
        ("length twice the same", post + b"Content-Length: 2, 2\r\n\r\n{}"),
        ("negative length", post + b"Content-Length: -1\r\n\r\n{}"),
        ("length with a sign", post + b"Content-Length: +2\r\n\r\n{}"),
        ("length in hexadecimal", post + b"Content-Length: 0x2\r\n\r\n{}"),
        ("length beyond 64 bits", post + b"Content-Length: 99999999999999999999\r\n\r\n{}"),
        ("length and chunks", post + b"Content-Length: 4\r\nTransfer-Encoding: chunked\r\n\r\n0\r\n\r\nGET /x HTTP/1.1\r\n\r\n"),
        ("chunks and length", post + b"Transfer-Encoding: chunked\r\nContent-Length: 50\r\n\r\n0\r\n\r\nGET /x HTTP/1.1\r\n\r\n"),
        ("chunked twice", post + b"Transfer-Encoding: chunked\r\nTransfer-Encoding: identity\r\n\r\n0\r\n\r\n"),
        ("chunked in disguise", post + b"Transfer-Encoding: xchunked\r\n\r\n0\r\n\r\n"),
        ("chunk size beyond 64 bits", post + b"Transfer-Encoding: chunked\r\n\r\nfffffffffffffffff\r\n{}"),
        ("chunk size negative", post + b"Transfer-Encoding: chunked\r\n\r\n-1\r\n{}\r\n0\r\n\r\n"),
        ("chunk extensions", post + b"Transfer-Encoding: chunked\r\n\r\n2;" + b"a=b;" * 50_000 + b"\r\n{}\r\n0\r\n\r\n"),
        ("10,000 trailers", post + b"Transfer-Encoding: chunked\r\n\r\n2\r\n{}\r\n0\r\n"
         + b"".join(b"X-%d: a\r\n" % n for n in range(10_000)) + b"\r\n"),
        ("1,000 pipelined requests", (get + b"\r\n") * 1_000),
        ("a smuggled request", post + b"Content-Length: 6\r\nTransfer-Encoding:\x0bchunked\r\n\r\n0\r\n\r\nG"),
        ("GET with a body", get + b"Content-Length: 5\r\n\r\nhello"),
        ("body that never comes", post + b"Content-Length: 100\r\n\r\n{"),
        ("expects 100 and sends nothing", post + b"Expect: 100-continue\r\nContent-Length: 100\r\n\r\n"),
    ]
