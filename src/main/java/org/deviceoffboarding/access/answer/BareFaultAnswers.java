package org.deviceoffboarding.access.answer;

import java.io.IOException;
import org.apache.catalina.connector.Request;
import org.apache.catalina.connector.Response;
import org.apache.catalina.valves.ErrorReportValve;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.tomcat.servlet.TomcatServletWebServerFactory;
import org.springframework.boot.web.server.WebServerFactoryCustomizer;
import org.springframework.stereotype.Component;

/** Answers what the server itself refuses, since it cannot be read, in the same words as {@link FaultAnswers}. */
@Component
class BareFaultAnswers implements WebServerFactoryCustomizer<TomcatServletWebServerFactory> {

    @Override
    public void customize(TomcatServletWebServerFactory factory) {
        String root = factory.getContextPath();
        factory.addContextCustomizers(
                context -> context.getParent().getPipeline().addValve(new PlainReport(root)));
    }

    private static class PlainReport extends ErrorReportValve {

        private static final Logger log = LoggerFactory.getLogger(PlainReport.class);

        private final String root;

        PlainReport(String root) {
            this.root = root;
        }

        @Override
        protected void report(Request request, Response response, @Nullable Throwable fault) {
            if (response.getStatus() < 400 || response.getContentWritten() > 0 || !response.setErrorReported()) {
                return;
            }
            try {
                Refusal.of(response.getStatus()).answer(response, root);
                response.finishResponse();
            } catch (IOException gone) {
                log.atDebug().log("A browser left before it was answered");
            }
        }
    }
}
