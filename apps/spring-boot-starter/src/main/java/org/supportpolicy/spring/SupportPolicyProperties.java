package org.supportpolicy.spring;

import java.nio.file.Path;
import java.time.Duration;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.core.io.Resource;

/**
 * How tickets are decided.
 *
 * @param rules The directory of the rule files, which is watched; without one the library's own rules decide.
 * @param quiet How long files that were edited must be left alone before they come into force.
 * @param desk A file with what is the same for each ticket, such as hours, targets and catalogues, in JSON.
 * @param language The language of the texts in decisions; problems come in The language of the request.
 * @param strict Whether events that lie ahead or out of order are refused.
 */
@ConfigurationProperties("support-policy")
public record SupportPolicyProperties(
        @Nullable Path rules,
        @DefaultValue("500ms") Duration quiet,
        @Nullable Resource desk,
        @DefaultValue("en") Locale language,
        @DefaultValue("false") boolean strict) {}
