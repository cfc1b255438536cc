package org.deviceoffboarding.demotenant;

import org.springframework.context.annotation.Configuration;
import org.springframework.validation.Errors;
import org.springframework.validation.Validator;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;

/** Keeps Bean Validation out, which nothing here uses and which takes a good part of the start. */
@Configuration(proxyBeanMethods = false)
class WebConfiguration implements WebMvcConfigurer {

    @Override
    public Validator getValidator() {
        return new NothingToValidate();
    }

    private static class NothingToValidate implements Validator {

        @Override
        public boolean supports(Class<?> type) {
            return false;
        }

        @Override
        public void validate(Object target, Errors errors) {
            throw new UnsupportedOperationException("Supports no type");
        }
    }
}
