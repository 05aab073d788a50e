"""Checks a standing's proof with nothing but hashes and a signature: check_proof.py PROOF UNIT."""
import hashlib
import json
import subprocess
import sys
import tempfile


def sha(data):
    return hashlib.sha256(data).digest()


def need(holds, what):
    if not holds:
        sys.exit(f"the proof fails: {what}")


proof = json.load(open(sys.argv[1]))
facts, digests, entries = ([bytes.fromhex(item) for item in proof[name]] for name in ("facts", "digests", "entries"))
need(len(facts) >= 2 and all(sha(fact) in digests for fact in facts), "a fact is not among the digests")
need(all(sys.argv[2].encode() in fact for fact in facts), "a fact is not the unit's")
need(digests == sorted(digests), "the digests are not sorted")
content = sha(b"\x01" + len(digests).to_bytes(4, "big") + b"".join(digests))
need(content in entries[0], "the first entry does not cover the digests")
for before, after in zip(entries, entries[1:]):
    need(after.endswith(sha(before)), "the chain breaks")
checked = {name: bytes.fromhex(item) if isinstance(item, str) else item for name, item in proof["checkpoint"].items()}
need(checked["leaf"].endswith(sha(entries[-1])), "the leaf does not hold the last entry")

# RFC 9162, 2.1.3.2.
node, index, last = sha(b"\x00" + checked["leaf"]), checked["index"], checked["size"] - 1
for sibling in map(bytes.fromhex, checked["path"]):
    need(last > 0, "the path is too long")
    if index % 2 == 1 or index == last:
        node = sha(b"\x01" + sibling + node)
        while index % 2 == 0 and index != 0:
            index, last = index >> 1, last >> 1
    else:
        node = sha(b"\x01" + node + sibling)
    index, last = index >> 1, last >> 1
need(last == 0 and node == checked["root"], "the path does not lead to the root")
need(checked["root"].hex().encode() in checked["statement"], "the statement is of another root")

# The prefix of an Ed25519 public key in DER (RFC 8410).
key = bytes.fromhex("302a300506032b6570032100") + checked["publicKey"]
with tempfile.NamedTemporaryFile() as public, tempfile.NamedTemporaryFile() as text, tempfile.NamedTemporaryFile() as signed:
    for file, data in ((public, key), (text, checked["statement"]), (signed, checked["signature"])):
        file.write(data)
        file.flush()
    result = subprocess.run(["openssl", "pkeyutl", "-verify", "-pubin", "-keyform", "DER", "-inkey", public.name, "-rawin",
                             "-in", text.name, "-sigfile", signed.name], capture_output=True, text=True)
need(result.returncode == 0, result.stdout + result.stderr)
print(f"{len(facts)} facts under checkpoint {checked['number']}")
