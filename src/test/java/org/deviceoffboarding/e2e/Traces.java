package org.deviceoffboarding.e2e;

import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Download;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.PlaywrightException;
import com.microsoft.playwright.Request;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.regex.Pattern;
import org.deviceoffboarding.secrets.KnownSecrets;
import org.deviceoffboarding.secrets.SecretSearch;
import org.springframework.util.FileSystemUtils;

/**
 * What a portal wrote and its visitors saw and downloaded, and the secrets that were in use meanwhile: those of its demo tenant,
 * of its own, and of its visitors' browsers.
 */
final class Traces {

    /** By which Vaadin and Spring Security know that a page of their own asks. */
    private static final List<Pattern> PAGE_TOKENS =
            List.of(Pattern.compile("\"csrfToken\":\"([^\"]+)\""), Pattern.compile("(?:^|&)_csrf=([^&]+)"));

    private final Path folder;
    private final KnownSecrets secrets = new KnownSecrets();
    private final StringBuffer console = new StringBuffer();
    private final List<Kept> kept = new CopyOnWriteArrayList<>();

    private final boolean ofDemoTenant;

    /** @param settings of the portal */
    Traces(Map<String, String> settings) throws IOException {
        folder = Files.createTempDirectory("portal-e2e-traces");
        ofDemoTenant = !settings.containsKey("PORTAL_TENANT_ISSUER_URI");
        secrets.noteSettings(settings);
    }

    /** Returns where the demo tenant is to write down its secrets, which is not in the portal's folder. */
    Path ledger() {
        return folder.resolve("ledger.jsonl");
    }

    /** Keeps what the portal said to its operator. */
    void said(String line) {
        console.append(line).append('\n');
    }

    void note(Request request) {
        String body = "POST".equals(request.method()) ? request.postData() : null;
        if (body != null) {
            PAGE_TOKENS.forEach(token -> secrets.noteAll("page token", token, body));
        }
    }

    /** Notes the sessions of a browser as they are now. */
    void noteSessions(BrowserContext browser) {
        browser.cookies().stream()
                .filter(cookie -> cookie.httpOnly)
                .forEach(cookie -> secrets.note("session cookie", cookie.value));
    }

    /** Keeps a file that somebody downloaded; a browser that is closed forgets it. */
    void keep(Download download) {
        if (download.failure() == null) {
            Path file = next();
            download.saveAs(file);
            kept.add(new Kept("export " + download.suggestedFilename(), file));
        }
    }

    /** Keeps what a page is made of now; one that is on its way to another has nothing to keep. */
    void keep(Page page) {
        try {
            kept.add(new Kept(
                    "page " + page.url().replaceFirst("[?#].*", ""), Files.writeString(next(), page.content())));
        } catch (PlaywrightException onItsWay) {
            // Nothing is lost: the page before it was not the last that was seen.
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Returns a search for everything that is secret by now. */
    SecretSearch search(Path dataFolder) {
        if (ofDemoTenant) {
            secrets.noteLedger(ledger());
        }
        secrets.noteDataFolder(dataFolder);
        return new SecretSearch(secrets);
    }

    /** Searches what was said, downloaded and seen until now. */
    void searchIn(SecretSearch search) {
        search.text("console", console.toString());
        kept.forEach(each -> search.file(each.name(), each.file()));
    }

    List<String> kinds() {
        return secrets.kinds();
    }

    void delete() throws IOException {
        FileSystemUtils.deleteRecursively(folder);
    }

    private Path next() {
        return folder.resolve("kept-" + kept.size());
    }

    private record Kept(String name, Path file) {}
}
