// @ts-check
// The field of a script becomes an editor, the debugger and the traces get their keys. Whoever replaces CodeMirror replaces it here.

const CHECK_AFTER_MS = 400;

const WORDS = {
  crmscript: /^(?:bool|break|byte|case|catch|class|continue|datetime|date|default|do|else|false|float|for|function|if|in|integer|map|new|null|return|string|struct|switch|this|throw|time|timespan|true|try|vector|void|while|xmlnode)$/i,
  macro: /^(?:action|actions|and|always|begins|contains|ends|name|not|or|parameters|when)$/,
};

/** @param {string} language */
function mode(language) {
  const words = WORDS[language] ?? WORDS.crmscript;
  const hash = language === 'macro';
  return {
    startState: () => ({ comment: false }),
    /** @param {any} stream @param {{comment: boolean}} state */
    token(stream, state) {
      if (state.comment || (!hash && stream.match('/*'))) {
        state.comment = !stream.match(/^.*?\*\//);
        if (state.comment) stream.skipToEnd();
        return 'comment';
      }
      if (stream.match(hash ? /^#.*/ : /^\/\/.*/)) return 'comment';
      if (stream.match(/^"(?:[^"\\]|\\.)*"?/) || (hash && stream.match(/^'[^']*'?/))) return 'string';
      if (stream.match(/^\d[\w.]*/)) return 'number';
      if (stream.match(/^#\w+/)) return 'meta';
      const word = stream.match(/^[\p{L}_]\w*/u);
      if (word) return words.test(word[0]) ? 'keyword' : null;
      stream.next();
      return null;
    },
  };
}

/** The editors of the page, by their fields. @type {Map<HTMLTextAreaElement, any>} */
const editors = new Map();

// htmx copies the page before it leaves it, and no copy may hold the styles that an editor sets: the field takes its place again.
document.addEventListener('htmx:beforeHistorySave', () => {
  editors.forEach((editor, field) => {
    editor.toTextArea();
    field.removeAttribute('style');
    delete field.dataset.shown;
  });
  editors.clear();
});

/** Brings to life what there is of it on the page. */
export function showEditors() {
  document.querySelectorAll('textarea[data-editor]').forEach((field) => showEditor(/** @type {HTMLTextAreaElement} */ (field)));
  for (const id of ['debug', 'trace']) showKeys(document.getElementById(id));
}

/** @param {HTMLTextAreaElement} field */
async function showEditor(field) {
  if (field.dataset.shown) return;
  field.dataset.shown = 'yes';
  const CodeMirror = await loaded();
  if (!field.isConnected) return;
  const editor = CodeMirror.fromTextArea(field, {
    mode: 'tickmark-' + field.dataset.editor,
    lineNumbers: true,
    gutters: ['problems', 'CodeMirror-linenumbers'],
    inputStyle: 'contenteditable',
    readOnly: field.readOnly,
    tabSize: 2,
    indentUnit: 2,
    // Tab leads on to the next field, as everywhere else.
    extraKeys: { Tab: false, 'Shift-Tab': false, 'Ctrl-S': () => press('save'), 'Cmd-S': () => press('save') },
  });
  editors.set(field, editor);
  editor.getInputField().setAttribute('aria-label', field.labels[0]?.textContent ?? '');
  const press = (/** @type {string} */ verb) => field.form?.querySelector(`[formaction="/do/script/${verb}"]`)?.click();
  let waiting = 0;
  editor.on('change', () => {
    editor.save();
    clearTimeout(waiting);
    waiting = setTimeout(() => check(field, editor), CHECK_AFTER_MS);
  });
  field.closest('details')?.addEventListener('toggle', () => editor.refresh());
  mark(editor);
}

/** @type {Promise<any> | undefined} */
let library;

/** CodeMirror, which is fetched only where there is something to edit. */
function loaded() {
  library ??= (async () => {
    const style = document.createElement('link');
    style.rel = 'stylesheet';
    style.href = new URL('./codemirror.css', import.meta.url).href;
    await new Promise((done) => {
      style.onload = style.onerror = done;
      document.head.append(style);
    });
    await import('./codemirror.js');
    const CodeMirror = /** @type {any} */ (globalThis).CodeMirror;
    Object.keys(WORDS).forEach((language) => CodeMirror.defineMode('tickmark-' + language, () => mode(language)));
    return CodeMirror;
  })();
  return library;
}

/** Has the text checked as it stands, and tells what is wrong. @param {HTMLTextAreaElement} field @param {any} editor */
async function check(field, editor) {
  const button = document.querySelector('button[data-check]');
  const form = field.form;
  if (!form || !editors.has(field) || !(button instanceof HTMLButtonElement)) return;
  const typed = editor.getValue();
  const answer = await fetch(button.formAction, {
    method: 'POST',
    body: new URLSearchParams(/** @type {any} */ (new FormData(form))),
    headers: { 'tickmark-by-itself': '1' },
    redirect: 'error',
  }).catch(() => null);
  if (!answer?.ok || !editors.has(field) || editor.getValue() !== typed) return;
  const page = new DOMParser().parseFromString(await answer.text(), 'text/html');
  const fresh = page.getElementById('script-problems');
  const shown = document.getElementById('script-problems');
  if (!fresh || !shown) return;
  shown.replaceChildren(...[...fresh.childNodes].map((node) => document.adoptNode(node)));
  mark(editor);
}

/** Marks the lines that are wrong; a problem leads to its place. @param {any} editor */
function mark(editor) {
  editor.clearGutter('problems');
  document.querySelectorAll('#script-problems li').forEach((item) => {
    if (!(item instanceof HTMLElement)) return;
    const line = Number(item.dataset.line) - 1;
    if (line < 0) return;
    const sign = document.createElement('span');
    sign.className = 'problem';
    sign.textContent = '●';
    sign.title = item.textContent ?? '';
    editor.setGutterMarker(line, 'problems', sign);
    const place = item.querySelector('strong');
    if (!place) return;
    const button = document.createElement('button');
    button.type = 'button';
    button.textContent = place.textContent;
    button.addEventListener('click', () => {
      editor.setCursor(line, Number(item.dataset.column) - 1);
      editor.focus();
    });
    place.replaceWith(button);
  });
}

/** @param {HTMLElement | null} pane the debugger, or a trace */
function showKeys(pane) {
  if (!pane || pane.dataset.shown) return;
  pane.dataset.shown = 'yes';
  pane.querySelector('.keys')?.removeAttribute('hidden');
  const here = pane.querySelector('tr.here');
  const code = pane.querySelector('.code');
  if (here instanceof HTMLElement && code) code.scrollTop = here.offsetTop - code.clientHeight / 2;
  pane.addEventListener('keydown', moveInLines);
}

/** On the number of a line: the lines beside it, and its breakpoint. @param {KeyboardEvent} event */
function moveInLines(event) {
  const at = event.target;
  if (!(at instanceof HTMLButtonElement) || !at.closest('.code')) return;
  const row = at.closest('tr');
  const other = { ArrowDown: row?.nextElementSibling, ArrowUp: row?.previousElementSibling }[event.key];
  if (other) other.querySelector('button')?.focus();
  else if (event.key === 'F9') at.click();
  else return;
  event.preventDefault();
}

/** Keys that stand at buttons and links. */
document.addEventListener('keydown', (event) => {
  const typing = event.target instanceof HTMLElement && event.target.closest('input, textarea, select, [contenteditable]');
  if (event.ctrlKey || event.metaKey || event.altKey || (typing && !/^F\d+$/.test(event.key))) return;
  const key = (event.shiftKey ? 'Shift+' : '') + event.key;
  const target = document.querySelector(`[data-key="${CSS.escape(key)}"] :is(button, a)`);
  if (target instanceof HTMLElement) {
    event.preventDefault();
    target.click();
  }
});
