/** What an application of Spring Boot needs to decide tickets, set up by the properties {@code support-policy.*}. */
@NullMarked
package org.supportpolicy.spring;

import org.jspecify.annotations.NullMarked;
