package org.deviceoffboarding.access;

import jakarta.servlet.ServletException;
import java.io.IOException;
import org.apache.catalina.connector.Request;
import org.apache.catalina.connector.Response;
import org.apache.catalina.valves.ValveBase;
import org.springframework.boot.tomcat.ConfigurableTomcatWebServerFactory;
import org.springframework.boot.web.server.WebServerFactoryCustomizer;
import org.springframework.stereotype.Component;

/**
 * Takes no path from a proxy: {@code X-Forwarded-Prefix} is ignored, since it would change links and redirects, but not the
 * path of the session's cookie. The path is that of the address that people use.
 */
@Component
class ForwardedPrefix implements WebServerFactoryCustomizer<ConfigurableTomcatWebServerFactory> {

    @Override
    public void customize(ConfigurableTomcatWebServerFactory server) {
        server.addEngineValves(new Ignoring());
    }

    private static class Ignoring extends ValveBase {

        Ignoring() {
            super(true);
        }

        @Override
        public void invoke(Request request, Response response) throws IOException, ServletException {
            request.getCoyoteRequest().getMimeHeaders().removeHeader("X-Forwarded-Prefix");
            getNext().invoke(request, response);
        }
    }
}
