package org.deviceoffboarding.access;

import org.springframework.security.config.ObjectPostProcessor;
import org.springframework.security.web.header.HeaderWriterFilter;

/**
 * Writes the security headers before a request is handled. Vaadin's pages are forwarded to, and the server finishes a
 * forwarded answer without telling the filter, which would be too late then.
 */
class EagerHeaders implements ObjectPostProcessor<HeaderWriterFilter> {

    @Override
    public <T extends HeaderWriterFilter> T postProcess(T filter) {
        filter.setShouldWriteHeadersEagerly(true);
        return filter;
    }
}
