package org.supportpolicy.desk;

import java.util.List;
import java.util.Optional;
import org.supportpolicy.fact.Contact;
import org.supportpolicy.fact.Customer;
import org.supportpolicy.fact.CustomerKind;
import org.supportpolicy.fact.Deployment;

/**
 * Somebody who files tickets. A real desk has a register of its customers; these made-up people stand in for it.
 *
 * @param id what forms call them
 * @param name their name and that of their company, for the desk's pages
 * @param customer what the policy has to know of the company
 * @param contact what it has to know of the person
 */
record Person(String id, String name, Customer customer, Contact contact) {

    private static final Customer MAINTAINED = Customer.builder().kind(CustomerKind.CUSTOMER).licenceActive(true).maintenanceActive(true)
            .deployment(Deployment.ON_PREMISE).supportLoginCreated(true).build();
    private static final Customer LICENCE_ONLY = Customer.builder().kind(CustomerKind.CUSTOMER).licenceActive(true).maintenanceActive(false)
            .serviceSubscriptionActive(false).deployment(Deployment.HOSTED).build();

    private static final List<Person> REGISTER = List.of(
            new Person("anna", "Anna de Vries, Harbour Logistics", MAINTAINED,
                    Contact.builder().authorised(true).certified(true).available(true).build()),
            new Person("bram", "Bram Jansen, Harbour Logistics", MAINTAINED,
                    Contact.builder().authorised(false).certified(false).available(true).build()),
            new Person("chloe", "Chloe Martin, Mill & Co", MAINTAINED,
                    Contact.builder().authorised(true).certified(false).available(true).build()),
            new Person("david", "David Olsen, Northern Bakery", LICENCE_ONLY,
                    Contact.builder().authorised(true).certified(false).available(true).build()));

    static List<Person> all() {
        return REGISTER;
    }

    static Optional<Person> find(String id) {
        return REGISTER.stream().filter(person -> person.id.equals(id)).findFirst();
    }
}
