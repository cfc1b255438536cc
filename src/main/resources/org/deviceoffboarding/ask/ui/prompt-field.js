/*
 * A line of text with completions below it, as a combobox with a listbox: the arrow keys mark a completion, Enter takes the marked
 * one or else asks, Escape closes the list. The server fills the list and says with "portalComplete" when it did.
 */
const box = this;
const list = $0;
if (!box.portalComplete) {
  const input = () => box.querySelector('vaadin-text-field input');
  const options = () => [...list.querySelectorAll('[role=option]')];
  const marked = () => options().findIndex(each => each.getAttribute('aria-selected') === 'true');

  const mark = which => {
    options().forEach((each, at) => each.setAttribute('aria-selected', String(at === which)));
    const option = options()[which];
    if (option) {
      input().setAttribute('aria-activedescendant', option.id);
      option.scrollIntoView({ block: 'nearest' });
    } else {
      input().removeAttribute('aria-activedescendant');
    }
  };

  const show = open => {
    const field = input();
    if (!field) {
      return;
    }
    field.setAttribute('role', 'combobox');
    field.setAttribute('aria-autocomplete', 'list');
    field.setAttribute('aria-controls', list.id);
    field.setAttribute('aria-expanded', String(open));
    field.setAttribute('autocomplete', 'off');
    list.hidden = !open;
    mark(-1);
  };

  box.portalComplete = () => show(options().length > 0 && document.activeElement === input());

  box.addEventListener('keydown', event => {
    if (event.target !== input() || event.isComposing) {
      return;
    }
    const open = !list.hidden;
    const count = options().length;
    const at = marked();
    if (event.key === 'ArrowDown' && open) {
      event.preventDefault();
      mark(at === count - 1 ? 0 : at + 1);
    } else if (event.key === 'ArrowUp' && open) {
      event.preventDefault();
      mark(at <= 0 ? count - 1 : at - 1);
    } else if (event.key === 'Escape' && open) {
      event.preventDefault();
      event.stopPropagation();
      show(false);
    } else if (event.key === 'Enter') {
      event.preventDefault();
      if (open && at >= 0) {
        event.stopPropagation();
        options()[at].click();
      } else {
        show(false);
        box.$server.ask(input().value);
      }
    }
  }, true);

  box.addEventListener('focusout', event => {
    if (!box.contains(event.relatedTarget)) {
      show(false);
    }
  });

  // The field keeps the focus while a completion is clicked.
  list.addEventListener('mousedown', event => event.preventDefault());
  requestAnimationFrame(() => show(false));
}
