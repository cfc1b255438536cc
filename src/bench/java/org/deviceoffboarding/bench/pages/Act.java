package org.deviceoffboarding.bench.pages;

/**
 * Something that a person does on a page, and how to undo it so that it can be done again.
 *
 * @param kind which of {@link #SCRIPT}'s doings
 * @param index of the column or field
 * @param value what it is set to, or where a link leads
 * @param label what people call it
 */
record Act(String kind, int index, String value, String label) {

    /**
     * Runs in every page: {@code bench.act} does something and says after how many milliseconds the page was painted with all of
     * the answer, and how long the server's longest answer took; {@code bench.offers} says what there is to do.
     */
    static final String SCRIPT = """
            window.bench = (() => {
                const QUIET = 250;
                const WHILE_TYPING = 600; // fields wait for more
                const LOOKED_AT = 1000; // what was found, before the next; nobody is faster
                let polls = 0; // each page asks once, ten seconds after it was loaded, whether it is heard: nobody waits for that
                const send = XMLHttpRequest.prototype.send;
                XMLHttpRequest.prototype.send = function (body) {
                    if (typeof body === 'string' && body.includes('"ui-poll"')) {
                        polls++;
                        this.addEventListener('loadend', () => setTimeout(() => polls--, 50));
                    }
                    return send.call(this, body);
                };
                const frame = () => new Promise(done => requestAnimationFrame(done));
                const sortersOf = grid => [...(grid?.querySelectorAll('vaadin-grid-sorter') ?? [])];
                const grid = () => [...document.querySelectorAll('vaadin-grid')] // the page's list, not a short one beside it
                    .sort((one, other) => sortersOf(other).length - sortersOf(one).length)[0];
                const sorters = () => sortersOf(grid());
                const selects = () => [...document.querySelectorAll('.filters vaadin-select')];
                const search = () => document.querySelector('.filter-search input');
                const idle = () => document.readyState === 'complete'
                    && Object.values(window.Vaadin?.Flow?.clients ?? {}).every(client => polls > 0 || !client.isActive?.())
                    && [...document.querySelectorAll('vaadin-grid')].every(grid => !grid.loading);
                const settled = async (start, quiet = QUIET) => {
                    let since = performance.now(), last = start;
                    while (performance.now() - since < quiet) {
                        await frame();
                        if (!idle()) { since = performance.now(); last = since; }
                    }
                    return last;
                };
                const doings = {
                    open: (index, value) => {
                        const link = document.createElement('a');
                        link.href = value;
                        link.setAttribute('router-link', '');
                        document.body.append(link);
                        link.click();
                        link.remove();
                    },
                    sort: (index, value) => { sorters()[index].direction = value || null; },
                    scroll: (index, value) => grid().scrollToIndex(value === 'last' ? grid().size - 1 : 0),
                    search: (index, value) => {
                        search().value = value;
                        search().dispatchEvent(new InputEvent('input', {bubbles: true, composed: true}));
                    },
                    choose: async (index, value) => {
                        selects()[index].opened = true;
                        await frame();
                        await frame();
                        [...document.querySelectorAll('vaadin-select-item')]
                            .filter(item => item.offsetParent !== null)[Number(value)].click();
                    },
                };
                return {
                    act: async ([kind, index, value]) => {
                        performance.clearResourceTimings();
                        const start = performance.now();
                        await doings[kind](index, value);
                        const painted = await settled(start, kind === 'search' ? WHILE_TYPING : QUIET);
                        const answers = performance.getEntriesByType('resource')
                            .filter(entry => entry.name.includes('v-r=uidl') && entry.startTime >= start);
                        return [
                            Math.max(painted, ...answers.map(answer => answer.responseEnd)) - start,
                            Math.max(0, ...answers.map(answer => answer.responseEnd - answer.requestStart)),
                        ];
                    },
                    offers: async () => {
                        await settled(0);
                        const options = [];
                        for (const select of selects()) {
                            select.opened = true;
                            await frame();
                            await frame();
                            options.push([select.label, ...[...document.querySelectorAll('vaadin-select-item')]
                                .filter(item => item.offsetParent !== null).map(item => item.textContent.trim())]);
                            select.opened = false;
                            await frame();
                        }
                        return [
                            sorters().map(sorter => sorter.textContent.trim()), options, search() !== null, grid()?.size ?? 0,
                        ];
                    },
                    keepBusy: async texts => {
                        for (let i = 0; !window.benchEnough; i++) {
                            const all = sorters();
                            await window.bench.act(i % 2 === 0
                                ? ['sort', i / 2 % all.length, i % 4 === 0 ? 'asc' : 'desc']
                                : ['search', 0, texts[i % texts.length]]);
                            await new Promise(looked => setTimeout(looked, LOOKED_AT));
                        }
                    },
                };
            })();
            """;

    Act undone() {
        return switch (kind) {
            case "open" -> new Act(kind, 0, "/settings", label);
            case "scroll" -> new Act(kind, 0, "first", label);
            case "choose" -> new Act(kind, index, "0", label);
            default -> new Act(kind, index, "", label);
        };
    }

    /** Returns what {@code bench.act} takes. */
    Object[] words() {
        return new Object[] {kind, index, value};
    }
}
