"""Checks a draw with Python 3 alone:  python3 check-draw.py https://HOST/api/raffle/ID [RECEIPT]"""
import hashlib
import hmac
import json
import sys
import urllib.request


def fetch(url):
    with urllib.request.urlopen(url) as answer:
        return answer.read()


def check(what, holds):
    print(("yes  " if holds else "NO   ") + what)
    return holds


url = sys.argv[1].rstrip("/")
raffle = json.loads(fetch(url))
published = fetch(url + "/receipts")
hashes = [bytes.fromhex(line) for line in published.decode().splitlines()]
secret = bytes.fromhex(raffle["secret"])
key = secret + raffle["publicValue"].encode()
ranking = sorted(hashes, key=lambda one: (hmac.new(key, one, "sha256").digest(), one))
winners = [one.hex() for one in ranking[: raffle["vouchers"]]]

good = all([
    check("the secret is the one of the commitment", hashlib.sha256(secret).hexdigest() == raffle["commitment"]),
    check("the list is the one that was sealed", hashlib.sha256(published).hexdigest() == raffle["receiptsSha256"]),
    check("the list has each receipt once, sorted", hashes == sorted(set(hashes))),
    check("the winners are the first of the ranking", winners == raffle["winners"]),
])
if len(sys.argv) > 2:
    mine = hashlib.sha256(sys.argv[2].strip().encode()).digest()
    good = check("the receipt is in the list", mine in hashes) and good
    if mine in hashes:
        print("rank %d of %d; %d won" % (ranking.index(mine) + 1, len(hashes), len(winners)))
sys.exit(0 if good else 1)
