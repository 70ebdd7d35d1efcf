// @ts-check
// The board of two panes: the running difference of what is ticked, and the keys. Amounts are counted exactly, in units of 10^-8.

const DECIMALS = 8;

/** @param {string} text a decimal number with a point */
function units(text) {
  const [whole, fraction = ''] = text.replace('-', '').split('.');
  const value = BigInt(whole + fraction.padEnd(DECIMALS, '0').slice(0, DECIMALS));
  return text.startsWith('-') ? -value : value;
}

/** @param {bigint} value */
function plain(value) {
  const digits = (value < 0n ? -value : value).toString().padStart(DECIMALS + 1, '0');
  return `${value < 0n ? '-' : ''}${digits.slice(0, -DECIMALS)}.${digits.slice(-DECIMALS)}`.replace(/\.?0+$/, '');
}

/** @param {bigint} value */
function forPeople(value) {
  const [whole, fraction = ''] = plain(value).split('.');
  const format = new Intl.NumberFormat(document.documentElement.lang, { minimumFractionDigits: Math.max(2, fraction.length) });
  const point = format.formatToParts(0.1).find((part) => part.type === 'decimal')?.value ?? '.';
  const grouped = format.formatToParts(BigInt(whole)).filter((part) => part.type === 'group' || part.type === 'integer' || part.type === 'minusSign');
  const sign = whole === '-0' ? '-' : '';
  return sign + grouped.map((part) => part.value).join('') + point + fraction.padEnd(2, '0');
}

/** What the keys do: the buttons they press, by what these send. */
const KEYS = {
  m: '[formaction="/do/rec/match"]:not([name])',
  p: '[formaction="/do/rec/match"][name]',
  w: '[formaction="/do/rec/write-off"]',
  x: '[formaction="/do/rec/exclude"]',
  u: 'form[action="/do/rec/unmatch"] button',
};

/** Brings a board to life. @param {HTMLElement | null} board @param {boolean} inUse whether it has come in the place of another page */
export function showBoard(board, inUse) {
  if (!board || board.dataset.shown) return;
  board.dataset.shown = 'yes';
  board.querySelector('.keys')?.removeAttribute('hidden');
  board.addEventListener('change', () => tell(board));
  board.addEventListener('keydown', (event) => press(board, event));
  board.addEventListener('focusin', (event) => suggestFor(board, event.target));
  for (const pane of panes(board)) stopAt(pane, ticks(pane)[0]);
  tell(board);
  if (inUse) ticks(board)[0]?.focus();
}

/** @param {ParentNode} within @returns {HTMLElement[]} */
const panes = (within) => [...within.querySelectorAll('.pane')];

/** @param {ParentNode} within @returns {HTMLInputElement[]} */
const ticks = (within) => [...within.querySelectorAll('.pane input[type=checkbox]')];

/** @param {ParentNode} within @returns {HTMLElement[]} */
const suggested = (within) => [...within.querySelectorAll('.suggested > li')].filter((item) => !item.hidden);

/** The entries of a suggestion. @param {HTMLElement} item */
const entries = (item) => (item.dataset.entries ?? '').split(' ');

/** @param {HTMLInputElement} tick @returns {HTMLElement} */
const row = (tick) => tick.closest('tr');

/** What is ticked on a side. @param {HTMLElement} board @param {string} side */
function sum(board, side) {
  return ticks(board.querySelector(`[data-side=${side}]`))
    .filter((tick) => tick.checked)
    .reduce((total, tick) => total + units(row(tick).dataset.amount), 0n);
}

/** Tells the running difference, and whether it can be matched. @param {HTMLElement} board */
function tell(board) {
  const [bank, ledger] = [sum(board, 'bank'), sum(board, 'ledger')];
  const ticked = ticks(board).filter((tick) => tick.checked);
  ticks(board).forEach((tick) => row(tick).classList.toggle('open', tick.checked));
  const { nothing = '', sum: told = '', differs = '' } = board.dataset;
  const words = told.replace('{0}', forPeople(bank)).replace('{1}', forPeople(ledger)).replace('{2}', forPeople(bank - ledger));
  const why = ticked.length === 0 ? nothing : bank === ledger ? '' : differs.replace('{0}', forPeople(bank - ledger));
  const line = board.querySelector('#board-sum');
  if (line) line.textContent = ticked.length === 0 ? nothing : words + (why && '. ' + why);
  for (const button of board.querySelectorAll('.sum button')) {
    const match = button.matches(KEYS.m);
    button.disabled = match ? why !== '' : ticked.length === 0;
    button.title = match ? why : '';
  }
}

/** Shows what is suggested for an entry; for none of it, all. @param {HTMLElement} board @param {EventTarget | null} target */
function suggestFor(board, target) {
  if (!(target instanceof HTMLInputElement) || target.type !== 'checkbox') return;
  const items = [...board.querySelectorAll('.suggested > li')];
  const fit = items.filter((item) => entries(item).includes(target.value));
  items.forEach((item) => { item.hidden = fit.length > 0 && !fit.includes(item); });
  const best = new Set(fit.flatMap(entries));
  ticks(board).forEach((tick) => row(tick).classList.toggle('fits', best.has(tick.value) && tick !== target));
  stopAt(target.closest('.pane'), target);
}

/** Of a pane one entry is reached by Tab, so that the next Tab leads to the other pane. @param {HTMLElement} pane @param {HTMLInputElement | undefined} at */
function stopAt(pane, at) {
  ticks(pane).forEach((tick) => { tick.tabIndex = tick === at ? 0 : -1; });
}

/** Ticks what a suggestion says, and nothing else. @param {HTMLElement} board @param {HTMLElement} item */
function tickAsSuggested(board, item) {
  ticks(board).forEach((tick) => { tick.checked = entries(item).includes(tick.value); });
  tell(board);
}

/** Moves the focus within a pane, or to the other one. @param {HTMLElement} board @param {HTMLInputElement} from @param {string} key */
function move(board, from, key) {
  const pane = from.closest('.pane');
  const here = ticks(pane);
  const at = here.indexOf(from);
  const [left, right] = panes(board);
  const to = {
    ArrowDown: () => here[at + 1],
    ArrowUp: () => here[at - 1],
    Home: () => here[0],
    End: () => here[here.length - 1],
    ArrowLeft: () => ticks(left)[Math.min(at, ticks(left).length - 1)],
    ArrowRight: () => ticks(right)[Math.min(at, ticks(right).length - 1)],
  }[key];
  to?.()?.focus();
  return to !== undefined;
}

/** With Enter what is ticked is matched, or, if nothing is, the best suggestion for an entry accepted. @param {HTMLElement} board @param {HTMLInputElement} at */
function accept(board, at) {
  const ticked = ticks(board).some((tick) => tick.checked);
  const button = ticked
    ? board.querySelector('.sum ' + KEYS.m)
    : suggested(board).find((item) => entries(item).includes(at.value))?.querySelector('form[action="/do/rec/accept"] button');
  button?.click();
}

/** A part is what is left to make both sides equal: the last ticked entry of the greater side gives only that. @param {HTMLElement} board */
function takePart(board) {
  const difference = sum(board, 'bank') - sum(board, 'ledger');
  for (const [side, more] of /** @type {[string, bigint][]} */ ([['bank', difference], ['ledger', -difference]])) {
    const last = ticks(board.querySelector(`[data-side=${side}]`)).filter((tick) => tick.checked).pop();
    const whole = last ? units(row(last).dataset.amount) : 0n;
    const left = whole - more;
    if (last && more !== 0n && left !== 0n && left < 0n === whole < 0n && (left < 0n ? left > whole : left < whole)) {
      last.value += '=' + plain(left);
      return;
    }
  }
}

/** @param {HTMLElement} board @param {KeyboardEvent} event */
function press(board, event) {
  const at = event.target;
  if (event.ctrlKey || event.metaKey || event.altKey || !(at instanceof HTMLInputElement) || at.type !== 'checkbox') return;
  const nth = suggested(board)[Number(event.key) - 1];
  const button = board.querySelector(KEYS[event.key.toLowerCase()] ?? 'none');
  if (move(board, at, event.key)) {
    // Done.
  } else if (event.key === 'Enter') {
    accept(board, at);
  } else if (event.key === 'Escape') {
    ticks(board).forEach((tick) => { tick.checked = false; });
    tell(board);
  } else if (event.key === '/') {
    board.querySelector('#board-filter')?.focus();
  } else if (nth) {
    tickAsSuggested(board, nth);
  } else if (button instanceof HTMLElement) {
    if (event.key.toLowerCase() === 'p') takePart(board);
    button.click();
  } else {
    return;
  }
  event.preventDefault();
  event.stopPropagation();
}
