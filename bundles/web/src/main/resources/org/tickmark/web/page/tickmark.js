// @ts-check
// What the workbench does by itself; every page works without it. htmx takes links and forms, this takes the rest.
import { showBoard } from './board.js';
import { showRows } from './rows.js';
import { showEditors } from './editor.js';
import { growLog, hasLog, showLog } from './runlog.js';

const BY_ITSELF = { 'tickmark-by-itself': '1' };
const LOOK_FOR_VIEWS_MS = 5000;

/** @returns {HTMLElement | null} */
const main = () => document.getElementById('main');

/** Asks for an address as it is now; null if it cannot be had. */
async function ask(address) {
  try {
    const answer = await fetch(address, { headers: BY_ITSELF, credentials: 'same-origin', redirect: 'error' });
    return answer.ok ? answer : null;
  } catch {
    return null; // The server is away, or the session has ended: the next click tells.
  }
}

/** Views come and go with their bundles. */
async function lookForViews() {
  const list = document.getElementById('views');
  if (!list || document.hidden) return;
  const shown = main()?.dataset.view ?? '';
  const query = new URLSearchParams({
    revision: list.dataset.revision ?? '', perspective: list.dataset.perspective ?? '', view: shown,
  });
  const answer = await ask('/live?' + query);
  if (!answer || answer.status === 204) return;
  const parsed = new DOMParser().parseFromString(await answer.text(), 'text/html').getElementById('views');
  if (!parsed) return;
  const there = (/** @type {ParentNode} */ views) => views.querySelector(`[data-view="${CSS.escape(shown)}"]`) !== null;
  const changed = shown !== '' && there(list) !== there(parsed);
  list.replaceWith(document.adoptNode(parsed));
  globalThis.htmx?.process(document.getElementById('views'));
  if (changed) location.reload();
}

/** A page in which something goes on is asked for again, unless somebody selects or types in it. */
async function follow() {
  const now = main();
  if (!now?.dataset.live) {
    setTimeout(follow, 500);
    return;
  }
  if (hasLog()) {
    if (!document.hidden) await growLog(ask);
    setTimeout(follow, Number(now.dataset.live ?? 500));
    return;
  }
  const address = location.href;
  const busy = document.hidden || now.contains(document.activeElement) || String(getSelection()) !== '';
  if (!busy) {
    const answer = await ask(address);
    if (answer && location.href === address) {
      const page = new DOMParser().parseFromString(await answer.text(), 'text/html');
      const fresh = page.getElementById('main');
      const current = main();
      if (fresh && current) {
        current.replaceWith(document.adoptNode(fresh));
        globalThis.htmx?.process(main());
        showEditors();
      }
    }
  }
  setTimeout(follow, Number(now.dataset.live));
}

const FORESEE_AFTER_MS = 150;
const LONGEST_QUERY = 4000;
const FORESEEN = ['foreseen', 'as-command'];
let foreseeing = 0;

/** What would come of a form is asked for while it is filled in; of two answers the later question counts. */
async function foresee(/** @type {HTMLFormElement} */ form) {
  const asked = ++foreseeing;
  const query = new URLSearchParams();
  for (const [name, value] of new FormData(form)) {
    if (/^(arg\.|opt\.|back$)/.test(name) && typeof value === 'string') query.append(name, value);
  }
  if (String(query).length > LONGEST_QUERY) return;
  const answer = await ask(form.action + '?' + query);
  if (!answer || asked !== foreseeing) return;
  const page = new DOMParser().parseFromString(await answer.text(), 'text/html');
  for (const id of FORESEEN) {
    const fresh = page.getElementById(id);
    const shown = document.getElementById(id);
    if (!fresh || !shown) continue;
    shown.replaceChildren(...fresh.childNodes);
  }
}

let pause = 0;
document.addEventListener('input', (event) => {
  const form = event.target instanceof Element ? event.target.closest('form.form') : null;
  if (!(form instanceof HTMLFormElement) || !document.getElementById('foreseen')) return;
  clearTimeout(pause);
  pause = setTimeout(() => foresee(form), FORESEE_AFTER_MS);
});

/** Keys: Ctrl+K or / to the search, Escape back to the page. */
document.addEventListener('keydown', (event) => {
  const typing = event.target instanceof HTMLElement && event.target.matches('input, textarea, select');
  const search = document.getElementById('search');
  if (search && (((event.ctrlKey || event.metaKey) && event.key === 'k') || (event.key === '/' && !typing))) {
    event.preventDefault();
    search.focus();
  } else if (event.key === 'Escape' && event.target === search) {
    main()?.focus();
  }
});

/** htmx knows only the buttons within a form: one that stands elsewhere is pressed as its twin within. */
document.addEventListener('click', (event) => {
  const button = event.target instanceof Element ? event.target.closest('button[form]') : null;
  if (!(button instanceof HTMLButtonElement) || !button.form || button.form.contains(button)) return;
  event.preventDefault();
  const twin = /** @type {HTMLButtonElement} */ (button.cloneNode(true));
  twin.hidden = true;
  button.form.append(twin);
  twin.click();
  twin.remove();
});

/** After a page was changed in its place, reading goes on at its content, or at what the page asks for. */
document.addEventListener('htmx:afterSettle', () => {
  const asked = main()?.querySelector('[autofocus]');
  if (asked instanceof HTMLElement) asked.focus();
  else main()?.focus({ preventScroll: true });
  showBoard(document.getElementById('board'), true);
  showRows(document.querySelector('[data-keys]'), true);
  showEditors();
  showLog();
});

showBoard(document.getElementById('board'), false);
showRows(document.querySelector('[data-keys]'), false);
showEditors();
showLog();

setInterval(lookForViews, LOOK_FOR_VIEWS_MS);
follow();
