package org.deviceoffboarding.e2e;

import com.deque.html.axecore.playwright.AxeBuilder;
import com.microsoft.playwright.Page;
import java.util.List;
import tools.jackson.databind.json.JsonMapper;

/**
 * What axe-core says of a page by the rules of WCAG 2.2 AA and its own of best practice.
 *
 * @param violations one line each
 * @param undecided what a person has to look at
 */
record AxeScan(List<String> violations, List<Undecided> undecided) {

    private static final List<String> RULES =
            List.of("wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice");

    /**
     * Runs axe-core in the page itself, which spares most of the time that {@link AxeBuilder} takes for frames. Where a dialog is
     * open, it is the page: nothing else can be reached. A kind is why axe-core could not decide, and the element's name and
     * first class.
     *
     * <p>What Vaadin's own elements have inside is left out: a cell of a table takes the focus of the arrow keys but no click, so
     * it is no target whose size could matter; the column to select rows by has no title; the indicator of the connection stands
     * outside everything; menus tell of their items what menus need not; a dialog that asks has a header and a footer of its own.
     * The order of headings is undecided only where the page changed meanwhile, and the contrast of a single character, such as the
     * zero of an axis, is that of the texts beside it.
     */
    private static final String SCAN = """
            async tags => {
              const dialog = [...document.querySelectorAll('vaadin-dialog, vaadin-confirm-dialog')]
                  .filter(one => one.opened).pop();
              const found = await axe.run(dialog ?? document,
                  { runOnly: tags, resultTypes: ['violations', 'incomplete'] });
              const ofVaadin = {
                'target-size': /role="gridcell"/,
                'empty-table-header': /^<th id="vaadin-grid-cell/,
                'region': /^<vaadin-connection-indicator/,
                'aria-allowed-attr': /^<vaadin-(menu-bar|select)-item/,
                'aria-required-children': /^<(vaadin-menu-bar |tfoot|ul)/,
                'landmark-no-duplicate-banner': /^<header part="header">/,
                'aria-allowed-role': /^<footer part="footer" role="toolbar">/,
              };
              const nodes = rules => rules.flatMap(rule => rule.nodes
                  .filter(node => !ofVaadin[rule.id]?.test(node.html))
                  .map(node => ({ rule: rule.id, node })));
              const page = dialog ? 'dialog' : location.pathname.split('/')
                  .map(part => /^[0-9]+$|^[0-9a-f-]{36}$/.test(part) ? ':id' : part).join('/');
              const kind = node => {
                const tag = node.html.match(/^<[^>]*>?/)[0];
                const name = (tag.match(/ class="([^" ]+)/) ?? [])[1];
                return tag.match(/^<([^ >]+)/)[1] + (name ? '.' + name : '');
              };
              const checks = node => [...node.any, ...node.all, ...node.none];
              return JSON.stringify({
                violations: nodes(found.violations).map(({ rule, node }) =>
                    `${rule} at ${node.target}, ${node.html}: ${node.failureSummary}`),
                undecided: nodes(found.incomplete).filter(({ rule, node }) => rule !== 'heading-order'
                    && !checks(node).some(check => check.data?.messageKey === 'shortTextContent')).map(({ rule, node }) => ({
                  page, rule,
                  kind: [checks(node).map(check => check.data?.messageKey).find(key => key), kind(node)]
                      .filter(part => part).join(' '),
                  target: node.target.join(' '),
                  reason: checks(node).map(check => check.message).join('; ') })),
              });
            }
            """;

    private static final JsonMapper JSON = JsonMapper.builder().build();

    static AxeScan of(Page page) {
        if (!(boolean) page.evaluate("'axe' in window")) {
            page.evaluate(AxeBuilder.getAxeScript());
        }
        return JSON.readValue((String) page.evaluate(SCAN, RULES), AxeScan.class);
    }
}
