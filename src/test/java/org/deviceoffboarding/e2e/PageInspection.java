package org.deviceoffboarding.e2e;

import com.deque.html.axecore.playwright.AxeBuilder;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.TimeoutError;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/**
 * Looks at a page as it stands, in every {@link PageLook}: axe-core must find no violation of WCAG 2.2 AA, and nothing may
 * scroll sideways. Leaves a picture of each in {@code target/screenshots}.
 */
final class PageInspection {

    private static final Path PICTURES = Path.of("target", "screenshots");
    private static final List<String> WCAG_2_2_AA = List.of("wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa");

    private static final int MILLIS_TO_FOLLOW = 5_000;

    /**
     * Runs axe-core in the page itself, which spares most of the time that {@link AxeBuilder} takes for frames. A cell of a
     * table takes the focus of the arrow keys but no click, so it is no target whose size could matter.
     */
    private static final String SCAN = """
            async tags => {
              const { violations } = await axe.run(document, { runOnly: tags, resultTypes: ['violations'] });
              return violations.flatMap(rule => rule.nodes
                  .filter(node => rule.id !== 'target-size' || !node.html.includes('role="gridcell"'))
                  .map(node => `${rule.id} at ${node.target}, ${node.html}: ${node.failureSummary}`));
            }
            """;

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

    private final Visitor visitor;
    private final String name;

    private PageInspection(Visitor visitor, String name) {
        this.visitor = visitor;
        this.name = name;
    }

    /**
     * Inspects the page that a visitor has open.
     *
     * @param name what the pictures are called
     * @return one line for everything that is wrong
     */
    static List<String> of(Visitor visitor, String name) {
        PageInspection inspection = new PageInspection(visitor, name);
        List<String> wrong = new ArrayList<>();
        for (PageLook look : PageLook.values()) {
            wrong.addAll(inspection.in(look));
        }
        PageLook.WIDE_LIGHT.apply(visitor.page());
        return wrong;
    }

    private List<String> in(PageLook look) {
        Page page = visitor.page();
        look.apply(page);
        visitor.settle();
        look.apply(page, ((Number) page.evaluate(HIDDEN_BELOW)).intValue());
        List<String> sideways = sideways(page);
        visitor.settle();
        page.screenshot(new Page.ScreenshotOptions()
                .setPath(PICTURES.resolve(name + "-" + look.suffix() + ".png"))
                .setFullPage(true));
        return Stream.concat(sideways.stream(), violations(page))
                .map(wrong -> name + " (" + look.suffix() + "): " + wrong)
                .toList();
    }

    /** Returns what can be scrolled to the side once the server had time to follow the window's new width. */
    @SuppressWarnings("unchecked")
    private static List<String> sideways(Page page) {
        try {
            page.waitForFunction(
                    "() => (" + SIDEWAYS + ")().length === 0",
                    null,
                    new Page.WaitForFunctionOptions().setTimeout(MILLIS_TO_FOLLOW));
            return List.of();
        } catch (TimeoutError e) {
            return (List<String>) page.evaluate(SIDEWAYS);
        }
    }

    @SuppressWarnings("unchecked")
    private static Stream<String> violations(Page page) {
        if (!(boolean) page.evaluate("'axe' in window")) {
            page.evaluate(AxeBuilder.getAxeScript());
        }
        return ((List<String>) page.evaluate(SCAN, WCAG_2_2_AA)).stream();
    }
}
