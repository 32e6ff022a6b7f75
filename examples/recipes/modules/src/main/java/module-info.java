/** A host that is a module. */
module org.example.host {
    requires org.supportpolicy;
    requires org.slf4j;
}
