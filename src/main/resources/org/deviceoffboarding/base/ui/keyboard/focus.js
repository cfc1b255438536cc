/*
 * Keeps who works with the keyboard on something. What has the focus may go away: a dialog closes, a row is deleted, a part of
 * the page is made anew, a button is disabled, another page is shown. The focus then goes to the same thing where it is made
 * anew; else, in a list, to what took its place; else to a link in its place; else to the heading that it stood under. From
 * what lies over the page it goes back to what opened that. The server says otherwise by "portal-happened" (this is what came
 * of it) and "portal-arrived" (another page). Nothing moves that has not lost its place.
 */
if (!document.keepsFocus) {
  document.keepsFocus = true;

  const OVER = 'vaadin-dialog, vaadin-confirm-dialog, vaadin-popover, vaadin-notification-card';
  const PART = OVER + ', vaadin-card, section, .page-content, main, body';
  const ROW = 'li, tr, vaadin-grid-cell-content, .column-line, .view-line';
  const FOCUSABLE = 'a[href], button, input, textarea, select, summary, [tabindex]';
  const USES_ENTER = 'vaadin-combo-box, vaadin-multi-select-combo-box, vaadin-date-picker, vaadin-time-picker, .search-everything';
  const LINE_OF_TEXT = ['text', 'email', 'number', 'password', 'search', 'tel', 'url'];

  let last = null;
  let happened = null;
  let arrived = false;
  let checking = false;
  let byKeyboard = false;

  const usable = e => e.isConnected && e.checkVisibility({ visibilityProperty: true }) && !e.disabled && !e.closest('[inert]');
  const focusables = within => [within, ...within.querySelectorAll(FOCUSABLE)]
      .filter(e => e.matches(FOCUSABLE) && e.tabIndex >= 0 && usable(e));
  const nameOf = e => (e.ariaLabel || e.textContent || '').trim().replace(/\d+/g, '#')
      || (e.closest('[has-label]')?.querySelector('label')?.textContent ?? '');
  const open = over => over.isConnected && (over.localName === 'vaadin-notification-card' || over.hasAttribute('opened'));
  const nothingHasFocus = () => [null, document.body, document.documentElement].includes(document.activeElement);
  const serverIsAsked = () => Object.values(window.Vaadin?.Flow?.clients ?? {}).some(client => client.isActive?.());
  const dialog = () => [...document.querySelectorAll('vaadin-dialog, vaadin-confirm-dialog')].findLast(open);

  function focus(e) {
    if (!e.matches(FOCUSABLE)) {
      e.tabIndex = -1;
    }
    e.focus({ preventScroll: !byKeyboard, focusVisible: byKeyboard });
  }

  /* Its place: from the body down, the how manieth child of its kind. */
  function remember(e) {
    const way = [];
    for (let node = e; node.parentElement; node = node.parentElement) {
      const parent = node.parentElement;
      const alike = [...parent.children].filter(child => child.localName === node.localName);
      way.unshift({ parent, kind: node.localName, number: alike.indexOf(node) });
    }
    const over = e.closest(OVER);
    let before = last;
    while (before && before.over !== over) {
      before = before.before;
    }
    before = before ? before.before : over ? last : null;
    return { element: e, kind: e.localName, name: nameOf(e), row: !!e.closest(ROW), way, over, before };
  }

  /* What is at the place now, as deep as the way still leads. */
  function spot(record) {
    const from = record.way.findLastIndex(step => step.parent.isConnected);
    let at = from < 0 ? document.body : record.way[from].parent;
    for (const step of record.way.slice(Math.max(from, 0))) {
      const alike = [...at.children].filter(child => child.localName === step.kind);
      if (alike.length === 0) {
        break;
      }
      at = alike[Math.min(step.number, alike.length - 1)];
    }
    return at;
  }

  function find(record) {
    if (usable(record.element)) {
      return record.element;
    }
    const there = spot(record);
    for (let within = there; within; within = within.parentElement) {
      const same = focusables(within).find(e => e.localName === record.kind && nameOf(e) === record.name);
      if (same) {
        return same;
      }
      if (within.matches(PART)) {
        break;
      }
    }
    const inPlace = there.matches(PART) ? [] : focusables(there);
    return inPlace.find(e => record.row ? e.localName === record.kind : e.localName === 'a') ?? heading(there);
  }

  function heading(there) {
    for (let part = there.closest(PART); part; part = part.parentElement?.closest(PART)) {
      const title = [...part.querySelectorAll('h1, h2, h3')].find(usable);
      if (title) {
        return title;
      }
    }
    return null;
  }

  function goBack() {
    let record = last;
    while (record?.before && record.over && !open(record.over)) {
      record = record.before;
    }
    const to = record && find(record);
    if (to) {
      focus(to);
    }
  }

  function settle() {
    checking = false;
    if (serverIsAsked()) {
      later();
      return;
    }
    if (happened) {
      const over = dialog();
      if (!over || over.contains(happened)) {
        const to = happened;
        happened = null;
        arrived = false;
        if (to.isConnected) {
          focus(to);
        }
      } else {
        later();
      }
    } else if (arrived && !dialog()) {
      arrived = false;
      const page = document.querySelector('.page-content');
      const title = document.getElementById('page-title');
      if (title && !page?.contains(document.activeElement)) {
        focus(title);
      }
    } else if (last && nothingHasFocus() && !(usable(last.element) && !last.over)) {
      goBack();
    }
  }

  function later() {
    if (!checking) {
      checking = true;
      setTimeout(settle, 60);
    }
  }

  document.addEventListener('focusin', event => {
    if (event.target instanceof Element && !nothingHasFocus()) {
      const opened = last?.over;
      last = remember(event.target);
      if (last.over !== opened && last.over?.localName === 'vaadin-confirm-dialog' && event.target.matches('[theme~="error"]')) {
        last.over.querySelector('[slot="cancel-button"]')?.focus(); // a key that is still pressed takes nothing away
      }
    }
  });
  document.addEventListener('focusout', event => {
    const left = event.target;
    setTimeout(() => {
      if (last?.element === left && nothingHasFocus() && usable(left)) {
        last = last.over && !open(last.over) ? last : null; // left by the person, with the mouse
      }
      later();
    });
  });
  new MutationObserver(() => {
    if (happened || arrived || (last && nothingHasFocus())) {
      later();
    }
  }).observe(document.documentElement, { childList: true, subtree: true, attributes: true, attributeFilter: ['disabled', 'hidden', 'opened'] });
  document.addEventListener('portal-happened', event => {
    happened = event.target;
    later();
  });
  document.addEventListener('portal-arrived', () => {
    arrived = true;
    later();
  });
  document.addEventListener('pointerdown', () => { byKeyboard = false; }, true);

  /*
   * Within a table, Enter opens what the row is about, and so does Space where rows can't be picked; where they can, it picks.
   * Where a cell has more to press than a link, Enter leads into the cell.
   */
  function onRow(event) {
    const cell = event.composedPath()[0];
    const row = cell.closest?.('tbody tr');
    if (!row || !event.composedPath().some(e => e.localName === 'vaadin-grid')) {
      return;
    }
    const contents = [...row.cells].map(each => each.querySelector('slot')?.assignedElements()[0]).filter(Boolean);
    const own = cell.querySelector('slot')?.assignedElements()[0];
    const picks = own?.querySelector('vaadin-button, vaadin-checkbox, input, summary');
    const first = what => contents.map(content => content.querySelector(what)).find(Boolean);
    const box = event.key === ' ' ? first('vaadin-checkbox') : null;
    const pressed = box ?? own?.querySelector('a[href]') ?? first('a[href]');
    if (pressed && !picks) {
      event.preventDefault();
      event.stopPropagation();
      pressed.click();
    }
  }

  /* Enter in a line of text presses the one blue button of a dialog. What takes something away has to be pressed itself. */
  function confirm(event) {
    const line = event.target;
    const over = line.closest?.('vaadin-dialog[opened]');
    if (!over || line.localName !== 'input' || !LINE_OF_TEXT.includes(line.type) || line.closest(USES_ENTER)) {
      return;
    }
    const blue = [...over.querySelectorAll('vaadin-button[theme~="primary"]')].filter(usable);
    if (blue.length === 1 && !blue[0].matches('[theme~="error"]')) {
      event.preventDefault();
      line.dispatchEvent(new Event('change', { bubbles: true }));
      blue[0].click();
    }
  }

  document.addEventListener('keydown', event => {
    byKeyboard = true;
    const plain = !event.ctrlKey && !event.metaKey && !event.altKey && !event.shiftKey && !event.isComposing;
    if (plain && (event.key === 'Enter' || event.key === ' ')) {
      onRow(event);
    }
  }, true);
  document.addEventListener('keydown', event => {
    if (event.key === 'Enter' && !event.defaultPrevented && !event.isComposing && !event.repeat) {
      confirm(event);
    } else if (event.key === 'Escape') {
      event.target.closest?.('vaadin-notification-card')?.querySelector('vaadin-button')?.click(); // its only one closes it
    }
  });
}
