package org.supportpolicy.desk;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.supportpolicy.fact.FactSet;
import org.supportpolicy.fact.IntakeField;

/**
 * A ticket that is about to be filed, as the form has it. What is left blank stays unknown.
 *
 * @param form what was filled in
 * @param problems why it could not be filed; none at first
 */
record Filing(Form form, List<String> problems) {

    static final Filing EMPTY = of(new Form(Map.of()));

    /** The products of the desk, each with a version that people may have. */
    static final List<String> PRODUCTS = Desk.products();
    static final List<String> SYMPTOMS = List.of("systemDown", "agentsOffline", "serverStopped", "integrityAtRisk");
    static final List<IntakeField> LONG = List.of(IntakeField.DESCRIPTION, IntakeField.EXPECTED_RESULTS, IntakeField.STEPS_TO_REPRODUCE);
    static final List<IntakeField> SHORT = List.of(IntakeField.BUSINESS_IMPACT, IntakeField.SERVER_URL, IntakeField.MODULE,
            IntakeField.SAMPLE_MACHINES);

    private static final List<String> CHOICES =
            List.of("ticket.channel", "ticket.kind", "impact.functionalityLoss", "impact.productionImpact");

    static Filing of(Form form) {
        return new Filing(form, List.of());
    }

    Filing refused(List<String> why) {
        return new Filing(form, why);
    }

    boolean is(String field, String value) {
        return form.texts(field).contains(value);
    }

    /**
     * The facts that it gives.
     *
     * @throws org.supportpolicy.PolicyException if one of them cannot be
     */
    FactSet facts(Instant now) {
        Person person = Person.find(form.text("person")).orElse(null);
        FactSet.Builder register = FactSet.builder(now);
        if (person != null) {
            register.with(person.customer(), person.contact());
        }
        Map<String, JsonNode> given = new LinkedHashMap<>();
        CHOICES.stream().filter(form::has).forEach(path -> given.put(path, Facts.answer(form.text(path))));
        SYMPTOMS.stream().map(symptom -> "impact." + symptom).filter(form::has).forEach(path -> given.put(path, Facts.answer("true")));
        given.put("intake.subject", Facts.text(form.text("intake.subject"))); // kept though it be blank
        given.putAll(Facts.intake(form));
        String product = form.text("product");
        if (PRODUCTS.contains(product)) {
            int space = product.lastIndexOf(' ');
            given.put("product.name", Facts.text(product.substring(0, space)));
            given.put("product.installedVersion", Facts.text(product.substring(space + 1)));
            given.put("intake.productVersion", Facts.text(product.substring(space + 1)));
        }
        return Facts.with(register.build(), given);
    }
}
