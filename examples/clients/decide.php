<?php // Asks a service for the decision on a ticket: php decide.php http://127.0.0.1:8181 ticket.json
[, $service, $ticket] = $argv;
$http = ["method" => "POST", "header" => "Content-Type: application/json", "content" => file_get_contents($ticket), "ignore_errors" => true];
$answer = json_decode(file_get_contents("$service/decide", false, stream_context_create(["http" => $http])), true);
if (isset($answer["status"])) { // a problem, as RFC 9457 has it
    fwrite(STDERR, implode("\n", array_column($answer["errors"] ?? [$answer], "detail")) . "\n");
    exit(1);
}
echo implode(" ", [$answer["support"]["answer"] ?? "UNDETERMINED", ...$answer["needs"]]), "\n";
