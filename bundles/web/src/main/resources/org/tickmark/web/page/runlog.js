// @ts-check
// The log of a run: what has come since is added below, while the run goes on and somebody looks.

const MOST_LINES = 5000;

/** @returns {HTMLElement | null} */
const lines = () => document.getElementById('log-lines');

/** @param {string} id */
const isPressed = (id) => document.getElementById(id)?.getAttribute('aria-pressed') !== 'false';

/** Whether the page shows a log, which grows instead of coming anew. */
export const hasLog = () => lines() !== null;

/** Adds what has come since, and says anew how the run stands. @param {(address: string) => Promise<Response | null>} ask */
export async function growLog(ask) {
  const shown = lines();
  const address = shown?.dataset.more;
  if (!shown || !address || !isPressed('log-follow')) return;
  const answer = await ask(address);
  if (!answer || lines() !== shown) return;
  const page = new DOMParser().parseFromString(await answer.text(), 'text/html');
  const fresh = page.getElementById('log-lines');
  if (!fresh) return;
  if (fresh.children.length > 0) document.getElementById('log-none')?.remove();
  shown.append(...[...fresh.children].map((line) => document.adoptNode(line)));
  while (shown.children.length > MOST_LINES) shown.firstElementChild?.remove();
  leadToEarlier(shown);
  shown.dataset.more = fresh.dataset.more ?? '';
  const now = document.getElementById('run-now');
  const then = page.getElementById('run-now');
  if (now && then && !now.contains(document.activeElement) && !now.querySelector('details[open]')) {
    now.replaceWith(document.adoptNode(then));
    globalThis.htmx?.process(document.getElementById('run-now'));
  }
  if (!fresh.dataset.more) document.getElementById('log-follow')?.remove();
  const main = document.getElementById('main');
  const live = page.getElementById('main')?.dataset.live;
  if (main && live === undefined) delete main.dataset.live;
  toEnd(shown);
}

/** What goes before the first line that is still shown, however much has come since. @param {HTMLElement} shown */
function leadToEarlier(shown) {
  const link = document.getElementById('log-earlier');
  const first = shown.firstElementChild?.id.slice(1);
  if (!(link instanceof HTMLAnchorElement) || !first) return;
  const address = new URL(link.href);
  address.searchParams.delete('lines');
  address.searchParams.set('before', first);
  link.href = address.pathname + address.search;
  link.hidden = first === '1';
}

/** @param {HTMLElement} shown */
function toEnd(shown) {
  if (String(getSelection()) === '') shown.scrollTop = shown.scrollHeight;
}

/** Brings a log to life: its end, or the line that is asked for, and its buttons. */
export function showLog() {
  const shown = lines();
  if (!shown || shown.dataset.shown) return;
  shown.dataset.shown = 'true';
  for (const id of ['log-follow', 'log-wrap']) {
    const button = document.getElementById(id);
    if (!button) continue;
    button.hidden = false;
    button.addEventListener('click', () => {
      button.setAttribute('aria-pressed', String(!isPressed(id)));
      shown.classList.toggle('unwrapped', !isPressed('log-wrap'));
    });
  }
  const here = shown.querySelector('.here');
  if (here) here.scrollIntoView({ block: 'center' });
  else toEnd(shown);
}
