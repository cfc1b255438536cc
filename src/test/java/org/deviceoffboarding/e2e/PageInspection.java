package org.deviceoffboarding.e2e;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.TimeoutError;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/**
 * Looks at a page as it stands, in one {@link PageLook} or several: axe-core must find no violation of WCAG 2.2 AA and of best
 * practice and nothing that it can't decide, but for {@link AcceptedUndecided}; and nothing may scroll sideways. Tests leave a
 * picture of what is not so in {@code target/screenshots}.
 */
final class PageInspection {

    private static final Path PICTURES = Path.of("target", "screenshots");
    private static final boolean IN_EVERY_LOOK = Boolean.getBoolean("soak.looks");
    private static final int MILLIS_TO_FOLLOW = 5_000;
    private static final int TURNS_TO_SHOW_ALL = 5;

    /** Everything that can be scrolled to the side: the page, what it stands in, and what stands in it. */
    private static final String SIDEWAYS = """
            () => {
              const everything = root => [...root.querySelectorAll('*')]
                  .flatMap(element => [element, ...(element.shadowRoot ? everything(element.shadowRoot) : [])]);
              return [document.documentElement, ...everything(document.body)]
                  .filter(element => element === document.documentElement
                      || ['auto', 'scroll'].includes(getComputedStyle(element).overflowX))
                  .filter(element => element.checkVisibility() && element.clientWidth > 0)
                  .filter(element => element.scrollWidth > element.clientWidth + 1)
                  .map(element => `scrolls sideways by ${element.scrollWidth - element.clientWidth} pixels: `
                      + `${element.localName}#${element.id}.${element.className} of ${element.getRootNode().host?.localName}`);
            }
            """;

    /** How much taller the window would have to be to show all of the page. */
    private static final String HIDDEN_BELOW = """
            () => {
              let hidden = document.documentElement.scrollHeight - document.documentElement.clientHeight;
              for (let e = document.getElementById('page'); e; e = e.assignedSlot ?? e.parentElement ?? e.getRootNode().host) {
                if (getComputedStyle(e).overflowY !== 'visible') {
                  hidden = Math.max(hidden, e.scrollHeight - e.clientHeight);
                }
              }
              return hidden;
            }
            """;

    private PageInspection() {}

    /**
     * What is wrong with a page in one look.
     *
     * @param wrong one line for everything that is wrong
     * @param undecided what axe-core could not decide about
     */
    record Seen(List<String> wrong, List<Undecided> undecided) {}

    /**
     * Inspects the page that a visitor has open on the way, in the look that most goes wrong in, of a
     * telephone by night; in every look when somebody soaks in it.
     *
     * @param name what the pictures are called
     * @return one line for everything that is wrong, or that nobody has decided about
     */
    static List<String> of(Visitor visitor, String name) {
        return of(visitor, name, List.of(PageLook.NARROW_DARK));
    }

    /** Inspects it in {@link PageLook#OF_TESTS}; otherwise as {@link #of(Visitor, String)}. */
    static List<String> inBothLooks(Visitor visitor, String name) {
        return of(visitor, name, PageLook.OF_TESTS);
    }

    private static List<String> of(Visitor visitor, String name, List<PageLook> looks) {
        AcceptedUndecided accepted = AcceptedUndecided.read();
        List<String> wrong = new ArrayList<>();
        for (PageLook look : IN_EVERY_LOOK ? List.of(PageLook.values()) : looks) {
            String picture = name + "-" + look.suffix();
            Seen seen = in(look, visitor, () -> {});
            List<String> lines = Stream.concat(
                            seen.wrong().stream(),
                            seen.undecided().stream()
                                    .filter(undecided -> !accepted.accepts(undecided))
                                    .map(Undecided::toString))
                    .toList();
            if (!lines.isEmpty()) {
                photograph(visitor, PICTURES.resolve(picture + ".png"));
            }
            lines.forEach(line -> wrong.add(picture + ": " + line));
        }
        PageLook.WIDE_LIGHT.apply(visitor.page());
        return wrong;
    }

    /**
     * Inspects it in one look, and leaves the window so.
     *
     * @param opening opens what closes when a window changes, such as a menu
     */
    static Seen in(PageLook look, Visitor visitor, Runnable opening) {
        Page page = visitor.page();
        look.apply(page);
        visitor.settle();
        opening.run();
        visitor.settle();
        showAll(look, visitor);
        List<String> sideways = sideways(page);
        showAll(look, visitor);
        AxeScan axe = AxeScan.of(page);
        if (axe.undecided().stream().anyMatch(Undecided::liesUnderSomething)) {
            showAll(look, visitor);
            axe = AxeScan.of(page);
        }
        return new Seen(
                Stream.concat(sideways.stream(), axe.violations().stream()).toList(), axe.undecided());
    }

    /**
     * Makes the window as tall as the page, and again where the server added to the page meanwhile: a bar of buttons would lie
     * over what is below.
     */
    private static void showAll(PageLook look, Visitor visitor) {
        Page page = visitor.page();
        int taller = page.viewportSize().height - look.height();
        for (int turn = 0; turn < TURNS_TO_SHOW_ALL; turn++) {
            visitor.settle();
            int hidden = ((Number) page.evaluate(HIDDEN_BELOW)).intValue();
            if (hidden <= 0) {
                return;
            }
            taller += hidden;
            look.apply(page, taller);
        }
    }

    static void photograph(Visitor visitor, Path picture) {
        visitor.page().screenshot(new Page.ScreenshotOptions().setPath(picture).setFullPage(true));
    }

    /** Returns what can be scrolled to the side once the server had time to follow the window's new width. */
    @SuppressWarnings("unchecked")
    private static List<String> sideways(Page page) {
        try {
            page.waitForFunction(
                    "() => (" + SIDEWAYS + ")().length === 0",
                    null,
                    new Page.WaitForFunctionOptions()
                            .setPollingInterval(Chromium.MILLIS_BETWEEN_LOOKS)
                            .setTimeout(MILLIS_TO_FOLLOW));
            return List.of();
        } catch (TimeoutError e) {
            return (List<String>) page.evaluate(SIDEWAYS);
        }
    }
}
