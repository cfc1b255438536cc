package org.deviceoffboarding.access.session;

import org.deviceoffboarding.base.TenantProperties;
import org.springframework.http.CacheControl;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/**
 * What the tenant's sign-out page opens in a frame. Which session is over says the {@code sid}, which nobody else knows: the
 * portal's cookie does not reach a frame on another site's page.
 */
@RestController
public class FrontChannelLogout {

    public static final String PATH = "/sign-out/front-channel";

    private final SessionEnds ends;
    private final TenantProperties tenant;

    FrontChannelLogout(SessionEnds ends, TenantProperties tenant) {
        this.ends = ends;
        this.tenant = tenant;
    }

    @GetMapping(path = PATH, produces = MediaType.TEXT_HTML_VALUE)
    ResponseEntity<String> signOut(
            @RequestParam(defaultValue = "") String sid, @RequestParam(defaultValue = "") String iss) {
        String issuer = tenant.issuerUri().toString();
        if (!sid.isBlank() && (iss.isEmpty() || iss.equals(issuer))) {
            ends.endAll(new TenantSession(issuer, null, sid), SessionEnd.BY_TENANT);
        }
        return ResponseEntity.ok()
                .cacheControl(CacheControl.noStore())
                .body("<!doctype html><html lang=\"en\"><title>Signed out</title></html>");
    }
}
