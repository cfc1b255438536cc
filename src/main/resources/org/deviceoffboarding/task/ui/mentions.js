// While somebody types '@' and a name into the text, people are offered below it: the arrow keys lead through them, Enter or Tab takes
// one, Escape closes. `this` is the box, with the text in it and the list below.
const box = this;
if (box.mentions) {
  return;
}
const text = box.querySelector('vaadin-text-area');
const LOOK_AFTER = 250;
let timer = 0;
let asked = null;
let active = -1;
const taken = [];
const field = () => text.inputElement || text.querySelector('textarea');
const list = () => box.querySelector('[role=listbox]');
const options = () => [...box.querySelectorAll('[role=option]')];
const isOpen = () => !!list() && options().length > 0;

// What is typed of a name, from its '@' up to the caret: a word, or two; null where the caret is at no name.
const typed = () => {
  const input = field();
  if (input.selectionStart !== input.selectionEnd) {
    return null;
  }
  const found = /(?:^|[\s(])@((?:[^\s@]{1,40}(?: [^\s@]{0,40})?)?)$/u.exec(input.value.slice(0, input.selectionStart));
  return found && !taken.some(name => found[1].startsWith(name + ' ')) ? found[1] : null;
};

const mark = next => {
  const all = options();
  active = all.length ? (next + all.length) % all.length : -1;
  all.forEach((option, at) => option.setAttribute('aria-selected', String(at === active)));
  if (active < 0) {
    field().removeAttribute('aria-activedescendant');
  } else {
    field().setAttribute('aria-activedescendant', all[active].id);
    all[active].scrollIntoView({ block: 'nearest' });
  }
};

const close = () => {
  clearTimeout(timer);
  active = -1;
  options().forEach(option => option.setAttribute('aria-selected', 'false'));
  field().removeAttribute('aria-activedescendant');
  if (asked !== null) {
    asked = null;
    box.$server.ended();
  }
};

const look = () => {
  clearTimeout(timer);
  const name = typed();
  if (name === null) {
    close();
  } else if (name !== asked) {
    timer = setTimeout(() => {
      asked = name;
      box.$server.look(name);
    }, LOOK_AFTER);
  }
};

const take = at => {
  const name = typed();
  const option = options()[at];
  if (name === null || !option) {
    close();
    return;
  }
  const input = field();
  const end = input.selectionStart;
  const begin = end - name.length;
  const put = option.dataset.name + ' ';
  box.$server.take(option.dataset.person);
  asked = null;
  taken.push(option.dataset.name);
  text.value = input.value.slice(0, begin) + put + input.value.slice(end);
  input.focus();
  input.setSelectionRange(begin + put.length, begin + put.length);
  text.dispatchEvent(new Event('input', { bubbles: true }));
  text.dispatchEvent(new Event('change', { bubbles: true }));
  close();
};

box.mentions = {
  // The people who are offered now are others than before.
  shown: () => {
    const input = field();
    input.setAttribute('aria-autocomplete', 'list');
    if (list()) {
      input.setAttribute('aria-controls', list().id);
    }
    active = -1;
    input.removeAttribute('aria-activedescendant');
  }
};
box.mentions.shown();

text.addEventListener('input', look);
text.addEventListener('keyup', event => {
  if (['ArrowLeft', 'ArrowRight', 'Home', 'End'].includes(event.key)) {
    look();
  }
});
text.addEventListener('keydown', event => {
  if (!isOpen() || event.isComposing) {
    return;
  }
  if (event.key === 'ArrowDown') {
    mark(active + 1);
  } else if (event.key === 'ArrowUp') {
    mark(active < 0 ? options().length - 1 : active - 1);
  } else if ((event.key === 'Enter' || event.key === 'Tab' && !event.shiftKey) && active >= 0) {
    take(active);
  } else if (event.key === 'Escape') {
    close();
  } else {
    return;
  }
  event.preventDefault();
  event.stopPropagation();
}, true);
text.addEventListener('focusout', close);

// The focus stays in the text while one is taken with the mouse.
box.addEventListener('mousedown', event => {
  if (event.target.closest('[role=option]')) {
    event.preventDefault();
  }
});
box.addEventListener('click', event => {
  const option = event.target.closest('[role=option]');
  if (option) {
    take(options().indexOf(option));
  }
});
