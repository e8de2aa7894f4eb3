#!/usr/bin/env python3
"""Checks a draw of Snapfleet's raffle from what the site publishes: check-a-draw.py SITE [RECEIPT [RAFFLE]]"""
import hashlib, hmac, json, sys, urllib.request


def fetch(path):
    with urllib.request.urlopen(site + path) as answer:
        return answer.read()


if len(sys.argv) < 2:
    sys.exit(__doc__)
site = sys.argv[1].rstrip("/")
receipt = sys.argv[2].strip() if len(sys.argv) > 2 else None
raffle = json.loads(fetch("/api/raffle" + ("/" + sys.argv[3] if len(sys.argv) > 3 else "")))
if raffle["state"] != "drawn":
    sys.exit("The raffle is not drawn yet.")

published = fetch(raffle["receipts"])
secret = bytes.fromhex(raffle["secret"])
key = secret + raffle["publicValue"].encode("utf-8")
hashes = published.decode("ascii").split()
ranked = sorted(hashes, key=lambda h: (hmac.new(key, bytes.fromhex(h), hashlib.sha256).digest(), h))

checks = {
    "the secret is the one that was committed to": hashlib.sha256(secret).hexdigest() == raffle["commitment"],
    "the list is the one that was sealed": hashlib.sha256(published).hexdigest() == raffle["receiptsSha256"],
    "the winners are the first of the order": ranked[: raffle["vouchers"]] == raffle["winners"],
}
for what, holds in checks.items():
    print("yes" if holds else "NO ", what)
if receipt:
    mine = hashlib.sha256(receipt.encode("ascii", "replace")).hexdigest()
    print(f"rank {ranked.index(mine) + 1} of {len(ranked)}" if mine in ranked else "NO  this receipt is not in the list")
    checks["in"] = mine in ranked
sys.exit(0 if all(checks.values()) else 1)
