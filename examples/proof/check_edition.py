"""Checks a published edition with nothing but hashes and a signature.

check_edition.py DOCUMENT PROOF [PUBLIC-KEY]: the document as `/api/v1/editions/N` gives it, its proof as
`/api/v1/editions/N/proof` does, and the key that the office published, in hexadecimal digits. Needs Python 3 and
openssl; no ledger.
"""
import hashlib
import json
import subprocess
import sys
import tempfile


def sha(data):
    return hashlib.sha256(data).digest()


def need(holds, what):
    if not holds:
        sys.exit(f"the edition does not verify: {what}")


document = open(sys.argv[1], "rb").read()
proof = json.load(open(sys.argv[2]))
entries = [bytes.fromhex(entry) for entry in proof["entries"]]
need(sha(document).hex() == proof["sha256"], "the document is not of this hash")
need(proof["sha256"].encode() in entries[0], "the publication's entry names another hash")
for before, after in zip(entries, entries[1:]):
    need(after.endswith(sha(before)), "the chain breaks")
need(proof["checkpoint"], "no checkpoint was signed since the publication")
checked = {name: bytes.fromhex(item) if isinstance(item, str) else item
           for name, item in proof["checkpoint"].items()}
need(checked["leaf"].endswith(sha(entries[-1])), "the leaf does not hold the last entry")

# From the leaf to the root: RFC 9162, 2.1.3.2.
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

need(len(sys.argv) < 4 or sys.argv[3].lower() == checked["publicKey"].hex(), "another key signed")
# The prefix of an Ed25519 public key in DER (RFC 8410).
key = bytes.fromhex("302a300506032b6570032100") + checked["publicKey"]
with tempfile.NamedTemporaryFile() as public, tempfile.NamedTemporaryFile() as text, \
        tempfile.NamedTemporaryFile() as signed:
    for file, data in ((public, key), (text, checked["statement"]), (signed, checked["signature"])):
        file.write(data)
        file.flush()
    result = subprocess.run(["openssl", "pkeyutl", "-verify", "-pubin", "-keyform", "DER", "-inkey", public.name, "-rawin",
                             "-in", text.name, "-sigfile", signed.name], capture_output=True, text=True)
need(result.returncode == 0, result.stdout + result.stderr)
print(f"edition {proof['number']} is what was published, under checkpoint {checked['number']} "
      f"signed by {checked['publicKey'].hex()}")
