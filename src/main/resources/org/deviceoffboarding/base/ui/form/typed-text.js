// An input event that changes nothing makes Vaadin's client forget what it is about to send of a field: the page goes on showing text of which
// the server never hears. Input methods, dictation and text expanders send such events as they commit. Before the field itself hears of one
// it still has the value from before.
document.addEventListener('input', event => {
  const field = event.target.closest?.('vaadin-text-field, vaadin-text-area');
  if (field && field.value === event.target.value) {
    event.stopImmediatePropagation();
  }
}, true);
