# Asks a service for the decision on a ticket: ruby decide.rb http://127.0.0.1:8181 ticket.json
require "json"
require "net/http"

service, ticket = ARGV
response = Net::HTTP.post(URI(service + "/decide"), File.read(ticket), "Content-Type" => "application/json")
answer = JSON.parse(response.body)
if response.is_a?(Net::HTTPSuccess)
  puts [answer.dig("support", "answer") || "UNDETERMINED", *answer["needs"]].join(" ")
else
  abort((answer["errors"] || [answer]).map { |error| error["detail"] }.join("\n"))
end
