package org.supportpolicy.sample;

import java.util.List;
import java.util.stream.Stream;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RestController;
import org.supportpolicy.Decider;
import org.supportpolicy.Decision;
import org.supportpolicy.fact.FactSet;

/** Takes what is known of tickets and returns what the policy says. */
@RestController
class Tickets {

    private final Decider decider;

    Tickets(Decider decider) {
        this.decider = decider;
    }

    @PostMapping("/decide")
    Decision decide(@RequestBody FactSet ticket) {
        return decider.decide(ticket);
    }

    /** In the order in which the desk takes them up. */
    @PostMapping("/queue")
    List<Decision> queue(@RequestBody List<FactSet> tickets) {
        try (Stream<Decision> decisions = decider.decideAll(tickets.stream())) {
            return decisions.sorted(Decision.queueOrder()).toList();
        }
    }
}
