"""Asks a service for the decision on a ticket: python3 decide.py http://127.0.0.1:8181 ticket.json"""
import json
import sys
import urllib.error
import urllib.request

service, ticket = sys.argv[1:]
with open(ticket, "rb") as file:
    request = urllib.request.Request(service + "/decide", file.read(), {"Content-Type": "application/json"})
try:
    with urllib.request.urlopen(request) as response:
        decision = json.load(response)
except urllib.error.HTTPError as refused:
    sys.exit("\n".join(error["detail"] for error in json.load(refused).get("errors", [])) or str(refused))
print(decision.get("support", {}).get("answer", "UNDETERMINED"), *decision["needs"])
