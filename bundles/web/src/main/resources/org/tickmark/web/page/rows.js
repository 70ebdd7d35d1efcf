// @ts-check
// A list whose rows are moved and deleted: arrows go through it, and keys press the buttons of the row at hand.

const KEYS = { 'alt+ArrowUp': 'earlier', 'alt+ArrowDown': 'later', Delete: 'delete' };
const STEPS = { ArrowUp: -1, ArrowDown: 1 };

/** The row whose button was pressed last, to which the focus goes back. @type {string | undefined} */
let last;

/** Brings a list to life. @param {HTMLElement | null} list @param {boolean} inUse whether it has come in the place of another page */
export function showRows(list, inUse) {
  if (!list || list.dataset.shown) return;
  list.dataset.shown = 'yes';
  list.querySelector('.keys')?.removeAttribute('hidden');
  list.addEventListener('keydown', (event) => press(list, event));
  list.addEventListener('submit', (event) => { last = row(event.target)?.dataset.row; });
  if (inUse && last) stop(rows(list).find((one) => one.dataset.row === last))?.focus();
  last = undefined;
}

/** @param {HTMLElement} list @returns {HTMLElement[]} */
const rows = (list) => [...list.querySelectorAll('tr[data-row]')];

/** @param {EventTarget | null} target @returns {HTMLElement | null} */
const row = (target) => (target instanceof Element ? target.closest('tr[data-row]') : null);

/** Where the focus stops in a row. @param {Element | undefined} of @returns {HTMLElement | null} */
const stop = (of) => of?.querySelector('a, button') ?? null;

/** @param {HTMLElement} list @param {KeyboardEvent} event */
function press(list, event) {
  const at = row(event.target);
  if (event.key === 'Insert') {
    list.querySelector('[data-new]')?.focus();
  } else if (at && !event.ctrlKey && !event.metaKey) {
    const key = (event.altKey ? 'alt+' : '') + event.key;
    const button = at.querySelector(`[data-key="${KEYS[key]}"] button`);
    const step = STEPS[key];
    if (button instanceof HTMLElement) button.click();
    else if (step) stop(rows(list)[rows(list).indexOf(at) + step])?.focus();
    else return;
  } else {
    return;
  }
  event.preventDefault();
}
