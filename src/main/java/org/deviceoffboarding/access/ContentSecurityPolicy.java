package org.deviceoffboarding.access;

import com.vaadin.flow.server.ServiceInitEvent;
import com.vaadin.flow.server.VaadinServiceInitListener;
import com.vaadin.flow.server.communication.IndexHtmlRequestListener;
import com.vaadin.flow.server.communication.IndexHtmlResponse;
import java.security.SecureRandom;
import java.util.Base64;
import org.jsoup.nodes.DataNode;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.springframework.stereotype.Component;

/**
 * Lets a page run only the scripts that carry the nonce of its own answer, nothing from another host, and no frame. Vaadin
 * runs what the server sends by making functions from text; {@link #FUNCTIONS_BY_NONCE} lets it do so by scripts that
 * carry the nonce, so that the policy needs no {@code unsafe-eval}. See Vaadin's documentation, "Strict CSP". Styles may
 * be inline, since Vaadin's components set them.
 */
@Component
class ContentSecurityPolicy implements VaadinServiceInitListener {

    private static final String COMMON = "default-src 'self'; style-src 'self' 'unsafe-inline'; img-src 'self' data:;"
            + " font-src 'self' data:; connect-src 'self'; object-src 'none'; base-uri 'self'; form-action 'self';"
            + " frame-src 'none'; frame-ancestors 'none'";

    /** The policy of every answer that is not a page of Vaadin's. */
    static final String WITHOUT_SCRIPTS = COMMON + "; script-src 'self'";

    private static final String FUNCTIONS_BY_NONCE = """
            (function () {
              var nonce = document.currentScript.nonce;
              var native = window.Function;
              var made = 0;
              function ByNonce() {
                var parts = Array.prototype.slice.call(arguments);
                var body = parts.length ? parts.pop() : '';
                var key = '__function' + (++made);
                var script = document.createElement('script');
                script.nonce = nonce;
                script.textContent = 'window.' + key + ' = function (' + parts.join(',') + '\\n) {' + body + '\\n};';
                document.head.appendChild(script);
                script.remove();
                var made_ = window[key];
                delete window[key];
                if (!made_) { throw new SyntaxError('The server sent a script that cannot be run'); }
                return made_;
              }
              ByNonce.prototype = native.prototype;
              window.Function = ByNonce;
            })();
            """;

    private final SecureRandom random = new SecureRandom();

    @Override
    public void serviceInit(ServiceInitEvent event) {
        if (event.getSource().getDeploymentConfiguration().isProductionMode()) {
            IndexHtmlRequestListener listener = this::protect;
            event.addIndexHtmlRequestListener(listener);
        }
    }

    private void protect(IndexHtmlResponse response) {
        String nonce = nonce();
        Document page = response.getDocument();
        page.head().prependElement("script").appendChild(new DataNode(FUNCTIONS_BY_NONCE));
        for (Element script : page.getElementsByTag("script")) {
            script.attr("nonce", nonce);
        }
        response.getVaadinResponse()
                .setHeader("Content-Security-Policy", COMMON + "; script-src 'self' 'nonce-" + nonce + "'");
        response.getVaadinResponse().setHeader("X-Frame-Options", "DENY");
    }

    private String nonce() {
        byte[] bytes = new byte[16];
        random.nextBytes(bytes);
        return Base64.getEncoder().encodeToString(bytes);
    }
}
