package org.supportpolicy.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.supportpolicy.PolicyException;

/** What only Drools can refuse is still said with the place of its rule. */
class RuleCompilerTest {

    @Test
    void aRuleThatDoesNotCompileIsFound() {
        RuleFile file = new RuleFile("closure.drl", """
                package org.supportpolicy.rules.closure;

                import org.supportpolicy.fact.Ground;
                import org.supportpolicy.fact.Ticket;
                import org.supportpolicy.finding.ClosureGround;
                import static org.supportpolicy.rules.Conclude.conclude;

                rule "A sound rule"
                when
                    Ticket()
                then
                    conclude( kcontext, new ClosureGround( Ground.SOLVED ) );
                end

                rule "A rule that gives a finding too much"
                when
                    Ticket()
                then
                    conclude( kcontext, new ClosureGround( Ground.SOLVED, 4 ) );
                end
                """);
        PolicyException refused = catchThrowableOfType(PolicyException.class, () -> RuleCompiler.compile(List.of(file)));
        assertThat(refused.problems()).hasSize(1);
        assertThat(refused).hasMessageContaining("closure.drl:15:1  SP-R080").hasMessageContaining("rule \"A rule that gives");
    }
}
