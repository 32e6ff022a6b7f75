// Asks a service for the decision on a ticket: node decide.mjs http://127.0.0.1:8181 ticket.json
import { readFile } from "node:fs/promises";

const [service, ticket] = process.argv.slice(2);
const response = await fetch(service + "/decide", {
  method: "POST", headers: { "Content-Type": "application/json" }, body: await readFile(ticket),
});
const answer = await response.json();
if (response.ok) {
  console.log([answer.support?.answer ?? "UNDETERMINED", ...answer.needs].join(" "));
} else {
  console.error((answer.errors ?? [answer]).map((error) => error.detail).join("\n"));
  process.exitCode = 1;
}
